import Inference

/// The teacher's tokens without those that stand for nothing.
struct StudentVocabulary {
    let tokens: WordPieceVocabulary
    /// The tokens as a `vocab.txt`.
    let file: [UInt8]
    /// The teacher's number for each.
    let teacherIDs: [Int32]
    /// Tokens that are words of their own, of ASCII letters.
    let words: [String]

    init(_ teacher: [UInt8]) throws(InferenceError) {
        var file: [UInt8] = []
        var ids: [Int32] = []
        var words: [String] = []
        let lines = teacher.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (id, line) in lines.enumerated() where !(line.isEmpty || line.starts(with: Array("[unused".utf8))) {
            file += line
            file.append(0x0A)
            ids.append(Int32(id))
            if line.count > 2, line.allSatisfy({ (0x61...0x7A).contains($0) }) { words.append(String(decoding: line, as: UTF8.self)) }
        }
        tokens = try WordPieceVocabulary(file)
        (self.file, teacherIDs, self.words) = (file, ids, words)
    }

    /// A table in which `[CLS]` and its like count nothing.
    func silencingMarks(_ table: [Float], dimensions: Int) -> [Float] {
        var table = table
        for mark in ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] {
            guard let id = tokens.id(of: mark) else { continue }
            for i in 0..<dimensions { table[Int(id) * dimensions + i] = 0 }
        }
        return table
    }
}
