/// Takes a message to the mail server of a user.
public protocol MailSender: Sendable {
    /// Host and port: what errors name.
    var place: String { get }

    /// - Parameters:
    ///   - message: as RFC 5322 writes it, lines ended by CR LF.
    ///   - envelope: who it is from, and whom it is to reach now; what its header says is not looked at.
    /// - Returns: for each recipient, in order, what the server said.
    /// - Throws: why the server took nothing for anybody.
    func send(_ message: [UInt8], in envelope: MailEnvelope) async throws(MailError) -> [MailDelivery]
}

/// What became of a message for one recipient.
public struct MailDelivery: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// The server answers for it from here on.
        case accepted
        /// Not now; it may be tried again.
        case putOff(why: String)
        case refused(why: String)
    }

    public let recipient: String
    public let outcome: Outcome

    public init(_ recipient: String, _ outcome: Outcome) {
        self.recipient = recipient
        self.outcome = outcome
    }
}

/// Why a server took nothing. A server's own words are one bounded line; no error holds a password.
public enum MailError: Error, Hashable, Sendable {
    case unreachable(place: String, why: String)
    case timedOut(place: String, seconds: Int)
    /// The connection ended in the middle.
    case interrupted(place: String)
    /// Encryption was asked for and is not to be had.
    case notEncrypted(place: String, why: String)
    /// None of the ways of logging in that are known here.
    case noLogin(place: String)
    case loginRefused(place: String, why: String)
    /// Not now: the server asks to be tried later.
    case putOff(place: String, why: String)
    case refused(place: String, why: String)
    case notUnderstood(place: String, why: String)
    case tooLarge(place: String, bytes: Int, limit: Int)
    /// Something in the message or its settings that no server may be given.
    case unfit(String)

    /// Whether it may go well a little later.
    public var isPassing: Bool {
        switch self {
        case .unreachable, .timedOut, .interrupted, .putOff: true
        case .notEncrypted, .noLogin, .loginRefused, .refused, .notUnderstood, .tooLarge, .unfit: false
        }
    }
}

extension MailError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let place, let why): "The mail server \(place) cannot be reached: \(why)."
        case .timedOut(let place, let seconds): "The mail server \(place) said nothing for \(seconds) seconds."
        case .interrupted(let place): "The mail server \(place) ended the connection in the middle."
        case .notEncrypted(let place, let why): "Nothing was sent to the mail server \(place), because the connection is not safe: \(why)."
        case .noLogin(let place):
            "The mail server \(place) offers neither of the ways of logging in that are known here (PLAIN, LOGIN); without `user` none is tried."
        case .loginRefused(let place, let why): "The mail server \(place) refused user or password: \(why)."
        case .putOff(let place, let why): "The mail server \(place) takes no mail now: \(why)."
        case .refused(let place, let why): "The mail server \(place) refused the message: \(why)."
        case .notUnderstood(let place, let why): "What the mail server \(place) said is not SMTP: \(why)."
        case .tooLarge(let place, let bytes, let limit):
            "The message has \(bytes) bytes and the mail server \(place) takes \(limit); make the brief shorter with `words:`."
        case .unfit(let why): "The message cannot be sent: \(why)."
        }
    }
}
