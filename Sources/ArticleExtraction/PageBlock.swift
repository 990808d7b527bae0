import BriefModel
import HTMLParsing

/// A block of text as it stands in the page, before it is known to belong to the article.
struct PageBlock {
    var kind: TextBlock.Kind
    /// UTF-8, white space normalised.
    var text: [UInt8]
    /// Bytes of it inside links, in bold and in italics; white space left out.
    var linkLength = 0
    var boldLength = 0
    var italicLength = 0
    /// Links that start in it.
    var links = 0
    /// It holds a `<time>`, or an element that calls itself a byline.
    var holdsTime = false
    /// The nodes its text starts and ends at.
    var node: Int
    var lastNode = 0
    /// Where that text stands.
    var place = BlockPlace()

    var string: String { String(decoding: text, as: UTF8.self) }
}

/// What stands around a text: the open elements, summed up so that no list of them need be searched.
struct BlockPlace {
    /// One past the last node for which this holds.
    var end = Int.max
    var tag = HTMLTag.other
    /// The nearest element that starts a block.
    var container = 0
    var depth = 0
    var kind = TextBlock.Kind.paragraph
    /// Names of the nearest block element and of all elements above it but the outermost.
    var ownTraits: NameTraits = []
    var traits: NameTraits = []
    var regions: Regions = []
    /// The innermost and outermost element judged furniture or byline; 0 when there is none.
    var innerFurniture = 0
    var outerFurniture = 0
    /// The innermost element that calls itself the article's text.
    var articleNode = 0
    /// The innermost `<pre>`; 0 when there is none.
    var preformatted = 0
    var startsBlock = false
    var isLink = false
    var isBold = false
    var isItalic = false
    var isInQuoteOrItem = false

    struct Regions: OptionSet {
        let rawValue: UInt16
        static let nav = Regions(rawValue: 1 << 0)
        static let aside = Regions(rawValue: 1 << 1)
        static let footer = Regions(rawValue: 1 << 2)
        static let header = Regions(rawValue: 1 << 3)
        static let form = Regions(rawValue: 1 << 4)
        static let figure = Regions(rawValue: 1 << 5)
        static let article = Regions(rawValue: 1 << 6)
        static let main = Regions(rawValue: 1 << 7)
        static let list = Regions(rawValue: 1 << 8)
        static let table = Regions(rawValue: 1 << 9)
        static let quote = Regions(rawValue: 1 << 10)
        static let body = Regions(rawValue: 1 << 11)
    }
}

extension BlockPlace {
    /// The place inside an element that stands here.
    func inside(_ node: Int, _ tag: HTMLTag, _ map: PageMap, isBlock: Bool) -> BlockPlace {
        var place = self
        let document = map.document
        place.end = document.end(of: node)
        place.tag = tag
        place.depth += 1
        place.startsBlock = isBlock
        let traits = map.traits[node]
        if isBlock {
            place.container = node
            place.ownTraits = traits
        } else {
            place.ownTraits.formUnion(traits)
        }
        if tag != .body, tag != .html { place.traits.formUnion(traits) }
        if map.roles[node] != .content {
            place.innerFurniture = node
            if outerFurniture == 0 { place.outerFurniture = node }
        }
        if traits.contains(.article) { place.articleNode = node }
        switch tag {
        case .a: place.isLink = true
        case .b, .strong: place.isBold = true
        case .i, .em, .cite: place.isItalic = true
        case .h1, .h2, .h3, .h4, .h5, .h6: place.kind = .heading
        case .li, .dd, .dt:
            place.kind = .listItem
            place.isInQuoteOrItem = true
            place.regions.insert(.list)
        case .blockquote:
            place.kind = .quote
            place.isInQuoteOrItem = true
            place.regions.insert(.quote)
        case .pre: place.preformatted = node
        case .caption, .figcaption: place.kind = .caption
        case .p: if !isInQuoteOrItem { place.kind = .paragraph }
        case .tr, .td, .th: place.kind = .tableRow
        case .table: place.regions.insert(.table)
        case .nav: place.regions.insert(.nav)
        case .aside: place.regions.insert(.aside)
        case .footer: place.regions.insert(.footer)
        case .header: place.regions.insert(.header)
        case .form: place.regions.insert(.form)
        case .figure: place.regions.insert(.figure)
        case .article:
            place.regions.insert(.article)
            place.articleNode = node
        case .main: place.regions.insert(.main)
        default: break
        }
        if isBlock, let property = document.attributeRange(.itemprop, of: node), document.bytes[property].elementsEqual("articleBody".utf8) {
            place.regions.insert(.body)
            place.articleNode = node
        }
        return place
    }
}
