import ArticleExtraction
import BriefBootstrap
import BriefModel
import DocumentConversion
public import Figures
import Foundation

/// The pdf-samples set: files of many makers, with what is known of them in `files.json`. Nobody wrote down what their text is, so the
/// figures say what can be counted: files read, pages found, words kept and line ends that were not undone.
public enum PDFSamples {
    private struct Listing: Decodable {
        struct File: Decodable {
            let path: String
            let pages: Int?
            let encrypted: Bool
        }
        let data: [File]
    }

    /// - Parameter show: told of each file that was not read, and why.
    public static func figures(data: String, show: (String) -> Void) async throws -> [Figure] {
        let set = try LabelledSet(at: data)
        let list = set.folder.appending(path: "files.json")
        guard let bytes = try? Data(contentsOf: list) else { throw LabelledSetError.incomplete(data, lacking: "files.json") }
        let files = try JSONDecoder().decode(Listing.self, from: bytes).data.filter {
            FileManager.default.fileExists(atPath: set.folder.appending(path: $0.path).path)
        }
        var tally = Tally()
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: set.folder.appending(path: file.path)))
            do {
                let document = try await Bootstrap.converter.pages(of: bytes)
                tally.add(document, try ArticleExtractor().extract(printed: document), pages: file.pages)
                if file.encrypted { show("\(file.path): read though it is encrypted") }
            } catch {
                let isRight = file.encrypted && error as? ConversionError == .passwordRequired
                if isRight { tally.refused += 1 }
                show("\(file.path): \(error)")
            }
        }
        return tally.figures(of: files.count)
    }

    private struct Tally {
        var read = 0
        /// For asking for a password, as the set says they do.
        var refused = 0
        var rightPages = 0
        var words = 0
        var kept = 0
        var breaks = 0

        mutating func add(_ document: PrintedDocument, _ article: ExtractedArticle, pages: Int?) {
            read += 1
            if pages == document.pages.count { rightPages += 1 }
            words += document.pages.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.words.count } }
            let texts = [article.title] + (article.body + article.notes).map(\.text)
            kept += texts.reduce(0) { $0 + $1.split(separator: " ").count }
            breaks += texts.reduce(0) { $0 + Self.openHyphens($1) }
        }

        /// "manu- facturing"; "two- and three-digit" is as it should be.
        private static func openHyphens(_ text: String) -> Int {
            let bytes = Array(text.utf8)
            return bytes.indices.dropLast(2).count { place in
                place > 0 && bytes[place] == UInt8(ascii: "-") && bytes[place + 1] == 0x20 && (0x61...0x7A).contains(bytes[place - 1])
                    && bytes[(place + 2)...].prefix { (0x61...0x7A).contains($0) }.count > 5
            }
        }

        func figures(of files: Int) -> [Figure] {
            [
                .init("readable", share: read + refused, of: files), .init("pages", share: rightPages, of: read),
                .init("words-kept", share: kept, of: words),
                .init("open-hyphens", Double(breaks)),
            ]
        }
    }
}
