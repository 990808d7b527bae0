import ArgumentParser
import BriefBootstrap
import BriefModel
import StoryClustering
import TextAnalysis

struct Cluster: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Articles or titles to stories, as they stream by.",
        discussion: """
            Reads {"id","text","title","date"} lines (title and date may be missing); writes an {"id","story"} line each. With --merge the last word is
            given at the end, after stories that turned out to be one were joined.

            EXAMPLE
              bigpicture cluster < articles.jsonl
            """)

    @Flag(help: "Wait for the end and give the merged stories.") var merge = false

    func run() throws {
        var clusterer = StoryClusterer(encoder: try LocalModels.encoder("student"))
        var day = CalendarDay(daysSince1970: 0)
        try JSONLines.transform(TextItem.self) { item -> [Line] in
            let article = item.article(fallbackDay: day)
            day = article.day
            let story = try clusterer.place(TextAnalyzer().analyze(article))
            return merge ? [] : [Line(id: item.id.text, story: story.rawValue)]
        }
        guard merge else { return }
        for story in clusterer.stories(reprints: []) {
            for article in story.articles { try JSONLines.write(Line(id: article.rawValue, story: story.id.rawValue)) }
        }
    }

    private struct Line: Encodable {
        let id, story: String
    }
}
