import Figures
import Foundation
import HTMLParsing

/// The parser beside the public tests of HTML parsers: html5lib's of the tokenizer (a case for every state it names; tokens are compared,
/// lists of errors are not) and those of the tree in lexbor's notation. Scripting is off: cases that want it on are left out.
enum HTML5Conformance {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        let tokenizer = try files(in: set.folder.appending(path: "tokenizer"), ext: "test")
        let trees = try files(in: set.folder.appending(path: "tree-construction-lexbor-ton"), ext: "ton")
        guard !tokenizer.isEmpty || !trees.isEmpty else { throw LabelledSetError.incomplete(set.given.path, lacking: "tokenizer") }
        // A file that cannot be read counts as a case that misses.
        func read<Case>(_ files: [URL], _ cases: (URL) throws -> [Case]) -> [Case?] {
            files.flatMap { file -> [Case?] in
                do { return try cases(file) } catch {
                    show("\(file.lastPathComponent): unreadable: \(error)")
                    return [nil]
                }
            }
        }
        let tokenCases = set.chosen(read(tokenizer, TokenizerCase.cases))
        let treeCases = set.chosen(read(trees, TreeCase.cases))
        return [
            Figure("tokenizer", share: tokenCases.filter { $0?.holds(show) == true }.count, of: tokenCases.count),
            Figure("tree", share: treeCases.filter { $0?.holds(show) == true }.count, of: treeCases.count),
        ]
    }

    private static func files(in folder: URL, ext: String) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.pathExtension == ext }
            .sorted { $0.path < $1.path }
    }
}

/// A page or fragment and the tree it must give.
struct TreeCase {
    let name: String
    let data: [UInt8]
    let context: (name: String, space: HTMLNamespace)?
    let expected: String
    /// `<` and `>` in values are written as references.
    let isEscaped: Bool

    static func cases(_ file: URL) throws -> [TreeCase] {
        let content = try TONReader.read(Array(Data(contentsOf: file)))
        return content.list.enumerated().compactMap { number, item in
            guard item["scripting"]?.flag != true, let data = item["data"]?.bytes, let result = item["result"]?.string else { return nil }
            let context = item["fragment"].map { fragment in (fragment["tag"]?.string ?? "body", space(fragment["ns"]?.string)) }
            return TreeCase(
                name: "\(file.lastPathComponent) \(number + 1)", data: data, context: context, expected: result,
                isEscaped: item["raw"]?.flag == false)
        }
    }

    private static func space(_ name: String?) -> HTMLNamespace {
        switch name {
        case "svg": .svg
        case "math", "mathml": .mathML
        default: .html
        }
    }

    func holds(_ show: (String) -> Void) -> Bool {
        let found = written(HTMLDocument(whole: data, in: context))
        if found == expected { return true }
        show("\(name): \(String(decoding: data, as: UTF8.self).debugDescription)\nwanted\n\(expected)\nfound\n\(found)\n")
        return false
    }

    /// The tree as the tests write it: two spaces a level.
    private func written(_ document: HTMLDocument) -> String {
        var lines: [String] = []
        var indents = [-1]
        for node in document.nodes.dropFirst() {
            let parent = document.parent(node) ?? 0
            // The content of a template stands one level deeper, below a fragment.
            let isContent = document.tag(parent) == .template
            if isContent, document.firstChild(parent) == node { lines.append(spaces(indents[parent] + 1) + "#document-fragment") }
            let indent = indents[parent] + (isContent ? 2 : 1)
            indents.append(indent)
            lines.append(spaces(indent) + line(document, node))
        }
        return lines.joined(separator: "\n")
    }

    private func spaces(_ level: Int) -> String { String(repeating: "  ", count: level) }

    private func line(_ document: HTMLDocument, _ node: Int) -> String {
        let data = document.data(node)
        switch document.kind(node) {
        case .text: return "\"\(data)\""
        case .comment: return "<!-- \(data) -->"
        case .doctype: return "<!DOCTYPE \(data)>"
        case .instruction: return instruction(data)
        case .root, .element:
            let attributes = document.attributeList(node).map { " \($0.name)=\"\(isEscaped ? escaped($0.value) : $0.value)\"" }
            return "<\(prefix(document.namespace(node)))\(document.name(node))\(attributes.joined())>"
        }
    }

    private func prefix(_ space: HTMLNamespace) -> String {
        switch space {
        case .html: ""
        case .svg: "svg:"
        case .mathML: "math:"
        }
    }

    private func escaped(_ value: String) -> String { value.replacing("<", with: "&lt;").replacing(">", with: "&gt;") }

    /// The target, a space, the data.
    private func instruction(_ data: String) -> String {
        let inner = data.hasSuffix("?") && data != "?" ? data.dropLast() : data[...]
        let target = inner.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        let rest = inner[target.endIndex...].drop { $0.isWhitespace }
        return "<?\(target) \(rest)?>"
    }
}
