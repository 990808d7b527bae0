import BriefModel
import FeedParsing
import Figures
import Foundation

/// feedparser's own tests: each file says in a comment what must hold of the parsed feed, and which fields the server sent with it.
enum FeedparserExpectations {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        try ["wellformed", "illformed", "encoding", "entities"].map { part in
            let files = set.folder.appending(path: part).filesBelow.filter { ["xml", "json"].contains($0.pathExtension) }
            var held = 0
            for file in files {
                let bytes = [UInt8](try Data(contentsOf: file))
                let path = file.path.dropFirst(set.folder.path.count + 1)
                let test = FeedparserTest(bytes, path: String(path))
                if let miss = test.miss() { show("\(path): \(miss)") } else { held += 1 }
            }
            return Figure(part, share: held, of: files.count)
        }
    }
}

extension URL {
    /// Every file below a folder, in one order everywhere.
    var filesBelow: [URL] {
        let found = FileManager.default.enumerator(at: self, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return found.filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
    }
}

/// One file: the feed, what was sent with it and what is expected.
struct FeedparserTest {
    let bytes: [UInt8]
    let path: String
    private let head: String

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        // The comment is ASCII: wide encodings read as such without their zero bytes.
        let isWide = bytes.prefix(8).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        head = String(decoding: isWide ? bytes.filter { $0 != 0 && $0 < 0x80 } : bytes, as: UTF8.self)
    }

    /// What is evaluated: all between `Expect:` and the end of the comment; a JSON file has it in a member.
    private var expectation: String? {
        guard let start = head.range(of: "Expect:") else { return nil }
        let rest = head[start.upperBound...]
        let isJSON = path.hasSuffix(".json")
        let end = rest.range(of: isJSON ? "\n" : "-->")?.lowerBound ?? rest.endIndex
        return rest[..<end].trimmingCharacters(in: .whitespacesAndNewlines.union(isJSON ? ["\"", ","] : []))
    }

    private var fields: [String: String] {
        var fields: [String: String] = [:]
        for line in head.split(whereSeparator: \.isNewline) where line.trimmingCharacters(in: .whitespaces).hasPrefix("Header:") {
            let parts = line.trimmingCharacters(in: .whitespaces).dropFirst(7).split(separator: ":", maxSplits: 1)
            if parts.count == 2 {
                fields[parts[0].trimmingCharacters(in: .whitespaces).lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return fields
    }

    /// Why the expectation does not hold; nil when it does.
    func miss() -> String? {
        guard let expectation else { return "no expectation" }
        let names = FeedparserView(bytes: bytes, fields: fields, address: address).names
        do {
            if try PythonExpression.evaluate(expectation, names: names).isTrue { return nil }
            return "not so: \(expectation.prefix(300))\(found(expectation, names))"
        } catch {
            return "\(error): \(expectation.prefix(300))"
        }
    }

    /// The left side of the last comparison, for whoever looks at misses.
    private func found(_ expectation: String, _ names: [String: PythonValue]) -> String {
        guard let equals = expectation.range(of: " == ") else { return "" }
        let start = expectation[..<equals.lowerBound].range(of: " and ", options: .backwards)?.upperBound ?? expectation.startIndex
        guard let value = try? PythonExpression.evaluate(String(expectation[start..<equals.lowerBound]), names: names) else { return "" }
        let fault = names["bozo_exception"].map { " \($0)" } ?? ""
        return "\n    found \(value)\(fault)"
    }

    /// Tests that speak of their own address were served by feedparser's test server.
    private var address: String {
        URL(filePath: path).lastPathComponent.hasPrefix("http_") || path.contains("/http/") ? "http://127.0.0.1:8097/\(path)" : ""
    }
}
