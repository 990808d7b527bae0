import BriefModel
import DocumentConversion
import Fetching
import Foundation
import Ingestion
import Storage

/// The sample library's site as an in-memory web, served as its notes say: charsets declared or not, one host for all outlets.
enum SampleWeb {
    static let root = "http://localhost:8000"
    static let outline = root + "/feeds.opml"
    static let now = Timestamp(secondsSince1970: 1_772_400_000)

    static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/SampleLibrary/Resources/sample-library")
    }

    /// Every file under its address, with an entity tag.
    static func answers() throws -> [String: Answer] {
        let site = folder.appendingPathComponent("site")
        var answers: [String: Answer] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: site.path) {
            let file = site.appendingPathComponent(path)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let isPDF = path.hasSuffix(".pdf")
            let raw = try Data(contentsOf: file)
            // Latin-1 keeps every byte as it is, whatever the page's own charset.
            let body = isPDF ? [UInt8](raw) : [UInt8](raw.split(around: Data("http://localhost:PORT".utf8), joinedBy: Data(root.utf8)))
            answers[root + "/" + path] = Answer(
                status: 200, fields: ["content-type": mediaType(of: path), "etag": "\"\(body.count)-\(path.count)\""], body: body)
        }
        return answers
    }

    private static func mediaType(of path: String) -> String {
        switch URL(fileURLWithPath: path).pathExtension {
        case "pdf": "application/pdf"
        case "txt": "text/plain; charset=utf-8"
        case "json": "application/feed+json"
        case "xml", "rss", "atom", "rdf", "opml": "application/xml"
        default:
            path.hasPrefix("linjiang-keji")
                ? "text/html"
                : path.hasPrefix("tern-valley") || path.hasPrefix("ostwind") ? "text/html; charset=windows-1252" : "text/html; charset=utf-8"
        }
    }

    /// What `pdftotext` would say of the one PDF; its text is not under test here.
    static func converter() throws -> InMemoryPDFConverter {
        let bytes = try Data(contentsOf: folder.appendingPathComponent("site/quillhaven-institute/reports/verification-guide.pdf"))
        return InMemoryPDFConverter(texts: [
            [UInt8](bytes): "A guide to verification\n\nQuillhaven Institute, 12 February 2026\n\n"
                + String(repeating: "Verification asks who says so and how they know. ", count: 20)
        ])
    }
}

extension Data {
    fileprivate func split(around mark: Data, joinedBy other: Data) -> Data {
        var joined = Data()
        var rest = self[...]
        while let range = rest.range(of: mark) {
            joined += rest[rest.startIndex..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return joined + rest
    }
}

/// One reader over one library and one web.
struct Desk {
    var library: any LibraryStore = InMemoryLibrary()
    var converter: any PDFConverter = InMemoryPDFConverter()
    var limits = ReadingLimits.standard

    @discardableResult
    func read(_ web: InMemoryFetcher, _ sources: [SourceLocation], outlets: [Outlet] = [], at moment: Timestamp = SampleWeb.now) async throws
        -> ReadingReport
    {
        try await SourceReader(fetcher: web, converter: converter, store: library, clock: .fixed(moment), limits: limits)
            .read(sources, outlets: outlets) { _ in }
    }
}

extension Answer {
    /// A short report as a page.
    static func story(_ title: String) -> Answer {
        .page(
            """
            <!doctype html><html lang="en"><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
            <p>\(title): the ministry said on Tuesday that talks would go on in the spring, and that both sides had named their delegates.</p>
            <p>A second round is planned for June. Observers from nine countries were present when the first one ended.</p></article></body></html>
            """)
    }
}
