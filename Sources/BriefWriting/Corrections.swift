import BriefModel
import TextAnalysis

/// "Northlight Wire corrected a report on 6 February: the number of signatories is 35; it had earlier reported 34."
/// What was corrected is never stated otherwise than so.
struct CorrectionWriter {
    let pool: SentencePool

    struct Correction {
        let text: String
        let sources: [SourceSentence]
        let dissent: [(source: SourceSentence, why: String)]
        let story: StoryID?
        let day: CalendarDay
    }

    func corrections() -> [Correction] {
        pool.ids.keys.compactMap { article -> Correction? in
            guard pool.material.articles[article]?.article.isCorrection == true else { return nil }
            return correction(in: article)
        }
        .sorted { ($0.day, $0.text) < ($1.day, $1.text) }
    }

    private func correction(in article: ArticleID) -> Correction? {
        let sentences = (pool.ids[article] ?? []).map { pool.sentences[$0] }
        guard let title = sentences.first(where: \.isTitle), title.language == "en", !title.outlet.kind.needsCorroboration else { return nil }
        let body = sentences.filter { !$0.isTitle }
        let disputes = pool.material.disputes.filter { $0.kind == .corrected && $0.followed.passage.article == article }
        guard let stated = statedTitle(title, body: body) ?? disputes.lazy.compactMap({ self.statedSentence($0, body) }).first else { return nil }
        var text = "\(title.outlet.name) corrected a report on \(title.day.inBrief(pool.material.asOf.day)): \(stated.text)"
        var sources = stated.sources
        if let old = earlierNumber(stated.sources, body, disputes) {
            text += "; it had earlier reported \(old.text)"
            sources.append(old.source)
        }
        let dissent = disputes.compactMap { dispute in
            pool.sentence(at: dispute.notFollowed.passage).flatMap { $0.article == article ? nil : (source: $0, why: dispute.why) }
        }
        return Correction(text: text + ".", sources: unique(sources), dissent: dissent, story: title.story, day: title.day)
    }

    /// "CORRECTION: Number of signatories … is 35" says what is right, when the body bears it out.
    private func statedTitle(_ title: SourceSentence, body: [SourceSentence]) -> (text: String, sources: [SourceSentence])? {
        var line = title.line
        guard let marker = line.first?.core, ["correction", "corrected", "clarification"].contains(marker), line.count > 4 else { return nil }
        line.remove(0..<1)
        let proof = body.max { agreement($0, title) < agreement($1, title) }
        guard let proof, let first = line.first else { return nil }
        var text = line.words.map(\.text).joined(separator: " ")
        while text.hasSuffix(".") { text.removeLast() }
        // A common noun at the head of a title: lower case and an article, as in running text.
        let isCommon = body.contains { $0.sentence.tokens.contains { $0.folded == first.core && !$0.isCapitalized } }
        if isCommon { text = "the " + text.prefix(1).lowercased() + text.dropFirst() }
        return (text, [title, proof])
    }

    private func agreement(_ source: SourceSentence, _ title: SourceSentence) -> Double {
        let numbers = source.quantities.count { one in title.quantities.contains { $0.value == one.value } }
        return Double(numbers) * 10 + pool.weight(of: intersection(source.stems, title.stems)) - 0.01 * Double(source.position)
    }

    private func statedSentence(_ dispute: Dispute, _ body: [SourceSentence]) -> (text: String, sources: [SourceSentence])? {
        guard let source = body.first(where: { $0.sentence.range.overlaps(dispute.followed.passage.range) }) else { return nil }
        let text = source.sentence.text
        return (String(text.hasSuffix(".") ? text.dropLast() : text[...]), [source])
    }

    /// The number that was wrong, where the correction itself names it.
    private func earlierNumber(
        _ stated: [SourceSentence], _ body: [SourceSentence], _ disputes: [Dispute]
    ) -> (text: String, source: SourceSentence)? {
        let right = Set(stated.flatMap(\.quantities).map(\.value))
        guard let title = stated.first, !title.quantities.isEmpty else { return nil }
        let wrong = Set(disputes.flatMap { $0.notFollowed.quantities.map(\.value) }).subtracting(right)
        for source in body where !stated.contains(where: { $0.id == source.id }) {
            for quantity in source.quantities where quantity.value != quantity.value.rounded() || quantity.value > 1 {
                guard !right.contains(quantity.value), wrong.isEmpty || wrong.contains(quantity.value) else { continue }
                let isOld = source.line.words.contains {
                    ["early", "earlier", "first", "wrongly", "gave", "given", "originally", "said", "reported"].contains($0.core)
                }
                guard isOld, quantity.value == quantity.value.rounded() else { continue }
                return (String(Int(quantity.value)), source)
            }
        }
        return nil
    }

    private func unique(_ sources: [SourceSentence]) -> [SourceSentence] {
        var seen: Set<Int> = []
        return sources.filter { seen.insert($0.id).inserted }
    }
}
