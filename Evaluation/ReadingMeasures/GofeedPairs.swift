import BriefModel
import FeedParsing
import Figures
import Foundation

/// gofeed's pairs of a feed and what its unified model says of it. A field is a value at a path (`items.0.author.name`); those both models
/// have are compared. Not shared: gofeed's dumps of extension elements, which repeat in its own form what the other fields say.
enum GofeedPairs {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        var equal = 0
        var all = 0
        for (input, expectation) in pairs(in: set.folder.appending(path: "translator")) {
            let bytes = [UInt8](try Data(contentsOf: input))
            let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: expectation))
            let path = input.path.dropFirst(set.folder.path.count + 1)
            let feed = try? FeedParser().parse(bytes, charset: nil, address: "")
            let ours = feed.map { GofeedView.fields(of: $0) } ?? [:]
            for (field, value) in leaves(expected, at: "").sorted(by: { $0.key < $1.key }) where isShared(field) {
                all += 1
                if ours[field] == value { equal += 1 } else { show("\(path) \(field): \(value) is \(ours[field] ?? "nothing") here") }
            }
        }
        return [Figure("fields", share: equal, of: all)]
    }

    /// An XML file beside a JSON file of its name. What stands alone is an input without its expectation.
    private static func pairs(in folder: URL) -> [(input: URL, expectation: URL)] {
        folder.filesBelow.filter { $0.pathExtension == "xml" }.compactMap { input in
            let expectation = input.deletingPathExtension().appendingPathExtension("json")
            return FileManager.default.fileExists(atPath: expectation.path) ? (input, expectation) : nil
        }
    }

    private static func isShared(_ field: String) -> Bool {
        !["extensions", "dcExt", "itunesExt"].contains { field.split(separator: ".").contains(Substring($0)) }
    }

    private static func leaves(_ value: Any, at path: String) -> [String: String] {
        let below = { (name: String) in path.isEmpty ? name : path + "." + name }
        if let members = value as? [String: Any] {
            return members.reduce(into: [:]) { $0.merge(leaves($1.value, at: below($1.key))) { first, _ in first } }
        }
        if let values = value as? [Any] {
            return values.enumerated().reduce(into: [:]) { $0.merge(leaves($1.element, at: below(String($1.offset)))) { first, _ in first } }
        }
        return [path: (value as? String) ?? "\(value)"]
    }
}
