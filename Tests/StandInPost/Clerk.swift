import FoundationEssentials
import NIOCore
import NIOSSL
import Synchronization

/// One connection of the stand-in.
final class Clerk: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let habits: StandInPost.Habits
    private let encryption: NIOSSLContext
    private let post: StandInPost
    private var line: [UInt8] = []
    private var letter = StandInPost.Letter()
    private var text: [String]?
    /// What the next line answers in a login by steps.
    private var awaited: [String] = []
    private var given: [String] = []
    private var isEncrypted = false
    private var user: String?

    init(_ habits: StandInPost.Habits, _ encryption: NIOSSLContext, _ post: StandInPost) {
        (self.habits, self.encryption, self.post) = (habits, encryption, post)
        isEncrypted = habits.isEncryptedFromTheStart
    }

    func channelActive(context: ChannelHandlerContext) {
        if let greeting = habits.greeting { say(greeting, context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        for byte in unwrapInboundIn(data).readableBytesView {
            if text != nil { post.record.withLock { $0.wire.append(byte) } }
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                continue
            }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            let words = String(decoding: line, as: UTF8.self)
            line = []
            hear(words, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func hear(_ words: String, _ context: ChannelHandlerContext) {
        if text != nil { return take(words, context) }
        post.record.withLock { $0.commands.append(words) }
        if let (_, answer) = habits.answers.first(where: { words.hasPrefix($0.key) }) {
            if let answer { say(answer, context) }
            return
        }
        if !awaited.isEmpty { return step(words, context) }
        let parts = words.split(separator: " ", maxSplits: 2).map(String.init)
        switch parts.first ?? "" {
        case "EHLO": greet(context)
        case "STARTTLS": secure(context)
        case "AUTH": logIn(parts, context)
        case "MAIL":
            letter = StandInPost.Letter(sender: Self.address(in: words), isEncrypted: isEncrypted, user: user)
            say("250 OK", context)
        case "RCPT":
            letter.recipients.append(Self.address(in: words))
            say("250 OK", context)
        case "DATA":
            text = []
            say("354 go on", context)
        case "QUIT":
            say("221 bye", context)
            context.close(promise: nil)
        default: say("500 what?", context)
        }
    }

    private func greet(_ context: ChannelHandlerContext) {
        let ways = habits.login == nil ? [] : ["AUTH \(habits.ways)"]
        let lines = ["stand-in"] + habits.extensions + ways + (habits.startsTLS && !isEncrypted ? ["STARTTLS"] : [])
        for (place, line) in lines.enumerated() { say("250\(place == lines.count - 1 ? " " : "-")\(line)", context) }
    }

    private func secure(_ context: ChannelHandlerContext) {
        guard habits.startsTLS else { return say("502 no", context) }
        say("220 go on" + (habits.injected.isEmpty ? "" : "\r\n" + habits.injected), context)
        isEncrypted = true
        do {
            try context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: encryption), position: .first)
        } catch {
            context.close(promise: nil)
        }
    }

    private func logIn(_ parts: [String], _ context: ChannelHandlerContext) {
        if parts.count == 3, parts[1] == "PLAIN" {
            given = Self.decoded(parts[2]).split(separator: "\0", omittingEmptySubsequences: false).dropFirst().map(String.init)
            return judge(context)
        }
        guard parts == ["AUTH", "LOGIN"] else { return say("504 no", context) }
        (awaited, given) = (["VXNlcm5hbWU6", "UGFzc3dvcmQ6"], [])
        say("334 \(awaited[0])", context)
    }

    private func step(_ words: String, _ context: ChannelHandlerContext) {
        given.append(Self.decoded(words))
        awaited.removeFirst()
        if let next = awaited.first { say("334 \(next)", context) } else { judge(context) }
    }

    private func judge(_ context: ChannelHandlerContext) {
        guard let login = habits.login, given == [login.user, login.password] else { return say("535 5.7.8 no: \(given.last ?? "")", context) }
        user = login.user
        say("235 welcome", context)
    }

    private func take(_ words: String, _ context: ChannelHandlerContext) {
        guard words == "." else {
            text?.append(words.hasPrefix(".") ? String(words.dropFirst()) : words)
            return
        }
        letter.text = (text ?? []).map { $0 + "\r\n" }.joined()
        text = nil
        if let (_, answer) = habits.answers.first(where: { $0.key == "." }) {
            if let answer { say(answer, context) }
            return
        }
        post.record.withLock { $0.letters.append(letter) }
        say("250 taken", context)
    }

    private func say(_ line: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(string: line + "\r\n")), promise: nil)
    }

    private static func address(in words: String) -> String {
        String(words.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }

    private static func decoded(_ text: String) -> String { String(decoding: Data(base64Encoded: text) ?? Data(), as: UTF8.self) }
}
