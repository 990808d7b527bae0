// SVG and MathML (WHATWG HTML, section 13.2.6.5).
extension TreeBuilder {
    mutating func inForeignContent(_ token: Token) -> Step {
        switch token {
        case .null: insertReplacement()
        case .text:
            insertText()
            if mayBeFrameset, !isOnlySpace(tokenizer.text) { mayBeFrameset = false }
        case .comment, .instruction: insertComment(token)
        case .doctype, .end, .more: break
        case .startTag:
            if endsForeignContent { return leaveForeignContent(token) }
            insertForeign(adjustedCurrent.kind.space)
        case .endTag:
            if tokenizer.tag.tag == .br || tokenizer.tag.tag == .p { return leaveForeignContent(token) }
            return closeForeign(token)
        }
        return .done
    }

    /// HTML that somebody wrote into a drawing or formula.
    private var endsForeignContent: Bool {
        switch tokenizer.tag.tag {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5, .h6, .head, .hr, .i,
            .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u,
            .ul, .variable:
            true
        case .font: tokenizer.attributes.all.contains { ["color", "face", "size"].contains(tokenizer.attributeNames.string($0.name)) }
        default: false
        }
    }

    private mutating func leaveForeignContent(_ token: Token) -> Step {
        open.pop { $0.kind == .html || $0.kind == .mathText || $0.kind == .svgIntegration || $0.kind == .annotationHTML }
        return step(token, in: mode)
    }

    /// An SVG or MathML element for the current start tag.
    mutating func insertForeign(_ space: HTMLNamespace) {
        let name = tokenizer.tag.name
        let lower = UInt32(truncatingIfNeeded: tree.attributes.count)
        for attribute in tokenizer.attributes.all {
            addAttribute(attribute, name: space == .svg ? svgName(ofAttribute: attribute.name) : mathName(ofAttribute: attribute.name))
        }
        let place = place()
        let tag = tokenizer.tag.tag
        let isOutermost = tag == .svg && space == .svg || tag == .math && space == .mathML
        let node = tree.make(
            .init(
                lower: lower, upper: UInt32(truncatingIfNeeded: tree.attributes.count), name: space == .svg ? svgName(ofElement: name) : name,
                tag: isOutermost ? tag : .other, kind: .element, space: space))
        tree.insert(node, in: place.parent, before: place.before)
        if !tokenizer.tag.isSelfClosing { open.push(OpenElement(node: node, name: name, tag: .other, kind: kind(name, space))) }
    }

    func kind(_ name: UInt16, _ space: HTMLNamespace) -> ElementKind {
        if space == .html { return .html }
        if space == .svg {
            switch name {
            case ForeignName.foreignObject.number, ForeignName.desc.number, UInt16(HTMLTag.title.number): return .svgIntegration
            default: return .svg
            }
        }
        switch name {
        case ForeignName.mi.number, ForeignName.mo.number, ForeignName.mn.number, ForeignName.ms.number, ForeignName.mtext.number: return .mathText
        case ForeignName.annotationXML.number:
            guard let encoding = tokenizer.attribute(.encoding) else { return .annotation }
            let value = tokenizer.value(encoding).map(Byte.lower)
            let isHTML = value.elementsEqual("text/html".utf8) || value.elementsEqual("application/xhtml+xml".utf8)
            return isHTML ? .annotationHTML : .annotation
        default: return .math
        }
    }

    private mutating func closeForeign(_ token: Token) -> Step {
        let name = tokenizer.tag.name
        var place = open.count - 1
        while place > 0, place >= open.bottom {
            if open[place].name == name {
                open.cut(to: place)
                return .done
            }
            place -= 1
            if open[place].kind == .html { return step(token, in: mode) }
        }
        return .done
    }

    private mutating func svgName(ofElement name: UInt16) -> UInt16 {
        Self.adjusted(name, &tokenizer.elementNames, &adjustedElements, ForeignNames.svgElements)
    }

    private mutating func svgName(ofAttribute name: UInt16) -> UInt16 {
        Self.adjusted(name, &tokenizer.attributeNames, &adjustedAttributes, ForeignNames.svgAttributes)
    }

    private mutating func mathName(ofAttribute name: UInt16) -> UInt16 {
        guard tokenizer.attributeNames.name(name).elementsEqual("definitionurl".utf8) else { return name }
        return Array("definitionURL".utf8).withUnsafeBufferPointer { tokenizer.attributeNames.number(of: $0) }
    }

    /// The number of a name as its language writes it, remembered in `known` (as number + 1).
    private static func adjusted(_ name: UInt16, _ table: inout NameTable, _ known: inout [UInt16], _ names: [String: String]) -> UInt16 {
        while known.count <= Int(name) { known.append(0) }
        if known[Int(name)] != 0 { return known[Int(name)] - 1 }
        let found = names[table.string(name)].map { adjusted in Array(adjusted.utf8).withUnsafeBufferPointer { table.number(of: $0) } } ?? name
        known[Int(name)] = found + 1
        return found
    }
}

extension ElementKind {
    var space: HTMLNamespace {
        switch self {
        case .html: .html
        case .svg, .svgIntegration: .svg
        case .math, .mathText, .annotation, .annotationHTML: .mathML
        }
    }
}
