import Testing

@testable import HTMLParsing

/// What holds for every encoding and any bytes.
@Suite struct EncodingPropertyTests {
    @Test func everyLabelOfTheStandardIsKnownWhateverItsCase() {
        #expect(EncodingLabels.encodings.count > 228)
        for (label, encoding) in EncodingLabels.encodings {
            #expect(EncodingLabels.encoding(" \t\(label.uppercased())\n") == encoding)
            // A name is a label of itself, so that what was read can be told and read again.
            #expect(EncodingLabels.encoding(encoding.name) == encoding || encoding.name == "replacement")
        }
        #expect(CharacterDecoding.encodingName("x-sjis") == "Shift_JIS" && CharacterDecoding.encodingName("l5") == "windows-1254")
        #expect(CharacterDecoding.encodingName("utf-7") == nil && CharacterDecoding.encodingName("") == nil)
    }

    /// The same numbers in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test func anyBytesInAnyEncodingGiveUTF8InBounds() {
        var dice = Dice(state: 3)
        for label in EncodingLabels.encodings.keys.sorted() {
            for length in [0, 1, 2, 3, 5, 64, 700] {
                let bytes = (0..<length).map { _ in UInt8.random(in: UInt8(length % 2 * 0x40)...255, using: &dice) }
                let output = CharacterDecoding.convert(bytes, from: label) ?? []
                #expect(UTF8Validation.isValid(output), "\(label), \(length)")
                #expect(output.count <= length * 3 + 8)
            }
        }
    }

    @Test func theStandardLibraryAgreesOnWhatIsUTF8() {
        var dice = Dice(state: 4)
        let pieces: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xE4, 0xB8, 0xAD], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0], [0xE0, 0x80], [0xFF], [0xF4], [0x80],
        ]
        for round in 0..<2000 {
            let bytes = (0..<(round % 40)).flatMap { _ in pieces[Int.random(in: 0..<(round % 3 == 0 ? pieces.count : 4), using: &dice)] }
            #expect(UTF8Validation.isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
            #expect(UTF8Validation.repaired(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf8))
            #expect(UTF8Validation.census(bytes).isValid == UTF8Validation.isValid(bytes))
        }
    }

    @Test func bytesThatAreUTF8AreNotCopied() {
        let page = Array(String(repeating: "Größe ", count: 1000).utf8)
        let read = CharacterDecoding.decode(page, declared: "utf-8").utf8
        #expect(page.withUnsafeBufferPointer { one in read.withUnsafeBufferPointer { one.baseAddress == $0.baseAddress } })
    }

    @Test func aPageOfOpenTagsIsLookedThroughOnce() {
        // A quadratic scan would take minutes over these.
        for piece in ["<", "<!--", "<meta ", "<meta charset", "<a '", "<meta content='charset", "</", "<meta charset=x "] {
            let page = Array(String(repeating: piece, count: 400_000 / piece.utf8.count).utf8)
            #expect(CharacterDecoding.declaredEncoding(page) == nil)
        }
    }
}
