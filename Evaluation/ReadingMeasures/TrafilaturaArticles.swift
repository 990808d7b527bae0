import ArticleExtraction
import Figures
import Foundation

/// One page of the set and what a person said of it.
struct TrafilaturaItem: Decodable {
    let file: String
    /// Pieces of the main text.
    let with: [String]
    /// Pieces of what surrounds it.
    let without: [String]
    let title: String?
    let author: OneOrMore?
    let date: String?

    /// Several authors are a list, one is a text.
    struct OneOrMore: Decodable {
        let values: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            values = if let one = try? container.decode(String.self) { [one] } else { try container.decode([String].self) }
        }
    }
}

/// Main text by pieces that must and must not be there, counted over the whole set.
/// Definition: `tests/evaluate.py` and `tests/eval_common.py` of adbar/trafilatura.
enum TrafilaturaArticles {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        let file = set.folder.appending(path: "evaldata.json")
        guard let data = try? Data(contentsOf: file) else { throw LabelledSetError.incomplete(set.given.path, lacking: "evaldata.json") }
        let items = try JSONDecoder().decode([String: TrafilaturaItem].self, from: data).sorted { $0.key < $1.key }
        var right = 0
        var missed = 0
        var wrong = 0
        var metadata = TrafilaturaMetadata()
        for (address, item) in set.chosen(items) {
            guard let page = page(item, set) else { throw LabelledSetError.incomplete(set.given.path, lacking: item.file) }
            let article = try? ArticleExtractor().extract(page: page, charset: nil, address: address)
            let text = squeezed(article?.plainBody ?? "")
            let lacking = item.with.filter { !text.contains(squeezed($0)) }
            let strange = item.without.filter { text.contains(squeezed($0)) }
            right += item.with.count - lacking.count
            missed += lacking.count
            wrong += strange.count
            if !lacking.isEmpty || !strange.isEmpty { show("\(item.file) text lacks \(lacking) and has \(strange)") }
            let known = article ?? (try? ArticleExtractor().metadata(page: page, charset: nil, address: address))
            metadata.add(item, known, show: show)
        }
        return [
            Figure("f1", share: 2 * right, of: 2 * right + wrong + missed), Figure("precision", share: right, of: right + wrong),
            Figure("recall", share: right, of: right + missed),
        ] + metadata.figures
    }

    private static func page(_ item: TrafilaturaItem, _ set: LabelledSet) -> [UInt8]? {
        for folder in ["cache", "eval"] {
            if let data = try? Data(contentsOf: set.folder.appending(path: "\(folder)/\(item.file)")) { return Array(data) }
        }
        return nil
    }

    /// White space as single spaces, none at the ends.
    private static func squeezed(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for word in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            if !output.isEmpty { output.append(" ") }
            output.append(contentsOf: word)
        }
        return String(output)
    }
}
