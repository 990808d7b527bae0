import ArticleExtraction
import BriefModel
import Figures
import Foundation

/// Title, authors and day by strict equality of what remains after normalising: the letters and digits, in lower case, words apart.
/// Several authors are joined in their order. A page counts for what is annotated of it. Scoring trafilatura's own output this way gives
/// what is published of it.
struct TrafilaturaMetadata {
    private var title = Tally("title")
    private var author = Tally("author")
    private var date = Tally("date")

    /// `article` is nil when nothing was found.
    mutating func add(_ item: TrafilaturaItem, _ article: ExtractedArticle?, show: (String) -> Void) {
        title.count(item, wanted: item.title, found: article?.title, show)
        author.count(item, wanted: item.author?.values.joined(separator: "; "), found: article?.authors.joined(separator: "; "), show)
        date.count(item, wanted: item.date, found: article?.publishedDay?.description, show)
    }

    var figures: [Figure] { [title, author, date].map { Figure($0.name, share: $0.right, of: $0.judged) } }

    private struct Tally {
        let name: String
        var right = 0
        var judged = 0

        init(_ name: String) { self.name = name }

        mutating func count(_ item: TrafilaturaItem, wanted: String?, found: String?, _ show: (String) -> Void) {
            guard let wanted, !wanted.isEmpty else { return }
            judged += 1
            if TrafilaturaMetadata.normalised(wanted) == TrafilaturaMetadata.normalised(found ?? "") {
                right += 1
            } else {
                show("\(item.file) \(name)\n  wanted \(wanted)\n  found  \(found ?? "")")
            }
        }
    }

    private static func normalised(_ text: String) -> [String] {
        text.precomposedStringWithCompatibilityMapping.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
