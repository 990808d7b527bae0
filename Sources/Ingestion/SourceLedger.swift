import BriefModel
import Fetching
import Storage

/// What is known of each address: validators for the next conditional request, and since when it fails.
struct SourceLedger {
    private var states: [String: SourceState]
    private var touched: Set<String> = []
    private let now: Timestamp

    init(states: [SourceState], now: Timestamp) {
        self.states = Dictionary(states.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        self.now = now
    }

    func validators(for address: String) -> Validators? {
        guard let state = states[address], state.entityTag != nil || state.lastModified != nil else { return nil }
        return Validators(entityTag: state.entityTag, lastModified: state.lastModified)
    }

    mutating func succeeded(_ address: String, validators: Validators?) {
        states[address] = SourceState(address: address, entityTag: validators?.entityTag, lastModified: validators?.lastModified, lastRead: now)
        touched.insert(address)
    }

    mutating func unchanged(_ address: String) {
        let known = states[address]
        states[address] = SourceState(address: address, entityTag: known?.entityTag, lastModified: known?.lastModified, lastRead: now)
        touched.insert(address)
    }

    mutating func failed(_ address: String, _ problem: ReadingProblem) {
        var state = states[address] ?? SourceState(address: address)
        state.failingSince = state.failingSince ?? now
        state.failure = problem.reason
        state.isRefusal = problem.isRefusal
        states[address] = state
        touched.insert(address)
    }

    /// Has the address answered in full the next time.
    mutating func forgetValidators(of address: String) {
        states[address]?.entityTag = nil
        states[address]?.lastModified = nil
    }

    /// What this run touched, by address.
    var changed: [SourceState] { touched.sorted().compactMap { states[$0] } }

    /// What failed in this run, by address.
    var failures: [SourceFailure] {
        changed.compactMap { state in
            state.failure.map {
                SourceFailure(address: state.address, reason: $0, since: state.failingSince ?? now, isRefusal: state.isRefusal)
            }
        }
    }
}

/// Why one source was not read, as a sentence for a person.
struct ReadingProblem: Error, Hashable {
    let reason: String
    let isRefusal: Bool

    init(_ reason: String, isRefusal: Bool = false) {
        self.reason = reason
        self.isRefusal = isRefusal
    }

    init(_ error: FetchError) {
        if case .disallowedByRobots = error { self.init(error.reason, isRefusal: true) } else { self.init(error.reason) }
    }
}
