// What the conformance measure sees and readers of pages do not need.
extension HTMLDocument {
    /// Everything kept: comments, instructions and the doctype too.
    /// - Parameter context: of a fragment, the element it stands in.
    package init(whole utf8: [UInt8], in context: (name: String, space: HTMLNamespace)?) {
        var builder = TreeBuilder(capacity: utf8.count, limits: .standard, keepsEverything: true)
        if let context { builder.startFragment(in: context.name, context.space) }
        utf8.withUnsafeBufferPointer { builder.tokenizer.input.append($0) }
        builder.tokenizer.input.complete()
        builder.run()
        self = builder.document(encoding: "UTF-8")
    }

    package func kind(_ node: Node) -> Kind { records[node].kind }
    package func namespace(_ node: Node) -> HTMLNamespace { records[node].space }

    /// The characters of what is no element. An instruction is all between `<` and `>`.
    package func data(_ node: Node) -> String {
        let record = records[node]
        return record.kind == .element ? "" : String(decoding: bytes[Int(record.lower)..<Int(record.upper)], as: UTF8.self)
    }
}

/// The tokens of a text, as tests of tokenizers list them.
package enum TokenList {
    package enum State: Sendable { case data, characterData, rawText, script, plaintext, section }

    package enum Item: Equatable, Sendable {
        case characters(String)
        case startTag(name: String, attributes: [String: String], isSelfClosing: Bool)
        case endTag(name: String)
        case comment(String)
        case doctype(name: String?, publicIdentifier: String?, systemIdentifier: String?, isCorrect: Bool)
    }

    /// - Parameters:
    ///   - chunks: what comes one after the other.
    ///   - lastStartTag: what an end tag must be called in raw text.
    package static func items(_ chunks: [[UInt8]], from state: State, lastStartTag: String?) -> [Item] {
        var tokenizer = Tokenizer(capacity: 256, attributeLimit: HTMLLimits.standard.attributes)
        // The tests are older than instructions in HTML.
        tokenizer.readsInstructions = false
        tokenizer.state =
            switch state {
            case .data: .data
            case .characterData: .characterData
            case .rawText: .rawText
            case .script: .script
            case .plaintext: .plaintext
            case .section: .section
            }
        if let lastStartTag {
            tokenizer.lastStartTag = Array(lastStartTag.utf8).withUnsafeBufferPointer { tokenizer.elementNames.number(of: $0) }
        }
        var items: [Item] = []
        var text: [UInt8] = []
        for chunk in chunks + [[]] {
            if chunk.isEmpty { tokenizer.input.complete() } else { chunk.withUnsafeBufferPointer { tokenizer.input.append($0) } }
            while true {
                let token = tokenizer.next()
                if token == .end || token == .more { break }
                if token == .text {
                    text += tokenizer.text
                    continue
                }
                if token == .null {
                    text.append(0)
                    continue
                }
                if !text.isEmpty { items.append(.characters(String(decoding: text, as: UTF8.self))) }
                text = []
                items.append(item(token, tokenizer))
            }
            tokenizer.discardRead()
        }
        if !text.isEmpty { items.append(.characters(String(decoding: text, as: UTF8.self))) }
        return items
    }

    private static func item(_ token: Token, _ tokenizer: borrowing Tokenizer) -> Item {
        switch token {
        case .startTag:
            var attributes: [String: String] = [:]
            for attribute in tokenizer.attributes.all {
                attributes[tokenizer.attributeNames.string(attribute.name)] = String(decoding: tokenizer.value(attribute), as: UTF8.self)
            }
            return .startTag(
                name: tokenizer.elementNames.string(tokenizer.tag.name), attributes: attributes, isSelfClosing: tokenizer.tag.isSelfClosing)
        case .endTag: return .endTag(name: tokenizer.elementNames.string(tokenizer.tag.name))
        case .doctype:
            let doctype = tokenizer.doctype
            func string(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
            return .doctype(
                name: string(doctype.name), publicIdentifier: string(doctype.publicIdentifier), systemIdentifier: string(doctype.systemIdentifier),
                isCorrect: !doctype.forcesQuirks)
        default: return .comment(String(decoding: tokenizer.text, as: UTF8.self))
        }
    }
}
