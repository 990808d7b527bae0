import Foundation

/// The sample library: its pages as their server would send them, their canonical texts and the gold.
enum SamplePages {
    static let library = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/SampleLibrary/Resources/sample-library")

    struct GoldArticle: Decodable {
        let id, title, date, language, author, path, text_path, format: String
        let url: String
    }

    static func gold() throws -> [GoldArticle] {
        try JSONDecoder().decode([GoldArticle].self, from: Data(contentsOf: library.appending(path: "gold/articles.json")))
    }

    /// Every article page of the site, without the outlets' front pages.
    static func paths() throws -> [String] {
        let site = library.appending(path: "site")
        let names = FileManager.default.enumerator(atPath: site.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".html") && !$0.hasSuffix("index.html") || $0.hasSuffix("-2026.txt") }.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        let data = try Data(contentsOf: library.appending(path: "site").appending(path: path))
        var output = Data()
        var rest = data[...]
        while let found = rest.range(of: Data("localhost:PORT".utf8)) {
            output += rest[..<found.lowerBound] + Data("localhost:8000".utf8)
            rest = rest[found.upperBound...]
        }
        return [UInt8](output + rest)
    }

    /// The canonical text of an article: its title and its paragraphs.
    static func texts() throws -> [String: (id: String, paragraphs: [String])] {
        let folder = library.appending(path: "text")
        var table: [String: (String, [String])] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let parts = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
            table[parts[0]] = (file.deletingPathExtension().lastPathComponent, Array(parts.dropFirst()))
        }
        return table
    }

    /// Every evidence sentence in the gold: objects with an article and a text.
    static func evidence() throws -> [(article: String, text: String)] {
        var found: [(String, String)] = []
        func walk(_ value: Any) {
            if let object = value as? [String: Any] {
                if let article = object["article"] as? String, let text = object["text"] as? String { found.append((article, text)) }
                object.values.forEach(walk)
            } else if let list = value as? [Any] {
                list.forEach(walk)
            }
        }
        for file in try FileManager.default.contentsOfDirectory(at: library.appending(path: "gold"), includingPropertiesForKeys: nil) {
            walk(try JSONSerialization.jsonObject(with: Data(contentsOf: file)))
        }
        return found
    }
}
