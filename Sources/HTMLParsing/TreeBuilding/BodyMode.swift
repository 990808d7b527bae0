// Within the body (WHATWG HTML, section 13.2.6.4.7).
extension TreeBuilder {
    mutating func inBody(_ token: Token) -> Step {
        switch token {
        case .text: insertBodyText()
        case .startTag: return inBodyStartTag(token)
        case .endTag: return inBodyEndTag(token)
        case .null, .doctype: break
        case .comment, .instruction: insertComment(token)
        case .end: return templateModes.isEmpty ? stopped() : inTemplate(token)
        case .more: break
        }
        return .done
    }

    @inline(__always)
    private mutating func insertBodyText() {
        reopenFormatting()
        insertText()
        if mayBeFrameset, !isOnlySpace(tokenizer.text) { mayBeFrameset = false }
    }

    func isOnlySpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.allSatisfy(Byte.isSpace) }

    mutating func stopped() -> Step {
        isStopped = true
        return .done
    }

    /// Text of elements that hold nothing else, up to their end tag.
    mutating func inText(_ token: Token) -> Step {
        switch token {
        case .text: insertText()
        case .end:
            open.pop()
            mode = originalMode
            return .again
        case .endTag:
            open.pop()
            mode = originalMode
        default: break
        }
        return .done
    }

    private mutating func inBodyStartTag(_ token: Token) -> Step {
        switch tokenizer.tag.tag {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption, .figure, .footer,
            .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul:
            closeParagraphInButtonScope()
            insertElement()
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: openFormatting()
        case .li, .dd, .dt: openItem()
        case .area, .br, .embed, .img, .keygen, .wbr:
            reopenFormatting()
            insertVoid()
            mayBeFrameset = false
        case .h1, .h2, .h3, .h4, .h5, .h6:
            closeParagraphInButtonScope()
            if open.last.tag.isHeading { open.pop() }
            insertElement()
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: return inHead(token)
        case .input, .select, .option, .optgroup, .hr, .button, .textarea, .form: openFormElement()
        case .table:
            if !isQuirky { closeParagraphInButtonScope() }
            insertElement()
            mayBeFrameset = false
            mode = .inTable
        case .html: if !open.contains(.template) { mergeAttributes(into: open[0].node) }
        case .body: mergeIntoBody()
        case .frameset: replaceBodyWithFrameset()
        case .pre, .listing:
            closeParagraphInButtonScope()
            insertElement()
            skipsLineFeed = true
            mayBeFrameset = false
        case .plaintext:
            closeParagraphInButtonScope()
            insertElement()
            tokenizer.state = .plaintext
        case .applet, .marquee, .object:
            reopenFormatting()
            insertElement()
            formatting.mark()
            mayBeFrameset = false
        case .param, .source, .track: insertVoid()
        case .image:
            tokenizer.tag.tag = .img
            tokenizer.tag.name = UInt16(HTMLTag.img.number)
            return .again
        case .iframe:
            mayBeFrameset = false
            insertRawText(.rawText)
        case .xmp:
            closeParagraphInButtonScope()
            reopenFormatting()
            mayBeFrameset = false
            insertRawText(.rawText)
        case .noembed: insertRawText(.rawText)
        case .rb, .rtc:
            if open.has(.ruby) { open.closeImplied() }
            insertElement()
        case .rp, .rt:
            if open.has(.ruby) { open.closeImplied(except: .rtc) }
            insertElement()
        case .math, .svg:
            reopenFormatting()
            insertForeign(tokenizer.tag.tag == .svg ? .svg : .mathML)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        default:
            reopenFormatting()
            insertElement()
        }
        return .done
    }

    private mutating func openFormatting() {
        let tag = tokenizer.tag.tag
        if tag == .a, let link = formatting.last(.a) {
            _ = adopt(.a)
            formatting.remove(link.node)
            if let place = open.place(of: link.node) { open.remove(at: place) }
        }
        reopenFormatting()
        if tag == .nobr, open.has(.nobr) {
            _ = adopt(.nobr)
            reopenFormatting()
        }
        insertFormatting()
    }

    /// `li`, `dd`, `dt`: the one before ends.
    private mutating func openItem() {
        mayBeFrameset = false
        let tag = tokenizer.tag.tag
        var place = open.count - 1
        while place >= open.bottom {
            let element = open[place]
            if element.tag == tag || tag != .li && (element.tag == .dd || element.tag == .dt) {
                open.closeImplied(except: element.tag)
                open.pop(through: element.tag)
                break
            }
            if isSpecial(element), element.tag != .address, element.tag != .div, element.tag != .p { break }
            place -= 1
        }
        closeParagraphInButtonScope()
        insertElement()
    }

    private mutating func openFormElement() {
        switch tokenizer.tag.tag {
        case .button:
            if open.has(.button) {
                open.closeImplied()
                open.pop(through: .button)
            }
            reopenFormatting()
            insertElement()
            mayBeFrameset = false
        case .textarea:
            insertRawText(.characterData)
            skipsLineFeed = true
            mayBeFrameset = false
        case .form:
            let isInTemplate = open.contains(.template)
            if form != GrowingTree.none, !isInTemplate { return }
            closeParagraphInButtonScope()
            let node = insertElement()
            if !isInTemplate { form = node }
        case .input:
            if context?.tag == .select { return }
            if open.has(.select) { open.pop(through: .select) }
            reopenFormatting()
            insertVoid()
            if !isHiddenInput { mayBeFrameset = false }
        case .select:
            if context?.tag == .select { return }
            if open.has(.select) {
                open.pop(through: .select)
                return
            }
            reopenFormatting()
            insertElement()
            mayBeFrameset = false
        case .hr:
            closeParagraphInButtonScope()
            if open.has(.select) { open.closeImplied() }
            insertVoid()
            mayBeFrameset = false
        default: openOption()
        }
    }

    private mutating func openOption() {
        if open.has(.select) {
            open.closeImplied(except: tokenizer.tag.tag == .option ? .optgroup : .other)
        } else if open.last.tag == .option {
            open.pop()
        }
        reopenFormatting()
        insertElement()
    }

    var isHiddenInput: Bool {
        guard let type = tokenizer.attribute(.type) else { return false }
        return tokenizer.value(type).lazy.map(Byte.lower).elementsEqual("hidden".utf8)
    }

    private mutating func mergeIntoBody() {
        guard open.count > 1, open[1].tag == .body, !open.contains(.template) else { return }
        mayBeFrameset = false
        mergeAttributes(into: open[1].node)
    }

    private mutating func replaceBodyWithFrameset() {
        guard open.count > 1, open[1].tag == .body, mayBeFrameset else { return }
        tree.remove(open[1].node)
        open.cut(to: 1)
        insertElement()
        mode = .inFrameset
    }
}
