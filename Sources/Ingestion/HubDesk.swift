public import BriefModel
public import Fetching
public import Storage

/// Keeps the subscriptions of a library's feeds to their hubs: asks, renews, answers the hubs' questions. One at a time.
public actor HubDesk {
    private let store: any LibraryStore
    private let sender: any FormSender
    private let clock: Clock
    private let random: @Sendable (Int) -> [UInt8]
    /// Where hubs reach us; a token is added to it.
    private let callback: String

    /// - Parameters:
    ///   - callback: an absolute address that leads to this machine, ending in `/`.
    ///   - random: so many bytes nobody can guess.
    public init(
        store: any LibraryStore, sender: any FormSender, clock: Clock, callback: String, random: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.store = store
        self.sender = sender
        self.clock = clock
        self.callback = callback
        self.random = random
    }

    /// Asks every hub whose time it is. To be called now and then, every hour or so.
    public func renew() async throws(StorageError) {
        let now = clock.now()
        for var state in try await store.sourceStates() {
            guard var subscription = state.subscription, !state.isGone else { continue }
            subscription.expire(at: now)
            if subscription.isDue(at: now) {
                subscription.request(at: now, random: random)
                state.subscription = subscription
                // Stored before it is sent: a hub may ask back before it answers.
                try await store.save(sourceStates: [state])
                guard let problem = await ask(subscription) else { continue }
                if subscription.stage == .requested { subscription.stage = .ended }
                subscription.reason = problem
            }
            guard subscription != state.subscription else { continue }
            state.subscription = subscription
            try await store.save(sourceStates: [state])
        }
    }

    /// Nil when the hub took it; it will ask back.
    private func ask(_ subscription: HubSubscription) async -> String? {
        do throws(FetchError) {
            let status = try await sender.send(subscription.form(callback: callback + subscription.token), to: subscription.hub)
            return (200..<300).contains(status) ? nil : "the hub answered \(status)"
        } catch {
            return error.reason
        }
    }

    /// - Returns: the challenge to give back; nil for 404.
    public func answer(_ question: HubQuestion, token: String) async throws(StorageError) -> String? {
        guard var state = try await source(of: token), var subscription = state.subscription else { return nil }
        let challenge = subscription.answer(question, at: clock.now())
        if subscription != state.subscription {
            state.subscription = subscription
            try await store.save(sourceStates: [state])
        }
        return challenge
    }

    /// The feed a push to this path is about, with the secret it must be signed with; nil for a path we never gave out.
    public func feed(ofPushTo token: String) async throws(StorageError) -> (address: String, secret: String)? {
        guard let state = try await source(of: token), let subscription = state.subscription, subscription.stage != .ended else { return nil }
        return (state.address, subscription.secret)
    }

    /// A feed that its hub says has changed may be asked at once.
    public func markDue(_ address: String) async throws(StorageError) {
        guard var state = try await store.sourceStates().first(where: { $0.address == address }), state.failure == nil, state.notBefore != nil else {
            return
        }
        state.notBefore = nil
        try await store.save(sourceStates: [state])
    }

    private func source(of token: String) async throws(StorageError) -> SourceState? {
        guard token.utf8.count == 32 else { return nil }
        return try await store.sourceStates().first { $0.subscription?.token == token }
    }
}
