public import BriefModel

/// A date of a feed: what was written, and the moment that is, where it is one.
public struct FeedDate: Hashable, Sendable {
    public let text: String
    /// Nil for anything that is not one certain moment: "Yesterday, 5pm", `31/02/2026`, an unknown month.
    public let moment: Timestamp?

    public init(_ text: String) {
        self.text = text
        moment = Self.parse(text)
    }

    /// RFC 822 and ISO 8601 with the errors they are met with, week and ordinal dates, and what programs of several countries write.
    public static func parse(_ text: String) -> Timestamp? {
        guard text.utf8.count <= 200 else { return nil }
        let bytes = Array(text.utf8)
        var scanner = DateScanner(bytes)
        if let moment = scanner.mailDate() { return moment }
        scanner = DateScanner(bytes)
        if let moment = scanner.standardDate() { return moment }
        let spelling = bytes.contains { $0 >= 0x80 } ? DateSpelling.plain(text) : nil
        return WrittenDate.parse(spelling ?? text)?.timestamp
    }
}
