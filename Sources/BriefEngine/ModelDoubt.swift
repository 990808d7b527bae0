import BriefModel
import BriefVerification
import TextAnalysis

/// What a second look finds in a statement of a model that only uses words of its passages. A draft made without a model shortens sentences and never turns
/// them round; a model may: it may change over who did what to whom, put a figure in another's place, or leave out whose word it is.
struct ModelDoubt {
    let reason: ReasonCode
    /// A sentence for the model.
    let why: String

    /// Nil where the passages bear it out.
    init?(_ statement: Statement, outlets: [OutletID: Outlet]) {
        let day = statement.citations.first?.day
        let ours = TextAnalyzer().sentences(in: statement.text, day: day)
        let theirs = statement.citations.map { citation in
            TextAnalyzer().sentences(in: citation.passage.withoutDateline.exact, language: citation.language, day: citation.day)
        }
        if let changed = Self.changedOver(ours, theirs) {
            reason = .relation
            why = "“\(changed.0)” and “\(changed.1)” stand the other way round in the passage; keep them in its order."
        } else if let name = Self.newName(ours, theirs, outlets: statement.citations.map { outlets[$0.outlet]?.name ?? $0.outlet.rawValue }) {
            reason = .name
            why = "“\(name)” is no name in the passages."
        } else if Self.denials(ours) > Self.denials(theirs.flatMap(\.self)) {
            reason = .negation
            why = "It denies more than the passages do."
        } else if let figure = Self.repeatedFigure(ours, theirs) {
            reason = .number
            why = "The figure “\(figure)” stands there oftener than in the passages."
        } else if let speaker = Self.lostSpeaker(ours, theirs) {
            reason = .hedgeLost
            why = "The passage has it from \(speaker); say so."
        } else if let reasons = Self.otherwise(statement, outlets: outlets) {
            reason = reasons.first ?? .noEvidence
            why = "A passage it cites says otherwise."
        } else {
            return nil
        }
    }

    // MARK: - Who and what changed over

    /// Names and figures of a text that stand in it once, by place.
    private struct Order {
        var places: [String: Int] = [:]
        var shown: [String: String] = [:]
        /// Days, which may move to the front of a sentence or back, with what they are.
        var days: [String: DateMention] = [:]
        /// Words for whoever says the sentence, which may move likewise.
        var speaking: Set<String> = []

        init(_ sentences: [Sentence]) {
            var seen: Set<String> = []
            var place = 0
            for sentence in sentences {
                let speakers = sentence.attributions.compactMap(\.sourceRange)
                for token in sentence.tokens where token.kind == .number || token.isCapitalized && !token.isStopword {
                    place += 1
                    let key = token.folded
                    guard seen.insert(key).inserted else {
                        places[key] = nil
                        continue
                    }
                    places[key] = place
                    let start = token.range.lowerBound - sentence.range.lowerBound, end = token.range.upperBound - sentence.range.lowerBound
                    shown[key] = sentence.text.slice(utf8: start..<end).map(String.init) ?? key
                    days[key] = sentence.dates.first { $0.range.overlaps(token.range) && Self.standsByItself($0, in: sentence) }
                    if speakers.contains(where: { $0.overlaps(token.range) }) { speaking.insert(key) }
                }
            }
        }

        /// "On Tuesday", "in March": behind a preposition or at the beginning, not inside the name of something.
        private static func standsByItself(_ date: DateMention, in sentence: Sentence) -> Bool {
            sentence.tokens.last { $0.range.upperBound <= date.range.lowerBound }?.isStopword != false
        }

        /// Whether two words may stand in another order than there: one is part of the same day, or one and only one of who speaks, in both.
        func mayTurn(_ first: String, _ second: String, from other: Order) -> Bool {
            func isSameDay(_ key: String) -> Bool {
                guard let day = days[key], let theirs = other.days[key] else { return false }
                return day.first == theirs.first && day.last == theirs.last
            }
            func speaks(_ key: String) -> Bool { speaking.contains(key) && other.speaking.contains(key) }
            return isSameDay(first) || isSameDay(second) || speaks(first) != speaks(second)
        }
    }

    /// Two names or figures that stand in another order than in every passage that has both.
    private static func changedOver(_ ours: [Sentence], _ theirs: [[Sentence]]) -> (String, String)? {
        let passages = theirs.map(Order.init)
        for sentence in ours {
            let order = Order([sentence])
            let keys = order.places.sorted { $0.value < $1.value }.map(\.key)
            for (place, first) in keys.enumerated() {
                for second in keys[(place + 1)...] {
                    let both = passages.filter { $0.places[first] != nil && $0.places[second] != nil }
                    let isTurned = both.allSatisfy { passage in
                        !order.mayTurn(first, second, from: passage) && passage.places[first] ?? 0 > passage.places[second] ?? 0
                    }
                    if !both.isEmpty, isTurned { return (order.shown[first] ?? first, order.shown[second] ?? second) }
                }
            }
        }
        return nil
    }

    /// "Not so: …" denies a sentence all of whose words stand in the passage.
    private static func denials(_ sentences: [Sentence]) -> Int { sentences.reduce(0) { $0 + $1.cues.count { $0.kind == .negation } } }

    /// A word written as a name that is none in the passages, though its letters are there ("Space" of "space").
    private static func newName(_ ours: [Sentence], _ theirs: [[Sentence]], outlets: [String]) -> String? {
        func names(_ tokens: [Token]) -> Set<String> { Set(tokens.filter(\.isCapitalized).map(\.folded)) }
        let known = names(theirs.flatMap(\.self).flatMap(\.tokens)).union(names(outlets.flatMap { TextAnalyzer().tokens(in: $0) }))
        for sentence in ours {
            for (before, token) in zip(sentence.tokens, sentence.tokens.dropFirst()) where token.kind == .word && token.isCapitalized {
                // The first word of a quotation is written so whatever it is; a day may be written as the date it was.
                guard before.kind != .symbol, !known.contains(token.folded), !sentence.dates.contains(where: { $0.range.overlaps(token.range) })
                else { continue }
                return token.folded
            }
        }
        return nil
    }

    /// A figure that stands in it oftener than in all its passages: it took the place of another.
    private static func repeatedFigure(_ ours: [Sentence], _ theirs: [[Sentence]]) -> String? {
        func counts(_ sentences: [Sentence]) -> [String: Int] {
            // Days are compared as days: "Friday" may be written as the date it was.
            let figures = sentences.flatMap { sentence in
                sentence.tokens.filter { token in token.kind == .number && !sentence.dates.contains { $0.range.overlaps(token.range) } }
            }
            return figures.reduce(into: [:]) { $0[$1.folded, default: 0] += 1 }
        }
        let there = counts(theirs.flatMap(\.self))
        return counts(ours).filter { $0.value > there[$0.key] ?? 0 }.keys.min()
    }

    // MARK: - Whose word it is

    /// Content words a sentence must share with what somebody is quoted as saying before it counts as theirs, as a share of its own.
    private static let shared = 0.6

    /// Who says it in a passage, where the statement names nobody and no other passage says it of itself.
    private static func lostSpeaker(_ ours: [Sentence], _ theirs: [[Sentence]]) -> String? {
        for sentence in ours where sentence.attribution == nil {
            let words = content(sentence)
            guard !words.isEmpty else { continue }
            let all = Set(sentence.tokens.map(\.folded))
            let telling = theirs.flatMap(\.self).filter { Double(content($0).intersection(words).count) >= shared * Double(words.count) }
            var speaker: String?
            for one in telling {
                guard let said = one.attribution, said.kind == .statement, !said.source.isEmpty, covers(said, words, in: one) else {
                    speaker = nil
                    break
                }
                let named = TextAnalyzer().tokens(in: said.source).filter { !$0.isStopword }.map(\.folded)
                guard all.isDisjoint(with: named) else {
                    speaker = nil
                    break
                }
                speaker = said.source
            }
            if let speaker { return speaker }
        }
        return nil
    }

    /// Whether the words are of what is put down to somebody, and not of what the outlet says around it.
    private static func covers(_ said: Attribution, _ words: Set<String>, in sentence: Sentence) -> Bool {
        let inside = sentence.tokens.filter { token in said.content.contains { $0.overlaps(token.range) } }
        return Double(words.intersection(inside.map(\.stem)).count) >= shared * Double(words.count)
    }

    private static func content(_ sentence: Sentence) -> Set<String> {
        Set(sentence.tokens.filter { !$0.isStopword && $0.kind != .symbol }.map(\.stem))
    }

    // MARK: - What any claim is asked

    /// Why the check that any claim gets objects; nil where it does not.
    private static func otherwise(_ statement: Statement, outlets: [OutletID: Outlet]) -> [ReasonCode]? {
        let source = GivenSource(
            sentences: statement.citations.map(\.passage.withoutDateline.exact), days: statement.citations.map(\.day),
            outlets: statement.citations.map { outlets[$0.outlet]?.name ?? $0.outlet.rawValue })
        let result = StatementChecker().check(statement.text, against: source)
        return result.verdict == .contradicted ? result.reasons : nil
    }
}
