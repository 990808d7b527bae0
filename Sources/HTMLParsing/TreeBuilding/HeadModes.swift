// Up to the body (WHATWG HTML, sections 13.2.6.4.1 to 13.2.6.4.6).
extension TreeBuilder {
    mutating func initial(_ token: Token) -> Step {
        switch token {
        case .text where skippedOnlySpace(): return .done
        case .comment, .instruction:
            insertComment(token, in: 0)
            return .done
        case .doctype:
            let doctype = tokenizer.doctype
            if keepsEverything {
                Self.written(doctype).withUnsafeBufferPointer { insertData(.doctype, $0, at: Place(parent: 0)) }
            }
            isQuirky = doctype.isQuirky
            mode = .beforeHTML
            return .done
        default:
            isQuirky = true
            mode = .beforeHTML
            return .again
        }
    }

    /// As it would be written, without `<!DOCTYPE ` and without empty identifiers.
    private static func written(_ doctype: DoctypeToken) -> [UInt8] {
        var output = doctype.name ?? []
        func add(_ identifier: [UInt8], _ keyword: String) { output += Array(keyword.utf8) + [Byte.quote] + identifier + [Byte.quote] }
        let publicIdentifier = doctype.publicIdentifier ?? []
        let systemIdentifier = doctype.systemIdentifier ?? []
        if !publicIdentifier.isEmpty { add(publicIdentifier, " PUBLIC ") }
        if !systemIdentifier.isEmpty { add(systemIdentifier, publicIdentifier.isEmpty ? " SYSTEM " : " ") }
        return output
    }

    mutating func beforeHTML(_ token: Token) -> Step {
        switch token {
        case .text where skippedOnlySpace(): return .done
        case .doctype: return .done
        case .comment, .instruction:
            insertComment(token, in: 0)
            return .done
        case .startTag where tokenizer.tag.tag == .html:
            insertRoot(insertsTag: true)
            mode = .beforeHead
            return .done
        case .endTag where !isHeadEnder(tokenizer.tag.tag): return .done
        default:
            insertRoot(insertsTag: false)
            mode = .beforeHead
            return .again
        }
    }

    mutating func insertRoot(insertsTag: Bool) {
        let record = GrowingTree.Record(name: UInt16(HTMLTag.html.number), tag: .html, kind: .element)
        let node = tree.make(record)
        tree.insert(node, in: 0)
        open.push(OpenElement(node: node, name: record.name, tag: .html))
        if insertsTag { mergeAttributes(into: node) }
    }

    /// End tags that open what they end.
    private func isHeadEnder(_ tag: HTMLTag) -> Bool { tag == .head || tag == .body || tag == .html || tag == .br }

    mutating func beforeHead(_ token: Token) -> Step {
        switch token {
        case .text where skippedOnlySpace(): return .done
        case .comment, .instruction:
            insertComment(token)
            return .done
        case .doctype: return .done
        case .startTag where tokenizer.tag.tag == .html: return inBody(token)
        case .startTag where tokenizer.tag.tag == .head:
            head = insertElement()
            mode = .inHead
            return .done
        case .endTag where !isHeadEnder(tokenizer.tag.tag): return .done
        default:
            head = insertElement(.head)
            mode = .inHead
            return .again
        }
    }

    mutating func inHead(_ token: Token) -> Step {
        switch token {
        case .text where insertedOnlySpace(): return .done
        case .comment, .instruction:
            insertComment(token)
            return .done
        case .doctype: return .done
        case .startTag: if let step = inHeadStartTag(token) { return step }
        case .endTag:
            switch tokenizer.tag.tag {
            case .head:
                open.pop()
                mode = .afterHead
                return .done
            case .template:
                closeTemplate()
                return .done
            case .body, .html, .br: break
            default: return .done
            }
        default: break
        }
        open.pop()
        mode = .afterHead
        return .again
    }

    /// Nil for what ends the head.
    private mutating func inHeadStartTag(_ token: Token) -> Step? {
        switch tokenizer.tag.tag {
        case .html: return inBody(token)
        case .base, .basefont, .bgsound, .link, .meta: insertVoid()
        case .title: insertRawText(.characterData)
        case .noframes, .style: insertRawText(.rawText)
        case .noscript:
            insertElement()
            mode = .inHeadNoscript
        case .script: insertRawText(.script)
        case .template: openTemplate()
        case .head: break
        default: return nil
        }
        return .done
    }

    private mutating func openTemplate() {
        insertElement()
        formatting.mark()
        mayBeFrameset = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    mutating func closeTemplate() {
        guard open.contains(.template) else { return }
        open.closeImpliedThoroughly()
        open.pop(through: .template)
        formatting.clearToMarker()
        _ = templateModes.popLast()
        resetMode()
    }

    mutating func inHeadNoscript(_ token: Token) -> Step {
        switch token {
        case .doctype: return .done
        case .comment, .instruction: return inHead(token)
        case .text where insertedOnlySpace(): return .done
        case .startTag:
            switch tokenizer.tag.tag {
            case .html: return inBody(token)
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(token)
            case .head, .noscript: return .done
            default: break
            }
        case .endTag:
            switch tokenizer.tag.tag {
            case .noscript:
                open.pop()
                mode = .inHead
                return .done
            case .br: break
            default: return .done
            }
        default: break
        }
        open.pop()
        mode = .inHead
        return .again
    }

    mutating func afterHead(_ token: Token) -> Step {
        switch token {
        case .text where insertedOnlySpace(): return .done
        case .comment, .instruction:
            insertComment(token)
            return .done
        case .doctype: return .done
        case .startTag:
            switch tokenizer.tag.tag {
            case .html: return inBody(token)
            case .body:
                insertElement()
                mayBeFrameset = false
                mode = .inBody
                return .done
            case .frameset:
                insertElement()
                mode = .inFrameset
                return .done
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title: return backInHead(token)
            case .head: return .done
            default: break
            }
        case .endTag:
            switch tokenizer.tag.tag {
            case .template:
                closeTemplate()
                return .done
            case .body, .html, .br: break
            default: return .done
            }
        default: break
        }
        insertElement(.body)
        mode = .inBody
        return .again
    }

    /// What belongs into the head goes there even when it comes late.
    private mutating func backInHead(_ token: Token) -> Step {
        open.push(OpenElement(node: head, name: UInt16(HTMLTag.head.number), tag: .head))
        let step = inHead(token)
        if let place = open.place(of: head) { open.remove(at: place) }
        return step
    }
}
