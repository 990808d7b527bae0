import HTMLParsing
import Testing

@Suite struct CharacterDecodingTests {
    func text(_ bytes: [UInt8], _ declared: String? = nil) -> String {
        String(decoding: CharacterDecoding.decode(bytes, declared: declared).utf8, as: UTF8.self)
    }

    @Test func aByteOrderMarkWins() {
        #expect(text([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "windows-1252") == "é")
        #expect(text([0xFF, 0xFE, 0x68, 0, 0xE9, 0]) == "hé")
        #expect(text([0xFE, 0xFF, 0, 0x68, 0, 0xE9]) == "hé")
    }

    @Test func theServerIsBelievedBeforeTheDocument() {
        let bytes = Array("<meta charset=koi8-r>".utf8) + [0xE9]
        #expect(CharacterDecoding.decode(bytes, declared: "ISO-8859-1").encoding == "windows-1252")
        #expect(text(bytes, "latin1").hasSuffix("é"))
    }

    @Test func aDocumentDeclaresItself() {
        #expect(text(Array("<meta charset=\"windows-1251\">".utf8) + [0xCF, 0xF0]).hasSuffix("Пр"))
        #expect(text(Array("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>".utf8) + [0x93, 0xFA]).hasSuffix("日"))
        #expect(text(Array("<?xml version='1.0' encoding='iso-8859-15'?>".utf8) + [0xA4]).hasSuffix("€"))
        #expect(text(Array("<!-- <meta charset=koi8-r> --><meta charset=gb18030>".utf8) + [0xC4, 0xE3]).hasSuffix("你"))
    }

    @Test func undeclaredBytesAreDetected() {
        #expect(CharacterDecoding.decode(Array("naïve café".utf8), declared: nil).encoding == "UTF-8")
        #expect(text([0x93, 0x48, 0x69, 0x94, 0x20, 0x97, 0x20, 0x63, 0x61, 0x66, 0xE9]) == "“Hi” — café")
    }

    @Test func aWrongDeclarationLosesAgainstTheBytes() {
        #expect(text(Array("une café déjà".utf8), "iso-8859-1") == "une café déjà")
    }

    @Test func whatCannotBeReadIsReplaced() {
        #expect(text([0x61, 0xFF, 0xFE, 0x62] + Array("é".utf8) + Array(repeating: 0x63, count: 40), "x-unknown").contains("a"))
        #expect(text([0x61, 0x81], "gb18030") == "a\u{FFFD}")
    }

    @Test func labelsFollowTheStandard() {
        #expect(CharacterDecoding.encodingName(" Latin1 ") == "windows-1252")
        #expect(CharacterDecoding.encodingName("x-sjis") == "Shift_JIS")
        #expect(CharacterDecoding.encodingName("utf-7") == nil)
    }
}
