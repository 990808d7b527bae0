public import BriefModel
import BriefRendering
public import MailSending
import Storage

/// Sends editions to those who follow a topic, each once to each.
public struct EditionPost: Sendable {
    private let place: LibraryPlace
    private let setup: @Sendable () throws(PostError) -> MailSetup?
    private let brief: @Sendable (String, Timestamp) async throws -> Brief?
    private let clock: Clock

    /// Seconds after which an edition is no news any more.
    static let freshness: Int64 = 86_400
    /// Seconds until what a server put off is tried again; twice as long after each further time.
    static let firstRetry: Int64 = 300

    /// - Parameters:
    ///   - setup: asked whenever something is to be sent, since files may change.
    ///   - brief: a kept edition, by topic and moment.
    init(
        _ place: LibraryPlace, setup: @escaping @Sendable () throws(PostError) -> MailSetup?,
        brief: @escaping @Sendable (String, Timestamp) async throws -> Brief?, clock: Clock
    ) {
        self.place = place
        self.setup = setup
        self.brief = brief
        self.clock = clock
    }

    /// Notes that an edition is to be sent to whom the mail file names, when it is next sent.
    public func note(_ topic: Topic, edition: Timestamp) throws(PostError) {
        // What is wrong with the file is told when the edition is to be sent, and may be put right by then.
        do throws(PostError) { if try setup() == nil { return } } catch {}
        try PostBook.add(.init(.written, topic: topic.slug, edition: edition, at: clock.now()), in: place)
    }

    /// Sends one message about an edition now.
    /// - Parameter again: also to those who have it.
    /// - Returns: what the server said of each; those who had it are not among them.
    public func send(
        _ message: [UInt8], in envelope: MailEnvelope, of topic: Topic, edition: Timestamp, again: Bool, by sender: any MailSender
    ) async throws(PostError) -> [MailDelivery] {
        let book = try PostBook(place)
        let owed = envelope.reaching { again || book.entry(of: topic.slug, edition: edition, to: $0)?.state != .sent }
        return try await hand(message, in: owed, of: topic.slug, edition: edition, by: sender, book)
    }

    /// What was done in a round.
    public struct Round: Sendable {
        /// Sentences for a person.
        public var said: [String] = []
        /// Recipients who will not get an edition, or not yet.
        public var unserved = 0
        /// When to look again; nil: nothing waits.
        public var next: Timestamp?
    }

    /// Sends what was noted and is due.
    public func sendDue() async -> Round {
        var round = Round()
        do throws(PostError) {
            guard let setup = try setup() else { return round }
            let book = try PostBook(place)
            for entry in book.written {
                guard let edition = Timestamp(iso: entry.edition) else { continue }
                try await send(entry.topic, edition, by: setup, book, &round)
            }
        } catch {
            round.said.append(error.description)
            round.unserved += 1
            round.next = later(Self.firstRetry)
        }
        return round
    }
}

extension EditionPost {
    private func send(
        _ topic: String, _ edition: Timestamp, by setup: MailSetup, _ book: PostBook, _ round: inout Round
    ) async throws(PostError) {
        guard let envelope = setup.envelope(of: topic) else { return }
        func last(_ recipient: String) -> PostBook.Entry? { book.entry(of: topic, edition: edition, to: recipient) }
        let open = envelope.recipients.filter { last($0)?.isSettled != true }
        let now = clock.now()
        guard now.secondsSince1970 - edition.secondsSince1970 < Self.freshness else {
            for recipient in open where last(recipient) != nil {
                try book.note(.init(.givenUp, topic: topic, edition: edition, at: now, to: recipient))
                round.said.append("\(topic): the edition of \(edition) was not sent to \(recipient) within a day and is no longer tried.")
            }
            return
        }
        let waiting = open.compactMap { recipient in last(recipient).map(Self.nextTry).flatMap { now < $0 ? (recipient, $0) : nil } }
        for (_, next) in waiting { round.next = min(round.next ?? next, next) }
        let due = Set(open).subtracting(waiting.map(\.0))
        guard !due.isEmpty else { return }
        let brief: Brief
        switch await rewritten(topic, edition) {
        case .success(let written): brief = written
        case .failure(let why):
            round.said.append("\(topic): the edition of \(edition) cannot be written again, so it was not sent: \(why.words)")
            round.unserved += due.count
            return
        }
        // In its head all whom it is meant for; by the envelope only those who do not have it.
        let message = mailMessage(brief, envelope: envelope)
        let deliveries = try await hand(message, in: envelope.reaching(due.contains), of: topic, edition: edition, by: setup.sender, book)
        for delivery in deliveries { tell(delivery, of: topic, last(delivery.recipient), in: &round) }
    }

    private struct NotWritten: Error { let words: String }

    private func rewritten(_ topic: String, _ edition: Timestamp) async -> Result<Brief, NotWritten> {
        do {
            guard let brief = try await brief(topic, edition) else {
                return .failure(NotWritten(words: "it is not kept, or not what it was written from."))
            }
            return .success(brief)
        } catch {
            return .failure(NotWritten(words: "\(error)"))
        }
    }

    /// What stopped a whole message counts for each recipient.
    private func hand(
        _ message: [UInt8], in envelope: MailEnvelope, of topic: String, edition: Timestamp, by sender: any MailSender, _ book: PostBook
    ) async throws(PostError) -> [MailDelivery] {
        guard !envelope.recipients.isEmpty else { return [] }
        var deliveries: [MailDelivery]
        do throws(MailError) { deliveries = try await sender.send(message, in: envelope) } catch {
            let why = error.description
            deliveries = envelope.recipients.map { MailDelivery($0, error.isPassing ? .putOff(why: why) : .refused(why: why)) }
        }
        for delivery in deliveries {
            let before = book.entry(of: topic, edition: edition, to: delivery.recipient)
            // Who has it has it, whatever became of sending it once more.
            if before?.state == .sent, delivery.outcome != .accepted { continue }
            let tries = (before?.tries ?? 0) + 1
            let (state, why): (PostBook.Entry.State, String?) =
                switch delivery.outcome {
                case .accepted: (.sent, nil)
                case .putOff(let why): (.putOff, why)
                case .refused(let why): (.refused, why)
                }
            try book.note(.init(state, topic: topic, edition: edition, at: clock.now(), to: delivery.recipient, tries: tries, why: why))
        }
        return deliveries
    }

    private func tell(_ delivery: MailDelivery, of topic: String, _ entry: PostBook.Entry?, in round: inout Round) {
        switch delivery.outcome {
        case .accepted: round.said.append("\(topic): sent to \(delivery.recipient)")
        case .refused(let why):
            round.unserved += 1
            round.said.append("\(topic): not sent to \(delivery.recipient), and not tried again: \(why)")
        case .putOff(let why):
            round.unserved += 1
            let next = entry.map(Self.nextTry)
            if let next { round.next = min(round.next ?? next, next) }
            round.said.append("\(topic): not sent to \(delivery.recipient): \(why)" + (next.map { " Next try: \($0)." } ?? ""))
        }
    }

    private static func nextTry(_ entry: PostBook.Entry) -> Timestamp {
        let wait = firstRetry << Int64(min(max((entry.tries ?? 1) - 1, 0), 6))
        return Timestamp(secondsSince1970: (Timestamp(iso: entry.at)?.secondsSince1970 ?? 0) + wait)
    }

    private func later(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: clock.now().secondsSince1970 + seconds) }
}

extension Bootstrap {
    /// What sends the editions of this library.
    public func post(of place: LibraryPlace, clock: Clock) -> EditionPost {
        EditionPost(
            place, setup: { () throws(PostError) in try MailSetup.read(in: place) },
            brief: { topic, moment in
                guard let edition = try await store.editions(topic: topic).first(where: { $0.asOf == moment }) else { return nil }
                return try await brief(of: edition)
            }, clock: clock)
    }
}
