import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import Storage
import StoryClustering
import TextAnalysis

struct Cluster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Articles or titles to stories, as they stream by.",
        discussion: """
            Reads {"id","text","title","date"} lines (title and date may be missing); writes an {"id","story"} line each, and {"joined","into"} when two
            stories turn out to be one. Memory does not grow with what has passed. With --state, all that is known is kept in a file: killed at any moment
            and started again with the same input, it goes on where it was, and a story whose articles left memory long ago is taken up again when it goes
            on; --all then writes every article with its story as far as is known now. With --merge, all articles are held and the last word is given
            at the end, with the whole of them in view.

            EXAMPLES
              bigpicture cluster < articles.jsonl
              tail -f articles.jsonl | bigpicture cluster --state stream.sqlite
              bigpicture cluster --state stream.sqlite --all < /dev/null
            """)

    @Flag(help: "Wait for the end and give the merged stories.") var merge = false
    @Option(help: ArgumentHelp("Keep the stream in this file and go on from it.", valueName: "file")) var state: String?
    @Flag(help: "At the end, write every article in --state with its story.") var all = false

    func validate() throws {
        if merge, state != nil { throw ValidationError("--merge holds all articles and keeps no --state.") }
        if all, state == nil { throw ValidationError("--all shows what is kept in --state; name the file.") }
    }

    func run() async throws {
        if merge { return try mergeAtEnd() }
        if let state { return try await keep(in: state) }
        try await passOn()
    }

    private struct Line: Encodable {
        var id, story, joined, into: String?
    }

    private func passOn() async throws {
        var stream = StoryStream(encoder: try LocalModels.encoder("student"))
        var dates = Dates()
        try await JSONLines.transform(TextItem.self, inBatchesOf: 128) { items in
            let articles = items.map { dates.article($0) }
            let stories = try stream.place(articles)
            return zip(articles, stories).map { Line(id: $0.id.rawValue, story: $1.rawValue) }
                + stream.takeJoined().map { Line(joined: $0.rawValue, into: $1.rawValue) }
        }
    }

    private func keep(in file: String) async throws {
        do {
            let store = try Bootstrap.stream(file)
            let flow = try await StoryFlow(store: store, encoder: try LocalModels.encoder("student"))
            var dates = Dates()
            try await JSONLines.transform(TextItem.self, inBatchesOf: StoryFlow.stepSize) { items in
                let articles = items.map { dates.article($0) }
                return zip(articles, try await flow.take(articles)).map { Line(id: $0.id.rawValue, story: $1.rawValue) }
            }
            var place = 0
            while all, case let page = try await store.placements(after: place, limit: 1_000), let last = page.last {
                for placement in page { try JSONLines.write(Line(id: placement.article.rawValue, story: placement.story.rawValue)) }
                place = last.place
            }
        } catch let error as StoryFlowError {
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        } catch let error as StorageError {
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
    }

    private func mergeAtEnd() throws {
        var clusterer = StoryClusterer(encoder: try LocalModels.encoder("student"))
        var dates = Dates()
        try JSONLines.transform(TextItem.self) { item -> [Line] in
            _ = try clusterer.place(TextAnalyzer().analyze(dates.article(item)))
            return []
        }
        for story in clusterer.stories(reprints: []) {
            for article in story.articles { try JSONLines.write(Line(id: article.rawValue, story: story.id.rawValue)) }
        }
    }

    /// What has no date counts as fetched when what came before it was.
    private struct Dates {
        private var day = CalendarDay(daysSince1970: 0)

        mutating func article(_ item: TextItem) -> Article {
            let article = item.article(fallbackDay: day)
            day = article.day
            return article
        }
    }
}
