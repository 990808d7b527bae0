/// A page as a tree in one array. Nodes are numbered in document order, so that the descendants of a node are the numbers from
/// `node + 1` up to `end(of: node)`; the root is node 0 and stands for the page itself. Never deeper than its limits allow.
/// Comments and the doctype are left out.
public struct HTMLDocument: Sendable {
    public typealias Node = Int

    @usableFromInline
    struct Record: Sendable, BitwiseCopyable {
        @usableFromInline var kind: Kind
        @usableFromInline var tag: HTMLTag
        var space: HTMLNamespace
        /// Index into `names` of an element.
        var name: UInt16
        @usableFromInline var parent: Int32
        /// One past the last descendant.
        @usableFromInline var end: Int32
        /// Element: a range of `attributes`. Others: a range of `bytes`.
        @usableFromInline var lower: UInt32
        @usableFromInline var upper: UInt32
    }

    /// The last three only when everything is kept.
    @usableFromInline
    package enum Kind: UInt8, Sendable, BitwiseCopyable { case root, element, text, comment, instruction, doctype }

    @usableFromInline
    struct Attribute: Sendable, BitwiseCopyable {
        @usableFromInline var name: UInt16
        @usableFromInline var lower: UInt32
        @usableFromInline var upper: UInt32
    }

    /// Every text and attribute value, UTF-8, entities resolved.
    public let bytes: [UInt8]
    /// Where the page's characters come from: a WHATWG encoding name.
    public let encoding: String
    /// A limit cut the page short.
    public let wasCut: Bool
    @usableFromInline let records: [Record]
    @usableFromInline let attributes: [Attribute]
    let names: [String]
    let attributeNames: [String]

    @inlinable public var root: Node { 0 }
    @inlinable public var count: Int { records.count }
    /// All nodes in document order.
    @inlinable public var nodes: Range<Node> { 0..<records.count }

    @inlinable public func isText(_ node: Node) -> Bool { records[node].kind == .text }
    @inlinable public func isElement(_ node: Node) -> Bool { records[node].kind == .element }

    /// `.other` for texts, the root, elements the standard does not know, and those within SVG and MathML.
    @inlinable public func tag(_ node: Node) -> HTMLTag { records[node].tag }

    /// Lower case (SVG's as SVG writes them); empty for texts and the root.
    public func name(_ node: Node) -> String { records[node].kind == .element ? names[Int(records[node].name)] : "" }

    @inlinable public func parent(_ node: Node) -> Node? { node == 0 ? nil : Int(records[node].parent) }

    @inlinable public func firstChild(_ node: Node) -> Node? { node + 1 < end(of: node) ? node + 1 : nil }

    @inlinable public func nextSibling(_ node: Node) -> Node? {
        guard node > 0 else { return nil }
        let record = records[node]
        return record.end < records[Int(record.parent)].end ? Int(record.end) : nil
    }

    /// One past the node's last descendant: `node..<end(of: node)` is its whole subtree in document order.
    @inlinable public func end(of node: Node) -> Node { Int(records[node].end) }

    @inlinable public func descendants(_ node: Node) -> Range<Node> { (node + 1)..<end(of: node) }

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
