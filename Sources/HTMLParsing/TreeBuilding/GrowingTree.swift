/// The tree while it is built: nodes in one array, linked by number, so that they can be moved. `HTMLDocument` is made from it at the end.
struct GrowingTree: ~Copyable {
    typealias Node = Int32

    struct Record: BitwiseCopyable {
        var parent = none
        var firstChild = none
        var lastChild = none
        var previous = none
        var next = none
        /// Text, comment: a range of `bytes`. Element: a range of `attributes`.
        var lower: UInt32 = 0
        var upper: UInt32 = 0
        var name: UInt16 = 0
        var tag = HTMLTag.other
        var kind: HTMLDocument.Kind
        var space = HTMLNamespace.html
        /// A further piece of the text before it.
        var continues = false
    }

    static let none: Node = -1

    var records: GrowingBuffer<Record>
    var attributes: GrowingBuffer<HTMLDocument.Attribute>
    var bytes: [UInt8] = []

    /// - Parameter capacity: bytes of markup to expect; pages have a node in about a hundred, and most bytes in scripts and text.
    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        records = GrowingBuffer(capacity: capacity / 64)
        attributes = GrowingBuffer(capacity: capacity / 64)
        records.append(Record(kind: .root))
    }

    var count: Int { records.count }

    @inline(__always)
    subscript(node: Node) -> Record { records[Int(node)] }

    mutating func make(_ record: Record) -> Node {
        records.append(record)
        return Node(records.count - 1)
    }

    /// Puts a node that stands nowhere below `parent`, before one of its children or last.
    mutating func insert(_ node: Node, in parent: Node, before sibling: Node = none) {
        let previous = sibling == Self.none ? records[Int(parent)].lastChild : records[Int(sibling)].previous
        records[Int(node)].parent = parent
        records[Int(node)].previous = previous
        records[Int(node)].next = sibling
        if previous == Self.none { records[Int(parent)].firstChild = node } else { records[Int(previous)].next = node }
        if sibling == Self.none { records[Int(parent)].lastChild = node } else { records[Int(sibling)].previous = node }
    }

    mutating func remove(_ node: Node) {
        let (parent, previous, next) = (self[node].parent, self[node].previous, self[node].next)
        guard parent != Self.none else { return }
        if previous == Self.none { records[Int(parent)].firstChild = next } else { records[Int(previous)].next = next }
        if next == Self.none { records[Int(parent)].lastChild = previous } else { records[Int(next)].previous = previous }
        records[Int(node)].parent = Self.none
        records[Int(node)].previous = Self.none
        records[Int(node)].next = Self.none
    }

    mutating func moveChildren(of node: Node, to target: Node) {
        var child = self[node].firstChild
        records[Int(target)].firstChild = child
        records[Int(target)].lastChild = self[node].lastChild
        records[Int(node)].firstChild = Self.none
        records[Int(node)].lastChild = Self.none
        while child != Self.none {
            records[Int(child)].parent = target
            child = self[child].next
        }
    }

    /// Adds characters to the text that stands right before this place, or as a text of their own.
    @inline(__always)
    mutating func insertText(_ run: UnsafeBufferPointer<UInt8>, in parent: Node, before sibling: Node = none) {
        let previous = sibling == Self.none ? records[Int(parent)].lastChild : records[Int(sibling)].previous
        let start = UInt32(truncatingIfNeeded: bytes.count)
        bytes.append(contentsOf: run)
        let end = UInt32(truncatingIfNeeded: bytes.count)
        let follows = previous != Self.none && records[Int(previous)].kind == .text
        if follows, records[Int(previous)].upper == start {
            records[Int(previous)].upper = end
        } else {
            let node = make(Record(lower: start, upper: end, kind: .text, continues: follows))
            insert(node, in: parent, before: sibling)
        }
    }
}
