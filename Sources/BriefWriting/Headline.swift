import BriefModel

/// The headline: what happened last in the story that matters most, in the words of a title that its own report bears out.
struct HeadlineWriter {
    let pool: SentencePool
    let candidates: CandidateSet
    let ranking: StoryRanking
    let salience: Salience
    let longest = 110

    /// The title chosen, and the sentences that bear it out.
    func choose() -> (title: SourceSentence, text: String, proof: [SourceSentence])? {
        for story in ranking.stories.prefix(4) {
            var best: (score: Double, title: SourceSentence, proof: [SourceSentence])?
            for title in pool.sentences where title.isTitle && title.story == story.id && isUsable(title) {
                let proof = self.proof(of: title)
                guard let first = proof.first, first.article == title.article else { continue }
                let score = (1 + 0.3 * Double(proof.count)) * title.outlet.weight * salience.recency(title.day) * salience.recency(title.day)
                if score > best?.score ?? 0 { best = (score, title, proof) }
            }
            if let best { return (best.title, text(best.title), best.proof) }
        }
        return nil
    }

    private func text(_ title: SourceSentence) -> String {
        var text = title.sentence.text
        while text.hasSuffix(".") { text.removeLast() }
        return text
    }

    private func isUsable(_ title: SourceSentence) -> Bool {
        let text = title.sentence.text
        guard title.language == "en", title.fitness == .citation, !title.isNotFollowed, !title.isCorrection, title.outlet.weight >= 0.9 else {
            return false
        }
        guard text.count <= longest, text.split(separator: " ").count >= 6 else { return false }
        return !text.contains("?") && !text.contains(":") && !text.contains("!") && !text.contains("'") && !text.contains("\"") && !text.contains("“")
    }

    /// The lead of the same report that covers most of the title, then leads of other reports that say so too.
    private func proof(of title: SourceSentence) -> [SourceSentence] {
        func coverage(_ source: SourceSentence) -> Double {
            pool.weight(of: intersection(title.stems, source.stems)) / max(0.001, pool.weight(of: title.stems))
        }
        let own = pool.body(of: title.article).filter { $0.position < 6 && $0.fitness == .statement && !$0.isNotFollowed }
        guard let lead = own.max(by: { (coverage($0), $1.id) < (coverage($1), $0.id) }), coverage(lead) >= 0.35 else { return [] }
        return [lead] + (candidates.candidate(lead.id)?.support ?? []).prefix(3)
    }
}
