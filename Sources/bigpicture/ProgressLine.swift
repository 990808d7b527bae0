import BriefModel
import Glibc
import Ingestion
import Synchronization

/// Progress on standard error: a bar on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
    private let isTerminal: Bool
    private let lastTenth = Mutex(-1)

    init() { isTerminal = isatty(STDERR_FILENO) == 1 }

    func show(_ progress: ReadingProgress) {
        guard progress.total > 0 else { return }
        if isTerminal {
            let width = 24
            let filled = min(width, progress.done * width / progress.total)
            let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
            StandardError.raw("\r\u{1B}[K\(bar) \(progress.done)/\(progress.total) \(progress.address.suffix(60))")
        } else {
            let tenth = progress.done * 4 / progress.total
            let isNews = lastTenth.withLock { last in
                defer { last = max(last, tenth) }
                return tenth > last
            }
            if isNews { StandardError.raw("read \(progress.done) of \(progress.total)\n") }
        }
    }

    func end() { if isTerminal { StandardError.raw("\r\u{1B}[K") } }
}
