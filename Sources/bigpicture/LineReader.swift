import Glibc

/// The lines of standard input that hold something, in memory bounded by one line.
struct LineReader {
    struct Line {
        /// 1 for the first of the input.
        let number: Int
        /// Nil for one that was too long.
        let bytes: [UInt8]?
    }

    private let longest: Int
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var unread = 0..<0
    private var number = 0
    private var isAtEnd = false

    /// - Parameter longest: bytes of a line at most; of a longer one nothing is kept.
    init(longest: Int) { self.longest = longest }

    mutating func next() -> Line? {
        var pending: [UInt8] = []
        var isTooLong = false
        while true {
            if unread.isEmpty, !fill() {
                guard !pending.isEmpty || isTooLong else { return nil }
                number += 1
                return isTooLong || holdsSomething(pending) ? Line(number: number, bytes: isTooLong ? nil : pending) : nil
            }
            let end = chunk[unread].firstIndex(of: UInt8(ascii: "\n"))
            if !isTooLong { pending.append(contentsOf: chunk[unread.lowerBound..<(end ?? unread.upperBound)]) }
            unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
            if pending.count > longest {
                isTooLong = true
                pending.removeAll()
            }
            guard end != nil else { continue }
            number += 1
            if isTooLong || holdsSomething(pending) { return Line(number: number, bytes: isTooLong ? nil : pending) }
            pending.removeAll(keepingCapacity: true)
        }
    }

    /// The next line is not there yet.
    var wouldWait: Bool {
        guard !isAtEnd, !chunk[unread].contains(UInt8(ascii: "\n")) else { return false }
        var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, 0) == 0
    }

    private mutating func fill() -> Bool {
        guard !isAtEnd else { return false }
        while true {
            let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            isAtEnd = count <= 0
            unread = 0..<max(0, count)
            return count > 0
        }
    }

    private func holdsSomething(_ line: [UInt8]) -> Bool { line.contains { $0 > UInt8(ascii: " ") } }
}
