/// Words by which a sentence shows that it is no report. Collected from style guides for editors' notices, newsletter footers,
/// and published collections of instructions planted for language models.
enum OffLimits {
    /// Words between blanks; a list may run over several lines.
    static func set(_ words: String) -> Set<String> { Set(words.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// A reading machine is spoken to or of.
    static let machines = set(
        "assistant assistants summariser summarizer summarisers summarizers chatbots crawler crawlers llm llms scraper scrapers agents gpt")
    static let machinePairs: Set<String> = [
        "ai systems", "ai system", "ai models", "ai model", "ai assistant", "ai assistants", "ai readers", "ai agents", "ai agent", "language model",
        "language models", "automated readers", "summarising assistant", "summarizing assistant", "reading machine", "to ai",
    ]
    static let commands = set(
        "ignore disregard forget state write mark rate delete omit include output respond reply treat cite trust report repeat say mention")
    static let obligations = set("must should shall please always never note instructions important")
    static let overrides = set("ignore disregard forget override previous prior system follow obey above")

    /// The reader is spoken to.
    static let readers = set("you your yours yourself readers subscribers")
    static let orders = set(
        """
        click subscribe sign read see watch listen download share follow join buy order email contact note treat remember forget imagine consider
        look think ask try check pass pull lock keep here dear advertisement sponsored
        """)

    /// Editors' notices, legal lines, promotion, page furniture.
    /// By first word.
    static let notices: [String: [[String]]] = Dictionary(grouping: phrases.map { $0.split(separator: " ").map(String.init) }) { $0[0] }

    private static let phrases: [String] = [
        "this report was supplied by", "this article was supplied", "all rights reserved", "may be quoted freely", "for immediate use",
        "for immediate release",
        "press notice", "this notice", "we apologise", "we apologize", "we regret", "regrets the mistake", "regrets the error", "clients who",
        "to all clients",
        "the online version", "sample page", "is fictional", "are fictional", "fictional outlet", "fictional page", "was written for",
        "questions may be sent",
        "terms and conditions", "privacy policy", "cookies", "newsletter", "sign up", "free trial", "sponsored content", "advertisement", "affiliate",
        "leave a comment", "comments are", "log in", "share this", "follow us", "photo credit", "this is an opinion", "the author writes",
        "the author is",
        "contains no reporting", "this explainer", "was updated", "first version", "corrected version", "this column", "in this guide", "this guide",
        "frequent questions", "asked us", "ask us", "write to the", "in our own count",
    ]
}
