// Rows and cells (WHATWG HTML, sections 13.2.6.4.13 to 13.2.6.4.15).
extension TreeBuilder {
    mutating func inTableBody(_ token: Token) -> Step {
        let tag = tokenizer.tag.tag
        if token == .startTag {
            switch tag {
            case .tr:
                clearToTableBody()
                insertElement()
                mode = .inRow
                return .done
            case .th, .td:
                clearToTableBody()
                insertElement(.tr)
                mode = .inRow
                return .again
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return closeTableBody() ? .again : .done
            default: break
            }
        } else if token == .endTag {
            switch tag {
            case .tbody, .tfoot, .thead:
                guard open.has(tag, in: .table) else { return .done }
                clearToTableBody()
                open.pop()
                mode = .inTable
                return .done
            case .table: return closeTableBody() ? .again : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return .done
            default: break
            }
        }
        return inTable(token)
    }

    private mutating func clearToTableBody() {
        open.pop { element in
            switch element.tag {
            case .tbody, .tfoot, .thead, .template, .html: true
            default: false
            }
        }
    }

    private mutating func closeTableBody() -> Bool {
        guard open.has(.tbody, in: .table) || open.has(.thead, in: .table) || open.has(.tfoot, in: .table) else { return false }
        clearToTableBody()
        open.pop()
        mode = .inTable
        return true
    }

    mutating func inRow(_ token: Token) -> Step {
        let tag = tokenizer.tag.tag
        if token == .startTag {
            switch tag {
            case .th, .td:
                clearToRow()
                insertElement()
                mode = .inCell
                formatting.mark()
                return .done
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return closeRow() ? .again : .done
            default: break
            }
        } else if token == .endTag {
            switch tag {
            case .tr:
                _ = closeRow()
                return .done
            case .table: return closeRow() ? .again : .done
            case .tbody, .tfoot, .thead:
                guard open.has(tag, in: .table) else { return .done }
                return closeRow() ? .again : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th: return .done
            default: break
            }
        }
        return inTable(token)
    }

    private mutating func clearToRow() { open.pop { $0.tag == .tr || $0.tag == .template || $0.tag == .html } }

    private mutating func closeRow() -> Bool {
        guard open.has(.tr, in: .table) else { return false }
        clearToRow()
        open.pop()
        mode = .inTableBody
        return true
    }

    mutating func inCell(_ token: Token) -> Step {
        let tag = tokenizer.tag.tag
        if token == .startTag {
            switch tag {
            case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return closeCell() ? .again : .done
            default: break
            }
        } else if token == .endTag {
            switch tag {
            case .td, .th:
                guard open.has(tag, in: .table) else { return .done }
                open.closeImplied()
                open.pop(through: tag)
                formatting.clearToMarker()
                mode = .inRow
                return .done
            case .body, .caption, .col, .colgroup, .html: return .done
            case .table, .tbody, .tfoot, .thead, .tr:
                guard open.has(tag, in: .table) else { return .done }
                return closeCell() ? .again : .done
            default: break
            }
        }
        return inBody(token)
    }

    private mutating func closeCell() -> Bool {
        guard open.has(.td, in: .table) || open.has(.th, in: .table) else { return false }
        open.closeImplied()
        while open.count > 1 {
            let tag = open.pop().tag
            if tag == .td || tag == .th { break }
        }
        formatting.clearToMarker()
        mode = .inRow
        return true
    }
}
