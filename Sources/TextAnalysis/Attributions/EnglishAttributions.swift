import BriefModel

/// All that an English sentence puts down to somebody, with the places of source, cue and content.
struct EnglishAttributions {
    private let line: ClauseLine
    private let memory: SpeakerMemory
    private let drafts: [AttributionDraft]
    /// In the order of their cues.
    private(set) var attributions: [Attribution] = []
    /// The one whose word the sentence is; nil where nobody says it.
    private(set) var main: Attribution?
    /// A speaker before a colon and the block that is theirs.
    private let spoken: (words: ClosedRange<Int>, block: Range<Int>)?

    /// - Parameter quoted: quotations with their marks that stand in the sentence or reach into it.
    ///   - block: the block the sentence stands in, where it is the first of it.
    init(line: TokenLine, names: [Name], quoted: [Range<Int>], beginning block: Range<Int>?, isHeadline: Bool, memory: SpeakerMemory) {
        self.line = ClauseLine(line: line, names: names, quoted: quoted)
        self.memory = memory
        spoken = block.flatMap { block in SpokenLines.speaker(of: line, names: names, isHeadline: isHeadline).map { ($0, block) } }
        drafts = spoken == nil ? AttributionCueFinder(line: self.line).drafts() : []
        if let spoken { attributions = [spokenLine(spoken.words, spoken.block)] }
        main = attributions.first
        let spans = spans()
        for place in drafts.indices {
            guard let attribution = attribution(at: place, in: spans) else { continue }
            attributions.append(attribution)
            if main == nil, attribution.depth == 0, !Stopwords.contains(Folding.fold(attribution.source), language: "en"),
                MainAttribution(drafts[place], self.line).saysTheSentence
            {
                main = attribution
            }
        }
    }

    private func attribution(at place: Int, in spans: [[ClosedRange<Int>]]) -> Attribution? {
        let draft = drafts[place]
        let pieces = spans[place].map(bytes)
        guard !pieces.isEmpty || draft.opensNext else { return nil }
        let head = line.line.bytes(from: draft.head, through: max(draft.head, draft.cue.upperBound))
        let cue = draft.cue.contains(draft.head) ? draft.cue : draft.head...draft.head
        let resolved = (draft.antecedent ?? draft.source).flatMap {
            SourcePhrase(line: line.line, names: line.names, memory: memory, phrase: $0).resolved()
        }
        return Attribution(
            source: resolved?.text ?? draft.source.map { line.line.text.string(bytes($0)) } ?? "", cue: line.line.text.string(head),
            cueRange: line.line.bytes(from: cue.lowerBound, through: cue.upperBound), isAnonymous: resolved?.isAnonymous ?? (draft.source == nil),
            kind: draft.kind, sourceRange: draft.source.map(bytes), content: pieces, depth: depth(of: place, in: spans))
    }

    private func spokenLine(_ words: ClosedRange<Int>, _ block: Range<Int>) -> Attribution {
        let source = line.line.bytes(from: words.lowerBound, through: words.upperBound)
        let resolved = SourcePhrase(line: line.line, names: line.names, memory: memory, phrase: words).resolved()
        let start = line.line.tokens[words.upperBound + 1].range.lowerBound
        let opening = line.quoted.first { $0.lowerBound < start && $0.contains(start) && $0.lowerBound > source.upperBound }?.lowerBound ?? start
        return Attribution(
            source: resolved?.text ?? line.line.text.string(source), cue: ":", cueRange: source.upperBound..<(source.upperBound + 1),
            isAnonymous: resolved?.isAnonymous ?? false, sourceRange: source, content: [opening..<block.upperBound])
    }

    /// How many others have it in their content.
    private func depth(of place: Int, in spans: [[ClosedRange<Int>]]) -> Int {
        drafts.indices.count { other in other != place && spans[other].contains { $0.contains(drafts[place].cue.lowerBound) } }
    }

    // MARK: how far the contents go

    private func spans() -> [[ClosedRange<Int>]] {
        drafts.indices.map { place in
            let draft = drafts[place]
            var pieces: [ClosedRange<Int>] = []
            if let left = draft.left, left >= 0 {
                let start = leftStart(of: place)
                if start <= left { pieces.append(start...left) }
            }
            if let patient = draft.patient { pieces.append(patient) }
            if let right = draft.right, right < line.count {
                let end = rightEnd(of: place, from: right)
                if right <= end { pieces.append(right...end) }
            }
            return pieces
        }
    }

    /// The beginning of the sentence, or of what is said after an attribution that is over by then.
    private func leftStart(of place: Int) -> Int {
        var start = 0
        for earlier in drafts[..<place]
        where earlier.end < drafts[place].start
            && (earlier.left != nil || earlier.right.map { !line.joins($0 - 1) && line.marks(after: $0 - 1).contains(.colon) } == true)
        {
            start = max(start, earlier.left != nil ? earlier.end + 1 : earlier.right ?? 0)
        }
        // "As for the plan, “it is dead,” Brook said".
        if let left = drafts[place].left, let quotation = line.quoted.last(where: { $0.overlaps(line.line.tokens[left].range) }),
            let first = (start...left).first(where: { quotation.contains(line.line.tokens[$0].range.lowerBound) }), first > start,
            !line.marks(after: first - 1).isDisjoint(with: [.comma, .colon])
        {
            start = first
        }
        while start < drafts[place].start, line.has(.coordinator, at: start) { start += 1 }
        return start
    }

    private func rightEnd(of place: Int, from right: Int) -> Int {
        let draft = drafts[place]
        var end = line.count - 1
        // A later attribution beside this one, not inside of what it says.
        for (index, later) in drafts.enumerated() where index > place && later.cue.lowerBound > right {
            if let left = later.left, later.start > right {
                // "Brook plans to leave, Wren said": what Brook plans is in what Wren said.
                end = min(end, left)
                break
            }
            if isBeside(later, draft) {
                end = min(end, beforeBoundary(later.sharesSource ? later.cue.lowerBound : later.start))
                break
            }
        }
        if draft.reach == .phrase { end = phraseEnd(from: right, limit: end) }
        if let bracket = openBracket(before: draft.start),
            let close = (right...max(right, end)).first(where: { line.marks(after: $0).contains(.closesBracket) }), bracket < right
        {
            end = min(end, close)
        }
        return end
    }

    /// Beside, where a conjunction after a comma, a semicolon, a dash, or a bracket parts them, or both have the one source.
    private func isBeside(_ later: AttributionDraft, _ draft: AttributionDraft) -> Bool {
        let start = later.sharesSource ? later.cue.lowerBound : later.start
        guard start > 0 else { return false }
        let before = line.marks(after: start - 1)
        if !before.isDisjoint(with: [.stop, .dash, .opensBracket]) { return true }
        if later.sharesSource {
            return before.contains(.comma) || line.marks(after: start - 2).contains(.comma)
                || line.has(.coordinator, at: start - 1) && line.has(.past, at: later.head) && line.has(.past, at: draft.head)
        }
        if ["while", "but", "although", "though", "whereas"].contains(line.word(start - 1)) { return true }
        return ["and", "as", "or"].contains(line.word(start - 1)) && start > 1 && line.marks(after: start - 2).contains(.comma)
    }

    /// Without the conjunction and the adverbs that lead to what begins at a word.
    private func beforeBoundary(_ start: Int) -> Int {
        var end = start - 1
        while end > 0, line.has([.coordinator, .subordinator, .adverb], at: end), line.joins(end) { end -= 1 }
        return end
    }

    /// An object: up to a comma or a conjunction that begins something else.
    private func phraseEnd(from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit {
            let marks = line.marks(after: index)
            if !marks.isDisjoint(with: [.stop, .dash, .colon]) { return index }
            let next = index + 1
            if marks.contains(.comma),
                line.has([.coordinator, .relative, .subordinator, .gerund, .preposition, .nominative], at: next) || line.word(next).hasSuffix("ing")
            {
                return index
            }
            if line.has(.subordinator, at: next), !line.has(.preposition, at: next),
                !["how", "why", "where", "whether", "that", "once", "even"].contains(line.word(next)),
                !line.isQuoted[next]
            {
                return index
            }
            if line.has(.coordinator, at: next), next + 1 <= limit, line.has([.third, .past, .modal, .have, .be], at: next + 1), !line.isQuoted[next]
            {
                return index
            }
            index += 1
        }
        return limit
    }

    private func openBracket(before start: Int) -> Int? {
        var index = start - 1
        while index >= -1, start - index < 6 {
            if line.marks(after: index).contains(.opensBracket) { return index }
            index -= 1
        }
        return nil
    }

    // MARK: places

    /// With the quotation marks around it, and with all of a quotation that begins or ends beyond the sentence.
    private func bytes(_ span: ClosedRange<Int>) -> Range<Int> {
        let tokens = line.line.tokens
        var lower = tokens[span.lowerBound].range.lowerBound
        var upper = tokens[span.upperBound].range.upperBound
        for range in line.quoted {
            if range.contains(lower), span.lowerBound == 0 || !range.contains(tokens[span.lowerBound - 1].range.lowerBound) {
                lower = range.lowerBound
            }
            if range.contains(upper - 1), span.upperBound + 1 == tokens.count || !range.contains(tokens[span.upperBound + 1].range.lowerBound) {
                upper = range.upperBound
            }
        }
        // "Rep. John Mica (R-Fla.)": a bracket opened inside is closed inside.
        if span.contains(where: { $0 < span.upperBound && line.marks(after: $0).contains(.opensBracket) }),
            line.marks(after: span.upperBound).contains(.closesBracket),
            let close = line.line.gap(after: span.upperBound).firstIndex(of: UInt8(ascii: ")"))
        {
            upper = max(upper, close + 1)
        }
        return lower..<upper
    }
}
