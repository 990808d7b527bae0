import Foundation
import Synchronization

/// The files of the sample outlets as their servers would send them.
final class SampleSite: Sendable {
    struct Page: Sendable {
        let contentType: String
        let entityTag: String
        let body: [UInt8]
    }

    enum Reply: Sendable {
        case page(Page)
        /// A folder asked for without its slash.
        case moved(to: String)
        case missing
    }

    /// One date for all: what the checkout wrote on a file says nothing about an article.
    static let lastModified = "Sun, 01 Mar 2026 12:00:00 GMT"

    private let folder: String
    private let pages = Mutex<[String: Page]>([:])

    init(folder: String) { self.folder = folder }

    /// - Parameters:
    ///   - path: as requested, escapes and all, without query.
    ///   - origin: what the literal `http://localhost:PORT` in the files stands for.
    func reply(to path: String, origin: String) -> Reply {
        if let page = pages.withLock({ $0[path] }) { return .page(page) }
        guard let parts = Self.parts(of: path) else { return .missing }
        let file = ([folder] + parts).joined(separator: "/")
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else { return .missing }
        if isFolder.boolValue, !path.hasSuffix("/") { return .moved(to: path + "/") }
        guard isFolder.boolValue || !path.hasSuffix("/") else { return .missing }
        guard let bytes = FileManager.default.contents(atPath: isFolder.boolValue ? file + "/index.html" : file) else { return .missing }
        let page = Self.page([UInt8](bytes), parts: parts, origin: origin)
        pages.withLock { $0[path] = page }
        return .page(page)
    }

    /// Every file, as a path that can be requested.
    func paths() -> [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.split(separator: "/").last.map { $0.contains(".") || $0 == "rss" } ?? false }.map { "/" + $0 }.sorted()
    }

    /// The folders a path goes through; nil when it tries to leave the site or to see what is hidden.
    static func parts(of path: String) -> [String]? {
        guard let decoded = path.removingPercentEncoding, decoded.hasPrefix("/"), !decoded.utf8.contains(0),
            !decoded.utf8.contains(UInt8(ascii: "\\"))
        else { return nil }
        let parts = decoded.split(separator: "/").map(String.init)
        return parts.contains { $0.hasPrefix(".") } ? nil : parts
    }

    private static func page(_ bytes: [UInt8], parts: [String], origin: String) -> Page {
        let type = SampleMediaType(name: parts.last ?? "", bytes: bytes)
        // Offsets inside a PDF must stay true.
        let body = type == .pdf ? bytes : bytes.replacing(placeholder, with: Array(origin.utf8))
        return Page(contentType: type.field(outlet: parts.count > 1 ? parts[0] : ""), entityTag: entityTag(of: body), body: body)
    }

    private static let placeholder = Array("http://localhost:PORT".utf8)

    /// FNV-1a, 64 bits.
    private static func entityTag(of body: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in body { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return "\"\(String(hash, radix: 16))\""
    }
}
