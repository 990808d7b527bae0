import BriefModel

/// Chooses the figures of a section that its text has not told: sums of money, shares and counts, each once.
struct KeyFigures {
    let set: CandidateSet

    /// A figure as readers tell one from another: how much, of what.
    struct Figure: Hashable {
        let value: Double
        let unit: String?

        init(_ quantity: Quantity) {
            value = quantity.value
            unit = quantity.unit
        }
    }

    /// Figures among these words.
    static func figures(of candidate: Candidate) -> Set<Figure> { Set(candidate.source.quantities.map(Figure.init)) }

    /// Candidates that state a figure nobody has stated yet and say what it is of, in the order of the stories.
    /// - Parameters:
    ///   - told: figures that stand in the brief already.
    ///   - taken: what the section says; a figure may lean on it, and must not be the same news.
    func choose(_ stories: [StoryID], told: Set<Figure>, beside taken: [Candidate], composer: Composer, limit: Int) -> [Candidate] {
        var told = told
        var chosen: [Candidate] = []
        // What has no figure to tell now will have none later.
        var telling = stories.map { story in (story: story, candidates: set.candidates(story).filter { states($0, besides: told) }) }
        while chosen.count < limit {
            let options = telling.flatMap { story, candidates in
                let context = composer.introduced(on: [story]).union((taken + chosen).filter { $0.story == story }.flatMap(\.stems))
                return candidates.filter { leans($0, onlyOn: context) && saysWhose($0, context) }
            }
            // What each leans on was looked at story by story.
            let context = Set(options.flatMap(\.wording.needs))
            // What another statement cites as saying much the same may still hold the figure that it does not.
            let best = composer.best(of: options, near: taken + chosen, context: context, least: 0.1, toll: 0.3, closest: 0.85, score: worth)
            guard let best else { break }
            chosen.append(best)
            told.formUnion(Self.figures(of: best))
            for place in telling.indices { telling[place].candidates.removeAll { !states($0, besides: told) } }
        }
        return chosen.enumerated().sorted { (rank($0.element, stories), $0.offset) < (rank($1.element, stories), $1.offset) }.map(\.element)
    }

    private func rank(_ candidate: Candidate, _ stories: [StoryID]) -> Int { stories.firstIndex { $0 == candidate.story } ?? stories.count }

    private func states(_ candidate: Candidate, besides told: Set<Figure>) -> Bool {
        guard candidate.substance.isConcrete, !candidate.roles.contains(.quote), !opensWithSpan(candidate) else { return false }
        return candidate.source.quantities.contains { quantity in
            guard let unit = quantity.unit, !told.contains(Figure(quantity)) else { return false }
            return quantity.isMoneyOrShare || !SubstanceWords.wordsAboutWords.contains(unit)
        }
    }

    /// "Six weeks on, …" tells how long ago, not how much.
    private func opensWithSpan(_ candidate: Candidate) -> Bool {
        candidate.wording.line.words.prefix(3).contains { SubstanceWords.spans.contains($0.core) }
    }

    /// "The declaration" may lean on what the section says of the same story; "the company" might be another one.
    private func leans(_ candidate: Candidate, onlyOn context: Set<Int>) -> Bool {
        guard candidate.wording.needs.isSubset(of: context) else { return false }
        return candidate.wording.needs.isEmpty || !candidate.wording.line.words.prefix(4).contains { WordingWords.bodyNouns.contains($0.core) }
    }

    /// "Talks about a takeover at $1.6 billion" tells nobody whose; "the contract at issue" does where the section spoke of contracts. Of "Lisa Su, the chief
    /// executive", a reader must know of what.
    private func saysWhose(_ candidate: Candidate, _ context: Set<Int>) -> Bool {
        let names = candidate.source.sentence.names.filter { candidate.wording.keeps($0.range) }
        guard names.isEmpty else {
            return names.contains { $0.kind != .person } || !candidate.wording.line.words.contains { WordingWords.roleNouns.contains($0.core) }
        }
        // "The text lists 20 principles" speaks of a text told of; "a commander with forty drones" and "analysts" are nobody's.
        guard candidate.wording.line.words.first?.core == "the" else { return false }
        let opening = candidate.wording.line.words.prefix(3).compactMap(\.range)
        return candidate.source.sentence.tokens.contains { token in
            !token.isStopword && opening.contains { $0.overlaps(token.range) } && set.pool.stem(token.stem).map(context.contains) == true
        }
    }

    /// Money and shares are what a reader looks for first; what several report is surer; what names nobody is hard to place.
    private func worth(_ candidate: Candidate) -> Double {
        let names = candidate.source.sentence.names.contains { candidate.wording.keeps($0.range) }
        return candidate.salience * (candidate.source.quantities.contains(where: \.isMoneyOrShare) ? 1.2 : 1) * (candidate.breadth > 1 ? 1.2 : 1)
            * (names ? 1 : 0.7)
    }
}
