import BriefModel
import Glibc
import Ingestion
import Synchronization

/// Progress on standard error: a bar on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
    private let isTerminal: Bool
    private let lastQuarter = Mutex(-1)

    init() { isTerminal = isatty(STDERR_FILENO) == 1 }

    func show(_ progress: ReadingProgress) {
        if progress.total > 0 { show(progress.done, of: progress.total, verb: "read", item: progress.address) }
    }

    /// Silent where one step does all: that is no wait.
    func show(_ progress: ReprintIndex.Progress) {
        if progress.total > ReprintIndex.batch { show(progress.done, of: progress.total, verb: "indexed", item: "articles indexed") }
    }

    /// - Parameter total: 0 when nobody knows; then a line comes every thousand.
    func show(_ done: Int, of total: Int, verb: String, item: String) {
        if isTerminal {
            StandardError.raw("\r\u{1B}[K\(bar(done, total)) \(item.suffix(60))")
        } else if total == 0 {
            if done > 0, done % 1000 == 0 { StandardError.raw("\(verb) \(done)\n") }
        } else {
            let quarter = done * 4 / total
            let isNews = lastQuarter.withLock { last in
                defer { last = max(last, quarter) }
                return quarter > last
            }
            if isNews { StandardError.raw("\(verb) \(done) of \(total)\n") }
        }
    }

    private func bar(_ done: Int, _ total: Int) -> String {
        guard total > 0 else { return "\(done)" }
        let width = 24
        let filled = min(width, done * width / total)
        return String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled) + " \(done)/\(total)"
    }

    func end() { if isTerminal { StandardError.raw("\r\u{1B}[K") } }
}
