/// What a publisher asks of those who use an article, as it was found. It is kept with the article and shown beside it; the decision page
/// on fetching says what follows from it.
public struct UsageWishes: Hashable, Sendable, Codable {
    /// A wish in a robots meta element or an X-Robots-Tag field (Google's and Bing's documentation; `noai` after DeviantArt, 2022).
    public enum Directive: String, Hashable, Sendable, Codable, CaseIterable {
        case noindex, nofollow, noarchive, nosnippet, noimageindex, notranslate, noai, noimageai
    }

    /// In the order of their names, each once.
    public var directives: [Directive]
    /// The most characters of a quotation; nil for no limit.
    public var longestSnippet: Int?
    /// Rights to text and data mining are reserved (TDM Reservation Protocol; EU directive 2019/790, article 4); nil when not said.
    public var reservesMining: Bool?
    /// Where terms for text and data mining stand.
    public var miningPolicy: String?
    /// Licences by address, among them those of Really Simple Licensing 1.0; each once.
    public var licences: [String]

    public init(
        directives: [Directive] = [], longestSnippet: Int? = nil, reservesMining: Bool? = nil, miningPolicy: String? = nil, licences: [String] = []
    ) {
        self.directives = directives
        self.longestSnippet = longestSnippet
        self.reservesMining = reservesMining
        self.miningPolicy = miningPolicy
        self.licences = licences
    }

    public var isEmpty: Bool { self == UsageWishes() }

    /// For a person, in sentences; empty when nothing is asked.
    public var inWords: String {
        var sentences: [String] = []
        if !directives.isEmpty { sentences.append("Its publisher asks: \(directives.map(\.rawValue).joined(separator: ", ")).") }
        if let longestSnippet { sentences.append("Quotations up to \(longestSnippet) characters.") }
        if reservesMining == true { sentences.append("Text and data mining is reserved\(miningPolicy.map { " (terms: \($0))" } ?? "").") }
        if !licences.isEmpty { sentences.append("Licence: \(licences.joined(separator: ", ")).") }
        return sentences.joined(separator: " ")
    }
}
