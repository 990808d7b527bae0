import BriefRendering
public import Storage

/// Tells everybody who watches what is new. One task looks at the library for all of them, while there is anybody; a stream that waits costs nothing.
public actor EventStreams {
    /// How often the library is looked at, how often a silent stream is kept open, and how many streams there may be.
    public struct Pace: Sendable {
        public var look: Duration
        public var heartbeat: Duration
        public var most: Int

        public init(look: Duration = .seconds(3), heartbeat: Duration = .seconds(45), most: Int = 1_200) {
            self.look = look
            self.heartbeat = heartbeat
            self.most = most
        }
    }

    private struct Watcher {
        /// Nil for all topics.
        let topic: String?
        let words: Words
        let send: AsyncStream<[UInt8]>.Continuation

        /// What is somebody's own is told to those alone who know its name.
        func hears(of other: String) -> Bool { topic.map { $0 == other } ?? !other.hasPrefix(EventStreams.own) }
    }

    /// Begins the names of what is no topic, but somebody's own.
    static let own = "own/"

    /// One who watches, and what they are sent.
    struct Stream: Sendable {
        let id: Int
        let messages: AsyncStream<[UInt8]>
        let end: @Sendable () -> Void
    }

    private let editions: @Sendable () async throws -> [EditionMark]
    private let pace: Pace
    private var watchers: [Int: Watcher] = [:]
    private var lastID = 0
    private var looking: Task<Void, Never>?
    /// The newest edition of each topic when it was last looked; nil before.
    private var known: [String: EditionMark]?
    private var work: [String: WorkState] = [:]
    /// Names of what is somebody's own and has ended, the oldest first.
    private var ended: [String] = []
    private static let mostEnded = 64

    /// - Parameter editions: the newest of every topic; asked again and again.
    public init(pace: Pace = Pace(), editions: @escaping @Sendable () async throws -> [EditionMark]) {
        self.pace = pace
        self.editions = editions
    }

    /// Messages that a slow reader may be behind; older ones are given up.
    private static let backlog = 32

    /// Begins to tell: first how things stand, then what is new.
    /// - Parameter words: of whom it is told to.
    /// - Returns: nil when there are as many as may be.
    func open(topic: String?, in words: Words = .english) async -> Stream? {
        guard watchers.count < pace.most else { return nil }
        lastID += 1
        let id = lastID
        let (messages, send) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(Self.backlog))
        send.yield(Array("retry: 10000\n\n".utf8))
        let watcher = Watcher(topic: topic, words: words, send: send)
        watchers[id] = watcher
        if looking == nil {
            known = nil
            looking = Task { await keepLooking() }
        }
        for mark in (known ?? [:]).values.sorted(by: { $0.topic < $1.topic }) where watcher.hears(of: mark.topic) {
            send.yield(LiveEvent.edition(topic: mark.topic, asOf: mark.asOf).bytes(in: words))
        }
        for (name, state) in work.sorted(by: { $0.key < $1.key }) where watcher.hears(of: name) {
            send.yield(LiveEvent.work(topic: name, state).bytes(in: words))
        }
        return Stream(id: id, messages: messages) { send.finish() }
    }

    func close(_ id: Int) {
        watchers.removeValue(forKey: id)?.send.finish()
        guard watchers.isEmpty else { return }
        looking?.cancel()
        looking = nil
    }

    /// Tells those who watch its topic.
    public func tell(_ event: LiveEvent) {
        if case .work(let topic, let state) = event { note(state, of: topic) }
        send(event)
    }

    /// What is somebody's own may end before their page begins to listen: its end is told to whoever comes late, too.
    private func note(_ state: WorkState, of topic: String) {
        guard state.isEnd else { return work[topic] = state }
        guard topic.hasPrefix(Self.own) else { return work[topic] = nil }
        work[topic] = state
        ended.append(topic)
        while ended.count > Self.mostEnded { work[ended.removeFirst()] = nil }
    }

    /// What is known of some work.
    func known(_ topic: String) -> WorkState? { work[topic] }

    var count: Int { watchers.count }

    /// Made once for each language that is listened in.
    private func send(_ event: LiveEvent) {
        var told: [Language: [UInt8]] = [:]
        for watcher in watchers.values where watcher.hears(of: event.topic) {
            let bytes = told[watcher.words.language] ?? event.bytes(in: watcher.words)
            told[watcher.words.language] = bytes
            watcher.send.yield(bytes)
        }
    }

    /// A library that cannot be looked at now may be a moment later.
    private func keepLooking() async {
        var silent = Duration.zero
        while !Task.isCancelled {
            if let marks = try? await editions(), !Task.isCancelled { note(marks) }
            do { try await Task.sleep(for: pace.look, tolerance: pace.look / 4) } catch { return }
            silent += pace.look
            if silent >= pace.heartbeat {
                for watcher in watchers.values { watcher.send.yield(Array(":\n\n".utf8)) }
                silent = .zero
            }
        }
    }

    private func note(_ marks: [EditionMark]) {
        let before = known ?? [:]
        known = Dictionary(marks.map { ($0.topic, $0) }) { first, _ in first }
        for mark in marks where before[mark.topic] != mark { send(.edition(topic: mark.topic, asOf: mark.asOf)) }
    }
}
