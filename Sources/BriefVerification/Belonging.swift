import BriefModel
import TextAnalysis

/// Where a statement puts the bodies it names, against where the library says they are at home.
struct Belonging {
    let assertion: Assertion
    let index: EvidenceIndex
    /// Country the paragraph is about, where it speaks of that country's own industry.
    var setting: String?

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let sentence = assertion.reading.sentence
        let offset = sentence.range.lowerBound
        var result: [Objection] = []
        for (name, country, marked) in HomeCountries.statements(in: sentence) { check(name, country, marked, offset, &result) }
        if let setting, result.isEmpty {
            for name in HomeCountries.examples(in: sentence) { check(name.key, setting, name.range, offset, &result) }
        }
        return result
    }

    /// The words that put a body in a country where no sentence does: that both are named near each other, or that others there are at home, says nothing.
    func unstated(_ alignments: [Alignment]) -> Range<Int>? {
        let sentence = assertion.reading.sentence
        let offset = sentence.range.lowerBound
        return HomeCountries.statements(in: sentence).first { name, country, marked in
            !index.homeCountries.says(name, country) && !alignments.contains { isSaid(name, country, in: sentence.bytes(marked), by: $0) }
        }.map { found in
            let marked = HomeCountries.wholly(found.marked, in: sentence)
            return (marked.lowerBound - offset)..<(marked.upperBound - offset)
        }
    }

    /// In the same words, as where an article knows the body by a shorter name, or as "China's DeepSeek", "Beijing-based lab DeepSeek". How other
    /// languages than English say it is not read: there one sentence with both will do.
    private func isSaid(_ name: String, _ country: String, in words: String, by alignment: Alignment) -> Bool {
        let entry = index.entries[alignment.entry], shelf = index.shelves[entry.article]
        guard shelf.outlet?.kind.needsCorroboration != true else { return false }
        let sentence = entry.reading.sentence
        if sentence.text.contains(words) { return true }
        if !shelf.article.language.hasPrefix("en") {
            return entry.reading.terms.contains { $0.key == name } && entry.reading.terms.contains { $0.key == country }
        }
        return sentence.names.contains { $0.key == name && sentence.isLedBy(country, $0.range) }
    }

    private func check(_ name: String, _ country: String, _ marked: Range<Int>, _ offset: Int, _ result: inout [Objection]) {
        guard let home = index.homeCountries.home(of: name), home.country != country, let fact = home.facts.first else { return }
        let words = index.entries[fact.entry].reading.text(fact.marked)
        let outlet = index.teller(of: fact.entry)
        result.append(
            Objection(
                reason: .attribute, alsoReason: .entityConflation, entry: fact.entry,
                span: (marked.lowerBound - offset)..<(marked.upperBound - offset), marked: fact.marked, strength: 0.9, isCentral: true,
                instead: words, telling: "\(outlet) \(Self.telling(words)); this line counts it among \(Self.possessive(country))."))
    }

    /// A full statement is quoted as what the outlet says; a phrase without a verb as what it writes.
    private static func telling(_ words: String) -> String {
        let isStatement = [" is ", " was ", " are ", " were "].contains { words.contains($0) }
        return isStatement ? "says \(words)" : "writes “\(words)”"
    }

    /// "china" → "China’s", "united states" → "the United States’".
    private static func possessive(_ country: String) -> String {
        let words = country.split(separator: " ").map { $0 == "of" || $0 == "and" ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst() }
        let name = (country.hasPrefix("united ") ? "the " : "") + words.joined(separator: " ")
        return name.hasSuffix("s") ? name + "’" : name + "’s"
    }
}
