import HTMLParsing

/// What an element is by its tag alone.
enum TagRoles {
    static let neverText = TagSet([
        .script, .style, .noscript, .template, .head, .iframe, .object, .embed, .svg, .math, .canvas, .audio, .video, .select, .textarea, .input,
        .button, .map, .noframes,
    ])
    static let furniture = TagSet([.nav, .aside, .footer, .dialog, .menu, .figcaption, .label, .option, .legend, .progress, .meter, .search])
    static let headings = TagSet([.h1, .h2, .h3, .h4, .h5, .h6])
    static let blocks = TagSet([
        .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl, .dt, .fieldset, .figcaption, .figure,
        .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .li, .main, .menu, .nav, .ol, .p, .pre, .search, .section,
        .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
    ])
    /// 1 to 6; 0 for no heading.
    static func headingLevel(_ tag: HTMLTag) -> Float {
        switch tag {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: 0
        }
    }

    /// Elements that are a paragraph themselves.
    static let prose = TagSet([.p, .blockquote, .pre, .li, .dd, .dt, .h1, .h2, .h3, .h4, .h5, .h6, .span, .font, .b, .i, .em, .strong, .a])
    /// They give words a look or a target; whatever their names say, the words belong to the sentence.
    static let wording = TagSet([.a, .abbr, .b, .cite, .code, .del, .dfn, .em, .font, .i, .ins, .kbd, .mark, .q, .s, .small, .strong, .sub, .sup, .u])
}

/// A set of tags looked up by their place in the list of all tags.
struct TagSet: Sendable {
    private var low: UInt64 = 0
    private var middle: UInt64 = 0
    private var high: UInt64 = 0

    init(_ tags: [HTMLTag]) {
        for tag in tags {
            let bit: UInt64 = 1 << UInt64(tag.number & 63)
            switch tag.number >> 6 {
            case 0: low |= bit
            case 1: middle |= bit
            default: high |= bit
            }
        }
    }

    func contains(_ tag: HTMLTag) -> Bool {
        let number = tag.number
        let word = number < 64 ? low : number < 128 ? middle : high
        return (word >> UInt64(number & 63)) & 1 == 1
    }
}
