import Foundation
import Testing

/// The command as a newcomer meets it.
@Suite(.serialized) struct CommandTests {
    @Test func aProgramThatWasMovedAwayFromItsSampleSaysSo() throws {
        try Program.withFolder { folder in
            let moved = folder.appending(path: "bigpicture")
            try FileManager.default.copyItem(at: Program.path, to: moved)
            let run = try Program.run(["demo", "--output", "pages"], program: moved, in: folder)
            #expect(run.status == 66 && run.errors.contains("Copy the folder big-picture_SampleLibrary.resources"), "\(run.errors)")
            #expect(try Program.run(["--version"], program: moved, in: folder).status == 0)
        }
    }

    @Test func theDemoLeavesABriefAnAuditAndALibrary() throws {
        try Program.withFolder { folder in
            let run = try Program.run(["demo", "--output", "pages"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            for name in ["brief.html", "brief.md", "brief.json", "audit.html", "audit.md", "audit.json", "library/library.sqlite"] {
                #expect(FileManager.default.fileExists(atPath: folder.appending(path: "pages/\(name)").path), "\(name)")
            }
            #expect(run.output.contains("pages/brief.html"))

            // The same library, topic and date give the same brief, byte for byte, in every format.
            for format in ["json", "html", "markdown", "terminal"] {
                let arguments = ["brief", "military-ai", "--library", "pages/library", "--as-of", "2026-03-01", "--format", format]
                let first = try Program.run(arguments, in: folder)
                #expect(first.status == 0, "\(first.errors)")
                #expect(first.output == (try Program.run(arguments, in: folder).output))
            }

            // A kept edition is written again, though another was written on the same day since.
            let edition = ["brief", "military-ai", "--library", "pages/library", "--format", "html", "--edition"]
            let written = try Program.run(edition + ["2026-03-01"], in: folder)
            #expect(written.status == 0, "\(written.errors)")
            let since = ["brief", "military-ai", "--library", "pages/library", "--as-of", "2026-03-01", "--since", "2026-02-14", "--format", "html"]
            let other = try Program.run(since, in: folder)
            #expect(other.output.contains("What changed since 14 February") && other.output != written.output)
            #expect(try Program.run(edition + ["last"], in: folder).output == other.output)
            #expect(try Program.run(edition + ["2026-03-01T23:59:59Z"], in: folder).output == other.output)
            let missing = try Program.run(edition + ["2026-01-01"], in: folder)
            #expect(missing.status == 66 && missing.errors.contains("2026-03-01T23:59:59Z"))
            #expect(try Program.run(edition + ["last", "--read"], in: folder).status == 64)

            // A bundle is made of an edition, checked without a library, and refused when a byte of it was changed.
            let library = ["--library", "pages/library"]
            let packed = try Program.run(["export", "military-ai", "--bundle", "b.zip", "--edition", "last"] + library, in: folder)
            #expect(packed.status == 0, "\(packed.errors)")
            let fingerprint = try #require(
                try Program.run(["key", "show"] + library, in: folder).output.split(separator: "\n").first.map(String.init))
            let checked = try Program.run(["verify", "b.zip", "--key", fingerprint], in: folder)
            #expect(checked.status == 0 && checked.output.hasSuffix("The bundle holds.\n"), "\(checked.output)")
            var bytes = try Data(contentsOf: folder.appending(path: "b.zip"))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: folder.appending(path: "b.zip"))
            let refused = try Program.run(["verify", "b.zip", "--failures"], in: folder)
            #expect(refused.status == 3 && refused.output.contains("FAIL"))

            // The same edition in a form to pass on, byte for byte; a form that is missing, or one too many, is asked for.
            let export = ["export", "military-ai"] + library
            for form in ["docx", "stix", "mail", "bibtex", "csl-json"] {
                let wanted = export + ["--edition", "2026-03-01", "--tlp", "amber", "--format", form]
                #expect(try Program.run(wanted + ["--output", "one"], in: folder).status == 0)
                #expect(try Program.run(wanted + ["--output", "two"], in: folder).status == 0)
                let one = try Data(contentsOf: folder.appending(path: "one"))
                #expect(one == (try Data(contentsOf: folder.appending(path: "two"))) && one.firstRange(of: Data("TLP:AMBER".utf8)) != nil, "\(form)")
            }
            #expect(try Program.run(export + ["--format", "atom"], in: folder).output.contains("<published>2026-03-01T23:59:59Z</published>"))
            let early = try Program.run(export + ["--format", "json-feed", "--as-of", "2026-02-01"], in: folder)
            #expect(early.status == 66 && early.errors.contains("bigpicture brief military-ai"))
            for wrong in [[], ["--format", "stix", "--bundle", "b.zip"], ["--format", "mail", "--to", "nobody"]] {
                #expect(try Program.run(export + wrong, in: folder).status == 64)
            }

            // What changed is told since a day, and since the edition that was kept.
            let changes = ["changes", "military-ai", "--library", "pages/library", "--since"]
            let told = try Program.run(changes + ["2026-02-14", "--as-of", "2026-03-01"], in: folder)
            #expect(told.status == 0 && told.output.contains("Corrected: country of MatX"), "\(told.errors)")
            #expect(try Program.run(changes + ["last", "--as-of", "2026-03-02"], in: folder).output.contains("since 1 March"))
            #expect(try Program.run(changes + ["2026-03-01T23:59:59Z", "--as-of", "2026-03-02"], in: folder).output.contains("since 1 March"))
            let none = try Program.run(changes + ["last", "--as-of", "2026-02-01"], in: folder)
            #expect(none.status == 66 && none.errors.contains("--since 2026-01-25"))

            // Reading again stores nothing twice; the server is gone, so the sources are shown as failed and nothing is lost.
            let again = try Program.run(["read", "military-ai", "--library", "pages/library"], in: folder)
            #expect(again.status == 69)
            #expect(again.errors.contains("not read"))
        }
    }

    @Test func auditReadsStandardInputAndGivesTheVerdictsOfTheSchema() throws {
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "pages"], in: folder).status == 0)
            let run = try Program.run(
                ["audit", "-", "--library", "pages/library", "--as-of", "2026-03-01", "--format", "json"],
                input: "# Notes\n\nThirty-four countries signed the A Coruña declaration.\n\nPigs have been seen flying over Toledo.\n", in: folder)
            let audit = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let statements = try #require(audit["statements"] as? [[String: Any]])
            #expect(statements.map { $0["verdict"] as? String } == ["not-a-claim", "contradicted", "unsupported"])
            #expect(statements.allSatisfy { $0["reasons"] is [String] && $0["evidence"] is [Any] && $0["text"] is String })
        }
    }

    @Test(arguments: [
        (["brief", "no-such-topic", "--library", "library"], 66, "no-such-topic"),
        (["brief", "--sources", "no-such-file.opml", "--library", "library"], 66, "no-such-file.opml"),
        (["audit", "no-such-file.md", "--library", "library"], 66, "no-such-file.md"),
        (["changes", "no-such-topic", "--library", "library"], 66, "no-such-topic"),
        (["brief", "--library", "library"], 64, "--sources"),
        (["brief", "x", "--as-of", "yesterday"], 64, "2026-03-01"),
        (["models", "pull", "no-such-model", "--models", "models"], 64, "all-MiniLM-L6-v2"),
        (["models", "pull", "--from", "no-such-folder", "--models", "models"], 69, "no-such-folder"),
        (["models", "remove", "--models", "models"], 66, "not installed"),
    ]) func aMistakeNamesItsPlaceAndLeavesWithItsCode(_ arguments: [String], _ code: Int32, _ mention: String) throws {
        try Program.withFolder { folder in
            let run = try Program.run(arguments, in: folder)
            #expect(run.status == code)
            #expect(run.errors.contains(mention), "\(run.errors)")
        }
    }

    @Test func modelsAreListedAndAFileThatIsNotThePinnedOneIsRefused() throws {
        try Program.withFolder { folder in
            let kept = ["--models", "models"]
            let list = try Program.run(["models", "list"] + kept, in: folder)
            #expect(list.status == 0 && list.output.contains("Apache-2.0") && list.output.contains("bigpicture models pull"))
            try FileManager.default.createDirectory(at: folder.appending(path: "stick"), withIntermediateDirectories: true)
            for name in ["model.safetensors", "vocab.txt", "config.json"] {
                try Data("other".utf8).write(to: folder.appending(path: "stick/\(name)"))
            }
            let pull = try Program.run(["models", "pull", "--from", "stick"] + kept, in: folder)
            #expect(
                pull.status == 69 && pull.errors.contains("stick/model.safetensors") && pull.errors.contains("53aa51172d142c89"), "\(pull.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "models").path))
            #expect(try Program.run(["models", "verify"] + kept, in: folder).output.contains("not installed"))
        }
    }

    @Test func aTopicIsMadeCheckedAndListed() throws {
        try Program.withFolder { folder in
            let library = ["--library", "library"]
            let made = try Program.run(["topic", "new", "Chips and export rules"] + library, in: folder)
            #expect(made.status == 0, "\(made.errors)")
            #expect(try Program.run(["topic", "list"] + library, in: folder).output.contains("chips-and-export-rules"))
            let twice = try Program.run(["topic", "new", "Chips and export rules"] + library, in: folder)
            #expect(twice.status != 0 && twice.errors.contains("chips-and-export-rules"))

            let wrong = "title: Chips\ninclud: [chip]\nsources:\n  - opml: feeds.opml\n"
            try Data(wrong.utf8).write(to: folder.appending(path: "wrong.yaml"))
            let checked = try Program.run(["topic", "check", "wrong.yaml"] + library, in: folder)
            #expect(checked.status == 65)
            #expect(checked.errors.contains("wrong.yaml:2") && checked.errors.contains("include"), "\(checked.errors)")
        }
    }

    @Test func editionsAreWrittenByScheduleOneServiceAtATimeUntilItIsStopped() throws {
        try Program.withFolder { folder in
            try TernLibrary.make(in: folder)
            try Data("title: Broken\nschedul: daily\n".utf8).write(to: folder.appending(path: "library/topics/broken.yaml"))
            let arguments = ["run", "--library", "library"]
            let once = try Program.run(arguments + ["--once", "--pages", "pages"], in: folder)
            #expect(once.status == 0 && once.errors.contains("tern: ") && once.errors.contains("broken.yaml:2"), "\(once.errors)")
            let page = try String(contentsOf: folder.appending(path: "pages/tern.html"), encoding: .utf8)
            #expect(page.contains("12 million euros"))
            let list = try Program.run(arguments + ["--list"], in: folder)
            #expect(list.output.hasPrefix("tern: daily, next ") && list.output.contains("last edition "), "\(list.errors)")
            #expect(try Program.run(arguments + ["--at", "25:00"], in: folder).status == 64)

            let service = try Program.started(arguments, in: folder)
            defer { service.process.terminate() }
            #expect(service.says("next: tern"))
            let second = try Program.run(arguments + ["--once"], in: folder)
            #expect(second.status == 75 && second.errors.contains("one is enough"), "\(second.errors)")
            service.process.terminate()
            service.process.waitUntilExit()
            #expect(service.process.terminationReason == .exit && service.process.terminationStatus == 0)
        }
    }

    @Test func aDecisionOnStoriesIsTriedKeptListedAndTakenBack() throws {
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "pages"], in: folder).status == 0)
            func story(_ arguments: String...) throws -> Program.Outcome {
                try Program.run(["story"] + arguments + ["--library", "pages/library"], in: folder)
            }
            let tried = try story("merge", "military-ai", "SambaNova", "MatX", "--dry-run")
            #expect(tried.status == 0 && tried.output.contains("Nothing was kept"), "\(tried.errors)")
            #expect(try story("decisions", "military-ai").output.isEmpty)
            let kept = try story("merge", "military-ai", "SambaNova", "MatX")
            #expect(kept.output.contains("story undo military-ai 1"))
            #expect(try story("list", "military-ai").output != story("list", "military-ai", "--as-of", "2026-03-01").output)
            #expect(try story("decisions", "military-ai").output.contains("Stands."))
            #expect(try story("undo", "military-ai", "1").status == 0)
            #expect(try story("decisions", "military-ai").output.contains("Taken back"))
            let unclear = try story("pin", "military-ai", "china")
            #expect(unclear.status == 66 && unclear.errors.contains("may be any of"))
        }
    }

    @Test func aPortInUseIsNamedWithTheRemedy() throws {
        let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(taken) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(taken, $0, length) == 0 && listen(taken, 1) == 0 && getsockname(taken, $0, &length) == 0
            }
        }
        #expect(bound)
        let port = String(UInt16(bigEndian: address.sin_port))
        try Program.withFolder { folder in
            #expect(try Program.run(["demo", "--output", "pages"], in: folder).status == 0)
            let run = try Program.run(["serve", "--library", "pages/library", "--port", port], in: folder)
            #expect(run.status == 73)
            #expect(run.errors.contains("Port \(port) is in use") && run.errors.contains("--port"), "\(run.errors)")
        }
    }

    @Test func noColourWhereItIsNotWanted() throws {
        let run = try Program.run(["--help"], environment: ["NO_COLOR": "1"])
        #expect(!run.output.contains("\u{1B}["))
    }
}
