import Foundation
import Testing

/// Each stage alone: JSON lines in and out, an error line (not a crash) for a bad item.
@Suite struct PipeTests {
    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    @Test func checkTellsANumberThatDiffers() throws {
        let input = """
            {"id": 1, "claim": "Sales rose by 5 percent in March.", "sents": ["Sales rose by 5 percent in March, the office said.", "It rained."]}
            {"id": "b", "claim": "Sales rose by 5 percent in March.", "sents": ["Sales rose by 7 percent in March, the office said."]}
            """
        let found = try lines(Program.run(["check"], input: input).output)
        #expect(found.count == 2)
        #expect(found[0]["id"] as? Int == 1 && found[0]["verdict"] as? String == "supported")
        #expect(found[0]["evidence"] as? [Int] == [0])
        #expect(found[1]["id"] as? String == "b" && found[1]["verdict"] as? String == "contradicted")
        #expect((found[1]["reasons"] as? [String])?.contains("number") == true)
    }

    @Test func answersComeInTheOrderOfTheLinesWithBadOnesInTheirPlaces() throws {
        let lines = (0..<200).map { number in
            number % 50 == 7 ? "{\"id\":" : #"{"id":\#(number),"claim":"The vote was \#(number) to 6.","sents":["The vote was \#(number) to 6."]}"#
        }
        let found = try self.lines(Program.run(["check"], input: lines.joined(separator: "\n")).output)
        #expect(found.map { $0["id"] as? Int ?? -($0["line"] as? Int ?? 0) } == (0..<200).map { $0 % 50 == 7 ? -($0 + 1) : $0 })
    }

    @Test(arguments: ["check", "claims", "cluster", "duplicates", "entities", "summarize"])
    func aBadLineGivesAnErrorLineAndTheRestGoOn(_ command: String) throws {
        let good =
            #"{"id":"a","text":"The vote was 164 to 6.","claim":"The vote was 164 to 6.","sents":["The vote was 164 to 6."],"texts":["The vote was 164 to 6."]}"#
        let run = try Program.run([command], input: "not json\n\(good)\n{\"id\":\"c\"}\n")
        #expect(run.status == 0)
        let failures = try lines(run.output).filter { $0["error"] != nil }
        #expect(failures.map { $0["line"] as? Int } == [1, 3])
    }

    @Test func entitiesCarryWhatTheTextSaysOfThem() throws {
        let input = #"{"id":"1","text":"The Mountain View start-up MatX said it would hire. The company raised money."}"# + "\n"
        let found = try lines(Program.run(["entities"], input: input).output)
        let body = try #require(found.first { $0["name"] as? String == "MatX" })
        #expect(body["kind"] as? String == "organisation")
        let mentions = try #require(body["mentions"] as? [[String: Any]])
        #expect(mentions.map { $0["text"] as? String } == ["MatX", "The company"])
        let attributes = try #require(body["attributes"] as? [[String: Any]])
        #expect(attributes.contains { $0["kind"] as? String == "country" && $0["value"] as? String == "united states" })
    }

    @Test func claimsCarryPassageAndClaimant() throws {
        let input = #"{"id":"1","text":"Anthropic said on Monday that about 24,000 accounts were used.","date":"2026-02-24"}"#
        let found = try #require(try lines(Program.run(["claims"], input: input).output).first)
        #expect(found["claimant"] as? String == "Anthropic")
        #expect(found["modality"] as? String == "attributed")
        #expect(found["text"] as? String == "Anthropic said on Monday that about 24,000 accounts were used.")
    }

    @Test func duplicatesFindsACopyAndNothingElse() throws {
        let text =
            "The committee met on Tuesday in the old town hall and agreed, after four hours of talks, to open the harbour to larger ships from May."
        let input = [("a", text), ("b", text + " It will meet again."), ("c", "A cat was found in a tree by the firemen of the valley last night.")]
            .map { #"{"id":"\#($0.0)","text":"\#($0.1)"}"# }.joined(separator: "\n")
        let found = try lines(Program.run(["duplicates"], input: input).output)
        #expect(found.count == 1)
        #expect(Set([found[0]["first"] as? String, found[0]["second"] as? String]) == ["a", "b"])
    }

    @Test func aStreamKilledAtAnyMomentGoesOnWithTheSameStories() throws {
        let places = ["Tern", "Calder", "Harbour", "Ostwind", "Linjiang", "Averland", "Fanal", "Quill"]
        let input = (0..<6_000).map { number in
            let thing = number % 700
            return #"{"id":"\#(number)","text":"\#(places[thing % 8]) bridge\#(thing) closed crack\#(thing / 8) engineers\#(thing)"}"#
        }.joined(separator: "\n")
        try Program.withFolder { folder in
            let file = folder.appending(path: "articles.jsonl")
            try Data(input.utf8).write(to: file)
            func state(_ name: String) -> [String] { ["cluster", "--state", folder.appending(path: name).path] }
            _ = try Program.run(state("whole"), input: input)
            for moment in [20, 90, 150, 210, 350] { try Program.kill(state("killed"), input: file, after: moment) }
            let answers = try Program.run(state("killed"), input: input)
            #expect(answers.status == 0 && answers.output.split(separator: "\n").count == 6_000)
            let whole = try Program.run(state("whole") + ["--all"]).output
            #expect(whole.split(separator: "\n").count == 6_000)
            #expect(try Program.run(state("killed") + ["--all"]).output == whole)
        }
    }

    @Test func aFileThatKeepsNoStreamIsRefusedWithItsName() throws {
        try Program.withFolder { folder in
            let file = folder.appending(path: "notes.txt")
            try Data("These are notes, and no stream is kept in them. ".utf8).write(to: file)
            let run = try Program.run(["cluster", "--state", file.path], input: #"{"id":"a","text":"The vote was 164 to 6."}"#)
            #expect(run.status == 74 && run.errors.contains(file.path))
        }
    }

    @Test func parseFeedGivesAnEntryALine() throws {
        let feed =
            #"<rss version="2.0"><channel><title>T</title><item><title>One</title><link>/1</link><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>"#
        let found = try lines(Program.run(["parse-feed", "--address", "https://example.org/feed"], input: feed).output)
        #expect(found.map { $0["link"] as? String } == ["https://example.org/1"])
        #expect(found.map { $0["published"] as? String } == ["2026-02-03T10:00:00Z"])
    }

    private static let page = """
        <!doctype html><title>Port reopens</title><article><h1>Port reopens after the storm</h1><p>The port opened again on Monday, the harbour \
        office said, after a week in which no ship could leave it.</p><p>Some forty ships had waited outside, among them three tankers.</p></article>
        """

    @Test func manyPagesAreReadFromFoldersAndListsAndABadOneDoesNotStopThem() throws {
        try Program.withFolder { folder in
            let pages = folder.appending(path: "pages")
            try FileManager.default.createDirectory(at: pages.appending(path: "later"), withIntermediateDirectories: true)
            for name in ["b.html", "a.html", "later/c.html"] { try Data(Self.page.utf8).write(to: pages.appending(path: name)) }
            try Data().write(to: pages.appending(path: "empty.html"))
            try FileManager.default.createSymbolicLink(at: pages.appending(path: "later/up"), withDestinationURL: pages)
            let run = try Program.run(["extract", "pages", "missing.html"], in: folder)
            let found = try lines(run.output)
            #expect(
                found.map { $0["id"] as? String } == [
                    "pages/a.html", "pages/b.html", "pages/empty.html", "pages/later/c.html", "pages/later/up", "missing.html",
                ])
            #expect(found.map { $0["error"] != nil } == [false, false, true, false, true, true])
            #expect(run.status == 66 && run.errors.contains("missing.html: No such file") && run.errors.contains("3 articles in 6 files"))

            let listed = try Program.run(["extract", "--files-from", "-"], input: "pages/b.html\n\npages/a.html", in: folder)
            #expect(try lines(listed.output).map { $0["id"] as? String } == ["pages/b.html", "pages/a.html"] && listed.status == 0)
        }
    }
}
