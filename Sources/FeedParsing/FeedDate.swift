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

    public static func parse(_ text: String) -> Timestamp? { WrittenDate.parse(text)?.timestamp }
}
