import Synchronization

/// The in-memory twin: keeps what was sent, and says of a recipient what it was told to.
public final class InMemoryMailSender: MailSender {
    public struct Sent: Hashable, Sendable {
        public let message: [UInt8]
        public let envelope: MailEnvelope
    }

    public let place = "memory"
    private let state = Mutex((sent: [Sent](), trouble: MailError?.none, outcomes: [String: MailDelivery.Outcome]()))

    public init() {}

    /// What was taken for at least one recipient, in order.
    public var sent: [Sent] { state.withLock { $0.sent } }

    /// What is said of a recipient from now on.
    public func answer(_ outcome: MailDelivery.Outcome, for recipient: String) { state.withLock { $0.outcomes[recipient] = outcome } }

    /// Takes nothing from now on; nil: takes everything again.
    public func fail(_ trouble: MailError?) { state.withLock { $0.trouble = trouble } }

    public func send(_ message: [UInt8], in envelope: MailEnvelope) async throws(MailError) -> [MailDelivery] {
        let answer: Result<[MailDelivery], MailError> = state.withLock { state in
            if let trouble = state.trouble { return .failure(trouble) }
            let outcomes = state.outcomes
            let deliveries = envelope.recipients.map { MailDelivery($0, outcomes[$0] ?? .accepted) }
            let taken = envelope.reaching { outcomes[$0] ?? .accepted == .accepted }
            if !taken.recipients.isEmpty { state.sent.append(Sent(message: message, envelope: taken)) }
            return .success(deliveries)
        }
        return try answer.get()
    }
}
