// Tables (WHATWG HTML, sections 13.2.6.4.9 to 13.2.6.4.12).
extension TreeBuilder {
    mutating func inTable(_ token: Token) -> Step {
        switch token {
        case .text, .null:
            guard open.last.tag.isTableContext || open.last.tag == .template else { break }
            tableText.removeAll()
            originalMode = mode
            mode = .inTableText
            return .again
        case .comment, .instruction:
            insertComment(token)
            return .done
        case .doctype: return .done
        case .startTag: if let step = inTableStartTag(token) { return step }
        case .endTag:
            switch tokenizer.tag.tag {
            case .table:
                _ = closeTable()
                return .done
            case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            case .template: return inHead(token)
            default: break
            }
        case .end, .more: return inBody(token)
        }
        return inBodyBesideTable(token)
    }

    /// False when no table is open.
    mutating func closeTable() -> Bool {
        guard open.has(.table, in: .table) else { return false }
        open.pop(through: .table)
        resetMode()
        return true
    }

    mutating func inBodyBesideTable(_ token: Token) -> Step {
        fostersParents = true
        var step = inBody(token)
        // `<image>` comes back as `<img>`, which still belongs beside the table.
        if step == .again { step = inBody(token) }
        fostersParents = false
        return step
    }

    /// Nil for what belongs beside the table.
    private mutating func inTableStartTag(_ token: Token) -> Step? {
        switch tokenizer.tag.tag {
        case .caption:
            clearToTable()
            formatting.mark()
            insertElement()
            mode = .inCaption
        case .colgroup:
            clearToTable()
            insertElement()
            mode = .inColumnGroup
        case .col:
            clearToTable()
            insertElement(.colgroup)
            mode = .inColumnGroup
            return .again
        case .tbody, .tfoot, .thead:
            clearToTable()
            insertElement()
            mode = .inTableBody
        case .td, .th, .tr:
            clearToTable()
            insertElement(.tbody)
            mode = .inTableBody
            return .again
        case .table: return closeTable() ? .again : .done
        case .style, .script, .template: return inHead(token)
        case .input:
            guard isHiddenInput else { return nil }
            insertVoid()
        case .form:
            if form != GrowingTree.none || open.contains(.template) { return .done }
            form = insertElement()
            open.pop()
        default: return nil
        }
        return .done
    }

    private mutating func clearToTable() { open.pop { $0.tag == .table || $0.tag == .template || $0.tag == .html } }

    mutating func inTableText(_ token: Token) -> Step {
        switch token {
        case .null: return .done
        case .text:
            tableText.append(tokenizer.text)
            return .done
        default:
            flushTableText()
            mode = originalMode
            return .again
        }
    }

    /// White space stays in the table, anything else goes before it.
    private mutating func flushTableText() {
        guard tableText.count > 0 else { return }
        let text = tableText.all
        if isOnlySpace(text) {
            insertText(text)
        } else {
            fostersParents = true
            reopenFormatting()
            insertText(text)
            mayBeFrameset = false
            fostersParents = false
        }
    }

    mutating func inCaption(_ token: Token) -> Step {
        let tag = tokenizer.tag.tag
        if token == .endTag {
            switch tag {
            case .caption:
                _ = closeCaption()
                return .done
            case .table: return closeCaption() ? .again : .done
            case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
            default: break
            }
        } else if token == .startTag {
            switch tag {
            case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return closeCaption() ? .again : .done
            default: break
            }
        }
        return inBody(token)
    }

    private mutating func closeCaption() -> Bool {
        guard open.has(.caption, in: .table) else { return false }
        open.closeImplied()
        open.pop(through: .caption)
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    mutating func inColumnGroup(_ token: Token) -> Step {
        switch token {
        case .text where open.last.tag != .colgroup:
            // In a template, what is no white space does not count.
            insertSpaces()
            return .done
        case .text where insertedOnlySpace(): return .done
        case .comment, .instruction:
            insertComment(token)
            return .done
        case .doctype: return .done
        case .startTag:
            switch tokenizer.tag.tag {
            case .html: return inBody(token)
            case .col:
                insertVoid()
                return .done
            case .template: return inHead(token)
            default: break
            }
        case .endTag:
            switch tokenizer.tag.tag {
            case .colgroup:
                _ = closeColumnGroup()
                return .done
            case .col: return .done
            case .template: return inHead(token)
            default: break
            }
        case .end: return inBody(token)
        default: break
        }
        return closeColumnGroup() ? .again : .done
    }

    private mutating func closeColumnGroup() -> Bool {
        guard open.last.tag == .colgroup else { return false }
        open.pop()
        mode = .inTable
        return true
    }
}
