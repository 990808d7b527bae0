import BriefModel
import Glibc
import Ingestion
import Synchronization

/// Progress on standard error: a bar on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
    private let isTerminal: Bool
    private let lastTenth = Mutex(-1)

    init() { isTerminal = isatty(STDERR_FILENO) == 1 }

    func show(_ progress: ReadingProgress) { show(progress.done, of: progress.total, verb: "read", item: progress.address) }

    /// Silent where one step does all: that is no wait.
    func show(_ progress: ReprintIndex.Progress) {
        if progress.total > ReprintIndex.batch { show(progress.done, of: progress.total, verb: "indexed", item: "articles indexed") }
    }

    private func show(_ done: Int, of total: Int, verb: String, item: String) {
        guard total > 0 else { return }
        if isTerminal {
            let width = 24
            let filled = min(width, done * width / total)
            let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
            StandardError.raw("\r\u{1B}[K\(bar) \(done)/\(total) \(item.suffix(60))")
        } else {
            let tenth = done * 4 / total
            let isNews = lastTenth.withLock { last in
                defer { last = max(last, tenth) }
                return tenth > last
            }
            if isNews { StandardError.raw("\(verb) \(done) of \(total)\n") }
        }
    }

    func end() { if isTerminal { StandardError.raw("\r\u{1B}[K") } }
}
