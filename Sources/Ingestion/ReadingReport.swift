public import BriefModel
import Synchronization

/// What a run of reading came to.
public struct ReadingReport: Hashable, Sendable {
    public var feeds: Int
    public var new = 0
    public var updated = 0
    public var unchanged = 0
    public var failures: [SourceFailure] = []
    /// Sources that were read, but are worth a look: silent for longer than usual, or moved for good.
    public var notices: [SourceNotice] = []

    init(feeds: Int) { self.feeds = feeds }
}

/// What a person should know of a source that works.
public struct SourceNotice: Hashable, Sendable {
    public let address: String
    /// In sentences.
    public let account: String
}

/// How far a run is: what is `done` is on disk. `total` grows while feeds are still announcing articles.
public struct ReadingProgress: Hashable, Sendable {
    public let done: Int
    public let total: Int
    public let address: String
}

/// Counts what is done, whichever task finishes it.
final class ProgressTally: Sendable {
    private let counts = Mutex((done: 0, total: 0))
    private let report: @Sendable (ReadingProgress) -> Void

    init(report: @escaping @Sendable (ReadingProgress) -> Void) { self.report = report }

    func expect(_ more: Int) { counts.withLock { $0.total += more } }

    func finish(_ address: String) {
        let now = counts.withLock { counts in
            counts.done += 1
            return counts
        }
        report(ReadingProgress(done: now.done, total: max(now.total, now.done), address: address))
    }
}
