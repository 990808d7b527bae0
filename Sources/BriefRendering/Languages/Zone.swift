public import BriefModel

/// Where a reader's clock stands.
public struct Zone: Sendable {
    /// IANA: `Europe/Berlin`.
    public let name: String
    /// Seconds east of UTC at a moment.
    let offset: @Sendable (Timestamp) -> Int

    public init(name: String, offset: @escaping @Sendable (Timestamp) -> Int) {
        self.name = name
        self.offset = offset
    }

    public static let utc = Zone(name: "UTC") { _ in 0 }

    /// Day and clock there, and how far it is from UTC: `06:40`, `UTC+5:30`.
    func local(_ moment: Timestamp) -> (day: CalendarDay, clock: String, name: String) {
        let offset = offset(moment)
        let local = Timestamp(secondsSince1970: moment.secondsSince1970 + Int64(offset))
        let minutes = abs(offset) / 60
        let rest = minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + String(minutes % 60)
        let name = minutes == 0 ? "UTC" : "UTC\(offset < 0 ? "−" : "+")\(minutes / 60)\(rest)"
        let clock = local.description.split(separator: "T").last?.prefix(5) ?? ""
        return (local.day, String(clock), name)
    }
}
