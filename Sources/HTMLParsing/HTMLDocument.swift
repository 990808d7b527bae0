/// A page as a tree in one array. Nodes are numbered in document order, so that the descendants of a node are the numbers from
/// `node + 1` up to `end(of: node)`; the root is node 0 and stands for the page itself. Never deeper than its limits allow.
/// Comments and the doctype are left out.
public struct HTMLDocument: Sendable {
    public typealias Node = Int

    struct Record: Sendable, BitwiseCopyable {
        var kind: Kind
        var tag: HTMLTag
        var space: HTMLNamespace
        /// Index into `names` of an element.
        var name: UInt16
        var parent: Int32
        /// One past the last descendant.
        var end: Int32
        /// Element: a range of `attributes`. Others: a range of `bytes`.
        var lower: UInt32
        var upper: UInt32
    }

    /// The last three only when everything is kept.
    package enum Kind: UInt8, Sendable, BitwiseCopyable { case root, element, text, comment, instruction, doctype }

    struct Attribute: Sendable, BitwiseCopyable {
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

    public var root: Node { 0 }
    public var count: Int { records.count }
    /// All nodes in document order.
    public var nodes: Range<Node> { 0..<records.count }

    public func isText(_ node: Node) -> Bool { records[node].kind == .text }
    public func isElement(_ node: Node) -> Bool { records[node].kind == .element }

    /// `.other` for texts, the root, elements the standard does not know, and those within SVG and MathML.
    public func tag(_ node: Node) -> HTMLTag { records[node].tag }

    /// Lower case (SVG's as SVG writes them); empty for texts and the root.
    public func name(_ node: Node) -> String { records[node].kind == .element ? names[Int(records[node].name)] : "" }

    public func parent(_ node: Node) -> Node? { node == 0 ? nil : Int(records[node].parent) }

    public func firstChild(_ node: Node) -> Node? { node + 1 < end(of: node) ? node + 1 : nil }

    public func nextSibling(_ node: Node) -> Node? {
        guard node > 0 else { return nil }
        let record = records[node]
        return record.end < records[Int(record.parent)].end ? Int(record.end) : nil
    }

    /// One past the node's last descendant: `node..<end(of: node)` is its whole subtree in document order.
    public func end(of node: Node) -> Node { Int(records[node].end) }

    public func descendants(_ node: Node) -> Range<Node> { (node + 1)..<end(of: node) }

    public func children(_ node: Node) -> Children { Children(document: self, next: node + 1, end: end(of: node)) }

    public struct Children: Sequence, IteratorProtocol {
        let document: HTMLDocument
        var next_: Node
        let end: Node

        init(document: HTMLDocument, next: Node, end: Node) {
            self.document = document
            next_ = next
            self.end = end
        }

        public mutating func next() -> Node? {
            guard next_ < end else { return nil }
            defer { next_ = document.end(of: next_) }
            return next_
        }
    }
}
