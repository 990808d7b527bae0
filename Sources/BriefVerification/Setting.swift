import BriefModel

/// What the lines before one are about, as far as it colours how the next is read.
struct Setting {
    private(set) var country: String?
    private(set) var paragraph = -1

    mutating func read(_ line: BriefText.Line) {
    }
}
