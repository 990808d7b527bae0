/// What a server answers: a code of three digits and lines of words (RFC 5321, section 4.2).
struct SMTPReply: Equatable, Sendable {
    let code: Int
    let lines: [String]

    var isPositive: Bool { (200..<400).contains(code) }
    var isPassing: Bool { (400..<500).contains(code) }

    /// One line a person can read: no control signs, and not much of it.
    var words: String {
        let text = lines.joined(separator: " ").unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : $0 }
        var line = ""
        line.unicodeScalars.append(contentsOf: text.prefix(Self.longestWords))
        while line.hasSuffix(" ") { line.removeLast() }
        return "\(code)" + (line.isEmpty ? "" : " \(line)") + (text.count > Self.longestWords ? " …" : "")
    }

    private static let longestWords = 200
}

/// Makes replies of bytes as they arrive; bounded, whatever comes.
struct SMTPReplyParser {
    private var line: [UInt8] = []
    private var code: Int?
    private var lines: [String] = []

    /// Bytes of a line, and lines of a reply, that a server may send: far more than any needs.
    private static let longestLine = 2_048
    private static let mostLines = 128

    struct NotAReply: Error, Equatable { let why: String }

    /// Whether nothing of a reply is left over.
    var isEmpty: Bool { line.isEmpty && code == nil }

    /// - Returns: a reply that this byte ends.
    mutating func read(_ byte: UInt8) throws(NotAReply) -> SMTPReply? {
        guard byte == UInt8(ascii: "\n") else {
            guard line.count < Self.longestLine else { throw NotAReply(why: "a line without end") }
            line.append(byte)
            return nil
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        defer { line.removeAll(keepingCapacity: true) }
        return try take(line)
    }

    private mutating func take(_ line: [UInt8]) throws(NotAReply) -> SMTPReply? {
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(String(decoding: digits, as: UTF8.self)), (200..<600).contains(number), code ?? number == number
        else { throw NotAReply(why: "a line does not begin with a code") }
        guard lines.count < Self.mostLines else { throw NotAReply(why: "an answer without end") }
        code = number
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        guard line.count == 3 || line[3] == UInt8(ascii: " ") else {
            guard line[3] == UInt8(ascii: "-") else { throw NotAReply(why: "a line does not begin with a code") }
            return nil
        }
        defer { (code, lines) = (nil, []) }
        return SMTPReply(code: number, lines: lines)
    }
}

/// What a server says it can do, in answer to EHLO.
struct SMTPExtensions {
    private let words: [String: [String]]

    init(_ reply: SMTPReply) {
        let lines = reply.lines.dropFirst().map { $0.uppercased().split(whereSeparator: { $0 == " " || $0 == "=" }).map(String.init) }
        words = Dictionary(lines.compactMap { line in line.first.map { ($0, Array(line.dropFirst())) } }, uniquingKeysWith: +)
    }

    var startsTLS: Bool { words["STARTTLS"] != nil }
    var takesEightBits: Bool { words["8BITMIME"] != nil }
    var logins: [String] { words["AUTH"] ?? [] }
    var tellsSize: Bool { words["SIZE"] != nil }
    /// Nil or nought: it names none.
    var mostBytes: Int? { words["SIZE"]?.first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
}
