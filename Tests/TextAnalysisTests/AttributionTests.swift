import BriefModel
import Testing

@testable import TextAnalysis

/// Each attribution as "source | cue | content", those inside another set in by a dot a level.
private func marked(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    func words(_ ranges: [Range<Int>]) -> String { ranges.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " … ") }
    return TextAnalyzer().sentences(in: text).flatMap(\.attributions).map { one in
        let dots = String(repeating: ".", count: one.depth)
        return "\(dots)\(words([one.sourceRange].compactMap { $0 })) | \(words([one.cueRange])) | \(words(one.content))"
    }
}

@Suite("What a text puts down to whom: source, cue and content")
struct AttributionTests {
    @Test(
        "Speech, direct and indirect, before and after its content",
        arguments: [
            ("Ada Brook said the mine would close.", ["Ada Brook | said | the mine would close"]),
            ("The mine will close in May, Ada Brook said.", ["Ada Brook | said | The mine will close in May"]),
            ("The mine will close in May, said Ada Brook, a trader in Leeds.", ["Ada Brook, a trader in Leeds | said | The mine will close in May"]),
            ("“We close in May,” she told the Leeds Post. “Nobody is safe.”", ["she | told | “We close in May,” … “Nobody is safe.”"]),
            ("“We close,” Brook said, “and nobody is safe.”", ["Brook | said | “We close,” … “and nobody is safe.”"]),
            (
                "The union said in a statement on Friday that it was “deeply hurt” by the news.",
                ["The union | said | that it was “deeply hurt” by the news"]
            ),
            ("The regulator told reporters that the bank had lied.", ["The regulator | told | that the bank had lied"]),
            ("Prices will fall, according to the bank.", ["the bank | according to | Prices will fall"]),
            ("According to a report by the agency, prices will fall.", ["a report by the agency | According to | prices will fall"]),
            ("The company said about 400 people had come.", ["The company | said | about 400 people had come"]),
            (
                "Ada Brook, a trader in Leeds, one of the sellers, said prices would fall.",
                ["Ada Brook, a trader in Leeds, one of the sellers | said | prices would fall"]
            ),
            ("Ada Brook, a trader in Leeds, said prices would fall.", ["Ada Brook, a trader in Leeds | said | prices would fall"]),
        ])
    func speech(text: String, expected: [String]) { #expect(marked(text) == expected) }

    @Test(
        "Beliefs, intentions and stances are attributions too",
        arguments: [
            ("The ministry believes that output will fall.", ["The ministry | believes | that output will fall"]),
            ("The company plans to close the mine.", ["The company | plans | to close the mine"]),
            ("The minister has repeatedly refused to answer.", ["The minister | has repeatedly refused | to answer"]),
            ("The union called for an inquiry.", ["The union | called for | an inquiry"]),
            ("The mayor was confident that the bridge would hold.", ["The mayor | was confident | that the bridge would hold"]),
            ("A study found that the drug does not help.", ["A study | found | that the drug does not help"]),
        ])
    func states(text: String, expected: [String]) { #expect(marked(text) == expected) }

    @Test("A noun attributes where its content follows")
    func nouns() {
        #expect(marked("Nobody shares Brook's belief that the mine was safe.") == ["Brook | belief | that the mine was safe"])
        #expect(marked("The company's plans are late.").isEmpty)
    }

    @Test("A passive names its source after it or none at all")
    func passives() {
        #expect(marked("The deal was criticised by the union.") == ["the union | was criticised | The deal"])
        #expect(marked("The deal is expected to close in May.") == [" | is expected | The deal … to close in May"])
    }

    @Test("What stands in another's content is set deeper; what stands beside it is not")
    func nesting() {
        #expect(
            marked("Brook said Wren had warned that the dam would break.") == [
                "Brook | said | Wren had warned that the dam would break", ".Wren | had warned | that the dam would break",
            ])
        #expect(
            marked("Brook said the dam would break, but Wren denied that it would.") == [
                "Brook | said | the dam would break", "Wren | denied | that it would",
            ])
        #expect(
            marked("Brook said the dam would break, adding that nobody had been told.") == [
                "Brook | said | the dam would break", "Brook | adding | that nobody had been told",
            ])
    }

    @Test(
        "Words that only look like cues attribute nothing",
        arguments: ["The plans were late.", "Ten states joined the suit.", "A group called Red Dawn marched.", "The claims fell by 4 per cent."])
    func none(text: String) { #expect(marked(text) == []) }

    @Test("A transcript names its speakers before a colon; a note does not")
    func transcripts() {
        #expect(marked("BROOK: We close in May. Nobody is safe.") == ["BROOK | : | We close in May. Nobody is safe."])
        #expect(marked("Correction: The mine closes in June.").isEmpty)
    }

    @Test("Two apostrophes are a quotation mark")
    func typewriterMarks() {
        #expect(marked("''We close,'' Brook said.") == ["Brook | said | ''We close,''"])
    }

    @Test("The same words in quotation marks attribute nothing of their own")
    func quoted() {
        #expect(marked("“Wren said it,” Brook told the court.") == ["Brook | told | “Wren said it,”"])
    }

    @Test("Long and broken text is read in bounded time and within its bounds")
    func hostile() {
        let text = String(repeating: "said that “he ", count: 3_000)
        let count = text.utf8.count
        for sentence in TextAnalyzer().sentences(in: text) {
            for one in sentence.attributions { #expect(one.content.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count }) }
        }
    }

    @Test("A sentence is the word of the first who says it outright, not of one who has not said it, should say it or is only spoken of")
    func main() {
        func source(_ text: String) -> [String] { TextAnalyzer().sentences(in: text).compactMap(\.attribution?.source) }
        #expect(source("Brook said the mine would close.") == ["Brook"])
        #expect(source("Brook has not said whether the mine would close.").isEmpty)
        #expect(source("Readers should note that the mine is closed.").isEmpty)
        #expect(source("The firm plans to close the mine.").isEmpty)
        #expect(source("Papers that say the mine is closed appear to repeat one another.").isEmpty)
        #expect(source("Acme told investors to expect less.") == ["Acme"])
    }

    @Test("Whose word it is and whose word that one passes on, outermost first; pronouns mean who was named")
    func chains() {
        func voices(_ text: String) -> [[String]] { TextAnalyzer().sentences(in: text).map(\.voices) }
        #expect(voices("Brook said Wren had warned that the dam would break.") == [["Brook", "Wren"]])
        #expect(voices("Ada Brook runs the mine. She said it would close.") == [[], ["Ada Brook"]])
    }

    @Test("What a colon at the end of a block announces is the block after it")
    func announced() {
        let text = "Brook added:\n\nThe mine is safe. Nobody is hurt."
        let blocks = [TextBlock(kind: .paragraph, range: 0..<12), TextBlock(kind: .paragraph, range: 14..<text.utf8.count)]
        let found = TextAnalyzer().sentences(in: text, blocks: blocks).flatMap(\.attributions)
        #expect(found.map(\.content) == [[14..<text.utf8.count]])
        #expect(marked("Brook added:").isEmpty)
    }
}
