import BriefModel
import FeedParsing
import Figures
import Foundation

/// The W3C feed validator's test cases: hostile and odd files. Each must be read or refused with a reason; a valid feed must give its entries.
enum FeedvalidatorFiles {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        let files = set.folder.filesBelow.filter { ["xml", "opml", "rss", "atom"].contains($0.pathExtension) }
        var read = 0
        var valid = 0
        var complete = 0
        var slowest = Duration.zero
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            let path = file.path.dropFirst(set.folder.path.count + 1)
            let start = ContinuousClock.now
            let outcome = outcome(of: bytes)
            slowest = max(slowest, ContinuousClock.now - start)
            // Whatever is refused has a reason; a crash or a hang ends the measure itself.
            if outcome.isRead || !outcome.reason.isEmpty { read += 1 } else { show("\(path): refused without a reason") }
            guard let wanted = entries(of: bytes) else { continue }
            valid += 1
            if outcome.entries == wanted {
                complete += 1
            } else {
                show("\(path): \(outcome.entries.map(String.init) ?? outcome.reason) of \(wanted) entries")
            }
        }
        let milliseconds = Double(slowest.components.attoseconds) / 1e15 + Double(slowest.components.seconds) * 1000
        return [
            Figure("read", share: read, of: files.count), Figure("entries", share: complete, of: valid), Figure("slowest-ms", milliseconds),
        ]
    }

    private struct Outcome {
        var isRead = false
        var entries: Int?
        var reason = ""
    }

    /// As the engine would: a feed, or else a list of feeds.
    private static func outcome(of bytes: [UInt8]) -> Outcome {
        let address = "http://www.example.org/feed"
        do throws(FeedError) {
            let feed = try FeedParser().parse(bytes, charset: nil, address: address)
            // Everything of an entry is read: lazily held texts too.
            for entry in feed.entries { _ = entry.title?.utf8.count }
            return Outcome(isRead: true, entries: feed.items.count)
        } catch {
            guard error == .isOutline else { return Outcome(reason: error.description) }
        }
        do throws(FeedError) {
            _ = try OutlineParser().parse(bytes, charset: nil, address: address)
            return Outcome(isRead: true)
        } catch {
            return Outcome(reason: error.description)
        }
    }

    /// How many entries a feed holds that the validator finds valid; nil for other files. What it must not report is written `!Name`, what it
    /// confirms `Valid…`.
    private static func entries(of bytes: [UInt8]) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.range(of: "Expect:") else { return nil }
        let expectation = text[start.upperBound...].drop { $0 == " " }
        guard expectation.hasPrefix("!") || expectation.hasPrefix("Valid") else { return nil }
        let tags = TagCount(text)
        return tags.isFeed ? tags.items : nil
    }
}

/// Counts the start tags of items by looking for them, on purpose without any reader of ours.
private struct TagCount {
    private(set) var isFeed = false
    private(set) var items = 0

    init(_ text: String) {
        var isFirst = true
        for piece in Self.withoutComments(text).split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            guard let first = piece.first, first.isLetter else { continue }
            let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "_" || $0 == "-" }
            let parts = name.split(separator: ":")
            let isCore = parts.count == 1 || ["rss", "atom", "rdf", "a", "r"].contains(parts[0].lowercased())
            let local = parts.last.map(String.init) ?? ""
            if isFirst { isFeed = ["rss", "feed", "RDF", "Channel", "entry"].contains(local) }
            isFirst = false
            if isCore, local == "item" || local == "entry" { items += 1 }
        }
    }

    private static func withoutComments(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let open = rest.firstRange(of: "<!--") ?? rest.firstRange(of: "<![CDATA[") {
            kept += rest[..<open.lowerBound]
            let mark = rest[open] == "<!--" ? "-->" : "]]>"
            rest = rest[open.upperBound...].firstRange(of: mark).map { rest[$0.upperBound...] } ?? ""
        }
        return kept + rest
    }
}
