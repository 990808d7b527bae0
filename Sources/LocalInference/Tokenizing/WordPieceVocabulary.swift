public import Inference

/// The tokens a WordPiece model knows: the lines of a `vocab.txt`, a token's number being its line's, counted from 0.
public struct WordPieceVocabulary: Sendable {
    /// The marks at a text's two ends and the one for words it cannot spell.
    public let start, end, unknown: Int32
    /// Tokens that are recognised as they are written in a text, as the reference does: `[CLS]` and its like.
    let marks: [(text: [UInt8], id: Int32)]
    let table: TokenTable

    /// Bounds on what is read: 32 MB, a million tokens of 255 bytes. (BERT: 232 KB, 30,522 tokens of at most 18.)
    static let largestFile = 32 << 20, mostTokens = 1_000_000, longestLine = 255

    /// Reads the lines of a `vocab.txt`.
    /// - Throws: `malformed` when it is no UTF-8, has too many or too long lines, or lacks `[UNK]`, `[CLS]` or `[SEP]`.
    public init(_ file: [UInt8], name: String = "vocab.txt") throws(InferenceError) {
        guard file.count <= Self.largestFile else { throw .malformed(file: name, reason: "\(file.count) bytes are too many for a vocabulary") }
        guard String(validating: file, as: UTF8.self) != nil else { throw .malformed(file: name, reason: "it is not UTF-8") }
        var bytes: [UInt8] = []
        var offsets: [UInt32] = [0]
        bytes.reserveCapacity(file.count)
        var at = 0
        while at < file.count {
            let end = file[at...].firstIndex(of: 0x0A) ?? file.count
            let line = file[at..<(end > at && file[end - 1] == 0x0D ? end - 1 : end)]
            guard line.count <= Self.longestLine else { throw .malformed(file: name, reason: "line \(offsets.count) has \(line.count) bytes") }
            guard offsets.count <= Self.mostTokens else { throw .malformed(file: name, reason: "it has more than \(Self.mostTokens) lines") }
            bytes.append(contentsOf: line)
            offsets.append(UInt32(bytes.count))
            at = end + 1
        }
        let table = TokenTable(bytes: bytes, offsets: offsets)
        func mark(_ text: String) throws(InferenceError) -> Int32 {
            guard let id = table.id(of: text) else { throw .malformed(file: name, reason: "it has no \(text)") }
            return id
        }
        start = try mark("[CLS]")
        end = try mark("[SEP]")
        unknown = try mark("[UNK]")
        marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"].compactMap { text in table.id(of: text).map { (Array(text.utf8), $0) } }
        self.table = table
    }

    /// Tokens it holds.
    public var count: Int { table.count }

    /// The token of this number as the file spells it, with `##` when it continues a word; nil when there is none.
    public func token(_ id: Int) -> String? { table.token(id) }

    /// The number of a token as the file spells it.
    public func id(of token: String) -> Int32? { table.id(of: token) }
}
