import BriefModel
import Fetching
import Storage

/// What is known of each address: validators for the next conditional request, and since when it fails.
struct SourceLedger {
    private var states: [String: SourceState]
    private var touched: Set<String> = []
    /// What is worth telling in this run only.
    private var remarks: [String: String] = [:]
    private let now: Timestamp

    init(states: [SourceState], now: Timestamp) {
        self.states = Dictionary(states.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        self.now = now
    }

    func validators(for address: String) -> Validators? {
        guard let state = states[address], state.entityTag != nil || state.lastModified != nil else { return nil }
        return Validators(entityTag: state.entityTag, lastModified: state.lastModified)
    }

    /// Where to ask for it: it may have moved for good.
    func place(of address: String) -> String { states[address]?.movedTo ?? address }

    /// What it was the last time, when that went well.
    func kind(of address: String) -> SourceState.Kind? { states[address].flatMap { $0.failure == nil ? $0.kind : nil } }

    /// Whether a feed was once read at the address itself.
    func wasFeed(_ address: String) -> Bool {
        guard let state = states[address] else { return false }
        return state.kind == .feed && state.lastRead != nil && !state.announcesFeed
    }

    /// When it was last read.
    func lastRead(of address: String) -> Timestamp? { states[address]?.lastRead }

    /// Why it is not to be asked now; nil when it may be.
    func rest(of address: String) -> Rest? {
        guard let state = states[address], let notBefore = state.notBefore, notBefore > now else { return nil }
        return state.failure == nil ? .fresh : .failing
    }

    enum Rest {
        /// Its last answer still holds, in its server's own words.
        case fresh
        /// It has failed too often, or asked to be left alone.
        case failing
    }

    mutating func succeeded(_ address: String, as kind: SourceState.Kind, _ sign: SuccessSign = SuccessSign()) {
        var state = recovered(address, kind: kind, freshFor: sign.freshFor)
        state.entityTag = sign.validators?.entityTag
        state.lastModified = sign.validators?.lastModified
        if let movedTo = sign.movedTo { state.movedTo = movedTo == address ? nil : movedTo }
        if let announcement = sign.announcement {
            state.announcesFeed = true
            remarks[address] = announcement.remark
        } else if state.movedTo == nil {
            state.announcesFeed = false
        }
        state.publications.add(sign.publications.filter { $0 <= now })
        if kind == .feed { state.follow(sign.hub) }
        keep(state)
    }

    mutating func unchanged(_ address: String, freshFor: Int? = nil) {
        keep(recovered(address, kind: states[address]?.kind, freshFor: freshFor))
    }

    /// Its last answer still holds: nothing was asked.
    mutating func left(_ address: String) { touched.insert(address) }

    private func recovered(_ address: String, kind: SourceState.Kind?, freshFor: Int?) -> SourceState {
        var state = states[address] ?? SourceState(address: address)
        state.kind = kind ?? state.kind
        state.lastRead = now
        state.failingSince = nil
        state.failure = nil
        state.isRefusal = false
        state.isGone = false
        state.failuresInARow = 0
        state.notBefore = RevisitPolicy.notBefore(freshFor: freshFor, now: now)
        return state
    }

    mutating func failed(_ address: String, as kind: SourceState.Kind? = nil, _ problem: ReadingProblem) {
        var state = states[address] ?? SourceState(address: address)
        state.kind = kind ?? state.kind
        state.failingSince = state.failingSince ?? now
        state.failure = problem.reason
        state.isRefusal = problem.isRefusal
        state.isGone = problem.isGone
        // Where it was said to have moved it is no longer: next time the old place is asked.
        if !problem.isOfHost { state.movedTo = nil }
        if problem.counts { state.failuresInARow += 1 }
        state.notBefore = RevisitPolicy.notBefore(after: problem, failuresInARow: state.failuresInARow, now: now) ?? state.notBefore
        keep(state)
    }

    private mutating func keep(_ state: SourceState) {
        states[state.address] = state
        touched.insert(state.address)
    }

    /// Has the address answered in full the next time.
    mutating func forgetValidators(of address: String) {
        states[address]?.entityTag = nil
        states[address]?.lastModified = nil
        if states[address]?.failure == nil { states[address]?.notBefore = nil }
    }

    /// What this run touched, by address.
    var changed: [SourceState] { touched.sorted().compactMap { states[$0] } }

    /// The same, except that a hub may have answered in the meantime: its last word counts.
    func changed(keepingSubscriptionsOf stored: [SourceState]) -> [SourceState] {
        let held = Dictionary(stored.map { ($0.address, $0.subscription) }, uniquingKeysWith: { first, _ in first })
        return changed.map { state in
            guard let ours = state.subscription, let theirs = held[state.address] ?? nil, theirs.hub == ours.hub, theirs.topic == ours.topic else {
                return state
            }
            var state = state
            state.subscription = theirs
            return state
        }
    }

    /// What failed in this run, by address.
    var failures: [SourceFailure] {
        changed.compactMap { state in
            state.failure.map {
                let next = state.notBefore.flatMap { $0 > now ? " Asked again in \(spanInWords($0.secondsSince1970 - now.secondsSince1970))." : nil }
                return SourceFailure(
                    address: state.address, reason: $0 + (next ?? ""), since: state.failingSince ?? now, isRefusal: state.isRefusal)
            }
        }
    }

    /// What went well in this run and is worth a look all the same.
    var notices: [SourceNotice] {
        changed.filter { state in
            guard state.isSource, state.failure == nil else { return false }
            if case .silent = state.condition(at: now) { return true }
            return state.movedTo != nil
        }.map { SourceNotice(address: $0.address, account: $0.account(at: now) + (remarks[$0.address].map { " " + $0 } ?? "")) }
    }
}

/// What came with a success.
struct SuccessSign: Sendable {
    var validators: Validators?
    /// Seconds for which asking again is of no use.
    var freshFor: Int?
    /// Where it is to be asked for from now on.
    var movedTo: String?
    /// A page stands there, and a feed that it announces was read.
    var announcement: Announcement?
    /// The hub it names, with its own name for itself.
    var hub: (address: String, topic: String)?
    /// When its entries were published.
    var publications: [Timestamp] = []

    struct Announcement: Sendable {
        /// Addresses of the feeds that it announces beside the one that was read.
        let others: [String]

        /// The first of them, as a person may have meant one; nil when there is none.
        var remark: String? {
            others.isEmpty ? nil : "It also announces " + others.prefix(5).joined(separator: ", ") + (others.count > 5 ? " and more." : ".")
        }
    }
}

extension SourceState {
    /// A hub that is named anew starts a subscription anew; one that is named no longer ends it.
    fileprivate mutating func follow(_ hub: (address: String, topic: String)?) {
        guard let hub else {
            subscription = nil
            return
        }
        if subscription?.hub == hub.address, subscription?.topic == hub.topic { return }
        subscription = HubSubscription(hub: hub.address, topic: hub.topic)
    }
}
