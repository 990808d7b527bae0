public import Figures
import Foundation
import Ingestion

/// Pairs of near-duplicates among the articles of the neardup-minhash set, found with the product's own detector.
public enum NearDuplicates {
    /// - Parameter show: told every pair that is missing or too many.
    public static func figures(data: String, show: (String) -> Void) throws -> [Figure] {
        let set = try LabelledSet(at: data)
        let names = try FileManager.default.contentsOfDirectory(atPath: set.folder.path).sorted()
        guard let texts = names.first(where: { $0.hasSuffix(".train") }), let pairs = names.first(where: { $0.hasSuffix(".truth") }) else {
            throw LabelledSetError.incomplete(data, lacking: "a .train and a .truth file")
        }
        // "ID text", one article a line; "ID1 ID2", one pair a line.
        let articles = try lines(of: set.folder.appending(path: texts)).map { line in
            let id = line.prefix { $0 != " " }
            return (id: String(id), text: String(line.dropFirst(id.count + 1)))
        }
        let wanted = Set(try lines(of: set.folder.appending(path: pairs)).map { Set($0.split(separator: " ").map(String.init)) })
        let found = Set(ReprintDetector().pairs(among: articles).map { Set([$0.first, $0.second]) })
        for pair in wanted.subtracting(found) { show("missing: \(pair.sorted().joined(separator: " "))") }
        for pair in found.subtracting(wanted) { show("too many: \(pair.sorted().joined(separator: " "))") }
        let right = wanted.intersection(found).count
        return [
            .init("f1", share: 2 * right, of: wanted.count + found.count),
            .init("precision", share: right, of: found.count),
            .init("recall", share: right, of: wanted.count),
        ]
    }

    private static func lines(of file: URL) throws -> [Substring] {
        String(decoding: try Data(contentsOf: file), as: UTF8.self).split(whereSeparator: \.isNewline)
    }
}
