import CMarkup
import HTMLParsing

/// An XML document as a tree in one array, read without a DTD, external entities or entities of its own.
struct XMLTree {
    struct Element {
        var name: Int
        var parent: Int
        var firstChild = -1
        var nextSibling = -1
        var attributes: Range<Int>
        /// Pieces of this element's own text, in order, with its children: `text` for pieces, else an element's number.
        var content: [Content] = []
    }

    enum Content {
        case text(Range<Int>)
        case element(Int)
    }

    struct Attribute {
        var name: Int
        var value: Range<Int>
    }

    private(set) var elements: [Element] = []
    private var attributes: [Attribute] = []
    private let bytes: [UInt8]
    private let names: [XMLName]
    private let attributeNames: [XMLName]
    /// What was first wrong with it; nil when it is well-formed.
    let fault: (why: String, line: Int)?

    static let limits = (bytes: 32 << 20, depth: 256, attributes: 256, events: 4_000_000)

    /// - Parameter utf8: the document; whatever encoding it declares no longer counts.
    init?(utf8: [UInt8], tolerant: Bool) {
        let bounds = cm_limits(
            depth: UInt32(Self.limits.depth), attributes: UInt32(Self.limits.attributes), events: UInt32(Self.limits.events))
        guard let result = cm_read_xml(utf8, utf8.count, bounds, tolerant ? 1 : 0) else { return nil }
        defer { cm_free(result) }
        var count = 0
        var line: Int32 = 0
        fault = cm_error(result, &line).map { (String(cString: $0), Int(line)) }
        let text = cm_bytes(result, &count)
        let bytes = Array(UnsafeBufferPointer(start: text, count: count))
        self.bytes = bytes
        func table(_ ranges: UnsafePointer<cm_range>?, _ count: Int) -> [XMLName] {
            UnsafeBufferPointer(start: ranges, count: count).map { XMLName(qualified: bytes[Int($0.start)..<Int($0.end)]) }
        }
        let tagNames = cm_tag_names(result, &count)
        names = table(tagNames, count)
        let attributeNames = cm_attribute_names(result, &count)
        self.attributeNames = table(attributeNames, count)
        let events = cm_events(result, &count)
        build(UnsafeBufferPointer(start: events, count: count))
    }

    private mutating func build(_ events: UnsafeBufferPointer<cm_event>) {
        var open: [(element: Int, lastChild: Int)] = []
        for event in events {
            let range = Int(event.start)..<Int(event.end)
            switch event.kind {
            case UInt32(CM_START):
                let number = elements.count
                elements.append(
                    Element(name: Int(event.name), parent: open.last?.element ?? -1, attributes: attributes.count..<attributes.count))
                if let top = open.indices.last {
                    if open[top].lastChild < 0 {
                        elements[open[top].element].firstChild = number
                    } else {
                        elements[open[top].lastChild].nextSibling = number
                    }
                    open[top].lastChild = number
                    elements[open[top].element].content.append(.element(number))
                }
                open.append((number, -1))
            case UInt32(CM_ATTRIBUTE):
                attributes.append(Attribute(name: Int(event.name), value: range))
                if let top = open.last?.element { elements[top].attributes = elements[top].attributes.lowerBound..<attributes.count }
            case UInt32(CM_TEXT): if let top = open.last?.element { elements[top].content.append(.text(range)) }
            default: _ = open.popLast()
            }
        }
    }

    var root: Int? { elements.isEmpty ? nil : 0 }

    func name(_ element: Int) -> XMLName { names[elements[element].name] }

    func parent(_ element: Int) -> Int? { elements[element].parent < 0 ? nil : elements[element].parent }

    func children(_ element: Int) -> some Sequence<Int> {
        sequence(state: elements[element].firstChild) { [elements] next -> Int? in
            guard next >= 0 else { return nil }
            defer { next = elements[next].nextSibling }
            return next
        }
    }

    func child(_ element: Int, _ wanted: XMLName...) -> Int? { children(element).first { wanted.contains(name($0)) } }

    func attribute(_ element: Int, _ wanted: XMLName) -> String? {
        attributes[elements[element].attributes].first { attributeNames[$0.name] == wanted }.map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }

    /// All attributes by local name, for writing markup back.
    func attributeList(_ element: Int) -> [(name: String, value: String)] {
        attributes[elements[element].attributes].map { (attributeNames[$0.name].local, String(decoding: bytes[$0.value], as: UTF8.self)) }
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// All text below an element.
    func text(_ element: Int) -> String {
        var output: [UInt8] = []
        var waiting: [Content] = [.element(element)]
        while let next = waiting.popLast() {
            switch next {
            case .text(let range): output += bytes[range]
            case .element(let inner): waiting += elements[inner].content.reversed()
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
