import HTMLParsing

/// Where the article's prose begins and ends among the lines of a page.
struct TextFrame {
    /// The first and the last line of prose; nil when there is none.
    let first: Int?
    let last: Int?

    /// - Parameter root: the node that holds the article.
    init(_ survey: PageSurvey, root: Int) {
        let end = survey.document.end(of: root)
        let inside = survey.lines.indices.filter { survey.lines[$0].node >= root && survey.lines[$0].node < end && survey.lines[$0].isProse }
        first = inside.first ?? survey.lines.firstIndex(where: \.isProse)
        last = inside.last ?? first
    }
}
