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

/// What is told by the bytes alone.
@Suite struct EncodingDetectionTests {
    @Test(
        arguments: [
            // Für die Prüfung der Maßnahmen
            (
                "windows-1252",
                [
                    0x46, 0xFC, 0x72, 0x20, 0x64, 0x69, 0x65, 0x20, 0x50, 0x72, 0xFC, 0x66, 0x75, 0x6E, 0x67, 0x20, 0x64, 0x65, 0x72, 0x20, 0x4D,
                    0x61, 0xDF, 0x6E, 0x61, 0x68, 0x6D, 0x65, 0x6E,
                ]
            ),
            // Новые правила экспорта
            (
                "windows-1251",
                [0xCD, 0xEE, 0xE2, 0xFB, 0xE5, 0x20, 0xEF, 0xF0, 0xE0, 0xE2, 0xE8, 0xEB, 0xE0, 0x20, 0xFD, 0xEA, 0xF1, 0xEF, 0xEE, 0xF0, 0xF2, 0xE0]
            ),
            (
                "KOI8-U",
                [0xEE, 0xCF, 0xD7, 0xD9, 0xC5, 0x20, 0xD0, 0xD2, 0xC1, 0xD7, 0xC9, 0xCC, 0xC1, 0x20, 0xDC, 0xCB, 0xD3, 0xD0, 0xCF, 0xD2, 0xD4, 0xC1]
            ),
            // 日本語のニュースです
            ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x82, 0xCC, 0x83, 0x6A, 0x83, 0x85, 0x81, 0x5B, 0x83, 0x58, 0x82, 0xC5, 0x82, 0xB7]),
            ("EUC-JP", [0xC6, 0xFC, 0xCB, 0xDC, 0xB8, 0xEC, 0xA4, 0xCE, 0xA5, 0xCB, 0xA5, 0xE5, 0xA1, 0xBC, 0xA5, 0xB9, 0xA4, 0xC7, 0xA4, 0xB9]),
            ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x38, 0x6C, 0x1B, 0x28, 0x42]),
        ] as [(String, [UInt8])]) func shortTextIsKnown(_ encoding: String, _ bytes: [UInt8])
    {
        #expect(CharacterDecoding.decode(bytes, declared: nil).encoding == encoding)
    }

    @Test func aLongHeadOfScriptsDoesNotHideTheText() {
        let script = Array("<script>\(String(repeating: "var a = 1;\n", count: 20_000))</script>".utf8)
        let words: [UInt8] = [0xCD, 0xEE, 0xE2, 0xFB, 0xE5, 0x20, 0xEF, 0xF0, 0xE0, 0xE2, 0xE8, 0xEB, 0xE0, 0x20]
        #expect(CharacterDecoding.decode(script + words + words, declared: nil).encoding == "windows-1251")
    }
}
