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
        #expect(text([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x68, 0, 0x1, 0xF6, 0x00]) == "h😀")
        #expect(CharacterDecoding.markedEncoding([0xFF, 0xFE, 0x68, 0])?.name == "UTF-16LE")
    }

    @Test func theServerIsBelievedBeforeTheDocument() {
        let bytes = Array("<meta charset=koi8-r>".utf8) + [0xE9]
        #expect(CharacterDecoding.decode(bytes, declared: "ISO-8859-1").encoding == "windows-1252")
        #expect(text(bytes, "latin1").hasSuffix("é"))
        #expect(text(bytes, "'latin1'").hasSuffix("é"))
    }

    @Test func aDocumentDeclaresItself() {
        #expect(text(Array("<meta charset=\"windows-1251\">".utf8) + [0xCF, 0xF0]).hasSuffix("Пр"))
        #expect(text(Array("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>".utf8) + [0x93, 0xFA]).hasSuffix("日"))
        #expect(text(Array("<?xml version='1.0' encoding='iso-8859-15'?>".utf8) + [0xA4]).hasSuffix("€"))
        #expect(text(Array("<!-- <meta charset=koi8-r> --><meta charset=gb18030>".utf8) + [0xC4, 0xE3]).hasSuffix("你"))
    }

    @Test func aDocumentInWideUnitsSaysSoInItsFirstBytes() {
        let wide = "<?xml version='1.0' encoding='utf-8'?><a>é</a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(text(wide).hasSuffix("<a>é</a>"))
        #expect(CharacterDecoding.xmlLabel(wide) == "utf-8")
    }

    @Test func anXMLDocumentIsNotDeclaredByAMetaInItsText() {
        let feed = Array("<rss><description><meta charset=koi8-r /></description></rss>".utf8)
        #expect(CharacterDecoding.declaredEncoding(feed, syntax: .xml) == nil)
        #expect(CharacterDecoding.declaredEncoding(feed, syntax: .html) == "KOI8-R")
        #expect(CharacterDecoding.declaredEncoding(feed, syntax: .text) == nil)
    }

    @Test func anXMLDeclarationInEBCDICIsRead() {
        // <?xml version="1.0" encoding="cp500"?><a>[</a>, where page 500 has the bracket elsewhere than page 37.
        let declaration: [UInt8] = [
            0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7F, 0xF1, 0x4B, 0xF0, 0x7F, 0x40, 0x85, 0x95, 0x83,
            0x96, 0x84, 0x89, 0x95, 0x87, 0x7E, 0x7F, 0x83, 0x97, 0xF5, 0xF0, 0xF0, 0x7F, 0x6F, 0x6E,
        ]
        #expect(CharacterDecoding.xmlLabel(declaration) == "cp500")
        let (utf8, encoding) = CharacterDecoding.decode(declaration + [0x4C, 0x81, 0x6E, 0x4A], declared: nil, syntax: .xml)
        #expect(encoding == "IBM500" && String(decoding: utf8, as: UTF8.self).hasSuffix("<a>["))
    }

    @Test func undeclaredBytesAreDetected() {
        #expect(CharacterDecoding.decode(Array("naïve café".utf8), declared: nil).encoding == "UTF-8")
        #expect(text([0x93, 0x48, 0x69, 0x94, 0x20, 0x97, 0x20, 0x63, 0x61, 0x66, 0xE9]) == "“Hi” — café")
    }

    @Test func aPageCutWithinACharacterIsStillUTF8() {
        let cut = Array("café, naï".utf8).dropLast()
        #expect(CharacterDecoding.decode(Array(cut), declared: nil).encoding == "UTF-8")
        #expect(text(Array(cut)) == "café, na\u{FFFD}")
    }

    @Test func aWrongDeclarationLosesAgainstTheBytes() {
        #expect(text(Array("une café déjà".utf8), "iso-8859-1") == "une café déjà")
        #expect(text(Array("输出规制再次收紧，业内人士".utf8), "gbk") == "输出规制再次收紧，业内人士")
        let german: [UInt8] = [0xDC, 0x62, 0x65, 0x72] + Array(" die Gr".utf8) + [0xF6, 0xDF, 0x65] + Array(" der Stra".utf8) + [0xDF, 0x65]
        #expect(text(german, "utf-8") == "Über die Größe der Straße")
    }

    @Test func twoLettersOfATwoByteEncodingThatLookLikeUTF8AreNot() {
        // 联通, the word that once made an editor guess wrong.
        #expect(text([0xC1, 0xAA, 0xCD, 0xA8], "gbk") == "联通")
    }

    @Test func aFewSlipsDoNotUnmakeUTF8() {
        let page = Array(String(repeating: "déjà vu ", count: 40).utf8) + [0xE9]
        #expect(CharacterDecoding.decode(page, declared: "utf-8").encoding == "UTF-8")
        #expect(text(page, "utf-8").hasSuffix("vu \u{FFFD}"))
    }

    @Test func whatCannotBeReadIsReplaced() {
        #expect(text([0x61, 0xFF, 0xFE, 0x62] + Array("é".utf8) + Array(repeating: 0x63, count: 40), "x-unknown").contains("a"))
        #expect(text([0x61, 0x81], "gb18030") == "a\u{FFFD}")
    }
}
