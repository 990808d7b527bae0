import ArgumentParser
import BriefModel
import BriefRendering
import Ingestion
import TextAnalysis

struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Texts to pairs of copies.",
        discussion: """
            Reads {"id","text"} lines; writes a {"first","second","similarity","containment"} line a pair. Pairs need all texts, so memory grows with the
            number of texts (their shingles, not their words).

            EXAMPLE
              bigpicture duplicates < texts.jsonl
            """)

    func run() throws {
        var texts: [(id: String, text: String)] = []
        try JSONLines.transform(TextItem.self) { item -> [Pair] in
            texts.append((item.id.text, item.text))
            return []
        }
        for pair in ReprintDetector().pairs(among: texts) {
            try JSONLines.write(Pair(first: pair.first, second: pair.second, similarity: pair.similarity, containment: pair.containment))
        }
    }

    private struct Pair: Encodable {
        let first, second: String
        let similarity, containment: Double
    }
}
