import BriefModel
import Yams

/// Goes through the mapping of a topic file and collects what is wrong instead of stopping at the first.
struct TopicReader: ProblemCollector {
    let folder: String
    var problems: [TopicProblem] = []

    init(folder: String) { self.folder = folder }

    static let keys = [
        "title", "series", "question", "include", "exclude", "sections", "sources", "schedule", "words", "strict", "quote-limit", "article-limit",
        "allow-local", "outlets",
    ]
    static let sourceKinds = ["opml", "feed", "sitemap", "page", "folder", "file"]
    static let sectionKeys = ["title", "words"]
    static let outletKeys = ["name", "id", "kind", "country", "owner-group", "reliability", "language", "homepage"]

    mutating func topic(_ mapping: Node.Mapping) -> Topic? {
        let fields = fields(of: mapping, allowed: Self.keys, in: "a topic")
        guard let title = fields["title"] else {
            problems.append(TopicProblem(.mapping(mapping), "`title` is missing; a topic has one."))
            return nil
        }
        let sources = fields["sources"].map { list($0, of: "sources") }?.compactMap { source($0) } ?? []
        if sources.isEmpty, problems.isEmpty {
            problems.append(
                TopicProblem(
                    fields["sources"] ?? .mapping(mapping), "`sources` is empty; name at least one, such as `- feed: https://example.org/feed.xml`.",
                    about: .noSource))
        }
        return Topic(
            title: text(title, of: "title") ?? "", series: fields["series"].flatMap { text($0, of: "series") },
            question: fields["question"].flatMap { text($0, of: "question") }, include: words(fields["include"], of: "include"),
            exclude: words(fields["exclude"], of: "exclude"), sections: sections(fields["sections"]), sources: sources,
            schedule: schedule(fields["schedule"]), words: length(fields["words"]),
            isStrict: flag(fields["strict"], of: "strict"),
            quoteLimit: quoteLimit(run: fields["quote-limit"], article: fields["article-limit"]),
            outlets: fields["outlets"].map { list($0, of: "outlets") }?.compactMap { outlet($0) } ?? [],
            allowsLocalAddresses: flag(fields["allow-local"], of: "allow-local"))
    }

    /// Each with a title of its own.
    private mutating func sections(_ node: Node?) -> [TopicSection] {
        guard let node else { return [] }
        var titles: Set<String> = []
        return list(node, of: "sections").compactMap { item in
            guard let section = section(item) else { return nil }
            guard titles.insert(section.title.lowercased()).inserted else {
                problems.append(TopicProblem(item, "the section `\(section.title)` is named twice; give its words in one place."))
                return nil
            }
            return section
        }
    }

    private mutating func section(_ node: Node) -> TopicSection? {
        if case .scalar(let scalar) = node, !scalar.string.isEmpty { return TopicSection(title: scalar.string) }
        guard case .mapping(let mapping) = node else {
            problems.append(TopicProblem(node, "a section is a title, or `title:` and `words:`, such as `- title: Export rules`."))
            return nil
        }
        let fields = fields(of: mapping, allowed: Self.sectionKeys, in: "a section")
        guard let title = fields["title"].flatMap({ text($0, of: "title") }) else {
            problems.append(TopicProblem(node, "this section has no `title`."))
            return nil
        }
        return TopicSection(title: title, words: words(fields["words"], of: "words"))
    }

    private mutating func source(_ node: Node) -> SourceLocation? {
        if case .scalar(let scalar) = node {
            guard !scalar.string.isEmpty else {
                problems.append(TopicProblem(node, "an empty source; write an address or a path.", about: .sourceForm))
                return nil
            }
            return Self.isAddress(scalar.string) ? address(node, scalar.string).map { .address($0) } : .file(path(scalar.string))
        }
        let said =
            "a source is an address, a path, or one of \(Self.quoted(Self.sourceKinds)) with one, such as `- feed: https://example.org/feed.xml`."
        guard case .mapping(let mapping) = node, mapping.count == 1, let (kind, value) = mapping.first, let place = text(value, of: "source") else {
            problems.append(TopicProblem(node, said, about: .sourceForm))
            return nil
        }
        switch kind.string {
        case "opml": return Self.isAddress(place) ? address(value, place).map { .opmlAddress($0) } : .opmlFile(path(place))
        case "feed": return address(value, place).map { .feed($0) }
        case "sitemap": return address(value, place).map { .sitemap($0) }
        case "page": return address(value, place).map { .page($0) }
        case "folder": return .folder(path(place))
        case "file": return .file(path(place))
        default:
            problems.append(
                TopicProblem(
                    kind, "`\(kind.string ?? "")` is no kind of source\(Self.suggestion(kind.string, Self.sourceKinds)); \(said)", about: .sourceForm)
            )
            return nil
        }
    }

    private mutating func outlet(_ node: Node) -> Outlet? {
        guard case .mapping(let mapping) = node else {
            problems.append(TopicProblem(node, "an outlet is a list of keys: \(Self.quoted(Self.outletKeys))."))
            return nil
        }
        let fields = fields(of: mapping, allowed: Self.outletKeys, in: "an outlet")
        guard let name = fields["name"].flatMap({ text($0, of: "name") }) else {
            problems.append(TopicProblem(node, "this outlet has no `name`."))
            return nil
        }
        let grade = fields["reliability"].flatMap { text($0, of: "reliability") }
        let reliability = grade.flatMap { Reliability(rawValue: $0.uppercased()) }
        if grade != nil, reliability == nil, let place = fields["reliability"] {
            problems.append(TopicProblem(place, "`reliability` is a letter from A (reliable) to E (unreliable), or F (cannot be judged)."))
        }
        return Outlet(
            id: OutletID(fields["id"].flatMap { text($0, of: "id") } ?? Topic.slug(ofTitle: name)), name: name,
            kind: fields["kind"].flatMap { text($0, of: "kind") }.map(OutletKind.init(label:)) ?? .unknown,
            country: fields["country"].flatMap { text($0, of: "country") }, ownerGroup: fields["owner-group"].flatMap { text($0, of: "owner-group") },
            reliability: reliability, language: fields["language"].flatMap { text($0, of: "language") },
            homepage: fields["homepage"].flatMap { node in text(node, of: "homepage").flatMap { address(node, $0) } })
    }

    private mutating func length(_ node: Node?) -> Int? {
        guard let node, let word = text(node, of: "words") else { return nil }
        if let words = Int(word), Topic.lengths.contains(words) { return words }
        problems.append(
            TopicProblem(
                node, "`words` is a whole number from \(Topic.lengths.lowerBound) to \(Topic.lengths.upperBound), such as `words: 800`.",
                about: .length))
        return nil
    }

    /// Nil where neither is given.
    private mutating func quoteLimit(run: Node?, article: Node?) -> QuoteLimit? {
        let given = (number(run, of: "quote-limit", in: QuoteLimit.runs), number(article, of: "article-limit", in: QuoteLimit.articles))
        guard given.0 != nil || given.1 != nil else { return nil }
        return QuoteLimit(run: given.0 ?? QuoteLimit.standard.run, article: given.1 ?? QuoteLimit.standard.article)
    }

    private mutating func number(_ node: Node?, of key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node, let word = text(node, of: key) else { return nil }
        if let number = Int(word), range.contains(number) { return number }
        problems.append(TopicProblem(node, "`\(key)` is a whole number of words from \(range.lowerBound) to \(range.upperBound)."))
        return nil
    }

    private mutating func schedule(_ node: Node?) -> Schedule {
        guard let node, let word = text(node, of: "schedule") else { return .manual }
        if let schedule = Schedule(rawValue: word) { return schedule }
        problems.append(TopicProblem(node, "`schedule` is one of \(Self.quoted(Schedule.allCases.map(\.rawValue)))."))
        return .manual
    }

    private mutating func address(_ node: Node, _ text: String) -> String? {
        if let address = WebAddress(text), ["http", "https"].contains(address.scheme), !address.host.isEmpty { return text }
        problems.append(
            TopicProblem(
                node, "`\(text)` is not an address; it starts with http:// or https:// and has a host, such as https://example.org/feed.xml.",
                about: .address(text)))
        return nil
    }

    private func path(_ text: String) -> String { text.hasPrefix("/") ? text : folder + text }
}
