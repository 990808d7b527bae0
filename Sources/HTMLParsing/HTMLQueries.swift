// Looking things up.
extension HTMLDocument {
    /// Where a text node's characters stand in `bytes`; empty for others.
    @inlinable public func textRange(_ node: Node) -> Range<Int> {
        let record = records[node]
        return record.kind == .text ? Int(record.lower)..<Int(record.upper) : 0..<0
    }

    /// Where an attribute's value stands in `bytes`; nil when the element has none.
    @inlinable public func attributeRange(_ attribute: HTMLAttribute, of node: Node) -> Range<Int>? {
        let record = records[node]
        guard record.kind == .element, record.lower < record.upper else { return nil }
        let wanted = attribute.number
        for place in Int(record.lower)..<Int(record.upper) where attributes[place].name == wanted {
            return Int(attributes[place].lower)..<Int(attributes[place].upper)
        }
        return nil
    }

    /// Which of the attributes this house looks at an element has: one pass where several are asked for.
    @inlinable public func attributes(of node: Node) -> HTMLAttributeSet {
        var set = HTMLAttributeSet()
        let record = records[node]
        guard record.kind == .element else { return set }
        for place in Int(record.lower)..<Int(record.upper) { set.insert(number: attributes[place].name) }
        return set
    }

    @inlinable public func has(_ attribute: HTMLAttribute, _ node: Node) -> Bool { attributeRange(attribute, of: node) != nil }

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

    /// All attributes of an element, in the order they stand.
    public func attributeList(_ node: Node) -> [(name: String, value: String)] {
        let record = records[node]
        guard record.kind == .element else { return [] }
        return attributes[Int(record.lower)..<Int(record.upper)].map {
            (attributeNames[Int($0.name)], String(decoding: bytes[Int($0.lower)..<Int($0.upper)], as: UTF8.self))
        }
    }

    /// Elements of this tag within a node, in document order.
    public func elements(_ tag: HTMLTag, in node: Node = 0) -> [Node] { descendants(node).filter { records[$0].tag == tag && isElement($0) } }

    public func first(_ tag: HTMLTag, in node: Node = 0) -> Node? { descendants(node).first { records[$0].tag == tag && isElement($0) } }

    /// The nearest element of this tag above a node.
    public func ancestor(_ tag: HTMLTag, of node: Node) -> Node? {
        var above = parent(node)
        while let here = above, records[here].tag != tag { above = parent(here) }
        return above
    }

    /// All text below a node, as it stands.
    public func textContent(_ node: Node) -> String {
        var output: [UInt8] = []
        for inner in node..<end(of: node) where isText(inner) { output += bytes[textRange(inner)] }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether `ancestor` is `node` or stands above it.
    @inlinable public func contains(_ ancestor: Node, _ node: Node) -> Bool { ancestor <= node && node < end(of: ancestor) }
}
