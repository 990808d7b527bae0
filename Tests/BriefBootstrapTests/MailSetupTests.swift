import Foundation
import MailSending
import Testing

@testable import BriefBootstrap

/// A mail server is set up by one file; a password comes from a variable or a file closed to others, and is in no error.
@Suite struct MailSetupTests {
    private static let secret = "pass-not-to-be-seen"
    private static let plain = "host: smtp.example.org\nfrom: brief@example.org\nto:\n  port-of-tern: [desk@example.org, b@example.org]\n"

    private func setup(_ text: String?, environment: [String: String] = [:], files: [String: (String, Int)] = [:]) throws -> MailSetup? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if let text { try Data(text.utf8).write(to: folder.appending(path: "mail.yaml")) }
        for (name, (text, mode)) in files {
            let path = folder.appending(path: name).path
            #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
        }
        return try MailSetup.read(in: LibraryPlace(path: folder.path), environment: environment)
    }

    @Test func withoutAFileThereIsNoMail() throws {
        let found = try setup(nil)
        #expect(found.map(\.from) == nil)
    }

    @Test func theFileSaysServerAndWhoGetsWhat() throws {
        let setup = try #require(try setup(Self.plain))
        #expect(setup.sender.place == "smtp.example.org:465" && setup.from == "brief@example.org")
        #expect(setup.envelope(of: "port-of-tern")?.recipients == ["desk@example.org", "b@example.org"])
        #expect(setup.envelope(of: "other") == nil)
        #expect(try self.setup(Self.plain + "tls: starttls\n")?.sender.place == "smtp.example.org:587")
        #expect(try self.setup(Self.plain + "port: 2525\n")?.sender.place == "smtp.example.org:2525")
    }

    @Test func aUserNeedsAPasswordFromAVariableOrAClosedFile() throws {
        let user = Self.plain + "user: desk\n"
        #expect { _ = try setup(user) } throws: { "\($0)".contains("BIGPICTURE_MAIL_PASSWORD") }
        #expect(try setup(user, environment: ["BIGPICTURE_MAIL_PASSWORD": Self.secret]) != nil)
        let byFile = user + "password-file: secret\n"
        #expect(try setup(byFile, files: ["secret": (Self.secret + "\n", 0o600)]) != nil)
        for mode in [0o644, 0o640, 0o604] {
            #expect {
                _ = try setup(byFile, environment: ["BIGPICTURE_MAIL_PASSWORD": Self.secret], files: ["secret": (Self.secret, mode)])
            } throws: { "\($0)".contains("chmod 600") && !"\($0)".contains(Self.secret) }
        }
        #expect { _ = try setup(byFile) } throws: { "\($0)".contains("cannot be opened") }
        #expect { _ = try setup(byFile, files: ["secret": ("\n", 0o600)]) } throws: { "\($0)".contains("needs a password") }
    }

    @Test func aPasswordInTheFileItselfIsRefusedAndNotRepeated() {
        #expect { _ = try setup(Self.plain + "password: \(Self.secret)\n") } throws: {
            "\($0)".contains("mail.yaml:5:1: ") && "\($0)".contains("password-file") && !"\($0)".contains(Self.secret)
        }
    }

    @Test(arguments: [
        ("tls: none", "none"), ("tls: ssl", "`implicit`"), ("port: 70000", "65535"), ("hots: x", "did you mean `host`"),
        ("ca-file: none.pem", "none.pem"),
    ]) func whatIsWrongIsNamedWithItsRemedy(_ line: String, _ words: String) {
        #expect { _ = try setup(Self.plain + line + "\n") } throws: { "\($0)".contains(words) }
    }

    @Test(arguments: ["desk", "\"desk@example.org\\r\\nBcc: x@example.org\"", "Desk <desk@example.org>"])
    func onlyPlainAddressesAreTaken(_ address: String) {
        let file = "host: smtp.example.org\nfrom: brief@example.org\nto: {t: [\(address)]}\n"
        #expect { _ = try setup(file) } throws: { "\($0)".contains("is not a mail address") }
    }
}
