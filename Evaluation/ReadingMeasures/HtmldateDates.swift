import ArticleExtraction
import BriefModel
import Figures
import Foundation

/// The publication day of a page, after htmldate's own evaluation: a page counts as right when the day found is the day annotated, the
/// markup alone is given (not its address), and finding nothing is right only where nothing is annotated.
enum HtmldateDates {
    private struct Item: Decodable {
        let file: String
        let date: String?

        enum CodingKeys: CodingKey { case file, date }

        /// A missing day is written as null or as a number that is none.
        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            file = try fields.decode(String.self, forKey: .file)
            date = try? fields.decode(String.self, forKey: .date)
        }
    }

    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        // Held until the last page is read: a set that was unpacked goes with its value.
        let elsewhere = try set.sibling("article-trafilatura").map { try LabelledSet(at: $0) }
        defer { withExtendedLifetime(elsewhere) {} }
        var found = 0, right = 0, judged = 0
        for item in set.chosen(try items(in: set.folder)) {
            guard let page = LabelledPages.bytes(of: item.file, in: [set.folder] + (elsewhere.map { [$0.folder] } ?? [])) else { continue }
            let day = (try? ArticleExtractor().metadata(page: page, charset: nil, address: ""))?.publishedDay?.description
            judged += 1
            if day != nil { found += 1 }
            if day == item.date { right += 1 } else { show("\(item.file)  wanted \(item.date ?? "none")  found \(day ?? "none")") }
        }
        guard judged > 0 else { throw LabelledSetError.incomplete(set.given.path, lacking: "the pages") }
        // Every annotated day is wanted once: F1 = 2 TP / (2 TP + FP + FN) with FP the wrong days and FN the pages without any.
        return [
            Figure("accuracy", share: right, of: judged),
            Figure("f1", share: 2 * right, of: 2 * right + (found - right) + (judged - found)),
        ]
    }

    /// Both lists, the one of newspapers and the general one, in the order of their file names.
    private static func items(in folder: URL) throws -> [Item] {
        let lists = ["eval_default.json", "eval_mediacloud_2020.json"].map { folder.appending(path: $0) }
        let present = lists.filter { FileManager.default.fileExists(atPath: $0.path) }
        guard !present.isEmpty else { throw LabelledSetError.incomplete(folder.path, lacking: lists[0].lastPathComponent) }
        return try present.flatMap { list in
            // NaN is no JSON, but what a spreadsheet leaves where a day is missing.
            let text = try String(contentsOf: list, encoding: .utf8).replacing(": NaN", with: ": null")
            return try JSONDecoder().decode([String: Item].self, from: Data(text.utf8)).values.sorted { $0.file < $1.file }
        }
    }
}

/// Where a set keeps its pages.
enum LabelledPages {
    static func bytes(of name: String, in folders: [URL]) -> [UInt8]? {
        for folder in folders {
            for inner in ["test_set", "cache", "eval"] {
                if let data = try? Data(contentsOf: folder.appending(path: inner).appending(path: name)) { return Array(data) }
            }
        }
        return nil
    }
}
