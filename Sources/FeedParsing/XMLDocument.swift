/// An XML document as nodes in one array, in document order, over the bytes it was read from: texts and attribute values are ranges,
/// decoded when asked for. External entities do not exist here, and those a document declares are short texts (see `XMLEntities`).
final class XMLDocument: Sendable {
    typealias Node = Int

    struct Record {
        enum Kind: UInt8 { case element, text, section }

        var kind: Kind
        /// The text has references, carriage returns, or characters to put right.
        var needsDecoding = false
        var isText: Bool { kind != .element }
        /// Into `names`.
        var name: Int32 = -1
        var parent: Int32
        /// One past the last node inside.
        var end: Int32 = 0
        /// Bytes of a text; attributes of an element.
        var lower: Int32
        var upper: Int32
    }

    struct Attribute {
        var name: Int32
        var needsDecoding: Bool
        var lower: Int32
        var upper: Int32
    }

    let bytes: [UInt8]
    let records: [Record]
    let attributes: [Attribute]
    let names: [XMLName]
    let entities: XMLEntities
    /// What was first wrong with it; nil when it is well-formed.
    let fault: XMLFault?
    /// Every namespace that is declared somewhere, as written.
    let namespaces: [String]
    /// What stands between `<!DOCTYPE` and its end.
    let documentType: String

    init(
        bytes: [UInt8], records: [Record], attributes: [Attribute], scope: XMLScope, entities: XMLEntities, fault: XMLFault?, documentType: String
    ) {
        self.bytes = bytes
        self.records = records
        self.attributes = attributes
        names = scope.names
        namespaces = scope.namespaces
        self.entities = entities
        self.fault = fault
        self.documentType = documentType
    }

    /// Bounds on what is held in memory; what lies beyond them is left out.
    static let limits = (bytes: 64 << 20, depth: 256, attributes: 64, nodes: 4_000_000)

    /// Elements that stand in nothing: one, in a well-formed document.
    var roots: Children { Children(document: self, next: 0, end: records.count) }

    func isText(_ node: Node) -> Bool { records[node].isText }
    func end(of node: Node) -> Node { Int(records[node].end) }
    func parent(_ node: Node) -> Node? { records[node].parent < 0 ? nil : Int(records[node].parent) }
    func name(_ element: Node) -> XMLName { names[Int(records[element].name)] }
    func term(_ element: Node) -> XMLTerm { names[Int(records[element].name)].term }
    func vocabulary(_ element: Node) -> XMLVocabulary { names[Int(records[element].name)].vocabulary }

    /// The elements directly inside an element.
    func children(_ element: Node) -> Children { Children(document: self, next: element + 1, end: end(of: element)) }

    struct Children: Sequence, IteratorProtocol {
        private let records: [Record]
        private var place: Node
        private let end: Node

        init(document: XMLDocument, next: Node, end: Node) {
            records = document.records
            place = next
            self.end = end
        }

        mutating func next() -> Node? {
            while place < end {
                let node = place
                place = Int(records[node].end)
                if !records[node].isText { return node }
            }
            return nil
        }
    }

    func child(_ element: Node, _ term: XMLTerm) -> Node? { children(element).first { self.term($0) == term } }
}

// Texts and attributes.
extension XMLDocument {
    /// All text inside an element.
    func text(_ element: Node) -> String {
        let end = end(of: element)
        if end == element + 2, records[element + 1].isText { return text(of: records[element + 1]) }
        if end == element + 1 { return "" }
        var output: [UInt8] = []
        for node in (element + 1)..<end where records[node].isText { append(records[node], to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Where the only text of an element stands, white space around it left out; nil when it has to be decoded or put together.
    func plainPart(_ element: Node) -> Range<Int>? {
        guard end(of: element) == element + 2, records[element + 1].isText, !records[element + 1].needsDecoding else { return nil }
        var lower = Int(records[element + 1].lower)
        var upper = Int(records[element + 1].upper)
        while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
        while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    func hasElements(_ element: Node) -> Bool {
        var node = element + 1
        let end = end(of: element)
        while node < end {
            if !records[node].isText { return true }
            node = self.end(of: node)
        }
        return false
    }

    private func text(of record: Record) -> String {
        record.needsDecoding ? String(decoding: decoded(record), as: UTF8.self) : string(Int(record.lower)..<Int(record.upper))
    }

    private func string(_ range: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    func append(_ record: Record, to output: inout [UInt8]) {
        if record.needsDecoding { output += decoded(record) } else { output += bytes[Int(record.lower)..<Int(record.upper)] }
    }

    private func decoded(_ record: Record) -> [UInt8] {
        XMLText.decoded(bytes[Int(record.lower)..<Int(record.upper)], entities: record.kind == .section ? nil : entities)
    }

    /// The first attribute of this name, of no vocabulary or its element's own.
    func attribute(_ element: Node, _ term: XMLTerm) -> String? {
        value(element) { $0.term == term && ($0.vocabulary == .none || $0.vocabulary == vocabulary(element)) }
    }

    func attribute(_ element: Node, _ vocabulary: XMLVocabulary, _ term: XMLTerm) -> String? {
        value(element) { $0.term == term && $0.vocabulary == vocabulary }
    }

    func attribute(_ element: Node, named local: String) -> String? { value(element) { $0.local == local } }

    private func value(_ element: Node, _ isWanted: (XMLName) -> Bool) -> String? {
        let record = records[element]
        for place in Int(record.lower)..<Int(record.upper) where isWanted(names[Int(attributes[place].name)]) { return value(attributes[place]) }
        return nil
    }

    private func value(_ attribute: Attribute) -> String {
        let range = Int(attribute.lower)..<Int(attribute.upper)
        guard attribute.needsDecoding else { return string(range) }
        return String(decoding: XMLText.decoded(bytes[range], entities: entities, inAttribute: true), as: UTF8.self)
    }

    /// All attributes, for writing markup back.
    func attributeList(_ element: Node) -> [(name: XMLName, value: String)] {
        let record = records[element]
        return (Int(record.lower)..<Int(record.upper)).map { (names[Int(attributes[$0].name)], value(attributes[$0])) }
    }
}

/// Why a document is not well-formed, and where.
struct XMLFault: Hashable {
    let why: String
    let line: Int
}
