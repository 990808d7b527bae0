import BriefModel
import TextAnalysis

/// All sentences of the articles that count, reprints folded away, with the weight of every stem among them.
struct SentencePool: Sendable {
    private(set) var sentences: [SourceSentence] = []
    /// Sentence ids of each article, in reading order.
    private(set) var ids: [ArticleID: [Int]] = [:]
    /// Inverse document frequency by interned stem.
    private(set) var weights: [Double] = []
    let material: BriefMaterial
    /// Copies of each origin.
    let copies: [ArticleID: [ArticleID]]
    /// Where an article's body first has a stem, as a sentence index.
    private var firstPlaces: [ArticleID: [Int: Int]] = [:]
    private var stemIDs: [String: Int] = [:]
    private var nameIDs: [String: Int] = [:]

    init(_ material: BriefMaterial) {
        self.material = material
        copies = Dictionary(material.reprints.map { ($0.origin, $0.copies) }, uniquingKeysWith: { first, _ in first })
        let copied = Set(material.reprints.flatMap(\.copies))
        let articles = material.articles.values.filter { !copied.contains($0.article.id) }
            .sorted { ($0.article.published ?? $0.article.fetched, $0.article.id) < ($1.article.published ?? $1.article.fetched, $1.article.id) }
        let record = Record(material)
        var documentCounts: [Int] = []
        for article in articles {
            var seen: Set<Int> = []
            for stem in add(article, record: record) where seen.insert(stem).inserted {
                while documentCounts.count <= stem { documentCounts.append(0) }
                documentCounts[stem] += 1
            }
        }
        let total = Double(max(1, articles.count))
        weights = documentCounts.map { logarithm(1 + total / Double(max(1, $0))) }
    }

    /// The id of a stem, if any article has it.
    func stem(_ stem: String) -> Int? { stemIDs[stem] }

    func body(of article: ArticleID) -> [SourceSentence] { (ids[article] ?? []).map { sentences[$0] }.filter { !$0.isTitle } }

    /// Stems of the words that a wording keeps.
    func stems(of wording: Wording, in source: SourceSentence) -> [Int] {
        var kept: Set<Int> = []
        for token in source.sentence.tokens where !token.isStopword && wording.keeps(token.range) {
            if let id = stemIDs[token.stem] { kept.insert(id) }
        }
        return kept.sorted()
    }

    /// Whether a sentence before this one has the stem.
    func isIntroduced(_ stem: Int, before source: SourceSentence) -> Bool { firstPlaces[source.article]?[stem].map { $0 < source.index } ?? false }

    private static func subject(of sentence: Sentence, _ words: Line) -> Name? {
        guard sentence.names.contains(where: { $0.kind == .organisation || $0.kind == .other }) else { return nil }
        var line = words
        Shortening.dropDateline(&line)
        Shortening.dropConnectives(&line)
        if line.first?.core == "the", line.count > 1 { line.remove(0..<1) }
        guard let range = line.first?.range else { return nil }
        return sentence.names.first { ($0.kind == .organisation || $0.kind == .other) && $0.range.overlaps(range) }
    }

    /// The sentence of the pool that a passage stands in.
    func sentence(at passage: Passage) -> SourceSentence? {
        (ids[passage.article] ?? []).lazy.map { sentences[$0] }.first { $0.sentence.range.overlaps(passage.range) }
    }

    func weight(of stems: some Sequence<Int>) -> Double { stems.reduce(0) { $0 + weights[$1] } }

    /// Of the stems that both have; each is in order, every stem once.
    func weight(ofCommon left: [Int], _ right: [Int]) -> Double {
        var sum = 0.0
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] { sum += weights[left[i]] }
            (i, j) = (left[i] <= right[j] ? i + 1 : i, right[j] <= left[i] ? j + 1 : j)
        }
        return sum
    }

    func passage(_ sentence: SourceSentence) -> Passage {
        if let article = material.articles[sentence.article]?.article { return Passage(sentence.sentence, of: article) }
        return Passage(article: sentence.article, version: 1, range: sentence.sentence.range, exact: sentence.sentence.text)
    }

    /// Adds an article's sentences; returns every stem in them.
    private mutating func add(_ analyzed: AnalyzedArticle, record: Record) -> [Int] {
        let article = analyzed.article
        let outlet = material.outlets[article.outlet] ?? Outlet(id: article.outlet, name: article.outlet.rawValue)
        var position = 0
        var all: [Int] = []
        for (index, sentence) in analyzed.sentences.enumerated() {
            let kind = article.blocks.indices.contains(sentence.block) ? article.blocks[sentence.block].kind : .paragraph
            let isTitle = kind == .title
            let stems = intern(sentence)
            all += stems
            let line = Line(sentence)
            let claim = record.claim(article.id, sentence.range)
            sentences.append(
                SourceSentence(
                    id: sentences.count, article: article.id, index: index, sentence: sentence, line: line, subject: Self.subject(of: sentence, line),
                    outlet: outlet, day: article.day,
                    published: article.published ?? article.fetched, language: article.language, isTitle: isTitle,
                    position: isTitle ? -1 : position, story: record.stories[article.id],
                    fitness: SentenceEligibility.fitness(of: sentence, line, kind: kind, language: article.language, outlet: outlet),
                    stems: stems, names: internNames(sentence), quantities: sentence.countedQuantities, claim: claim,
                    isNotFollowed: record.isNotFollowed(article.id, sentence.range),
                    isCorrection: article.isCorrection || sentence.cues.contains { $0.kind == .correction }))
            ids[article.id, default: []].append(sentences.count - 1)
            if !isTitle { for stem in stems where firstPlaces[article.id]?[stem] == nil { firstPlaces[article.id, default: [:]][stem] = index } }
            if !isTitle { position += 1 }
        }
        return all
    }

    private mutating func intern(_ sentence: Sentence) -> [Int] {
        var result: Set<Int> = []
        for token in sentence.tokens where !token.isStopword && token.kind != .symbol {
            let key = token.stem
            let id = stemIDs[key] ?? stemIDs.count
            stemIDs[key] = id
            result.insert(id)
        }
        return result.sorted()
    }

    private mutating func internNames(_ sentence: Sentence) -> [Int] {
        var result: Set<Int> = []
        for name in sentence.names {
            let id = nameIDs[name.key] ?? nameIDs.count
            nameIDs[name.key] = id
            result.insert(id)
        }
        return result.sorted()
    }
}

/// What claim analysis found, by article and place.
private struct Record {
    var stories: [ArticleID: StoryID] = [:]
    private var claims: [ArticleID: [Claim]] = [:]
    private var notFollowed: [ArticleID: [Range<Int>]] = [:]

    init(_ material: BriefMaterial) {
        for story in material.stories { for article in story.articles { stories[article] = story.id } }
        for claim in material.claims { claims[claim.passage.article, default: []].append(claim) }
        for dispute in material.disputes {
            notFollowed[dispute.notFollowed.passage.article, default: []].append(dispute.notFollowed.passage.range)
        }
    }

    func claim(_ article: ArticleID, _ range: Range<Int>) -> Claim? { claims[article]?.first { $0.passage.range.overlaps(range) } }

    func isNotFollowed(_ article: ArticleID, _ range: Range<Int>) -> Bool { notFollowed[article]?.contains { $0.overlaps(range) } ?? false }
}

extension Sentence {
    /// Quantities that say something: no part of a date, no "one" or "two" of ordinary prose.
    var countedQuantities: [Quantity] {
        quantities.filter { quantity in
            (quantity.value > 2 || quantity.isMoneyOrShare) && !dates.contains { $0.range.overlaps(quantity.range) }
        }
    }
}

extension Quantity {
    /// A sum in a currency, a percentage or a part of a whole ("half of").
    var isMoneyOrShare: Bool { unit == "percent" || unit == "share" || unit.map { $0.utf8.count == 3 && $0.allSatisfy(\.isUppercase) } == true }
}
