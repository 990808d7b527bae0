/// Builds the tree from tokens by the rules of the WHATWG HTML standard (section 13.2.6), scripting off.
struct TreeBuilder: ~Copyable {
    enum Mode {
        case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText, inCaption, inColumnGroup
        case inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
    }

    /// Whether a token is done with, or to be looked at again in the mode that now holds.
    enum Step { case done, again }

    var tokenizer: Tokenizer
    var tree: GrowingTree
    var open = OpenElements()
    var formatting = FormattingList()
    var mode = Mode.initial
    /// Where `text` and `inTableText` go back to.
    var originalMode = Mode.initial
    var templateModes: [Mode] = []
    var head = GrowingTree.none
    var form = GrowingTree.none
    var isQuirky = false
    /// Nothing has come that a frameset could not replace.
    var mayBeFrameset = true
    var fostersParents = false
    /// A line feed right after `<pre>` or `<textarea>` does not count.
    var skipsLineFeed = false
    /// Characters in a table, until it is known whether they are white space.
    var tableText = ByteBuffer(capacity: 64)
    /// Of a fragment: the element it stands in.
    var context: OpenElement?
    /// Comments and the doctype are kept too.
    let keepsEverything: Bool
    let limits: HTMLLimits
    var wasCut = false
    /// Nothing more is read.
    var isStopped = false
    /// Of names in lower case: the number of the name as SVG writes it.
    var adjustedElements: [UInt16] = []
    var adjustedAttributes: [UInt16] = []

    /// - Parameter capacity: how many bytes to expect.
    init(capacity: Int, limits: HTMLLimits, keepsEverything: Bool = false) {
        self.limits = limits
        self.keepsEverything = keepsEverything
        tokenizer = Tokenizer(capacity: capacity, attributeLimit: limits.attributes)
        tree = GrowingTree(capacity: capacity)
    }

    /// Takes in what the tokens of the input so far say.
    mutating func run() {
        while !isStopped {
            let token = tokenizer.next()
            if token == .more { return }
            process(token)
            if tree.count > limits.nodes {
                wasCut = true
                isStopped = true
            }
        }
    }

    consuming func document(encoding: String) -> HTMLDocument {
        let top = context == nil ? 0 : tree[0].firstChild
        return tree.document(
            below: top, depth: limits.depth, encoding: encoding, wasCut: wasCut, elementNames: tokenizer.elementNames,
            attributeNames: tokenizer.attributeNames)
    }

    @inline(__always)
    private mutating func process(_ token: Token) {
        if skipsLineFeed {
            if token == .text, tokenizer.text.isEmpty { return }
            skipsLineFeed = false
            if token == .text, tokenizer.text[0] == Byte.lineFeed { tokenizer.text = UnsafeBufferPointer(rebasing: tokenizer.text[1...]) }
        }
        if token == .text, tokenizer.text.isEmpty { return }
        while step(token) == .again {}
        tokenizer.allowsSections = open.count > 0 && adjustedCurrent.kind != .html
    }

    /// The element that decides between the rules for HTML and those for foreign content.
    @inline(__always)
    var adjustedCurrent: OpenElement {
        if open.count == 1, let context { return context }
        return open.last
    }

    @inline(__always)
    private mutating func step(_ token: Token) -> Step {
        if open.count > 0, adjustedCurrent.kind != .html, !followsHTMLRules(token, in: adjustedCurrent) { return inForeignContent(token) }
        return step(token, in: mode)
    }

    mutating func step(_ token: Token, in mode: Mode) -> Step {
        switch mode {
        case .inBody: inBody(token)
        case .text: inText(token)
        case .initial: initial(token)
        case .beforeHTML: beforeHTML(token)
        case .beforeHead: beforeHead(token)
        case .inHead: inHead(token)
        case .inHeadNoscript: inHeadNoscript(token)
        case .afterHead: afterHead(token)
        case .inTable: inTable(token)
        case .inTableText: inTableText(token)
        case .inCaption: inCaption(token)
        case .inColumnGroup: inColumnGroup(token)
        case .inTableBody: inTableBody(token)
        case .inRow: inRow(token)
        case .inCell: inCell(token)
        case .inTemplate: inTemplate(token)
        case .afterBody: afterBody(token)
        case .inFrameset: inFrameset(token)
        case .afterFrameset: afterFrameset(token)
        case .afterAfterBody: afterAfterBody(token)
        case .afterAfterFrameset: afterAfterFrameset(token)
        }
    }

    /// WHATWG HTML, "tree construction dispatcher".
    private func followsHTMLRules(_ token: Token, in element: OpenElement) -> Bool {
        switch element.kind {
        case .html: true
        case .mathText:
            switch token {
            case .startTag: tokenizer.tag.name != ForeignName.mglyph.number && tokenizer.tag.name != ForeignName.malignmark.number
            case .text, .null: true
            default: token == .end
            }
        case .annotation: token == .end || token == .startTag && tokenizer.tag.tag == .svg
        case .svgIntegration, .annotationHTML: token == .startTag || token == .text || token == .null || token == .end
        case .svg, .math: token == .end
        }
    }

    /// Reads what is inside `element` as if it were there (WHATWG HTML, "parsing HTML fragments").
    mutating func startFragment(in name: String, _ space: HTMLNamespace) {
        let number = Array(name.lowercased().utf8).withUnsafeBufferPointer { tokenizer.elementNames.number(of: $0) }
        let tag = space == .html ? HTMLTag(number: number) : .other
        context = OpenElement(node: GrowingTree.none, name: number, tag: tag, kind: kind(number, space))
        switch tag {
        case .title, .textarea: tokenizer.state = .characterData
        case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.state = .rawText
        case .script: tokenizer.state = .script
        case .plaintext: tokenizer.state = .plaintext
        case .template: templateModes.append(.inTemplate)
        default: break
        }
        insertRoot(insertsTag: false)
        resetMode()
        if tag == .form { form = 0 }
        tokenizer.allowsSections = adjustedCurrent.kind != .html
    }
}

/// The namespace of an element.
package enum HTMLNamespace: UInt8, Sendable, BitwiseCopyable { case html, svg, mathML }
