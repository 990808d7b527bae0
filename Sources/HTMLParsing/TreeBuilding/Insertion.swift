// Putting nodes where they belong.
extension TreeBuilder {
    struct Place {
        var parent: GrowingTree.Node
        var before = GrowingTree.none
    }

    /// WHATWG HTML, "appropriate place for inserting a node".
    @inline(__always)
    func place(in target: OpenElement? = nil) -> Place {
        let target = target ?? open.last
        return fostersParents && target.tag.isTableContext ? fosterPlace() : Place(parent: target.node)
    }

    /// Before the last table, for what does not belong into it ("foster parenting").
    private func fosterPlace() -> Place {
        let table = open.lastPlace(of: .table)
        if let template = open.lastPlace(of: .template), template > table ?? -1 { return Place(parent: open[template].node) }
        guard let table else { return Place(parent: open[0].node) }
        let parent = tree[open[table].node].parent
        if parent != GrowingTree.none { return Place(parent: parent, before: open[table].node) }
        return Place(parent: open[max(0, table - 1)].node)
    }

    @inline(__always)
    mutating func insertText(_ run: UnsafeBufferPointer<UInt8>) {
        let place = place()
        if place.parent != 0 { tree.insertText(run, in: place.parent, before: place.before) }
    }

    mutating func insertText() { insertText(tokenizer.text) }

    mutating func insertReplacement() {
        tokenizer.decoded.removeAll()
        tokenizer.decoded.append("\u{FFFD}")
        insertText(tokenizer.decoded.all)
    }

    /// Takes the white space the text begins with; nil when there is none. What is left stands in the tokenizer.
    mutating func takeSpace() -> UnsafeBufferPointer<UInt8>? {
        let text = tokenizer.text
        var length = 0
        while length < text.count, Byte.isSpace(text[length]) { length += 1 }
        tokenizer.text = UnsafeBufferPointer(rebasing: text[length...])
        return length > 0 ? UnsafeBufferPointer(rebasing: text[..<length]) : nil
    }

    /// Inserts the white space the text begins with. True when that was all.
    mutating func insertedOnlySpace() -> Bool {
        if let space = takeSpace() { insertText(space) }
        return tokenizer.text.isEmpty
    }

    /// Drops the white space the text begins with. True when that was all.
    mutating func skippedOnlySpace() -> Bool {
        _ = takeSpace()
        return tokenizer.text.isEmpty
    }

    mutating func insertComment(_ token: Token, in parent: GrowingTree.Node? = nil) {
        guard keepsEverything else { return }
        let place = parent.map { Place(parent: $0) } ?? place()
        insertData(token == .comment ? .comment : .instruction, tokenizer.text, at: place)
    }

    mutating func insertData(_ kind: HTMLDocument.Kind, _ run: UnsafeBufferPointer<UInt8>, at place: Place) {
        let start = UInt32(truncatingIfNeeded: tree.bytes.count)
        tree.bytes.append(contentsOf: run)
        let node = tree.make(.init(lower: start, upper: UInt32(truncatingIfNeeded: tree.bytes.count), kind: kind))
        tree.insert(node, in: place.parent, before: place.before)
    }

    /// An element for the current start tag, open.
    @inline(__always)
    @discardableResult mutating func insertElement() -> GrowingTree.Node {
        let tag = tokenizer.tag.tag
        let lower = UInt32(truncatingIfNeeded: tree.attributes.count)
        addAttributes()
        let upper = UInt32(truncatingIfNeeded: tree.attributes.count)
        return insert(.init(lower: lower, upper: upper, name: tokenizer.tag.name, tag: tag, kind: .element))
    }

    /// An element nobody wrote, open.
    @discardableResult mutating func insertElement(_ tag: HTMLTag) -> GrowingTree.Node {
        insert(.init(name: UInt16(tag.number), tag: tag, kind: .element))
    }

    @inline(__always)
    mutating func insert(_ record: GrowingTree.Record) -> GrowingTree.Node {
        let place = place()
        let node = tree.make(record)
        tree.insert(node, in: place.parent, before: place.before)
        open.push(OpenElement(node: node, name: record.name, tag: record.tag))
        return node
    }

    /// An element without content.
    mutating func insertVoid() {
        insertElement()
        open.pop()
    }

    @inline(__always)
    private mutating func addAttributes() {
        for attribute in tokenizer.attributes.all { addAttribute(attribute, name: attribute.name) }
    }

    @inline(__always)
    mutating func addAttribute(_ attribute: TagAttribute, name: UInt16) {
        let start = UInt32(truncatingIfNeeded: tree.bytes.count)
        tree.bytes.append(contentsOf: tokenizer.value(attribute))
        tree.attributes.append(.init(name: name, lower: start, upper: UInt32(truncatingIfNeeded: tree.bytes.count)))
    }

    /// What a second `<html>` or `<body>` adds to the first.
    mutating func mergeAttributes(into node: GrowingTree.Node) {
        let (lower, upper) = (Int(tree[node].lower), Int(tree[node].upper))
        let new = tokenizer.attributes.all.filter { attribute in !tree.attributes.run(lower, upper).contains { $0.name == attribute.name } }
        let room = limits.attributes - (upper - lower)
        guard !new.isEmpty, room > 0 else { return }
        tree.records[Int(node)].lower = UInt32(truncatingIfNeeded: tree.attributes.count)
        tree.attributes.appendCopy(lower, upper)
        for attribute in new.prefix(room) { addAttribute(attribute, name: attribute.name) }
        tree.records[Int(node)].upper = UInt32(truncatingIfNeeded: tree.attributes.count)
    }

    /// An element whose content is text, whatever stands in it.
    mutating func insertRawText(_ state: Tokenizer.State) {
        insertElement()
        tokenizer.state = state
        originalMode = mode
        mode = .text
    }

    mutating func closeParagraph() {
        open.closeImplied(except: .p)
        open.pop(through: .p)
    }

    @inline(__always)
    mutating func closeParagraphInButtonScope() { if open.has(.p, in: .button) { closeParagraph() } }

    /// WHATWG HTML, "reset the insertion mode appropriately".
    mutating func resetMode() {
        var place = open.count - 1
        let bottom = open.bottom
        while place >= bottom {
            let isLast = place == 0
            let element = isLast ? context ?? open[0] : open[place]
            if let found = mode(for: element.tag, isLast: isLast) {
                mode = found
                return
            }
            place -= 1
        }
        mode = .inBody
    }

    private func mode(for tag: HTMLTag, isLast: Bool) -> Mode? {
        switch tag {
        case .td, .th: isLast ? .inBody : .inCell
        case .tr: .inRow
        case .tbody, .thead, .tfoot: .inTableBody
        case .caption: .inCaption
        case .colgroup: .inColumnGroup
        case .table: .inTable
        case .template: templateModes.last ?? .inBody
        case .head: isLast ? .inBody : .inHead
        case .body: .inBody
        case .frameset: .inFrameset
        case .html: head == GrowingTree.none ? .beforeHead : .afterHead
        default: isLast ? .inBody : nil
        }
    }
}
