import CWordPieceTables

/// Splits text into the tokens of a WordPiece vocabulary as BERT's uncased models were trained on them: controls dropped, marks and case
/// removed, punctuation and Chinese characters alone, each word spelled by the longest tokens that fit.
///
/// The same numbers as the reference (huggingface/tokenizers) on any text. One exception is without effect for BERT's vocabulary, which has no
/// such characters: combining marks younger than the reference's Unicode are not put into canonical order.
public struct WordPieceTokenizer: Sendable {
    public let vocabulary: WordPieceVocabulary

    public init(vocabulary: WordPieceVocabulary) { self.vocabulary = vocabulary }

    /// Appends the tokens of a text.
    /// - Parameters:
    ///   - limit: the most tokens to append, marks included; what is beyond is left out.
    ///   - marked: whether `[CLS]` and `[SEP]` go around them; they are always written then, whatever the limit.
    public func encode(_ text: String, limit: Int = .max, marked: Bool = true, into ids: inout [Int32]) {
        var text = text
        text.withUTF8 { encode($0, limit: limit, marked: marked, into: &ids) }
    }

    /// Appends the tokens of UTF-8. Bytes that are none are dropped.
    public func encode(_ utf8: UnsafeBufferPointer<UInt8>, limit: Int = .max, marked: Bool = true, into ids: inout [Int32]) {
        if marked { ids.append(vocabulary.start) }
        let end = ids.count + min(max(0, marked ? limit - 2 : limit), utf8.count)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Word.mostBytes) { room in
            var word = Word(room)
            split(utf8, until: end, into: &ids, &word)
        }
        if ids.count > end { ids.removeLast(ids.count - end) }
        if marked { ids.append(vocabulary.end) }
    }

    private func split(_ utf8: UnsafeBufferPointer<UInt8>, until end: Int, into ids: inout [Int32], _ word: inout Word) {
        var at = 0
        while at < utf8.count, ids.count < end {
            let byte = utf8[at]
            guard byte < 0x80 else {
                let (scalar, length) = decodedScalar(utf8, at)
                fold(scalar, utf8[at..<at + length], into: &ids, &word)
                at += length
                continue
            }
            at += 1
            let folded = wp_ascii_entry(byte)
            if folded > UInt8(wp_alone) {
                word.append(folded)
            } else if folded != UInt8(wp_dropped) {
                spell(&word, into: &ids)
                guard folded == UInt8(wp_alone) else { continue }
                if byte == 0x5B, let mark = vocabulary.marks.first(where: { utf8[(at - 1)...].starts(with: $0.text) }) {
                    ids.append(mark.id)
                    at += mark.text.count - 1
                } else {
                    word.append(byte)
                    spell(&word, into: &ids)
                }
            }
        }
        spell(&word, into: &ids)
    }

    /// One character beyond ASCII.
    private func fold(_ scalar: UInt32, _ utf8: Slice<UnsafeBufferPointer<UInt8>>, into ids: inout [Int32], _ word: inout Word) {
        let entry = wp_entry(scalar)
        switch Int(entry) {
        case wp_same:
            word.append(character: utf8)
        case wp_dropped:
            break
        case wp_space:
            spell(&word, into: &ids)
        case wp_alone:
            spell(&word, into: &ids)
            word.append(character: utf8)
            spell(&word, into: &ids)
        case wp_hangul:
            word.append(syllable: scalar)
        default:
            let text = wp_text(entry)
            let characters = UnsafeBufferPointer(start: text + 1, count: Int(text[0] & 0x7F))
            if text[0] & 0x80 != 0 {
                spell(&word, into: &ids)
                word.append(text: characters)
                spell(&word, into: &ids)
            } else {
                word.append(text: characters)
            }
        }
    }

    /// Appends the tokens that spell the word, or `[UNK]` when none do, and empties it.
    private func spell(_ word: inout Word, into ids: inout [Int32]) {
        guard word.characters > 0 else { return }
        defer { word.clear() }
        guard word.characters <= Word.mostCharacters else { return ids.append(vocabulary.unknown) }
        if let whole = vocabulary.table.id(hash: TokenTable.finished(word.hash), of: word.spelled, continues: false) { return ids.append(whole) }
        let before = ids.count
        var from = 0
        while from < word.count {
            guard let (id, length) = longestToken(in: word.spelled, from: from) else {
                ids.removeLast(ids.count - before)
                return ids.append(vocabulary.unknown)
            }
            ids.append(id)
            from += length
        }
    }

    private func longestToken(in spelled: UnsafeBufferPointer<UInt8>, from: Int) -> (id: Int32, length: Int)? {
        let table = vocabulary.table
        let continues = from > 0
        let most = min(spelled.count - from, table.longestToken)
        return withUnsafeTemporaryAllocation(of: (hash: UInt64, length: Int).self, capacity: most) { candidates in
            var hash = TokenTable.seed(continues: continues)
            var count = 0
            for length in 1...most {
                hash = TokenTable.mixed(hash, spelled[from + length - 1])
                let finished = TokenTable.finished(hash)
                guard table.mayHold(finished) else { continue }
                candidates.initializeElement(at: count, to: (finished, length))
                count += 1
            }
            while count > 0 {
                count -= 1
                let (hash, length) = candidates[count]
                let bytes = UnsafeBufferPointer(rebasing: spelled[from..<from + length])
                if let id = table.id(hash: hash, of: bytes, continues: continues) { return (id, length) }
            }
            return nil
        }
    }
}
