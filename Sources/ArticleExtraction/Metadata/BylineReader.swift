/// Reads names out of bylines: "By Jane Doe | 24 February 2026", "24 February 2026 by Jane Doe", "Jane Doe and John Roe".
enum BylineReader {
    /// The names a byline gives; empty when it holds none.
    static func names(in text: String) -> [String] { AuthorNames.unique(AuthorNames.names(in: text, isCredited: true)) }

    /// Several names in one text.
    static func split(_ text: String) -> [String] { AuthorNames.split(text) }
}
