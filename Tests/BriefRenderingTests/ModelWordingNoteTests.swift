import BriefModel
import BriefRendering
import Testing

/// A page says what a language model had to do with it: how much is in its words, how much was turned away and why.
@Suite struct ModelWordingNoteTests {
    private static let wording = ModelWording(
        model: "ollama:qwen3:8b", sectionsAsked: 3, admitted: 7, repaired: 2,
        dropped: [
            DroppedWording(section: "Export rules", reasons: [.number, .hedgeLost]), DroppedWording(section: "Export rules", reasons: [.number]),
            DroppedWording(section: "Chips", reasons: [.number]), DroppedWording(section: "Chips", reasons: [.hedgeLost]),
        ], addressingMachines: ["nw-0227-label"], requests: 6, inputTokens: 12_345, outputTokens: 1_234)

    private func text(_ wording: ModelWording?, as format: BriefFormat) throws -> String {
        String(decoding: render(try SampleBrief.make(wording: wording), as: format), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let pages: [BriefFormat] = [.terminal, .markdown, .html]

    @Test(arguments: pages) func howManySentencesWereTurnedAwayIsSaid(_ format: BriefFormat) throws {
        let page = try text(Self.wording, as: format)
        #expect(page.contains("7 of 15 statements are in the words of ollama:qwen3:8b, each held to the passages it cites."))
        #expect(page.contains("4 sentences it proposed were left out because the passages did not bear them out."))
    }

    @Test(arguments: [BriefFormat.markdown, .html]) func whyAndWhereIsCountedTheMostFrequentReasonFirst(_ format: BriefFormat) throws {
        let page = try text(Self.wording, as: format)
        let reasons = page.ranges(of: /Left out, [^:]+: (\d), in [^.]+\./).map { String(page[$0]) }
        #expect(reasons.count == 2)
        #expect(
            reasons.first?.hasSuffix(": 3, in Export rules (2) and Chips.") == true && reasons.last?.hasSuffix(": 1, in Chips.") == true, "\(reasons)"
        )
        #expect(page.contains("2 statements stand in words it corrected when it was told what was wrong."))
        #expect(page.contains("6 requests, 12,345 tokens in, 1,234 out."))
    }

    @Test(arguments: [BriefFormat.markdown, .html]) func aSourceThatSpeaksToMachinesIsNamedByItsNumber(_ format: BriefFormat) throws {
        let brief = try SampleBrief.make(wording: Self.wording)
        let number = try #require(brief.sources.first { $0.article == "nw-0227-label" }?.number)
        #expect(try text(Self.wording, as: format).contains("1 source carries text addressed to machines, which the model was not shown: \(number)."))
    }

    @Test(arguments: pages) func aModelThatCouldNotBeUsedIsSaidWithWhy(_ format: BriefFormat) throws {
        let failure = "No answer came from http://127.0.0.1:11434"
        let nowhere = ModelWording(model: "ollama:m", sectionsAsked: 3, sectionsFailed: 3, failure: failure)
        #expect(try text(nowhere, as: format).contains("The model ollama:m could not be used, so this brief is worded without it. \(failure)."))
        let partly = ModelWording(model: "ollama:m", sectionsAsked: 3, sectionsFailed: 1, failure: failure, admitted: 2)
        #expect(try text(partly, as: format).contains("In 1 section of 3 the model could not be used; they are worded without it."))
    }

    @Test(arguments: pages) func whereNoModelWasAskedNothingIsSaidOfOne(_ format: BriefFormat) throws {
        let page = try text(nil, as: format)
        #expect(!page.contains("What the model did") && !page.contains("it proposed"))
    }

    @Test func aNameIsNoMarkup() throws {
        let page = try text(ModelWording(model: "ollama:<b>x</b>", sectionsAsked: 1, admitted: 1), as: .html)
        #expect(page.contains("ollama:&lt;b&gt;x&lt;/b&gt;") && !page.contains("<b>x</b>"))
    }
}
