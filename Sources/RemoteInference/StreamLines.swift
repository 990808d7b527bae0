/// Cuts a stream of bytes into lines, whatever the pieces it comes in. Holds one line at most.
struct StreamLines {
    private var pending: [UInt8] = []
    /// Bytes a line may have. An event carries a piece of an answer; the whole answer may come as one.
    static let longest = 4 << 20

    /// - Parameter line: called for each line that is complete, without its end (LF or CR LF).
    mutating func feed(_ bytes: some Sequence<UInt8>, line: ([UInt8]) throws(AnswerFault) -> Void) throws(AnswerFault) {
        for byte in bytes {
            if byte == 0x0A {
                try finish(line: line)
            } else {
                guard pending.count < Self.longest else { throw .tooLarge }
                pending.append(byte)
            }
        }
    }

    /// What stands behind the last line end is a line too.
    mutating func finish(line: ([UInt8]) throws(AnswerFault) -> Void) throws(AnswerFault) {
        if pending.last == 0x0D { pending.removeLast() }
        defer { pending.removeAll(keepingCapacity: true) }
        try line(pending)
    }
}

/// The data of server-sent events (HTML Living Standard, 9.2.6): lines of `data:` up to an empty line are one event; other fields tell nothing here,
/// because every form repeats the kind of event in its data.
struct ServerSentEvents {
    private var data: [UInt8] = []
    private var hasData = false

    mutating func read(_ line: [UInt8], event: ([UInt8]) throws(AnswerFault) -> Void) throws(AnswerFault) {
        if line.isEmpty { return try finish(event: event) }
        guard line.starts(with: Self.field) else { return }
        if hasData { data.append(0x0A) }
        hasData = true
        let value = line.dropFirst(Self.field.count)
        guard data.count + value.count <= StreamLines.longest else { throw .tooLarge }
        data.append(contentsOf: value.first == 0x20 ? value.dropFirst() : value)
    }

    /// The standard drops an event without an empty line behind it; some services leave the last one out.
    mutating func finish(event: ([UInt8]) throws(AnswerFault) -> Void) throws(AnswerFault) {
        guard hasData else { return }
        defer {
            data.removeAll(keepingCapacity: true)
            hasData = false
        }
        try event(data)
    }

    private static let field = Array("data:".utf8)
}
