public import BriefModel

/// The dates of feeds: RFC 822 and ISO 8601, with the errors they are met with.
public enum FeedDate {
    /// Nil for anything that is not one certain moment: "Yesterday, 5pm", `31/02/2026`, an unknown month.
    public static func parse(_ text: String) -> Timestamp? { WrittenDate.parse(text)?.timestamp }
}
