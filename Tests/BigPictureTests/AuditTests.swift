import Foundation
import Testing

/// The audit as an editor's pipeline meets it.
@Suite(.serialized) struct AuditTests {
    private static let report = """
        The Tern bridge reopens

        The Tern bridge reopened to lorries on Monday, the city said. The port of Calder counted 412 ships in January.
        """

    /// Runs the audit of a brief against one report, without a library.
    private func audit(_ brief: String, _ arguments: [String] = [], named name: String = "brief.md", report: String = report) throws
        -> Program.Outcome
    {
        try Program.withFolder { folder in
            try Data(brief.utf8).write(to: folder.appending(path: name))
            try FileManager.default.createDirectory(at: folder.appending(path: "sources"), withIntermediateDirectories: true)
            try Data(report.utf8).write(to: folder.appending(path: "sources/report.txt"))
            return try Program.run(["audit", name, "--sources", "sources"] + arguments, in: folder)
        }
    }

    private func statements(_ run: Program.Outcome) throws -> [[String: Any]] {
        let audit = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        return try #require(audit["statements"] as? [[String: Any]])
    }

    @Test func aDeviceIsWrittenIntoAndNeverReplaced() throws {
        try Program.withFolder { folder in
            let nowhere = folder.appending(path: "nowhere")
            try FileManager.default.createSymbolicLink(atPath: nowhere.path, withDestinationPath: "/dev/null")
            try Data("The port counted 12 ships.\n".utf8).write(to: folder.appending(path: "brief.md"))
            let run = try Program.run(["audit", "brief.md", "--sources", "brief.md", "--output", "nowhere"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: nowhere.path) == "/dev/null")
        }
    }

    @Test func aPipelineStopsAtWhatItNamesAndGoesOnOtherwise() throws {
        let brief = "The port of Calder counted 512 ships in January.\n"
        #expect(try audit(brief).status == 0)
        let stopped = try audit(brief, ["--fail-on", "contradicted,unsupported"])
        #expect(stopped.status == 3 && stopped.errors.contains("1 line contradicted") && stopped.output.contains("Contradicted"))
        #expect(try audit(brief, ["--fail-on", "partly"]).status == 0)
        let unknown = try audit(brief, ["--fail-on", "contradicted,wrong"])
        #expect(unknown.status == 64 && unknown.errors.contains("'wrong'") && unknown.errors.contains("unsupported"))
    }

    @Test func citationsThatDoNotHoldStopItToo() throws {
        let brief = "The Tern bridge reopened to lorries on Monday [1].\n\n[1]: sources/report.txt\n"
        let good = try audit(brief, ["--fail-on", "citations", "--format", "json"])
        #expect(good.status == 0, "\(good.output)")
        let cited = try statements(good).compactMap { $0["citations"] as? [[String: Any]] }.flatMap(\.self)
        #expect(cited.map { $0["outcome"] as? String } == ["cited-supports"])
        let bad = try audit("The Tern bridge reopened to lorries on Monday [2].\n", ["--fail-on", "citations"])
        #expect(bad.status == 3 && bad.errors.contains("1 citation does not hold"))
    }

    @Test func theTextMayComeAsWordsOrDownAPipe() throws {
        try Program.withFolder { folder in
            try Data(Self.report.utf8).write(to: folder.appending(path: "report.txt"))
            let words = try Program.run(
                ["audit", "--words", "The Tern bridge reopened to lorries on Monday.", "--sources", "report.txt"], in: folder)
            #expect(words.status == 0 && words.output.contains("1 of 1 claim holds"), "\(words.output)\(words.errors)")
            let piped = try Program.run(
                ["audit", "-", "--sources", "report.txt"], input: "The Tern bridge reopened to lorries on Monday.", in: folder)
            #expect(piped.output == words.output)
            #expect(try Program.run(["audit", "--sources", "report.txt"], in: folder).status == 64)
            #expect(try Program.run(["audit", "a.md", "--words", "b", "--sources", "report.txt"], in: folder).status == 64)
        }
    }

    @Test func aPageIsCheckedAsItsTextIs() throws {
        let page = "<!doctype html><title>x</title><body><nav>Home</nav><p>The Tern bridge reopened to lorries on Monday.</p></body>"
        let run = try audit(page, ["--format", "json"], named: "brief.html")
        #expect(try statements(run).map { $0["verdict"] as? String } == ["supported"])
    }

    @Test(arguments: [
        ("", "is empty"), ("   \n\t\n", "is empty"), ("\u{0}\u{1}\u{2}\u{3}\u{4}", "holds bytes that no text has"),
        ("%PDF-1.4 no more", "PDF that could not be read"), ("<rss version=\"2.0\"><channel/></rss>", "is a feed"),
        (String(repeating: "It rained. ", count: 100_000), "more than 1 MiB"), ("PK\u{3}\u{4}word/document.xml", "could not be read as a Word file"),
    ]) func aBriefThatCannotBeReadIsNamedWithItsReason(_ text: String, _ reason: String) throws {
        let run = try audit(text, named: "brief.bin")
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains("brief.bin") && run.errors.contains(reason), "\(run.errors)")
    }

    @Test func withoutASourceThatCanBeReadNothingIsSaid() throws {
        let run = try audit("It rained.", report: "\u{0}\u{1}\u{2}")
        #expect(run.status == 69 && run.errors.contains("none of the sources could be read"))
        #expect(run.output.isEmpty)
    }

    @Test func aLibraryThatIsOnlyBegunIsNamed() throws {
        try Program.withFolder { folder in
            try FileManager.default.createDirectory(at: folder.appending(path: "library"), withIntermediateDirectories: true)
            try Data().write(to: folder.appending(path: "library/library.sqlite"))
            let run = try Program.run(["audit", "--words", "It rained.", "--library", "library"], in: folder)
            #expect([69, 74].contains(run.status) && run.errors.contains("library") && run.output.isEmpty, "\(run.errors)")
        }
    }
}
