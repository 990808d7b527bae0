// Formatting elements: kept open over others, and put right where they overlap.
extension TreeBuilder {
    /// A formatting element for the current start tag.
    mutating func insertFormatting() {
        let node = insertElement()
        remember(node)
    }

    /// "Push onto the list of active formatting elements", with its Noah's Ark clause: three alike are enough.
    private mutating func remember(_ node: GrowingTree.Node) {
        let tag = tree[node].tag
        var alike = 0
        var earliest = 0
        var place = formatting.entries.count - 1
        while place >= 0, formatting.entries[place].node != GrowingTree.none {
            if formatting.entries[place].tag == tag, haveSameAttributes(formatting.entries[place].node, node) {
                alike += 1
                earliest = place
            }
            place -= 1
        }
        if alike >= 3 { formatting.remove(at: earliest) }
        formatting.append(.init(node: node, tag: tag, name: tree[node].name))
    }

    private func haveSameAttributes(_ one: GrowingTree.Node, _ other: GrowingTree.Node) -> Bool {
        let first = tree.attributes.run(Int(tree[one].lower), Int(tree[one].upper))
        let second = tree.attributes.run(Int(tree[other].lower), Int(tree[other].upper))
        guard first.count == second.count else { return false }
        if zip(first, second).allSatisfy({ $0.name == $1.name }) { return zip(first, second).allSatisfy { isSame($0, $1) } }
        // In another order: every one is compared with every other, so that it must be few.
        guard first.count <= 32 else { return false }
        return first.allSatisfy { attribute in second.contains { $0.name == attribute.name && isSame($0, attribute) } }
    }

    private func isSame(_ one: HTMLDocument.Attribute, _ other: HTMLDocument.Attribute) -> Bool {
        one.upper - one.lower == other.upper - other.lower
            && tree.bytes[Int(one.lower)..<Int(one.upper)].elementsEqual(tree.bytes[Int(other.lower)..<Int(other.upper)])
    }

    /// "Reconstruct the active formatting elements".
    @inline(__always)
    mutating func reopenFormatting() {
        guard let last = formatting.entries.last, last.node != GrowingTree.none, open.last.node != last.node else { return }
        reopenClosedFormatting()
    }

    private mutating func reopenClosedFormatting() {
        var place = formatting.entries.count
        while place > 0 {
            let entry = formatting.entries[place - 1]
            if entry.node == GrowingTree.none || open.place(of: entry.node) != nil { break }
            place -= 1
        }
        while place < formatting.entries.count {
            formatting.replace(at: place, node: insert(copy(formatting.entries[place].node)))
            place += 1
        }
    }

    /// Same name, same attributes, not yet anywhere.
    private func copy(_ node: GrowingTree.Node) -> GrowingTree.Record {
        let record = tree[node]
        return .init(lower: record.lower, upper: record.upper, name: record.name, tag: record.tag, kind: .element)
    }

    /// The adoption agency algorithm. False when the end tag is to be read as any other.
    mutating func adopt(_ tag: HTMLTag) -> Bool {
        if open.last.tag == tag, formatting.place(of: open.last.node) == nil {
            open.pop()
            return true
        }
        for _ in 0..<8 {
            guard let entry = formatting.last(tag) else { return false }
            guard let place = open.place(of: entry.node) else {
                formatting.remove(entry.node)
                return true
            }
            guard open.has(where: { $0.node == entry.node }) else { return true }
            guard let furthest = (place + 1..<open.count).first(where: { isSpecial(open[$0]) }) else {
                open.cut(to: place)
                formatting.remove(entry.node)
                return true
            }
            adopt(entry, at: place, furthest: furthest)
        }
        return true
    }

    func isSpecial(_ element: OpenElement) -> Bool { element.kind == .html ? element.tag.isSpecial : element.kind.isBoundary }

    private mutating func adopt(_ entry: FormattingList.Entry, at place: Int, furthest: Int) {
        let block = open[furthest]
        // Where the new element goes in the list: after this node, or where the old one stood.
        var bookmark: GrowingTree.Node?
        var last = block.node
        var above = furthest - 1
        var round = 0
        while above > place {
            round += 1
            let node = open[above]
            var listed = formatting.place(of: node.node)
            if round > 3, let found = listed {
                formatting.remove(at: found)
                listed = nil
            }
            guard let listed else {
                open.remove(at: above)
                above -= 1
                continue
            }
            let clone = tree.make(copy(node.node))
            formatting.replace(at: listed, node: clone)
            open.replace(at: above, node: clone)
            if last == block.node { bookmark = clone }
            tree.remove(last)
            tree.insert(last, in: clone)
            last = clone
            above -= 1
        }
        tree.remove(last)
        let target = self.place(in: open[place - 1])
        tree.insert(last, in: target.parent, before: target.before)
        let clone = tree.make(copy(entry.node))
        tree.moveChildren(of: block.node, to: clone)
        tree.insert(clone, in: block.node)
        relist(entry, as: clone, after: bookmark)
        open.remove(at: place)
        if let below = open.place(of: block.node) {
            open.insert(OpenElement(node: clone, name: entry.name, tag: entry.tag), at: below + 1)
        }
    }

    private mutating func relist(_ entry: FormattingList.Entry, as clone: GrowingTree.Node, after bookmark: GrowingTree.Node?) {
        guard let old = formatting.place(of: entry.node) else { return }
        if let bookmark, let place = formatting.place(of: bookmark) {
            formatting.insert(.init(node: clone, tag: entry.tag, name: entry.name), at: place + 1)
            formatting.remove(at: old)
        } else {
            formatting.replace(at: old, node: clone)
        }
    }
}
