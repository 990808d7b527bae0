import ArgumentParser
import BriefRendering
import BriefWriting

struct Summarize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sets of texts to their most telling sentences.",
        discussion: """
            Reads {"id","texts":[…]} lines; writes {"id","sentences":[…],"summary"}: sentences of the texts, verbatim, up to --words.

            EXAMPLE
              bigpicture summarize --words 100 < sets.jsonl
            """)

    @Option(help: "The length to aim for.") var words = 150

    func run() throws {
        try JSONLines.transform(Input.self) { input -> [Line] in
            let sentences = Summarizer().summary(of: input.texts, words: words)
            return [Line(id: input.id, sentences: sentences, summary: sentences.joined(separator: " "))]
        }
    }

    private struct Input: Decodable {
        let id: JSONIdentifier
        let texts: [String]
    }

    private struct Line: Encodable {
        let id: JSONIdentifier
        let sentences: [String]
        let summary: String
    }
}
