import BriefModel
import TextAnalysis

/// The attributions of a text as its sentences carry them. One that stands in the content of another is left out, as the set marks the outermost alone.
struct FoundAttributions {
    let attributions: [BratFile.Attribution]

    init(in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).filter { !$0.allSatisfy(\.isWhitespace) }
        // The text is read as it lies there, so that places in it stay what they are.
        var blocks: [TextBlock] = []
        for line in lines {
            let start = text.utf8.distance(from: text.startIndex, to: line.startIndex)
            blocks.append(TextBlock(kind: .paragraph, range: start..<(start + line.utf8.count)))
        }
        let sentences = TextAnalyzer().sentences(in: text, blocks: blocks, day: CalendarDay(daysSince1970: 0))
        attributions = sentences.flatMap(\.attributions).filter { $0.depth == 0 }.map { found in
            BratFile.Attribution(source: found.sourceRange.map { [$0] } ?? [], cue: [found.cueRange], content: found.content)
        }
    }
}
