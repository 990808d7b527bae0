import Foundation
import StandInPost
import Testing

/// Editions leave by mail: by schedule and by hand, each once.
@Suite struct MailCommandTests {
    private func withLibrary(_ habits: StandInPost.Habits = StandInPost.Habits(), _ body: (URL, StandInPost) throws -> Void) async throws {
        let post = try await StandInPost.start(habits)
        try Program.withFolder { folder in
            try TernLibrary.make(in: folder)
            let settings = """
                host: localhost
                port: \(post.port)
                tls: none
                from: brief@example.org
                to:
                  tern: [desk@example.org, gone@example.org]

                """
            try Data(settings.utf8).write(to: folder.appending(path: "library/mail.yaml"))
            try body(folder, post)
        }
    }

    @Test func eachNewEditionIsSentOnceAndWhatIsRefusedIsSaid() async throws {
        var habits = StandInPost.Habits()
        habits.answers = ["RCPT TO:<gone": "550 5.1.1 no such user"]
        try await withLibrary(habits) { folder, post in
            let run = try Program.run(["run", "--once", "--library", "library"], in: folder)
            #expect(run.status == 76 && run.errors.contains("tern: sent to desk@example.org"), "\(run.errors)")
            #expect(run.errors.contains("not sent to gone@example.org, and not tried again: 550 5.1.1 no such user"))
            let again = try Program.run(["run", "--once", "--library", "library"], in: folder)
            #expect(again.status == 0 && post.letters.map(\.recipients) == [["desk@example.org"]], "\(again.errors)")
            let letter = try #require(post.letters.first)
            #expect(letter.sender == "brief@example.org" && letter.text.contains("\r\nTo: desk@example.org,\r\n gone@example.org\r\n"))
            #expect(letter.text.contains("12 million euros") && letter.text.contains("multipart/alternative"))

            let export = ["export", "tern", "--library", "library", "--format", "mail"]
            let whole = try Program.run(
                export + ["--edition", "last", "--from", "brief@example.org", "--to", "desk@example.org", "--to", "gone@example.org"], in: folder)
            #expect(letter.text == whole.output, "what arrives is what is exported, byte for byte")
            let sent = try Program.run(export + ["--send", "--to", "desk@example.org", "--to", "third@example.org"], in: folder)
            #expect(sent.status == 0 && sent.output.contains("desk@example.org: has this edition already"), "\(sent.errors)")
            #expect(post.letters.last?.recipients == ["third@example.org"])
            let forced = try Program.run(export + ["--send", "--again"], in: folder)
            #expect(forced.status == 76 && forced.errors.contains("gone@example.org: not sent: 550 5.1.1"), "\(forced.errors)")
            #expect(post.letters.last?.recipients == ["desk@example.org"] && post.letters.count == 3)
        }
    }

    @Test func aServerThatIsAwayLeavesTheEditionAndIsTriedAgain() async throws {
        try await withLibrary { folder, post in
            let settings = folder.appending(path: "library/mail.yaml")
            let good = try String(contentsOf: settings, encoding: .utf8)
            try Data(good.replacingOccurrences(of: "port: \(post.port)", with: "port: 1").utf8).write(to: settings)
            let run = try Program.run(["run", "--once", "--library", "library"], in: folder)
            #expect(run.status == 76 && run.errors.contains("localhost:1 cannot be reached") && run.errors.contains("Next try: "), "\(run.errors)")
            let kept = try Program.run(["brief", "tern", "--edition", "last", "--library", "library"], in: folder)
            #expect(kept.status == 0 && kept.output.contains("12 million euros"))
        }
    }

    @Test func withoutAServerOrSomebodyToSendItToTheRemedyIsSaid() async throws {
        try await withLibrary { folder, post in
            let export = ["export", "tern", "--library", "library", "--format", "mail", "--send"]
            #expect(try Program.run(["run", "--once", "--library", "library"], in: folder).status == 0)
            let settings = folder.appending(path: "library/mail.yaml")
            try Data("host: localhost\nport: \(post.port)\ntls: none\nfrom: brief@example.org\n".utf8).write(to: settings)
            let nobody = try Program.run(export, in: folder)
            #expect(nobody.status == 66 && nobody.errors.contains("--to") && nobody.errors.contains("`tern:`"), "\(nobody.errors)")
            try FileManager.default.removeItem(at: settings)
            let none = try Program.run(export, in: folder)
            #expect(none.status == 66 && none.errors.contains("library/mail.yaml"), "\(none.errors)")
            for wrong in [["--output", "x"], ["--as-of", "2026-03-01"], ["--format", "pdf"], ["--to", "a\r\nb@example.org"]] {
                #expect(try Program.run(export + wrong, in: folder).status == 64, "\(wrong)")
            }
        }
    }
}
