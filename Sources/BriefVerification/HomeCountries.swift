import BriefModel
import TextAnalysis

/// Where the library says that a body is at home: "X is an American company", "X, a Californian start-up", "Y of Shanghai", "founded in the United States".
struct HomeCountries: Sendable {
    struct Fact: Sendable {
        let country: String
        let entry: Int
        /// From the name to the words for where it is.
        let marked: Range<Int>
        let weight: Double
        /// How plainly it is said: 2 for "X is an American company" of X alone, 1 for X among others, 0 in passing or in a title.
        let plainness: Int
        let day: CalendarDay
    }

    private var facts: [String: [Fact]] = [:]

    private static let bodies: Set<String> = Set(
        """
        company companies firm firms maker makers start-up start-ups startup startups designer designers laboratory laboratories lab labs group
        supplier suppliers player players vendor vendors bank banks university manufacturer manufacturers developer developers provider giant outfit challenger investors chipmaker
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    private static let doubt: Set<String> = ["wrongly", "mistakenly", "error", "misfiled"]

    init(entries: [EvidenceIndex.Entry], shelves: [EvidenceIndex.Shelf]) {
        for (number, entry) in entries.enumerated() {
            let shelf = shelves[entry.article]
            if shelf.outlet?.kind.needsCorroboration == true { continue }
            let sentence = entry.reading.sentence
            if sentence.tokens.contains(where: { Self.doubt.contains($0.folded) }) { continue }
            for (name, country, marked) in Self.statements(in: sentence) {
                if sentence.tokens.contains(where: { $0.folded == "not" && marked.contains($0.range.lowerBound) }) { continue }
                let weight = shelf.corrects ? 3.0 : 1.0
                let fact = Fact(
                    country: country, entry: number, marked: sentence.completed(marked, bodies: Self.bodies), weight: weight,
                    plainness: Self.plainness(of: marked, in: sentence), day: shelf.article.day)
                facts[name, default: []].append(fact)
            }
        }
    }

    /// The country most of the library puts a body in, with the facts that say so; nil when unknown or evenly disputed.
    func home(of key: String) -> (country: String, facts: [Fact])? {
        guard let facts = facts[key] else { return nil }
        var weights: [String: Double] = [:]
        for fact in facts { weights[fact.country, default: 0] += fact.weight }
        let ranked = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = ranked.first, ranked.count == 1 || first.value > ranked[1].value * 1.5 else { return nil }
        return (first.key, facts.filter { $0.country == first.key }.sorted { ($0.rank, $1.day, $1.entry) > ($1.rank, $0.day, $0.entry) })
    }

    /// Whether any sentence puts a body in a country.
    func says(_ key: String, _ country: String) -> Bool { facts[key]?.contains { $0.country == country } == true }

    /// With what follows up to the word for a body: "X is an American AI company".
    static func wholly(_ marked: Range<Int>, in sentence: Sentence) -> Range<Int> {
        let next = sentence.tokens.filter { $0.range.lowerBound >= marked.upperBound }.prefix(4)
        guard let body = next.first(where: { bodies.contains($0.folded) }), !sentence.bytes(marked.upperBound..<body.range.lowerBound).contains(",")
        else { return marked }
        return marked.lowerBound..<body.range.upperBound
    }

    private static func plainness(of marked: Range<Int>, in sentence: Sentence) -> Int {
        guard sentence.block > 0 else { return 0 }
        let inside = sentence.tokens.filter { marked.overlaps($0.range) }
        guard inside.contains(where: { ["is", "was", "are", "were"].contains($0.folded) }) else { return 0 }
        return inside.contains { $0.folded == "and" } || marked.lowerBound > sentence.range.lowerBound + 8 ? 1 : 2
    }

    /// What a sentence says of where bodies are at home: name key, country, the words that say it.
    static func statements(in sentence: Sentence) -> [(name: String, country: String, marked: Range<Int>)] {
        var result: [(String, String, Range<Int>)] = []
        let bodiesNamed = sentence.names.filter { $0.kind == .organisation || $0.kind == .other || $0.kind == .product }
        for name in bodiesNamed {
            guard let after = sentence.tokens.firstIndex(where: { $0.range.lowerBound >= name.range.upperBound }) else { continue }
            let gap = sentence.bytes(name.range.upperBound..<sentence.tokens[after].range.lowerBound)
            let next = sentence.tokens[after].folded
            // "X, an American start-up", "X is a Californian company", "X, a company in Mountain View"
            let isApposition = gap.starts(with: ",") && ["a", "an", "the", "another"].contains(next)
            let isCopula = gap == " " && ["is", "was", "are", "were"].contains(next)
            if isApposition || isCopula, let found = country(from: after, in: sentence, mustNameBody: true) {
                result.append((name.key, found.country, name.range.lowerBound..<found.range.upperBound))
                continue
            }
            // "Biren Technology of Shanghai"
            if gap == " ", next == "of", let place = sentence.place(at: after + 1) {
                result.append((name.key, place.country, name.range.lowerBound..<place.range.upperBound))
            }
        }
        result += listed(in: sentence, names: bodiesNamed)
        result += members(in: sentence, names: bodiesNamed)
        return result
    }

    /// "Chinese laboratories, A, B and C"; "American start-ups such as D".
    private static func members(in sentence: Sentence, names: [Name]) -> [(String, String, Range<Int>)] {
        for (index, token) in sentence.tokens.enumerated() where bodies.contains(token.folded) {
            guard let place = (max(0, index - 3)..<index).compactMap({ sentence.nationality(at: $0) }).last else { continue }
            let listed = names.filter {
                $0.range.lowerBound >= token.range.upperBound && sentence.introduces(token.range.upperBound, $0.range.lowerBound)
            }
            if !listed.isEmpty { return listed.map { ($0.key, place.country, place.range.lowerBound..<$0.range.upperBound) } }
        }
        return []
    }

    /// Bodies that a sentence names as examples of a class: "start-ups like A", "major players, such as A, B and C".
    static func examples(in sentence: Sentence) -> [Name] {
        for (index, token) in sentence.tokens.enumerated() where bodies.contains(token.folded) {
            let names = sentence.names.filter {
                ($0.kind == .organisation || $0.kind == .other || $0.kind == .product) && $0.range.lowerBound >= token.range.upperBound
                    && sentence.introduces(token.range.upperBound, $0.range.lowerBound)
            }
            guard let first = names.first, index + 1 < sentence.tokens.count, sentence.tokens[index + 1].range.lowerBound < first.range.lowerBound
            else { continue }
            return names
        }
        return []
    }

    /// "A, B and C were all founded in the United States"; "A and B are also American companies"; "is based in Santa Clara".
    private static func listed(in sentence: Sentence, names: [Name]) -> [(String, String, Range<Int>)] {
        for (index, token) in sentence.tokens.enumerated() {
            var found: (country: String, range: Range<Int>)?
            if ["founded", "based", "headquartered"].contains(token.folded), index + 1 < sentence.tokens.count,
                sentence.tokens[index + 1].folded == "in"
            {
                found = sentence.place(at: index + 2)
            } else if ["are", "is", "were"].contains(token.folded) {
                found = country(from: index, in: sentence, mustNameBody: true)
            }
            guard let found else { continue }
            let subjects = names.filter {
                $0.range.upperBound <= token.range.lowerBound && sentence.isSameList($0.range.upperBound, token.range.lowerBound)
            }
            return subjects.map { ($0.key, found.country, $0.range.lowerBound..<found.range.upperBound) }
        }
        return []
    }

    /// A nationality or place within the next seven words, with a word for a body beside it, before the clause ends.
    private static func country(from start: Int, in sentence: Sentence, mustNameBody: Bool) -> (country: String, range: Range<Int>)? {
        var index = start
        var found: (country: String, range: Range<Int>)?
        var namesBody = !mustNameBody
        while index < sentence.tokens.count, index < start + 8 {
            let token = sentence.tokens[index]
            if index > start, sentence.bytes(sentence.tokens[index - 1].range.upperBound..<token.range.lowerBound).contains(",") { break }
            if bodies.contains(token.folded) { namesBody = true }
            if found == nil, let place = sentence.place(at: index) { found = place }
            if namesBody, let found { return found }
            index += 1
        }
        return nil
    }
}

extension HomeCountries.Fact {
    /// Corrections first, then what is said most plainly.
    fileprivate var rank: Int { Int(weight) * 10 + plainness }
}

extension Sentence {
    /// "X is an American" with the noun that follows: "X is an American company".
    fileprivate func completed(_ marked: Range<Int>, bodies: Set<String>) -> Range<Int> {
        guard let next = tokens.first(where: { $0.range.lowerBound >= marked.upperBound }), bodies.contains(next.folded),
            bytes(marked.upperBound..<next.range.lowerBound) == " "
        else { return marked }
        return marked.lowerBound..<next.range.upperBound
    }

    /// The text at absolute byte offsets.
    func bytes(_ range: Range<Int>) -> String {
        guard range.lowerBound >= self.range.lowerBound, range.upperBound <= self.range.upperBound else { return "" }
        return text.slice(utf8: (range.lowerBound - self.range.lowerBound)..<(range.upperBound - self.range.lowerBound)).map(String.init) ?? ""
    }

    /// The country of the nationality, place or adjective of a region that starts at a token ("Californian", "Mountain View, California").
    func place(at index: Int) -> (country: String, range: Range<Int>)? {
        guard index < tokens.count else { return nil }
        var index = index
        if tokens[index].folded == "the", index + 1 < tokens.count { index += 1 }
        let start = tokens[index].range.lowerBound
        if let name = names.first(where: { $0.range.contains(start) }) {
            if let country = Self.country(of: name.key) ?? Self.country(of: Folding.fold(name.text)) { return (country, name.range) }
        }
        for count in [3, 2, 1] where index + count <= tokens.count {
            let words = tokens[index..<(index + count)]
            guard words[index].isCapitalized else { return nil }
            if let country = Self.country(of: words.map(\.folded).joined(separator: " ")) {
                return (country, start..<words[index + count - 1].range.upperBound)
            }
        }
        return nil
    }

    /// A nationality or an adjective of a region, no noun: "Chinese", "Californian".
    func nationality(at index: Int) -> (country: String, range: Range<Int>)? {
        let token = tokens[index]
        guard token.isCapitalized, ["n", "e", "h", "i", "k"].contains(token.folded.last.map(String.init) ?? "") || token.folded == "us" else {
            return nil
        }
        let name = names.first { $0.range.contains(token.range.lowerBound) }
        guard let country = Self.country(of: token.folded) ?? name.flatMap({ $0.kind == .nationality ? Self.country(of: $0.key) : nil }) else {
            return nil
        }
        return (country, token.range)
    }

    /// A country stands before a name with a few words between them and no sign: "China's", "Chinese AI start-up".
    func isLedBy(_ country: String, _ name: Range<Int>) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.range.lowerBound >= name.lowerBound }) else { return false }
        return (max(0, first - 5)..<first).contains { index in
            guard let place = place(at: index), place.country == country, place.range.upperBound <= name.lowerBound else { return false }
            let between = place.range.upperBound..<name.lowerBound
            return !tokens.contains { between.contains($0.range.lowerBound) && $0.isStopword && $0.folded.count > 1 }
                && bytes(between).unicodeScalars.allSatisfy { $0.properties.isAlphabetic || [" ", "-", "'", "’"].contains($0) }
        }
    }

    /// Nothing but names, commas, dashes, "and", "like", "such as", "including" between two offsets.
    func introduces(_ from: Int, _ to: Int) -> Bool {
        for token in tokens where token.range.lowerBound >= from && token.range.upperBound <= to {
            if names.contains(where: { $0.range.contains(token.range.lowerBound) }) { continue }
            if !["and", "like", "such", "as", "including", "include", "or"].contains(token.folded) { return false }
        }
        return true
    }

    static func country(of key: String) -> String? {
        Gazetteer.country(key) ?? Gazetteer.country(ofRegion: key) ?? Gazetteer.country(ofCapital: key)
    }

    /// Only names, commas and "and" between two offsets, give or take "both", "all", "also".
    func isSameList(_ from: Int, _ to: Int) -> Bool {
        for token in tokens where token.range.lowerBound >= from && token.range.upperBound <= to {
            if names.contains(where: { $0.range.contains(token.range.lowerBound) }) { continue }
            if ["and", "both", "all", "also", "were", "are", "is", "or", "technology"].contains(token.folded) { continue }
            return false
        }
        return true
    }
}
