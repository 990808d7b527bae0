import Inference
import LocalInference
import Testing

/// A vocabulary of a few words, laid out as BERT's is.
private let lines = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "port", "clos", "##ed", "##ing", "un", "##aff", "##able", "!", ",", "-", "'", "[", "]",
    "a", "b", "c", "e", "i", "s", "##a", "##s", "ß", "ss", "uber", "中", "国", "日", "ᄀ", "##ᅡ", "##ᆨ", "#", "fi", "##fi", ";", "—", "x", "##x", "7",
    "##7", "к", "##о", "##т",
]

private func tokenizer() throws -> WordPieceTokenizer {
    WordPieceTokenizer(vocabulary: try WordPieceVocabulary(Array(lines.joined(separator: "\n").utf8)))
}

private func tokens(_ text: String, limit: Int = .max, marked: Bool = false) throws -> [String] {
    let tokenizer = try tokenizer()
    var ids: [Int32] = []
    tokenizer.encode(text, limit: limit, marked: marked, into: &ids)
    return ids.map { tokenizer.vocabulary.token(Int($0)) ?? "?" }
}

@Suite("WordPiece")
struct WordPieceTests {
    @Test(
        "Text becomes the tokens that the reference makes of it",
        arguments: [
            ("The port closed!", ["the", "port", "clos", "##ed", "!"]),
            ("unaffable", ["un", "##aff", "##able"]),
            ("unaffordable the", ["[UNK]", "the"]),
            ("ÜBER über u\u{308}ber", ["uber", "uber", "uber"]),
            ("a\u{0}b a\u{AD}s\u{FFFD} \u{200B}a", ["[UNK]", "a", "##s", "a"]),
            ("a\tb\nc\u{A0}e\u{3000}i", ["a", "b", "c", "e", "i"]),
            ("a中国b", ["a", "中", "国", "b"]),
            ("각", ["ᄀ", "##ᅡ", "##ᆨ"]),
            ("кот", ["к", "##о", "##т"]),
            ("ß ss ẞ", ["ß", "ss", "ß"]),
            ("İ é", ["i", "e"]),
            ("a,b-c's—;\u{37E}", ["a", ",", "b", "-", "c", "'", "s", "—", ";", ";"]),
            ("##s", ["#", "#", "s"]),
            ("a[SEP]b [mask] [PAD", ["a", "[SEP]", "b", "[", "[UNK]", "]", "[", "[UNK]"]),
            ("", []), (" \u{200D}", []),
        ])
    func asTheReference(_ text: String, _ expected: [String]) throws {
        #expect(try tokens(text) == expected)
    }

    @Test("A word of more than a hundred characters is unknown, whatever it is spelled with")
    func longWords() throws {
        #expect(try tokens(String(repeating: "x", count: 100)).count == 100)
        #expect(try tokens(String(repeating: "x", count: 101) + " a") == ["[UNK]", "a"])
        #expect(try tokens(String(repeating: "가", count: 51)) == ["[UNK]"])
        #expect(try tokens(String(repeating: "\u{FDFA}", count: 200)) == ["[UNK]"])
    }

    @Test("The marks are counted in the limit and always written")
    func limit() throws {
        #expect(try tokens("a b c", limit: 4, marked: true) == ["[CLS]", "a", "b", "[SEP]"])
        #expect(try tokens("unaffable", limit: 2) == ["un", "##aff"])
        #expect(try tokens("a b", limit: 0, marked: true) == ["[CLS]", "[SEP]"])
    }

    @Test("Bytes that are no UTF-8 are dropped, wherever they stand")
    func wrongBytes() throws {
        let tokenizer = try tokenizer()
        var random = SystemRandomNumberGenerator()
        for count in 0..<400 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            var ids: [Int32] = []
            bytes.withUnsafeBufferPointer { tokenizer.encode($0, into: &ids) }
            #expect(ids.first == 2 && ids.last == 3 && ids.count <= count + 2)
        }
        var ids: [Int32] = []
        [0x61, 0xFF, 0x20, 0xE4, 0xB8, 0x62, 0xC0, 0xAF].withUnsafeBufferPointer { tokenizer.encode($0, marked: false, into: &ids) }
        #expect(ids.map { lines[Int($0)] } == ["a", "b"])
    }

    @Test("Every token of a vocabulary is found by its text, and of two equal lines the later")
    func vocabulary() throws {
        let vocabulary = try WordPieceVocabulary(Array((lines + ["a"]).joined(separator: "\r\n").utf8))
        #expect(vocabulary.count == lines.count + 1)
        for (id, line) in lines.enumerated() { #expect(vocabulary.id(of: line) == Int32(line == "a" ? lines.count : id)) }
        #expect(vocabulary.id(of: "##port") == nil && vocabulary.token(-1) == nil && vocabulary.token(1000) == nil)
    }

    @Test(
        "A vocabulary that is none is refused with the reason",
        arguments: [[], Array("a\nb".utf8), [0x61, 0xFF, 0x0A], Array(String(repeating: "x", count: 300).utf8)] as [[UInt8]])
    func refused(_ file: [UInt8]) {
        #expect(throws: InferenceError.self) { try WordPieceVocabulary(file) }
    }
}
