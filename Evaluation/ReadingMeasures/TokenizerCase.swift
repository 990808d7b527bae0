import Foundation
import HTMLParsing

/// A text and the tokens it must give, read from one state of the tokenizer. The four cases under `xmlViolationTests` are left out: they
/// are of a mode that makes a tree fit for XML.
struct TokenizerCase {
    let name: String
    let input: String
    let state: TokenList.State
    let lastStartTag: String?
    let expected: [TokenList.Item]

    static func cases(_ file: URL) throws -> [TokenizerCase] {
        let content = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let tests = content?["tests"] as? [[String: Any]] ?? []
        return tests.flatMap { test in
            let isEscaped = test["doubleEscaped"] as? Bool == true
            func text(_ text: String) -> String { isEscaped ? unescaped(text) : text }
            let states = test["initialStates"] as? [String] ?? ["Data state"]
            let output = test["output"] as? [[Any]] ?? []
            return states.compactMap { state in
                tokenizerState(state).map { found in
                    TokenizerCase(
                        name: "\(file.lastPathComponent): \(test["description"] ?? "") (\(state))", input: text(test["input"] as? String ?? ""),
                        state: found, lastStartTag: test["lastStartTag"] as? String, expected: joined(output.compactMap { item($0, text) }))
                }
            }
        }
    }

    func holds(_ show: (String) -> Void) -> Bool {
        let found = TokenList.items([Array(input.utf8)], from: state, lastStartTag: lastStartTag)
        if found == expected { return true }
        show("\(name): \(input.debugDescription)\nwanted \(expected)\nfound  \(found)\n")
        return false
    }

    private static func tokenizerState(_ name: String) -> TokenList.State? {
        switch name {
        case "Data state": .data
        case "RCDATA state": .characterData
        case "RAWTEXT state": .rawText
        case "Script data state": .script
        case "PLAINTEXT state": .plaintext
        case "CDATA section state": .section
        default: nil
        }
    }

    private static func item(_ parts: [Any], _ text: (String) -> String) -> TokenList.Item? {
        func string(_ place: Int) -> String? { place < parts.count ? (parts[place] as? String).map(text) : nil }
        switch parts.first as? String {
        case "Character": return .characters(string(1) ?? "")
        case "Comment": return .comment(string(1) ?? "")
        case "EndTag": return .endTag(name: string(1) ?? "")
        case "StartTag":
            let attributes = parts.count > 2 ? parts[2] as? [String: String] ?? [:] : [:]
            let pairs = attributes.map { (text($0.key), text($0.value)) }
            return .startTag(
                name: string(1) ?? "", attributes: Dictionary(pairs) { first, _ in first },
                isSelfClosing: parts.count > 3 && parts[3] as? Bool == true)
        case "DOCTYPE":
            return .doctype(
                name: string(1), publicIdentifier: string(2), systemIdentifier: string(3), isCorrect: parts.count > 4 && parts[4] as? Bool == true)
        default: return nil
        }
    }

    /// Characters that follow each other as one.
    private static func joined(_ items: [TokenList.Item]) -> [TokenList.Item] {
        items.reduce(into: []) { output, item in
            if case .characters(let text) = item, case .characters(let before) = output.last {
                output[output.count - 1] = .characters(before + text)
            } else {
                output.append(item)
            }
        }
    }

    /// `\uXXXX` in the text itself. Halves of surrogate pairs cannot come out of a decoder: they stand as U+FFFD on both sides.
    private static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        let backslash = UInt16(UInt8(ascii: "\\"))
        while let unit = rest.popFirst() {
            if unit == backslash, rest.first == UInt16(UInt8(ascii: "u")), rest.count > 4,
                let value = UInt16(String(decoding: rest.dropFirst().prefix(4), as: UTF16.self), radix: 16)
            {
                units.append(value)
                rest = rest.dropFirst(5)
            } else {
                units.append(unit)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
