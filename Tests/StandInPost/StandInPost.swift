import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A mail server on this machine that answers as a test says, and keeps what it was given.
public final class StandInPost: Sendable {
    public struct Habits: Sendable {
        public var greeting: String? = "220 stand-in ESMTP"
        public var host = "127.0.0.1"
        /// Lines of its answer to EHLO.
        public var extensions = ["SIZE 10000000", "8BITMIME"]
        public var startsTLS = false
        public var isEncryptedFromTheStart = false
        /// What it answers to a command that begins so, instead of what it would say; nil: nothing.
        public var answers: [String: String?] = [:]
        public var login: (user: String, password: String)?
        /// The ways of logging in that it offers, where it has a login.
        public var ways = "PLAIN LOGIN"
        /// Put behind its answer to STARTTLS, in the clear.
        public var injected = ""

        public init() {}
    }

    public struct Letter: Hashable, Sendable {
        public var sender = ""
        public var recipients: [String] = []
        /// As it was before it was sent: full stops that were doubled are one again.
        public var text = ""
        public var isEncrypted = false
        public var user: String?
    }

    /// What was taken and heard.
    struct Record: Sendable {
        var letters: [Letter] = []
        var commands: [String] = []
        /// What came after DATA, byte for byte.
        var wire: [UInt8] = []
    }

    /// PEM, for a client that is to trust it.
    public static var certificate: String { Identity.certificate }

    public let port: Int
    private let channel: any Channel
    let record: Mutex<Record>

    public var letters: [Letter] { record.withLock { $0.letters } }
    public var commands: [String] { record.withLock { $0.commands } }
    public var wire: [UInt8] { record.withLock { $0.wire } }

    private init(channel: any Channel, port: Int) {
        self.channel = channel
        self.port = port
        record = Mutex(Record())
    }

    /// Listens until the process ends.
    public static func start(_ habits: Habits = Habits()) async throws -> StandInPost {
        let context = try Identity.context()
        let box = Box()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let post = box.post.withLock({ $0 }) else { return }
                    if habits.isEncryptedFromTheStart { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context)) }
                    try channel.pipeline.syncOperations.addHandler(Clerk(habits, context, post))
                }
            }
            .bind(host: habits.host, port: 0).get()
        let post = StandInPost(channel: channel, port: channel.localAddress?.port ?? 0)
        box.post.withLock { $0 = post }
        return post
    }

    public func stop() async throws { try await channel.close() }

    private final class Box: Sendable { let post = Mutex<StandInPost?>(nil) }
}
