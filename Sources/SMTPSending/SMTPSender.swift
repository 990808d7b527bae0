public import MailSending
import NIOCore
import NIOPosix
import NIOSSL

/// Sends by SMTP (RFC 5321), one connection a message.
public struct SMTPSender: MailSender {
    private let server: SMTPServer
    private let tls: NIOSSLContext?

    public var place: String { server.place }

    /// - Throws: when the connection would be open to others, or the certificates to trust cannot be read; nobody is asked yet.
    public init(_ server: SMTPServer) throws(MailError) {
        self.server = server
        guard server.encryption != .none || server.isThisMachine else {
            throw .notEncrypted(place: server.place, why: "`tls: none` is for a server on this machine; use starttls or implicit")
        }
        tls = server.encryption == .none ? nil : try Self.context(of: server)
    }

    private static func context(of server: SMTPServer) throws(MailError) -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let file = server.trustedFile { configuration.trustRoots = .file(file) }
        do { return try NIOSSLContext(configuration: configuration) } catch {
            throw .notEncrypted(place: server.place, why: "the certificates to trust\(server.trustedFile.map { " in \($0)" } ?? "") cannot be read")
        }
    }

    public func send(_ message: [UInt8], in envelope: MailEnvelope) async throws(MailError) -> [MailDelivery] {
        guard !envelope.recipients.isEmpty else { return [] }
        do {
            let session = SMTPSession(line: try await connected(), server: server, tls: tls)
            let deliveries: [MailDelivery]
            do { deliveries = try await session.send(MessageData(message), in: envelope) } catch {
                await session.end()
                throw error
            }
            await session.end()
            return deliveries
        } catch let error as MailError {
            throw error
        } catch {
            throw trouble(error)
        }
    }

    private func connected() async throws -> SMTPSession.Line {
        let server = server, tls = tls
        return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(Int64(server.limits.connectSeconds)))
            .connect(host: server.host, port: server.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if server.encryption == .implicit, let tls {
                        try channel.pipeline.syncOperations.addHandler(try tls.handler(for: server))
                    }
                    let conversation = Conversation(patience: .seconds(Int64(server.limits.answerSeconds)))
                    try channel.pipeline.syncOperations.addHandler(conversation)
                    return SMTPSession.Line(channel: channel, conversation: NIOLoopBound(conversation, eventLoop: channel.eventLoop))
                }
            }
    }

    private func trouble(_ error: any Error) -> MailError {
        switch error {
        case Conversation.Ending.silence: .timedOut(place: place, seconds: server.limits.answerSeconds)
        case Conversation.Ending.closed: .interrupted(place: place)
        case Conversation.Ending.nonsense(let why): .notUnderstood(place: place, why: why)
        case Conversation.Ending.talkedBeforeEncryption: .notEncrypted(place: place, why: "words were put in before encryption began")
        case is NIOSSLError, is BoringSSLError:
            .notEncrypted(place: place, why: "no encryption could be agreed on, or its certificate is not trusted here")
        case is NIOSSLExtraError: .notEncrypted(place: place, why: "its certificate is for another name")
        case is NIOConnectionError: .unreachable(place: place, why: "nobody answers there")
        case is ChannelError: .interrupted(place: place)
        case is IOError: .interrupted(place: place)
        default: .unreachable(place: place, why: "the connection failed (\(String(describing: type(of: error))))")
        }
    }
}

extension NIOSSLContext {
    /// A name is checked against the certificate; so is an address, by itself.
    func handler(for server: SMTPServer) throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(context: self, serverHostname: server.isNumber ? nil : server.host)
    }
}
