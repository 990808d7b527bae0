import ArticleExtraction
import Foundation

/// Reads lines of `path TAB charset` and prints a line of JSON a page: its blocks and the rows they are judged by. Used by `Training/train-blocks`.
@main
struct BlockRows {
    static func main() throws {
        let names: [String: Any] = ["names": TrainingRows.names]
        print(String(decoding: try JSONSerialization.data(withJSONObject: names), as: UTF8.self))
        while let line = readLine() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let bytes = Array(try Data(contentsOf: URL(filePath: parts[0])))
            guard let page = TrainingRows(page: bytes, charset: parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil) else { continue }
            let object: [String: Any] = [
                "path": parts[0], "title": page.title, "texts": page.texts, "kinds": page.kinds, "signs": page.signs,
                // One text: a list of numbers is slow to write.
                "rows": page.rows.map { "\($0)" }.joined(separator: " "),
            ]
            print(String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self))
        }
    }
}
