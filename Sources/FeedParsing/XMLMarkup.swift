import BriefModel

/// Markup that stands in a feed as XML, written back as HTML text.
enum XMLMarkup {
    private enum Step {
        case write(XMLTree.Content)
        case close(String)
    }

    /// The content of an element. An element that holds only text gives that text unescaped: markup escaped once, as RSS has it.
    static func write(_ tree: XMLTree, _ element: Int) -> String {
        guard tree.elements[element].firstChild >= 0 else { return tree.text(element) }
        var output = ""
        var waiting: [Step] = tree.elements[element].content.reversed().map { .write($0) }
        while let step = waiting.popLast() {
            switch step {
            case .write(.text(let range)): output += FeedText.escaped(tree.string(range))
            case .write(.element(let inner)):
                let name = tree.name(inner).local
                let attributes = tree.attributeList(inner).map { " \($0.name)=\"\(FeedText.escaped($0.value, inAttribute: true))\"" }
                output += "<\(name)\(attributes.joined())>"
                let isVoid = ["br", "img", "hr"].contains(name)
                if !isVoid { waiting.append(.close(name)) }
                waiting += tree.elements[inner].content.reversed().map { .write($0) }
            case .close(let name): output += "</\(name)>"
            }
        }
        return output
    }
}

/// The address relative links of an element are resolved against (W3C XML Base).
enum XMLBase {
    static func of(_ element: Int, in tree: XMLTree, document: WebAddress?) -> WebAddress? {
        var bases: [String] = []
        var next: Int? = element
        while let here = next {
            if let base = tree.attribute(here, XMLName(.xml, "base")) { bases.append(base) }
            next = tree.parent(here)
        }
        return bases.reversed().reduce(document) { $0?.resolving($1) ?? WebAddress($1) ?? $0 }
    }
}

/// RSS writes authors as "mail@example.org (Name)".
enum PersonName {
    static func tidy(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        if let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
            return FeedText.tidy(String(text[text.index(after: open)..<close]))
        }
        if let open = text.firstIndex(of: "<"), open > text.startIndex { return FeedText.tidy(String(text[..<open])) }
        return text
    }
}
