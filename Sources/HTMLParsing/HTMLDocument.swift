/// A page as a tree in one array. Nodes are numbered in document order, so that the descendants of a node are the numbers from
/// `node + 1` up to `end(of: node)`; the root is node 0 and stands for the page itself. Never deeper than its limits allow.
public struct HTMLDocument: Sendable {
    public typealias Node = Int

    struct Record: Sendable {
        var kind: Kind
        var tag: HTMLTag
        var parent: Int32
        var firstChild: Int32 = none
        var nextSibling: Int32 = none
        /// One past the last descendant.
        var end: Int32
        /// Text: a range of `bytes`. Element: a range of `attributes`.
        var lower: UInt32
        var upper: UInt32
        /// Index into `names` of an element.
        var name: UInt16

        static let none: Int32 = -1
    }

    enum Kind: Sendable { case root, element, text }

    struct Attribute: Sendable {
        var name: UInt16
        var lower: UInt32
        var upper: UInt32
    }

    /// Every text and attribute value, UTF-8, entities resolved.
    public let bytes: [UInt8]
    /// Where the page's characters come from: a WHATWG encoding name.
    public let encoding: String
    /// A limit cut the page short.
    public let wasCut: Bool
    let records: [Record]
    let attributes: [Attribute]
    let names: [String]
    let attributeNames: [String]

    init(
        bytes: [UInt8], encoding: String, wasCut: Bool, records: [Record], attributes: [Attribute], names: [String], attributeNames: [String]
    ) {
        self.bytes = bytes
        self.encoding = encoding
        self.wasCut = wasCut
        self.records = records
        self.attributes = attributes
        self.names = names
        self.attributeNames = attributeNames
    }

    public var root: Node { 0 }
    public var count: Int { records.count }
    /// All nodes in document order.
    public var nodes: Range<Node> { 0..<records.count }

    public func isText(_ node: Node) -> Bool { records[node].kind == .text }
    public func isElement(_ node: Node) -> Bool { records[node].kind == .element }

    /// `.other` for texts, the root and elements the standard does not know.
    public func tag(_ node: Node) -> HTMLTag { records[node].tag }

    /// Lower case; empty for texts and the root.
    public func name(_ node: Node) -> String { records[node].kind == .element ? names[Int(records[node].name)] : "" }

    public func parent(_ node: Node) -> Node? { index(records[node].parent) }
    public func firstChild(_ node: Node) -> Node? { index(records[node].firstChild) }
    public func nextSibling(_ node: Node) -> Node? { index(records[node].nextSibling) }

    /// One past the node's last descendant: `node..<end(of: node)` is its whole subtree in document order.
    public func end(of node: Node) -> Node { Int(records[node].end) }

    public func descendants(_ node: Node) -> Range<Node> { (node + 1)..<end(of: node) }

    public func children(_ node: Node) -> Children { Children(document: self, next: firstChild(node)) }

    public struct Children: Sequence, IteratorProtocol {
        let document: HTMLDocument
        var next_: Node?

        init(document: HTMLDocument, next: Node?) {
            self.document = document
            next_ = next
        }

        public mutating func next() -> Node? {
            guard let node = next_ else { return nil }
            next_ = document.nextSibling(node)
            return node
        }
    }

    private func index(_ number: Int32) -> Node? { number == Record.none ? nil : Int(number) }
}

// Looking things up.
extension HTMLDocument {
    /// Where a text node's characters stand in `bytes`; empty for others.
    public func textRange(_ node: Node) -> Range<Int> {
        let record = records[node]
        return record.kind == .text ? Int(record.lower)..<Int(record.upper) : 0..<0
    }

    /// Where an attribute's value stands in `bytes`; nil when the element has none.
    public func attributeRange(_ attribute: HTMLAttribute, of node: Node) -> Range<Int>? {
        let record = records[node]
        guard record.kind == .element, record.lower < record.upper else { return nil }
        let wanted = attribute.number
        for place in Int(record.lower)..<Int(record.upper) where attributes[place].name == wanted {
            return Int(attributes[place].lower)..<Int(attributes[place].upper)
        }
        return nil
    }

    public func has(_ attribute: HTMLAttribute, _ node: Node) -> Bool { attributeRange(attribute, of: node) != nil }

    public func attribute(_ attribute: HTMLAttribute, of node: Node) -> String? {
        attributeRange(attribute, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// An attribute of any name, lower case.
    public func attribute(named name: String, of node: Node) -> String? {
        let record = records[node]
        guard record.kind == .element else { return nil }
        let found = attributes[Int(record.lower)..<Int(record.upper)].first { attributeNames[Int($0.name)] == name }
        return found.map { String(decoding: bytes[Int($0.lower)..<Int($0.upper)], as: UTF8.self) }
    }

    /// Elements of this tag within a node, in document order.
    public func elements(_ tag: HTMLTag, in node: Node = 0) -> [Node] { descendants(node).filter { records[$0].tag == tag && isElement($0) } }

    public func first(_ tag: HTMLTag, in node: Node = 0) -> Node? { descendants(node).first { records[$0].tag == tag && isElement($0) } }

    /// All text below a node, as it stands.
    public func textContent(_ node: Node) -> String {
        var output: [UInt8] = []
        for inner in node..<end(of: node) where isText(inner) { output += bytes[textRange(inner)] }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether `ancestor` is `node` or stands above it.
    public func contains(_ ancestor: Node, _ node: Node) -> Bool { ancestor <= node && node < end(of: ancestor) }
}

extension HTMLAttribute {
    /// Its place in `allCases`, which is the number the reader gives it.
    var number: UInt16 {
        withUnsafeBytes(of: self) { UInt16($0[0]) }
    }
}
