import BriefModel
import TextAnalysis

/// Who "he" and "the company" can be, by the sentences before.
extension Referents {
    func earlierSentences(_ source: SourceSentence) -> [SourceSentence] {
        pool.body(of: source.article).filter { $0.index < source.index }
    }

    /// The one person the sentence before speaks of. A sentence that itself only says "he" passes the question on.
    func person(before source: SourceSentence) -> (String, Int)? {
        for earlier in earlierSentences(source).suffix(3).reversed() {
            let people = earlier.sentence.names.filter { $0.kind == .person }
            var distinct: [Name] = []
            for name in people where !distinct.contains(where: { $0.key == name.key || $0.text.hasSuffix(" " + name.text) }) { distinct.append(name) }
            if distinct.count > 1 { return nil }
            if let name = distinct.first {
                if name.text.contains(" ") { return (name.text, earlier.id) }
                let full = earlierSentences(source).first { $0.sentence.names.contains { $0.kind == .person && $0.text.hasSuffix(" " + name.text) } }
                guard let full, let spelled = full.sentence.names.first(where: { $0.text.hasSuffix(" " + name.text) }) else {
                    return (name.text, earlier.id)
                }
                return (spelled.text, full.id)
            }
            let start = earlier.line.words.prefix(3).map(\.core)
            guard start.contains(where: { WordingWords.personPronouns.contains($0) }) else { return nil }
        }
        return nil
    }

    /// The one body the sentence before has as its subject.
    func body(before source: SourceSentence) -> (String, Int)? {
        for earlier in earlierSentences(source).suffix(4).reversed() {
            var line = earlier.line
            Shortening.dropDateline(&line)
            Shortening.dropConnectives(&line)
            guard let first = line.first, let range = first.range else { return nil }
            if let name = earlier.sentence.names.first(where: { $0.range.overlaps(range) }) {
                let isPossessive = first.text.contains("'s") || first.text.contains("’s") || first.text.contains("s'")
                guard name.kind == .organisation || name.kind == .product || name.kind == .other, !isPossessive,
                    name.range.lowerBound == range.lowerBound,
                    leads(name, in: earlier), agreesWithClaim(name, source)
                else { return nil }
                return (name.text, earlier.id)
            }
            let start = line.words.prefix(2).map(\.core)
            let passesOn = start[0] == "it" || start[0] == "its" || start.count > 1 && start[0] == "the" && WordingWords.bodyNouns.contains(start[1])
            guard passesOn else { return nil }
        }
        return nil
    }

    /// Where the sentence names other bodies too, only the one the article speaks of most can be "the company".
    func leads(_ name: Name, in sentence: SourceSentence) -> Bool {
        let rivals = Set(sentence.sentence.names.filter { ($0.kind == .organisation || $0.kind == .other) && $0.key != name.key }.map(\.key))
        guard !rivals.isEmpty else { return true }
        var counts: [String: Int] = [:]
        for id in pool.ids[sentence.article] ?? [] { if let name = pool.sentences[id].subject { counts[name.key, default: 0] += 1 } }
        return rivals.allSatisfy { counts[$0, default: 0] < counts[name.key, default: 0] }
    }

    /// Text and claim analysis resolve speakers on their own; where they name another one, nothing is certain.
    func agreesWithClaim(_ name: Name, _ source: SourceSentence) -> Bool {
        guard let speaker = source.sentence.attribution?.source, speaker.first?.isUppercase == true else { return true }
        if Line.core(speaker).split(separator: " ").contains(where: { WordingWords.companyNouns.contains(String($0)) }) { return true }
        return speaker.contains(name.text) || name.text.contains(speaker) || speaker.hasPrefix("The ")
            || WordingWords.personPronouns.contains(Line.core(speaker))
    }
}
