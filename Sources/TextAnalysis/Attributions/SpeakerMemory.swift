import BriefModel

/// Who was last named and last spoke, in the order of the text: what "he", "the company" and "the people" mean.
struct SpeakerMemory {
    private(set) var person: String?
    private(set) var body: String?
    private var bodyKey = ""
    /// The last source that is several people ("supporters", "people familiar with the plan").
    private(set) var group: String?
    private(set) var anonymous: String?
    /// The last speaker and the block they spoke in.
    private(set) var speaker: (source: String, block: Int)?
    /// "The operator" at the start of the last sentence: what "it" takes up.
    private(set) var subject: String?
    /// How often each body is named in the whole text, by key.
    private let counts: [String: Int]
    /// The fullest way a person is named in the text, by key.
    private let fullTexts: [String: String]

    /// `names`: all names of the text.
    init(names: [[Name]]) {
        var counts: [String: Int] = [:]
        var fullTexts: [String: String] = [:]
        for name in names.joined() {
            if Self.isBody(name) { counts[name.key, default: 0] += 1 }
            if name.kind == .person, name.text.utf8.count > (fullTexts[name.key]?.utf8.count ?? 0) { fullTexts[name.key] = name.text }
        }
        self.counts = counts
        self.fullTexts = fullTexts
    }

    /// The source a pronoun or a general noun stands for; nil when it stands for itself.
    func referent(of words: [String]) -> (source: String, isAnonymous: Bool)? {
        guard let last = words.last else { return nil }
        if words.count == 1 {
            switch last {
            case "he", "she", "him", "her", "er", "lui": return named(person)
            case "it", "elle", "es": return named(last == "it" ? subject ?? body : body)
            case "il": return named(person ?? body)
            case "they", "them", "sie", "ils", "elles": return group.map { ($0, $0 == anonymous) } ?? named(body)
            default: break
            }
        }
        let bare = words.filter { !Self.determiners.contains($0) }
        guard bare.count == 1 else { return nil }
        if Self.bodies.contains(last) { return named(body) }
        if Self.groups.contains(last), let anonymous, Folding.fold(anonymous).split(separator: " ").contains(Substring(last)) {
            return (anonymous, true)
        }
        return nil
    }

    private func named(_ source: String?) -> (String, Bool)? { source.map { ($0, false) } }

    mutating func note(_ attribution: Attribution?, names: [Name], line: TokenLine, block: Int) {
        if let attribution {
            speaker = (attribution.source, block)
            if attribution.isAnonymous { anonymous = attribution.source }
            if attribution.isAnonymous || attribution.source.hasSuffix("s"), !names.contains(where: { $0.text == attribution.source }) {
                group = attribution.source
            }
        }
        let persons = names.filter { $0.kind == .person }
        let spoken = attribution.flatMap { said in persons.first { said.source == $0.text || said.source.hasSuffix(" " + $0.text) } }
        if let next = spoken ?? persons.first { person = full(next) }
        noteBody(attribution, names: names, line: line)
        subject = subject(of: line, names: names)
    }

    /// The common noun the sentence begins with, where that is its subject and no name's place.
    private func subject(of line: TokenLine, names: [Name]) -> String? {
        guard ["the", "a", "an"].contains(line.word(0)), line.count > 2, line.isSpaced(after: 0) else { return nil }
        var end = 1
        while end + 1 < line.count, end < 3, line.isSpaced(after: end), !line.tokens[end + 1].isStopword, !line.word(end + 1).hasSuffix("s"),
            !line.word(end + 1).hasSuffix("ed"), !ReportingVerbs.all.contains(line.word(end + 1))
        { end += 1 }
        let range = line.bytes(from: 1, through: end)
        guard !names.contains(where: { $0.range.overlaps(range) }), !Self.bodies.contains(line.word(end)), !line.word(end).hasSuffix("s"),
            !Stopwords.contains(line.word(1), language: "en")
        else { return nil }
        return line.text.string(range)
    }

    /// A speaker first; else of the bodies named here the one the text is most about. A sentence on "the company" keeps to it.
    private mutating func noteBody(_ attribution: Attribution?, names: [Name], line: TokenLine) {
        let bodies = names.filter(Self.isBody)
        if let source = attribution?.source, let spoken = bodies.first(where: { source.contains($0.text) }) {
            body = spoken.text
            bodyKey = spoken.key
            return
        }
        if body != nil, line.tokens.prefix(3).contains(where: { Self.bodies.contains($0.folded) }) { return }
        var best: Name?
        for name in bodies where best.map({ counts[name.key, default: 0] > counts[$0.key, default: 0] }) ?? true { best = name }
        guard let best else { return }
        // Named in passing ("have TSMC make it"), a body does not become the one spoken of.
        let isSubject = line.tokens.prefix(2).contains { $0.range.overlaps(best.range) }
        if body == nil || isSubject || counts[best.key, default: 0] >= counts[bodyKey, default: 0] {
            body = best.text
            bodyKey = best.key
        }
    }

    private static func isBody(_ name: Name) -> Bool { name.kind == .organisation || name.kind == .other }

    /// "Hegseth" is "Pete Hegseth" where the text says so somewhere.
    func full(_ name: Name) -> String { fullTexts[name.key] ?? name.text }

    private static let determiners = Stopwords.set("the its der die das des dem le la l this that")
    private static let bodies = Stopwords.set(
        """
        company firm startup start-up group agency unternehmen unternehmens firma konzern entreprise societe groupe maker laboratory lab developer
        """)
    private static let groups = Stopwords.set(
        "people officials sources researchers insiders lawyers analysts experts delegates supporters critics specialists authors")
}
