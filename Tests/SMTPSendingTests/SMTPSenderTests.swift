import Foundation
import MailSending
import StandInPost
import Testing

@testable import SMTPSending

/// A mail server may refuse, put off, hang, talk nonsense or be somebody else; each is told apart, and a password is in none of it.
@Suite struct SMTPSenderTests {
    private static let secret = "a secret, not to be seen"
    private static let message = Array("Subject: x\r\n\r\nOne line.\r\n".utf8)

    private static let trusted: String = {
        let path = FileManager.default.temporaryDirectory.appending(path: "stand-in-\(UUID().uuidString).pem").path
        precondition(FileManager.default.createFile(atPath: path, contents: Data(StandInPost.certificate.utf8)))
        return path
    }()

    private func send(
        _ message: [UInt8] = message, to recipients: [String] = ["desk@example.org"], by encryption: SMTPServer.Encryption = .none,
        host: String = "localhost", login: SMTPServer.Login? = nil, trusted: String? = trusted, patience: Int = 30,
        _ change: (inout StandInPost.Habits) -> Void = { _ in }
    ) async throws -> (outcome: Result<[MailDelivery], MailError>, post: StandInPost) {
        var habits = StandInPost.Habits()
        change(&habits)
        let post = try await StandInPost.start(habits)
        var limits = SMTPServer.Limits()
        limits.answerSeconds = patience
        let server = SMTPServer(host: host, port: post.port, encryption: encryption, login: login, trustedFile: trusted, limits: limits)
        let envelope = try MailEnvelope(sender: "brief@example.org", recipients: recipients)
        do throws(MailError) {
            return (.success(try await SMTPSender(server).send(message, in: envelope)), post)
        } catch {
            return (.failure(error), post)
        }
    }

    private func trouble(_ outcome: Result<[MailDelivery], MailError>) throws -> MailError {
        guard case .failure(let error) = outcome else { throw Missing() }
        return error
    }

    private struct Missing: Error {}

    // MARK: - What arrives

    @Test(arguments: SMTPServer.Encryption.allCases) func theMessageArrivesAsItWasUnderEachKindOfEncryption(_ kind: SMTPServer.Encryption)
        async throws
    {
        let (outcome, post) = try await send(by: kind) {
            $0.startsTLS = kind == .startTLS
            $0.isEncryptedFromTheStart = kind == .implicit
        }
        #expect(try outcome.get() == [MailDelivery("desk@example.org", .accepted)])
        let letter = try #require(post.letters.first)
        #expect(letter.text == String(decoding: Self.message, as: UTF8.self))
        #expect(letter.sender == "brief@example.org" && letter.recipients == ["desk@example.org"])
        #expect(letter.isEncrypted == (kind != .none))
    }

    @Test func aLineOfAFullStopEndsNothingAndNoOtherSignEndsALine() async throws {
        let smuggled = "a\r\n.\r\n..b\r\n.c\nd\n.\nMAIL FROM:<x@x.org>\r.\re"
        let (outcome, post) = try await send(Array(smuggled.utf8))
        _ = try outcome.get()
        #expect(post.letters.count == 1)
        #expect(post.letters.first?.text == "a\r\n.\r\n..b\r\n.c\r\nd\r\n.\r\nMAIL FROM:<x@x.org>\r\n.\r\ne\r\n")
        let wire = String(decoding: post.wire, as: UTF8.self)
        #expect(wire == "a\r\n..\r\n...b\r\n..c\r\nd\r\n..\r\nMAIL FROM:<x@x.org>\r\n..\r\ne\r\n.\r\n")
    }

    @Test func lettersBeyondASCIIAreOnlySentToAServerThatTakesThem() async throws {
        let message = Array("Subject: x\r\n\r\né\r\n".utf8)
        let (taken, post) = try await send(message)
        #expect(try taken.get().map(\.outcome) == [.accepted] && post.commands.contains { $0.hasSuffix(" BODY=8BITMIME") })
        let (refused, other) = try await send(message) { $0.extensions = [] }
        #expect(try !trouble(refused).isPassing && other.letters.isEmpty)
        let (long, _) = try await send([UInt8](repeating: 0x61, count: 999))
        #expect(try trouble(long).description.contains("998"))
    }

    @Test func aMessageTooLargeForTheServerIsNotSent() async throws {
        let (outcome, post) = try await send { $0.extensions = ["SIZE 20"] }
        #expect(try trouble(outcome).description.contains("takes 20") && post.letters.isEmpty && !post.commands.contains { $0.hasPrefix("MAIL") })
    }

    // MARK: - Recipients

    @Test func recipientsAreToldApart() async throws {
        let everyone = ["good@example.org", "full@example.org", "gone@example.org"]
        let (outcome, post) = try await send(to: everyone) {
            $0.answers = ["RCPT TO:<full": "452-4.2.2 The mailbox\r\n452 is full", "RCPT TO:<gone": "550 5.1.1 No such user here"]
        }
        #expect(
            try outcome.get() == [
                MailDelivery(everyone[0], .accepted), MailDelivery(everyone[1], .putOff(why: "452 4.2.2 The mailbox is full")),
                MailDelivery(everyone[2], .refused(why: "550 5.1.1 No such user here")),
            ])
        #expect(post.letters.map(\.recipients) == [["good@example.org"]])
    }

    @Test func whenNobodyIsTakenNothingIsSent() async throws {
        let (outcome, post) = try await send { $0.answers = ["RCPT": "550 no"] }
        #expect(try outcome.get().map(\.outcome) == [.refused(why: "550 no")] && !post.commands.contains("DATA"))
    }

    @Test(arguments: ["DATA", "."]) func whatIsSaidOfTheWholeCountsForEachThatWasTaken(_ step: String) async throws {
        let (outcome, _) = try await send(to: ["a@example.org", "b@example.org"]) { $0.answers = [step: "451 later", "RCPT TO:<b": "550 no"] }
        #expect(try outcome.get().map(\.outcome) == [.putOff(why: "451 later"), .refused(why: "550 no")])
        let (refused, _) = try await send { $0.answers = [step: "554 looks like spam"] }
        #expect(try refused.get().map(\.outcome) == [.refused(why: "554 looks like spam")])
    }

    // MARK: - Servers that will not

    @Test func notNowIsToldApartFromNever() async throws {
        let (later, _) = try await send { $0.greeting = "421 too busy" }
        #expect(try trouble(later).isPassing && trouble(later).description.contains("421 too busy"))
        let (never, _) = try await send { $0.answers = ["MAIL": "553 sender not known here"] }
        #expect(try !trouble(never).isPassing && trouble(never).description.contains("553 sender not known here"))
    }

    @Test(arguments: ["", "EHLO", "MAIL", "RCPT", "DATA", "."]) func aServerThatHangsIsLeft(_ step: String) async throws {
        let (outcome, _) = try await send(patience: 1) {
            if step.isEmpty { $0.greeting = nil } else { $0.answers = [step: nil] }
        }
        guard case .timedOut(_, seconds: 1) = try trouble(outcome) else { return #expect(Bool(false), "\(outcome)") }
        #expect(try trouble(outcome).isPassing)
    }

    @Test func nobodyThere() async throws {
        let post = try await StandInPost.start()
        try await post.stop()
        let sender = try SMTPSender(SMTPServer(host: "127.0.0.1", port: post.port, encryption: .none))
        await #expect {
            _ = try await sender.send(Self.message, in: MailEnvelope(recipients: ["desk@example.org"]))
        } throws: {
            guard case .unreachable = $0 as? MailError else { return false }
            return "\($0)".contains("127.0.0.1:\(post.port)")
        }
    }

    @Test(arguments: [
        "HTTP/1.1 400 Bad Request", "22", "220", "220+x", "999 x", "220 a\r\n250 b", String(repeating: "2", count: 5_000),
        (0..<500).map { "220-\($0)" }.joined(separator: "\r\n"),
    ]) func nonsenseIsNotUnderstoodAndNeverSent(_ greeting: String) async throws {
        let (outcome, post) = try await send(patience: 2) { $0.greeting = greeting }
        if greeting == "220" {
            #expect(try outcome.get().count == 1)
        } else {
            #expect(try !trouble(outcome).description.isEmpty && post.letters.isEmpty)
        }
    }

    @Test func aServersWordsAreOneBoundedLine() async throws {
        let (outcome, _) = try await send { $0.answers = ["RCPT": "550-a\u{1B}[31m\u{7}b\r\n550 " + String(repeating: "z", count: 1_500)] }
        guard case .refused(let why) = try outcome.get().first?.outcome else { throw Missing() }
        #expect(why.count < 220 && why.hasPrefix("550 a [31m b zz") && why.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    // MARK: - Encryption

    @Test func withoutSTARTTLSNothingIsSaidInTheClear() async throws {
        let (outcome, post) = try await send(by: .startTLS, login: .init(user: "desk", password: Self.secret))
        let error = try trouble(outcome)
        #expect("\(error)".contains("STARTTLS") && !error.isPassing)
        #expect(post.commands.allSatisfy { $0.hasPrefix("EHLO") || $0 == "QUIT" })
    }

    @Test func wordsPutInBeforeEncryptionAreNotTakenForTheServers() async throws {
        let (outcome, post) = try await send(by: .startTLS) {
            $0.startsTLS = true
            $0.injected = "250-stand-in\r\n250 AUTH LOGIN"
        }
        guard case .notEncrypted = try trouble(outcome) else { return #expect(Bool(false), "\(outcome)") }
        #expect(post.letters.isEmpty)
    }

    @Test(arguments: [SMTPServer.Encryption.startTLS, .implicit]) func aCertificateThatIsNotTrustedIsNotSpokenTo(_ kind: SMTPServer.Encryption)
        async throws
    {
        for (host, trusted) in [("localhost", nil), ("127.0.0.2", Self.trusted)] {
            let (outcome, post) = try await send(by: kind, host: host, login: .init(user: "desk", password: Self.secret), trusted: trusted) {
                $0.host = host == "localhost" ? "127.0.0.1" : host
                $0.startsTLS = kind == .startTLS
                $0.isEncryptedFromTheStart = kind == .implicit
            }
            guard case .notEncrypted = try trouble(outcome) else { return #expect(Bool(false), "\(outcome)") }
            #expect(post.letters.isEmpty && !post.commands.contains { $0.hasPrefix("AUTH") })
        }
    }

    @Test(arguments: [
        ("smtp.example.org", false), ("192.0.2.1", false), ("127.0.0.1.example.org", false), ("localhost", true), ("127.9.9.9", true), ("::1", true),
    ])
    func withoutEncryptionOnlyThisMachineIsSpokenTo(_ host: String, _ isAllowed: Bool) throws {
        let server = SMTPServer(host: host, encryption: .none)
        if isAllowed { _ = try SMTPSender(server) } else { #expect(throws: MailError.self) { try SMTPSender(server) } }
    }

    // MARK: - Logging in

    @Test(arguments: ["PLAIN", "LOGIN"]) func aUserLogsInByTheWayThatIsOffered(_ way: String) async throws {
        let (outcome, post) = try await send(by: .startTLS, login: .init(user: "desk", password: Self.secret)) {
            $0.startsTLS = true
            $0.login = ("desk", Self.secret)
            $0.ways = way
        }
        #expect(try outcome.get().map(\.outcome) == [.accepted])
        #expect(post.letters.first?.user == "desk" && post.commands.contains { $0.hasPrefix("AUTH \(way)") })
    }

    @Test(arguments: ["PLAIN", "LOGIN"]) func aPasswordThatIsSaidBackIsInNoError(_ way: String) async throws {
        let (outcome, post) = try await send(login: .init(user: "desk", password: Self.secret)) {
            $0.login = ("desk", "another")
            $0.ways = way
        }
        guard case .loginRefused(_, let why) = try trouble(outcome) else { return #expect(Bool(false), "\(outcome)") }
        #expect(why.hasPrefix("535") && !"\(outcome)".contains(Self.secret) && post.letters.isEmpty)
        var dumped = ""
        dump(SMTPServer.Login(user: "desk", password: Self.secret), to: &dumped)
        #expect(!dumped.contains(Self.secret))
    }

    @Test func aServerWithoutAWayOfLoggingInIsNotSentTo() async throws {
        let (outcome, _) = try await send(login: .init(user: "desk", password: Self.secret))
        guard case .noLogin = try trouble(outcome) else { return #expect(Bool(false), "\(outcome)") }
    }
}
