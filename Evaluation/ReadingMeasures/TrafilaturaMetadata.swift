import ArticleExtraction
import Figures

/// Title, author and date of the pages that say what they are.
struct TrafilaturaMetadata {
    /// `article` is nil when nothing was found.
    mutating func add(_ item: TrafilaturaItem, _ article: ExtractedArticle?, show: (String) -> Void) {}

    var figures: [Figure] { [] }
}
