import BriefModel
import FeedParsing
import Foundation
import HTMLParsing

/// A feed of ours under the names and conventions of feedparser (its documentation, "reference").
struct FeedparserView {
    let names: [String: PythonValue]

    /// - Parameter fields: what the server sent, names in lower case.
    init(bytes: [UInt8], fields: [String: String], address: String) {
        var names: [String: PythonValue] = ["headers": .dictionary(fields.mapValues { .string($0) }), "namespaces": .dictionary([:])]
        if let etag = fields["etag"] { names["etag"] = .string(etag) }
        if let modified = fields["last-modified"] {
            names["modified"] = .string(modified)
            names["modified_parsed"] = FeedDate.parse(modified).map(Self.tuple) ?? PythonValue.none
        }
        let type = ContentType(fields["content-type"])
        let feed: Feed?
        do throws(FeedError) {
            feed = try FeedParser().parse(
                bytes, charset: type.charset, address: address, location: fields["content-location"], language: fields["content-language"])
        } catch {
            feed = nil
            names["bozo_exception"] = .string(error.description)
        }
        if let fault = feed?.fault { names["bozo_exception"] = .string("\(fault.why), line \(fault.line)") }
        names["bozo"] = .bool(feed?.fault != nil || feed == nil || !type.isXML)
        names["version"] = .string(feed.map { Self.versions[$0.format] ?? "" } ?? "")
        names["encoding"] = .string(Self.encoding(feed?.encoding ?? "", bytes: bytes, type: type))
        names["feed"] = .dictionary(feed.map { Self.record($0.about) } ?? [:])
        names["entries"] = .list(feed?.items.map { .dictionary(Self.record($0, isItem: true)) } ?? [])
        self.names = names
    }

    private static let versions: [Feed.Format: String] = [
        .rss090: "rss090", .rss091Netscape: "rss091n", .rss091: "rss091u", .rss092: "rss092", .rss093: "rss093", .rss094: "rss094", .rss1: "rss10",
        .rss2: "rss20", .rss: "rss", .atom03: "atom03", .atom1: "atom10", .atom: "atom", .channelDefinition: "cdf", .json1: "json1",
        .json11: "json11",
    ]

    /// feedparser names an encoding by the label that was declared (RFC 3023: `us-ascii` for `text/xml` without one); we name what the
    /// label means (WHATWG). The label is given where it means what we read.
    private static func encoding(_ used: String, bytes: [UInt8], type: ContentType) -> String {
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        if type.isText, type.charset == nil, isASCII { return "us-ascii" }
        for label in [type.charset, XMLDeclaration.encoding(bytes)].compactMap({ $0 }) {
            if CharacterDecoding.encodingName(label) == used || (isASCII && label.lowercased() == "us-ascii") {
                let isWide = used.hasPrefix("UTF-16") || used.hasPrefix("UTF-32")
                return isWide ? used.lowercased() : synonyms[label.lowercased()] ?? label.lowercased()
            }
        }
        return detected[used] ?? used.lowercased()
    }

    /// feedparser reads these labels as their supersets.
    private static let synonyms = ["gb2312": "gb18030", "gbk": "gb18030"]
    /// The names its detector gives.
    private static let detected = [
        "Big5": "Big5", "EUC-JP": "EUC-JP", "EUC-KR": "EUC-KR", "KOI8-R": "KOI8-R", "KOI8-U": "KOI8-R", "Shift_JIS": "SHIFT_JIS",
        "windows-874": "TIS-620", "GBK": "GB2312", "gb18030": "GB2312",
    ]

    struct ContentType {
        var charset: String?
        /// A feed under another type is an error to feedparser.
        var isXML = true
        /// XML under `text/`.
        var isText = false

        init(_ field: String?) {
            guard let field else { return }
            let parts = field.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let type = parts.first?.lowercased() ?? ""
            for part in parts.dropFirst() {
                let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                if sides.count == 2, sides[0].lowercased() == "charset" { charset = sides[1].trimmingCharacters(in: ["\"", "'", " "]) }
            }
            isXML = type.hasSuffix("xml") || type.contains("xml-") || type.hasSuffix("json")
            isText = type.hasPrefix("text/") && isXML
        }
    }
}

/// The encoding an XML declaration names, read as ASCII.
enum XMLDeclaration {
    static func encoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(512).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
        guard let start = head.range(of: "<?xml"), let end = head[start.upperBound...].range(of: "?>"),
            let name = head[start.upperBound..<end.lowerBound].range(of: "encoding")
        else { return nil }
        let rest = head[name.upperBound..<end.lowerBound].trimmingCharacters(in: ["=", " ", "\t", "\n", "\r"])
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}
