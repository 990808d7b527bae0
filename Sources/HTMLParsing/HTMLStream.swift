/// A page read while it comes in, without keeping what has been read: what stays in memory is the tree so far and at most one unfinished
/// tag or comment. What comes after a limit is dropped, so that the memory needed ends there too.
public struct HTMLStream: ~Copyable {
    private var builder: TreeBuilder
    private let limits: HTMLLimits
    private var received = 0
    /// The first bytes, until it is known whether they are a byte order mark.
    private var head: [UInt8]? = []
    /// An unfinished tag or comment is looked at again when as much again has come: all looks together cost no more than the last.
    private var nextLook = 0

    public init(limits: HTMLLimits = .standard) {
        self.limits = limits
        builder = TreeBuilder(capacity: 1 << 16, limits: limits)
    }

    /// Nothing more is read: a limit has been reached.
    public var isFull: Bool { builder.isStopped }

    /// - Parameter chunk: UTF-8; characters and tags may be cut anywhere.
    public mutating func append(_ chunk: [UInt8]) {
        guard !isFull else { return }
        let room = max(0, limits.bytes - received)
        received += chunk.count
        let isLast = chunk.count > room
        if isLast { builder.wasCut = true }
        var next = isLast ? Array(chunk.prefix(room)) : chunk
        if let first = head {
            next = first + next
            head = next.count < 3 && !isLast ? next : nil
            if head != nil { return }
            if next.starts(with: Self.mark) { next.removeFirst(3) }
        }
        take(next)
        if isLast { end() }
    }

    /// The byte order mark in UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private mutating func take(_ chunk: [UInt8]) {
        chunk.withUnsafeBufferPointer { builder.tokenizer.input.append($0) }
        guard builder.tokenizer.unread >= nextLook else { return }
        builder.run()
        builder.tokenizer.discardRead()
        nextLook = builder.tokenizer.unread * 2
    }

    private mutating func end() {
        builder.tokenizer.input.complete()
        builder.run()
    }

    /// The tree of all that came.
    public consuming func finish() -> HTMLDocument {
        if let head { head.withUnsafeBufferPointer { builder.tokenizer.input.append($0) } }
        end()
        return builder.document(encoding: "UTF-8")
    }
}
