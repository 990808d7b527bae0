import ArticleExtraction
import Figures
import Foundation

/// Main text beside a person's copy of it: shares of four-word shingles, averaged over pages, and how many pages are exactly right.
/// Definition: `evaluate.py` of scrapinghub/article-extraction-benchmark.
enum ScrapinghubArticles {
    private struct Truth: Decodable {
        let articleBody: String
        let url: String?
    }

    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        let file = set.folder.appending(path: "ground-truth.json")
        guard let data = try? Data(contentsOf: file) else { throw LabelledSetError.incomplete(set.given.path, lacking: "ground-truth.json") }
        let truths = try JSONDecoder().decode([String: Truth].self, from: data).sorted { $0.key < $1.key }
        var precisions: [Double] = []
        var recalls: [Double] = []
        var exact = 0
        let chosen = set.chosen(truths)
        for (key, truth) in chosen {
            let page = try Data(contentsOf: set.folder.appending(path: "html/\(key).html"))
            let article = try? ArticleExtractor().extract(page: Array(page), charset: "utf-8", address: truth.url ?? "")
            let wanted = Words.tokens(truth.articleBody)
            let found = Words.tokens(article?.plainBody ?? "")
            if wanted == found { exact += 1 }
            let overlap = ShingleOverlap(wanted: wanted, found: found)
            if overlap.found > 0 { precisions.append(Double(overlap.shared) / Double(overlap.found)) }
            if overlap.wanted > 0 { recalls.append(Double(overlap.shared) / Double(overlap.wanted)) }
            if wanted != found { show("\(key) shared \(overlap.shared) of \(overlap.wanted) wanted, \(overlap.found) found \(truth.url ?? "")") }
        }
        let precision = mean(precisions)
        let recall = mean(recalls)
        return [
            Figure("f1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)), Figure("precision", precision),
            Figure("recall", recall), Figure("accuracy", share: exact, of: chosen.count),
        ]
    }

    private static func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
}

/// Four-word shingles two texts share, repeated ones counted as often as both have them.
private struct ShingleOverlap {
    let wanted: Int
    let found: Int
    let shared: Int

    init(wanted: [Substring], found: [Substring]) {
        var left: [ArraySlice<Substring>: Int] = [:]
        let wantedShingles = Self.shingles(wanted)
        let foundShingles = Self.shingles(found)
        for shingle in wantedShingles { left[shingle, default: 0] += 1 }
        var shared = 0
        for shingle in foundShingles {
            guard let count = left[shingle], count > 0 else { continue }
            left[shingle] = count - 1
            shared += 1
        }
        self.wanted = wantedShingles.count
        self.found = foundShingles.count
        self.shared = shared
    }

    /// All of four words, or the one there is of a shorter text.
    private static func shingles(_ words: [Substring]) -> [ArraySlice<Substring>] {
        if words.isEmpty { return [] }
        return (0..<max(1, words.count - 3)).map { words[$0..<min(words.count, $0 + 4)] }
    }
}

/// What Python's `\w+` finds: runs of letters, numbers and underscores.
enum Words {
    static func tokens(_ text: String) -> [Substring] {
        text.unicodeScalars.split { !isWord($0) }.map { Substring($0) }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20) || scalar == "_" }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}

extension ExtractedArticle {
    /// Its blocks, a line each.
    var plainBody: String { body.map(\.text).joined(separator: "\n") }
}
