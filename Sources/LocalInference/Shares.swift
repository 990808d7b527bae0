import Dispatch
import Foundation

/// Work on a range cut into a share a core.
enum Shares {
    /// The cores there were when this was first asked: asking reads files each time.
    static let cores = ProcessInfo.processInfo.activeProcessorCount

    /// Cuts `0..<count` into shares of about one size: as many as cores, but none smaller than `atLeast`.
    static func of(_ count: Int, atLeast: Int = 1) -> [Range<Int>] {
        let shares = max(1, min(cores, count / max(1, atLeast)))
        return (0..<shares).map { $0 * count / shares..<($0 + 1) * count / shares }
    }

    /// Runs `work` once a share, all at the same time, and waits.
    static func concurrently(_ count: Int, atLeast: Int = 1, _ work: (Range<Int>) -> Void) {
        let shares = of(count, atLeast: atLeast)
        guard shares.count > 1 else { return work(0..<count) }
        withoutActuallyEscaping(work) { work in
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: shares.count) { work(shares[$0]) }
        }
    }

    /// What `work` makes of each range, all at the same time, in their order.
    static func map<Result>(_ ranges: [Range<Int>], _ work: (Range<Int>) -> Result) -> [Result] {
        guard ranges.count > 1 else { return ranges.map(work) }
        var results = [Result?](repeating: nil, count: ranges.count)
        results.withUnsafeMutableBufferPointer { results in
            nonisolated(unsafe) let results = results
            withoutActuallyEscaping(work) { work in
                nonisolated(unsafe) let work = work
                DispatchQueue.concurrentPerform(iterations: ranges.count) { results[$0] = work(ranges[$0]) }
            }
        }
        return results.compactMap(\.self)
    }
}
