import BriefModel

/// How the names and plain nouns of a library are written, and which may stand in a label.
struct LabelForms {
    private var written: [String: [String: Int]] = [:]
    /// How often "the" stands before a name in running text.
    private var definite: [String: Int] = [:]
    private var mentions: [String: Int] = [:]
    /// "Nvidia's H200": owner, then what it owns.
    private var owners: [String: Set<String>] = [:]
    private var kinds: [String: [Name.Kind: Int]] = [:]
    private var outlets: [String: Set<OutletID>] = [:]
    private var allOutlets: Set<OutletID> = []
    private var nouns: Set<String> = []
    private var plainCounts: [String: Int] = [:]
    /// The topic's own phrases of two words, by their roots.
    private let phrases: Set<String>

    init(topic: Topic) {
        let roots = topic.include.map { $0.lowercased().split(separator: " ").map { Self.root(String($0)) } }
        phrases = Set(roots.filter { $0.count == 2 }.map { $0.joined(separator: " ") })
    }

    /// The keys an article offers.
    mutating func learn(_ article: AnalyzedArticle) -> (body: Set<String>, title: Set<String>) {
        allOutlets.insert(article.article.outlet)
        var body: Set<String> = []
        var title: Set<String> = []
        for sentence in article.sentences {
            let keys = names(in: sentence) + pairs(in: sentence) + singles(in: sentence)
            if sentence.block == 0 { title.formUnion(keys) } else { body.formUnion(keys) }
        }
        for key in body.union(title) { outlets[key, default: []].insert(article.article.outlet) }
        return (body, title)
    }

    private mutating func names(in sentence: Sentence) -> [String] {
        for (left, right) in zip(sentence.names, sentence.names.dropFirst()) where isOwned(right, by: left, in: sentence) {
            owners[right.key, default: []].insert(left.key)
        }
        var before: Token?
        var tokens = sentence.tokens[...]
        for name in sentence.names {
            while let token = tokens.first, token.range.upperBound <= name.range.lowerBound {
                before = token
                tokens.removeFirst()
            }
            kinds[name.key, default: [:]][name.kind, default: 0] += 1
            guard name.kind != .nationality else { continue }
            written[name.key, default: [:]][name.text, default: 0] += 1
            guard sentence.block > 0 else { continue }
            mentions[name.key, default: 0] += 1
            if before?.folded == "the", before?.range.upperBound == name.range.lowerBound - 1 { definite[name.key, default: 0] += 1 }
        }
        return sentence.names.map(\.key)
    }

    private func isOwned(_ right: Name, by left: Name, in sentence: Sentence) -> Bool {
        guard right.kind != .person, left.kind == .organisation || left.kind == .other else { return false }
        let gap = right.range.lowerBound - left.range.upperBound
        guard gap == 3 || gap == 5 else { return false }
        let start = left.range.upperBound - sentence.range.lowerBound
        let between = Array(sentence.text.utf8.dropFirst(start).prefix(gap))
        return between == Array("'s ".utf8) || between == Array("’s ".utf8)
    }

    /// Two plain words side by side, or a plain word and an abbreviation ("military AI"); told from names by having no kind.
    /// A pair that another plain word follows is half a phrase ("sovereign wealth" of "sovereign wealth fund").
    private mutating func pairs(in sentence: Sentence) -> [String] {
        let tokens = sentence.tokens
        var found: [String] = []
        for index in tokens.indices.dropFirst() {
            let (left, right) = (tokens[index - 1], tokens[index])
            guard right.range.lowerBound == left.range.upperBound + 1 else { continue }
            let (opens, closes) = (Self.isAbbreviation(left, in: sentence), Self.isAbbreviation(right, in: sentence))
            guard Self.isPlain(left) && (Self.isPlain(right) || closes) || opens && Self.isPlain(right) else { continue }
            guard !Self.generic.contains(Self.root(right.folded)), !Self.generic.contains(Self.root(left.folded)) else { continue }
            if index + 1 < tokens.count, Self.isPlain(tokens[index + 1]), tokens[index + 1].range.lowerBound == right.range.upperBound + 1 {
                continue
            }
            let key = left.folded + " " + Self.root(right.folded)
            let shown = (opens ? left.folded.uppercased() : left.folded) + " " + (closes ? right.folded.uppercased() : right.folded)
            written[key, default: [:]][shown, default: 0] += 1
            found.append(key)
        }
        return found
    }

    /// Plain nouns: known by a plural that a determiner stood before, anywhere in the library ("the satellites").
    private mutating func singles(in sentence: Sentence) -> [String] {
        var found: [String] = []
        var before: Token?
        for token in sentence.tokens {
            defer { before = token }
            guard Self.isPlain(token), token.range.count > 4, !Self.generic.contains(Self.root(token.folded)) else { continue }
            let key = Self.root(token.folded)
            if token.folded.hasSuffix("s") {
                if let before, Self.determiners.contains(before.folded) { nouns.insert(key) }
                written[key, default: [:]][token.folded, default: 0] += 1
            }
            found.append(key)
            plainCounts[key, default: 0] += 1
        }
        return found
    }

    private static let determiners: Set<String> = [
        "the", "these", "those", "their", "its", "his", "our", "of", "many", "two", "three", "several", "more",
    ]
    private static let sayings: Set<String> = [
        "said", "says", "say", "told", "according", "reported", "raises", "shows", "calls", "asks", "puts", "backs",
    ]
    /// Words that fit any news and so name none: roots, as `root` makes them.
    private static let generic: Set<String> = [
        "countrie", "country", "state", "nation", "government", "compan", "company", "companie", "firm", "official", "people", "year", "month",
        "week",
        "number", "question", "term", "rule", "limit", "thing", "report", "minister", "leader", "expert", "researcher", "critic", "supporter",
        "party",
        "partie", "group", "world", "point", "case", "principle", "maker", "rival", "plan", "result", "detail", "figure", "force", "mistake", "error",
        "one", "two", "three", "four", "talk", "sale", "model", "system", "power", "order", "right", "threat", "hole", "promise", "buyer", "customer",
        "start", "quarter", "record",
    ]

    private static func isPlain(_ token: Token) -> Bool {
        token.kind == .word && !token.isStopword && !token.isCapitalized && token.range.count > 2 && !sayings.contains(token.folded)
            && !token.folded.hasSuffix("ly") && !token.folded.hasSuffix("ed")
    }

    private static func isAbbreviation(_ token: Token, in sentence: Sentence) -> Bool {
        guard token.isCapitalized, token.kind == .word, (2...4).contains(token.range.count) else { return false }
        let start = token.range.lowerBound - sentence.range.lowerBound
        return sentence.text.utf8.dropFirst(start).prefix(token.range.count).allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// "drones" and "drone" are one word.
    static func root(_ word: String) -> String {
        word.hasSuffix("s") && !word.hasSuffix("ss") && word.utf8.count > 3 ? String(word.dropLast()) : word
    }

    /// One outlet's own words, and what has no written form or stands in no headline, name no theme.
    func isWorthy(_ key: String, inTitle: Bool) -> Bool {
        guard written[key] != nil, allOutlets.count < 3 || outlets[key, default: []].count > 1 else { return false }
        guard inTitle, !Self.generic.contains(Self.root(key)) else { return false }
        if let kind = kind(of: key) { return kind != .nationality }
        return (key.utf8.contains(0x20) || nouns.contains(key))
    }

    func standsLast(_ key: String) -> Bool { isPlace(key) || isDefinite(key) }

    func isPlace(_ key: String) -> Bool { kind(of: key) == .place }

    func isName(_ key: String) -> Bool { kind(of: key) != nil }

    /// "Drone swarms", where the reports or the topic put two plain nouns so.
    func compound(_ first: String, _ second: String) -> (key: String, shown: String)? {
        guard !isName(first), !isName(second), !first.utf8.contains(0x20), !second.utf8.contains(0x20) else { return nil }
        for (left, right) in [(first, second), (second, first)] where written["\(left) \(right)"] != nil || phrases.contains("\(left) \(right)") {
            return ("\(left) \(right)", "\(left) \(plain(right))")
        }
        return nil
    }

    /// "Nvidia's H200", where the text writes one of the two so.
    func owned(_ first: String, _ second: String) -> String? {
        for (owner, thing) in [(first, second), (second, first)] where owners[thing]?.contains(owner) == true {
            return "\(plain(owner))'s \(plain(thing))"
        }
        return nil
    }

    private func kind(of key: String) -> Name.Kind? {
        // A plain word that a headline's capital once made a name is none.
        guard let found = kinds[key], found.values.reduce(0, +) * 3 > (plainCounts[key] ?? 0) else { return nil }
        return found.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }

    /// Bodies and products name a theme better than people, places or plain words.
    func standing(_ key: String) -> Double {
        switch kind(of: key) {
        case .organisation, .product: 1
        case .other: 0.95
        case .place, .nationality: 0.5
        case .person: 0.35
        case nil: key.utf8.contains(0x20) ? 0.8 : 0.45
        }
    }

    /// As it is usually written, with "the" where running text has it: "the Pentagon".
    func shown(_ key: String) -> String {
        isDefinite(key) ? "the " + plain(key) : plain(key)
    }

    private func isDefinite(_ key: String) -> Bool { (definite[key] ?? 0) * 2 > (mentions[key] ?? 0) }

    /// As it is written most often; a plain noun in the plural where it has one ("aircraft carriers").
    private func plain(_ key: String) -> String {
        guard let written = written[key] else { return key }
        let plurals = isName(key) ? [:] : written.filter { $0.key.hasSuffix("s") && !$0.key.hasSuffix("ss") }
        return (plurals.isEmpty ? written : plurals).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
    }
}
