import ArgumentParser
import BriefModel
import FeedParsing

struct ParseFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-feed",
        abstract: "Feeds to entries, one JSON line an entry.",
        discussion: "EXAMPLE\n  bigpicture parse-feed feed.xml --address https://example.org/feed.xml")

    @Argument(help: "Feed files; - for standard input.") var files: [String] = ["-"]
    @Option(help: "The address it came from, to resolve relative links.") var address = "http://localhost/"
    @Option(help: "The charset its server declared.") var charset: String?

    func run() throws {
        for file in files {
            let bytes = try InputFile.read(file)
            do {
                let feed = try FeedParser().parse(bytes, charset: charset, address: address)
                for entry in feed.entries { try Self.write(entry) }
            } catch let error as FeedError {
                try JSONLines.write(ItemFailure(id: file, error: error.description))
            }
        }
    }

    private struct Line: Encodable {
        let id, title, link, summary, content, language, published, updated: String?
        let authors: [String]
    }

    private static func write(_ entry: Entry) throws {
        let line = Line(
            id: entry.identifier, title: entry.title, link: entry.link, summary: entry.summary, content: entry.contentHTML,
            language: entry.language, published: entry.published?.description, updated: entry.updated?.description, authors: entry.authors)
        try JSONLines.write(line)
    }
}

/// An item that could not be worked on; the others go on.
struct ItemFailure: Encodable {
    let id: String
    let error: String
}
