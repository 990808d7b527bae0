/// The list of active formatting elements: what is opened again where it was not closed.
struct FormattingList {
    struct Entry {
        /// `none` for a marker: the border of a cell, an object or a template.
        var node: GrowingTree.Node
        var tag: HTMLTag
        var name: UInt16
    }

    private(set) var entries: [Entry] = []

    /// More than this many since the last marker are not kept open: the oldest is forgotten. The standard sets no limit, so that every
    /// paragraph of a page could repeat any number of elements.
    static let reach = 64

    mutating func mark() { entries.append(Entry(node: GrowingTree.none, tag: .other, name: 0)) }

    mutating func clearToMarker() { while let last = entries.popLast(), last.node != GrowingTree.none {} }

    /// Where the entries since the last marker start.
    var start: Int {
        var place = entries.count
        while place > 0, entries[place - 1].node != GrowingTree.none { place -= 1 }
        return place
    }

    mutating func append(_ entry: Entry) {
        let start = start
        if entries.count - start >= Self.reach { entries.remove(at: start) }
        entries.append(entry)
    }

    func place(of node: GrowingTree.Node) -> Int? {
        var place = entries.count - 1
        while place >= 0, entries[place].node != GrowingTree.none {
            if entries[place].node == node { return place }
            place -= 1
        }
        return nil
    }

    /// The last of a tag since the last marker.
    func last(_ tag: HTMLTag) -> Entry? {
        var place = entries.count - 1
        while place >= 0, entries[place].node != GrowingTree.none {
            if entries[place].tag == tag { return entries[place] }
            place -= 1
        }
        return nil
    }

    mutating func remove(_ node: GrowingTree.Node) { if let place = place(of: node) { entries.remove(at: place) } }
    mutating func remove(at place: Int) { entries.remove(at: place) }
    mutating func insert(_ entry: Entry, at place: Int) { entries.insert(entry, at: place) }
    mutating func replace(at place: Int, node: GrowingTree.Node) { entries[place].node = node }
}
