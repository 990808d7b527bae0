// Templates, frames and what comes after the body (WHATWG HTML, sections 13.2.6.4.16 to 13.2.6.4.21).
extension TreeBuilder {
    mutating func inTemplate(_ token: Token) -> Step {
        switch token {
        case .startTag:
            switch tokenizer.tag.tag {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: return inHead(token)
            case .caption, .colgroup, .tbody, .tfoot, .thead: return goOn(in: .inTable)
            case .col: return goOn(in: .inColumnGroup)
            case .tr: return goOn(in: .inTableBody)
            case .td, .th: return goOn(in: .inRow)
            default: return goOn(in: .inBody)
            }
        case .endTag: return tokenizer.tag.tag == .template ? inHead(token) : .done
        case .end:
            guard open.contains(.template) else { return stopped() }
            open.pop(through: .template)
            formatting.clearToMarker()
            _ = templateModes.popLast()
            resetMode()
            return .again
        default: return inBody(token)
        }
    }

    private mutating func goOn(in next: Mode) -> Step {
        _ = templateModes.popLast()
        templateModes.append(next)
        mode = next
        return .again
    }

    mutating func afterBody(_ token: Token) -> Step {
        switch token {
        case .text:
            if let space = takeSpace() {
                reopenFormatting()
                insertText(space)
            }
            if tokenizer.text.isEmpty { return .done }
        case .null: return .done
        case .comment, .instruction:
            insertComment(token, in: open[0].node)
            return .done
        case .doctype: return .done
        case .startTag where tokenizer.tag.tag == .html: return inBody(token)
        case .endTag where tokenizer.tag.tag == .html:
            if context == nil { mode = .afterAfterBody }
            return .done
        case .end: return stopped()
        default: break
        }
        mode = .inBody
        return .again
    }

    /// White space is all that counts, as among frames.
    mutating func insertSpaces() {
        var rest = tokenizer.text[...]
        while let start = rest.firstIndex(where: Byte.isSpace) {
            let run = rest[start...].prefix(while: Byte.isSpace)
            insertText(UnsafeBufferPointer(rebasing: run))
            rest = rest[run.endIndex...]
        }
    }

    mutating func inFrameset(_ token: Token) -> Step {
        switch token {
        case .text: insertSpaces()
        case .comment, .instruction: insertComment(token)
        case .startTag:
            switch tokenizer.tag.tag {
            case .html: return inBody(token)
            case .frameset: insertElement()
            case .frame: insertVoid()
            case .noframes: return inHead(token)
            default: break
            }
        case .endTag where tokenizer.tag.tag == .frameset:
            if open.count == 1 { return .done }
            open.pop()
            if context == nil, open.last.tag != .frameset { mode = .afterFrameset }
        case .end: return stopped()
        default: break
        }
        return .done
    }

    mutating func afterFrameset(_ token: Token) -> Step {
        switch token {
        case .text: insertSpaces()
        case .comment, .instruction: insertComment(token)
        case .startTag where tokenizer.tag.tag == .html: return inBody(token)
        case .startTag where tokenizer.tag.tag == .noframes: return inHead(token)
        case .endTag where tokenizer.tag.tag == .html: mode = .afterAfterFrameset
        case .end: return stopped()
        default: break
        }
        return .done
    }

    mutating func afterAfterBody(_ token: Token) -> Step {
        switch token {
        case .comment, .instruction:
            insertComment(token, in: 0)
            return .done
        case .doctype: return .done
        case .text:
            if let space = takeSpace() {
                reopenFormatting()
                insertText(space)
            }
            if tokenizer.text.isEmpty { return .done }
        case .null: return .done
        case .startTag where tokenizer.tag.tag == .html: return inBody(token)
        case .end: return stopped()
        default: break
        }
        mode = .inBody
        return .again
    }

    mutating func afterAfterFrameset(_ token: Token) -> Step {
        switch token {
        case .comment, .instruction: insertComment(token, in: 0)
        case .text:
            // Read as in the body, where only white space gets here.
            reopenFormatting()
            insertSpaces()
        case .startTag where tokenizer.tag.tag == .html: return inBody(token)
        case .startTag where tokenizer.tag.tag == .noframes: return inHead(token)
        case .end: return stopped()
        default: break
        }
        return .done
    }
}
