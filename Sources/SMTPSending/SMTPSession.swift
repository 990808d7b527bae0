import FoundationEssentials
import MailSending
import NIOCore
import NIOSSL

/// One connection, from greeting to farewell.
struct SMTPSession {
    /// The connection, and who waits at it: it knows what ended it when it is over.
    struct Line: Sendable {
        let channel: any Channel
        let conversation: NIOLoopBound<Conversation>
    }

    let line: Line
    let server: SMTPServer
    let tls: NIOSSLContext?

    private var place: String { server.place }

    func send(_ data: MessageData, in envelope: MailEnvelope) async throws -> [MailDelivery] {
        try demand(220, try await ask(nil))
        var extensions = try await greet()
        if server.encryption == .startTLS {
            guard extensions.startsTLS else { throw MailError.notEncrypted(place: place, why: "it does not offer STARTTLS") }
            let reply = try await ask("STARTTLS", securing: true)
            guard reply.code == 220 else { throw MailError.notEncrypted(place: place, why: "STARTTLS: \(words(of: reply))") }
            // What was said in the clear does not count (RFC 3207, section 4.2).
            extensions = try await greet()
        }
        if let login = server.login { try await logIn(login, by: extensions.logins) }
        return try await hand(over: data, in: envelope, extensions)
    }

    func end() async {
        // Nothing hangs on a farewell: what was taken is taken.
        _ = try? await ask("QUIT")
        try? await line.channel.close()
    }

    private func greet() async throws -> SMTPExtensions {
        // A machine that has no name of its own says its address (RFC 5321, section 4.1.3).
        let address = line.channel.localAddress
        let here = address?.ipAddress.map { address?.protocol == .inet6 ? "IPv6:\($0)" : $0 } ?? "127.0.0.1"
        let reply = try await ask("EHLO [\(here)]")
        try demand(250, reply)
        return SMTPExtensions(reply)
    }

    private func logIn(_ login: SMTPServer.Login, by ways: [String]) async throws {
        let reply: SMTPReply
        if ways.contains("PLAIN") {
            reply = try await ask("AUTH PLAIN " + Self.base64("\0\(login.user)\0\(login.password)"))
        } else if ways.contains("LOGIN") {
            try demand(334, try await ask("AUTH LOGIN"))
            try demand(334, try await ask(Self.base64(login.user)))
            reply = try await ask(Self.base64(login.password))
        } else {
            throw MailError.noLogin(place: place)
        }
        guard reply.code != 235 else { return }
        if reply.isPassing { throw MailError.putOff(place: place, why: words(of: reply)) }
        throw MailError.loginRefused(place: place, why: words(of: reply))
    }

    private func hand(over data: MessageData, in envelope: MailEnvelope, _ extensions: SMTPExtensions) async throws -> [MailDelivery] {
        guard !data.hasLongLines else { throw MailError.unfit("it has lines of more than 998 bytes") }
        guard !data.hasEightBits || extensions.takesEightBits else { throw MailError.unfit("it has letters that \(place) does not take (8BITMIME)") }
        if let limit = extensions.mostBytes, data.size > limit {
            throw MailError.tooLarge(place: place, bytes: data.size, limit: limit)
        }
        let size = extensions.tellsSize ? " SIZE=\(data.size)" : ""
        try demand(250, try await ask("MAIL FROM:<\(envelope.sender)>" + size + (data.hasEightBits ? " BODY=8BITMIME" : "")))
        var replies: [SMTPReply] = []
        for recipient in envelope.recipients { replies.append(try await ask("RCPT TO:<\(recipient)>")) }
        let isTaken = replies.map { (200..<300).contains($0.code) }
        let verdict = isTaken.contains(true) ? try await transfer(data) : nil
        return zip(envelope.recipients, zip(replies, isTaken)).map { recipient, answer in
            MailDelivery(recipient, answer.1 ? outcome(verdict ?? answer.0) : outcome(answer.0))
        }
    }

    /// What the server says of the message as a whole.
    private func transfer(_ data: MessageData) async throws -> SMTPReply {
        let go = try await ask("DATA")
        guard go.code == 354 else {
            guard go.code >= 400 else { throw MailError.notUnderstood(place: place, why: "it answers DATA with \(words(of: go))") }
            return go
        }
        return try await ask(data.bytes)
    }

    private func outcome(_ reply: SMTPReply) -> MailDelivery.Outcome {
        switch reply.code {
        case 200..<300: .accepted
        case 400..<500: .putOff(why: words(of: reply))
        default: .refused(why: words(of: reply))
        }
    }

    private func demand(_ code: Int, _ reply: SMTPReply) throws(MailError) {
        guard reply.code != code, !(code == 250 && reply.code == 251) else { return }
        if reply.isPassing { throw .putOff(place: place, why: words(of: reply)) }
        if reply.isPositive { throw .notUnderstood(place: place, why: "it answers with \(words(of: reply)) where \(code) belongs") }
        throw .refused(place: place, why: words(of: reply))
    }

    /// A server's words, unless it says the password back.
    private func words(of reply: SMTPReply) -> String {
        guard let login = server.login else { return reply.words }
        let text = reply.lines.joined()
        let secrets = [login.password, Self.base64(login.password), Self.base64("\0\(login.user)\0\(login.password)")]
        return secrets.contains { !$0.isEmpty && text.contains($0) } ? "\(reply.code) (its words are left out: they hold the password)" : reply.words
    }

    private func ask(_ command: String, securing: Bool = false) async throws -> SMTPReply {
        // An envelope holds nothing that ends a line, and base64 has nothing of the kind: this stands here in case that ever changes.
        guard command.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw MailError.unfit("a command would end its line") }
        return try await ask(Array((command + "\r\n").utf8), securing: securing)
    }

    private func ask(_ bytes: [UInt8]?, securing: Bool = false) async throws -> SMTPReply {
        let line = line, server = server, tls = tls
        let loop = line.channel.eventLoop
        return try await loop.flatSubmit {
            do {
                let handler = securing ? try tls?.handler(for: server) : nil
                return line.conversation.value.ask(bytes.map { line.channel.allocator.buffer(bytes: $0) }, securing: handler, on: loop)
            } catch {
                return loop.makeFailedFuture(error)
            }
        }.get()
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
