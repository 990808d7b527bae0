import BriefModel
import TextAnalysis

/// Turns the passages of a candidate into citations, in the order a reader should meet them.
struct Citing: Sendable {
    let pool: SentencePool
    /// More than this helps nobody to check a sentence.
    let mostCitations = 6

    func citations(of candidate: Candidate) -> [Citation] {
        let own = [candidate.source] + candidate.wording.antecedents.map { pool.sentences[$0] }
        let others = candidate.support.sorted { rank($0) > rank($1) }
        let kept = own + others.prefix(max(0, mostCitations - own.count))
        // The passage that was worded leads its own article; articles stand by the weight of their outlet, then by date.
        let order = articles(kept.map(\.article), leading: candidate.source.article)
        return order.flatMap { article in kept.filter { $0.article == article } }.map { citation($0, for: candidate.source) }
    }

    private func rank(_ source: SourceSentence) -> Double {
        source.outlet.weight + (source.isCorrection ? 0.5 : 0) - Double(source.published.secondsSince1970) / 1e12
    }

    private func articles(_ cited: [ArticleID], leading: ArticleID) -> [ArticleID] {
        var order: [ArticleID] = [leading]
        for article in cited where !order.contains(article) { order.append(article) }
        return order
    }

    func citation(_ source: SourceSentence, for base: SourceSentence) -> Citation {
        citation(source, marked: marked(source, for: base))
    }

    private func citation(_ source: SourceSentence, marked: Range<Int>?) -> Citation {
        Citation(
            passage: pool.passage(source), marked: marked, outlet: source.outlet.id, day: source.day, reprintedBy: reprinting(source),
            language: source.language)
    }

    /// The stretch of the passage that carries the statement: highest sum of shared words, less a toll for words between them.
    func marked(_ source: SourceSentence, for base: SourceSentence) -> Range<Int>? {
        let wanted = Set(base.stems)
        let shared = source.sentence.names.filter { name in base.sentence.names.contains { $0.key == name.key } }.map(\.range)
        let numbers = source.quantities.filter { one in base.quantities.contains { $0.value == one.value } }.map(\.range)
        let marks = shared + numbers
        var best: (sum: Double, range: Range<Int>)?
        var sum = 0.0
        var start: Int?
        for token in source.sentence.tokens {
            let stem = pool.stem(token.stem)
            let isShared =
                source.id == base.id
                ? !token.isStopword : !token.isStopword && stem.map(wanted.contains) == true || marks.contains { $0.overlaps(token.range) }
            let value = isShared ? 1 + (stem.map { $0 < pool.weights.count ? pool.weights[$0] : 0 } ?? 0) / 4 : token.isStopword ? -0.15 : -0.6
            if sum <= 0 {
                sum = 0
                start = token.range.lowerBound
            }
            sum += value
            if let start, isShared, sum > best?.sum ?? 0.5 { best = (sum, start..<token.range.upperBound) }
        }
        guard let best else { return nil }
        let base = source.sentence.range.lowerBound
        return (best.range.lowerBound - base)..<(best.range.upperBound - base)
    }

    /// Outlets whose copy of the article still carries this passage.
    private func reprinting(_ source: SourceSentence) -> [OutletID] {
        let words = source.sentence.tokens.map(\.folded)
        var outlets: Set<OutletID> = []
        for copy in pool.copies[source.article] ?? [] {
            guard let analyzed = pool.material.articles[copy] else { continue }
            let carries = analyzed.sentences.contains { carriesMost(of: words, $0.tokens.map(\.folded)) }
            if carries { outlets.insert(analyzed.article.outlet) }
        }
        return outlets.subtracting([source.outlet.id]).sorted()
    }

    private func carriesMost(of words: [String], _ other: [String]) -> Bool {
        guard !words.isEmpty, other.count * 2 > words.count else { return false }
        let there = Set(other)
        return Double(words.count(where: there.contains)) / Double(words.count) > 0.8
    }

    // MARK: - Corroboration

    func corroboration(of candidate: Candidate) -> Corroboration {
        let passages = [candidate.source] + candidate.support
        var owners: Set<String> = []
        var outlets: [OutletID] = []
        // A tabloid that repeats a figure is cited, but it is no second witness.
        for passage in passages
        where !(passage.outlet.kind.needsCorroboration && passage.id != candidate.id)
            && owners.insert(passage.outlet.house).inserted
        {
            outlets.append(passage.outlet.id)
        }
        return Corroboration(outlets: outlets, origins: origins(of: passages))
    }

    /// The one mouth behind all passages, where each of them names it.
    private func origins(of passages: [SourceSentence]) -> [String] {
        var named: [(key: String, text: String)] = []
        for passage in passages {
            guard let speaker = speaker(of: passage) else { return [] }
            named.append((lastWord(speaker), speaker))
        }
        guard let first = named.first, named.allSatisfy({ $0.key == first.key }) else { return [] }
        return [named.map(\.text).max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? first.text]
    }

    /// Whose word the passage is; nil where it is the outlet's own.
    func speaker(of source: SourceSentence) -> String? {
        if let claim = source.claim {
            guard claim.claimant != source.outlet.name, claim.claimant != source.outlet.id.rawValue, !claim.claimant.isEmpty else { return nil }
            return isVoice(claim.claimant, of: source.outlet) ? claim.claimant : nil
        }
        return source.sentence.attribution.flatMap { isVoice($0.source, of: source.outlet) ? $0.source : nil }
    }

    /// A person or body with a name, or people told by their tie to the matter; not the outlet, not a thing.
    private func isVoice(_ text: String, of outlet: Outlet) -> Bool {
        guard !outlet.name.contains(text), let first = text.split(separator: " ").first.map({ Line.core(String($0)) }) else { return false }
        guard !WordingWords.countingStarts.contains(first), !first.contains("-"), !(first.utf8.first.map { (0x30...0x39).contains($0) } ?? true)
        else { return false }
        return text.contains(where: \.isUppercase)
            || text.contains(" ") && ["people", "officials", "official", "executives", "analysts"].contains { text.contains($0) }
    }

    private func lastWord(_ text: String) -> String { Folding.fold(text).split(separator: " ").last.map(String.init) ?? "" }

    // MARK: - Dissent

    /// Who says otherwise than a passage behind the statement.
    func dissent(against candidate: Candidate) -> [Dissent] {
        let passages = [candidate.source] + candidate.support
        var seen: Set<ArticleID> = []
        var result: [Dissent] = []
        for dispute in pool.material.disputes {
            let followed = dispute.followed.passage
            guard passages.contains(where: { $0.article == followed.article && $0.sentence.range.overlaps(followed.range) }),
                let other = pool.sentence(at: dispute.notFollowed.passage), seen.insert(other.article).inserted
            else { continue }
            result.append(Dissent(citation: citation(other, marked: differing(other, from: candidate.source)), why: dispute.why))
        }
        return result
    }

    /// The figure that stands against the statement, with the word it follows ("bought 400,000"); nil where the difference is no figure.
    private func differing(_ source: SourceSentence, from base: SourceSentence) -> Range<Int>? {
        guard let figure = source.quantities.first(where: { one in !base.quantities.contains { $0.value == one.value } }) else { return nil }
        let before = source.sentence.tokens.last { $0.range.upperBound <= figure.range.lowerBound }
        let start = before.flatMap { $0.isStopword ? nil : $0.range.lowerBound } ?? figure.range.lowerBound
        let offset = source.sentence.range.lowerBound
        return (start - offset)..<(figure.range.upperBound - offset)
    }
}
