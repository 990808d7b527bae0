import HTMLParsing
import Testing

/// Every encoding of the Encoding Standard and its faults. Checksums were taken when all byte pairs gave the same text as Firefox's decoder.
@Suite struct LegacyEncodingTests {
    func text(_ bytes: [UInt8], _ label: String) -> String? {
        CharacterDecoding.convert(bytes, from: label).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("windows-1252", [0x80, 0x81, 0x93, 0xE9], "€\u{81}“é"), ("iso-8859-1", [0x80, 0xA4], "€¤"), ("iso-8859-15", [0xA4], "€"),
            ("iso-8859-2", [0xB3, 0xF3, 0x64, 0xBC], "łódź"), ("windows-1250", [0xB3, 0xF3, 0x64, 0x9F], "łódź"),
            ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"),
            ("koi8-u", [0xEB, 0xC9, 0xA7, 0xD7], "Київ"), ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир"), ("ibm866", [0x8C, 0xA8, 0xE0], "Мир"),
            ("iso-8859-5", [0xBC, 0xD8, 0xE0], "Мир"), ("x-mac-cyrillic", [0x8C, 0xE8, 0xF0], "Мир"), ("macintosh", [0x8E, 0xD2], "é“"),
            ("iso-8859-7", [0xA2, 0xC1, 0xE8, 0xDE, 0xED, 0xE1], "’Αθήνα"), ("windows-1253", [0xA2, 0xE8], "Άθ"),
            ("iso-8859-8", [0xF9, 0xEC, 0xE5, 0xED], "שלום"), ("logical", [0xF9], "ש"), ("windows-1255", [0xF9, 0xC0], "ש\u{5B0}"),
            ("windows-1256", [0xD3, 0xE1, 0xC7, 0xE3], "سلام"), ("iso-8859-6", [0xD3, 0xE4, 0xC7, 0xE5], "سلام"),
            ("windows-1254", [0xFE, 0xFD], "şı"),
            ("windows-1257", [0xE0, 0xF0], "ąš"), ("windows-1258", [0xF0, 0xEC], "đ\u{301}"), ("windows-874", [0xE4, 0xB7, 0xC2], "ไทย"),
            ("gbk", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("gb18030", [0x81, 0x30, 0x81, 0x30, 0x94, 0x39, 0xFC, 0x36], "\u{80}😀"),
            ("gb18030", [0xA6, 0xD9, 0xFE, 0x59, 0x80], "︐龴€"), ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"), ("big5", [0x88, 0x62, 0x87, 0x41], "Ê̄䰲"),
            ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC, 0x8E, 0xB1, 0x8F, 0xB0, 0xA1], "日本ｱ丂"),
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B, 0xB1, 0x87, 0x40], "日本ｱ①"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x61], "日本a"),
            ("iso-2022-jp", [0x1B, 0x28, 0x4A, 0x5C, 0x7E, 0x1B, 0x28, 0x49, 0x31], "¥‾ｱ"), ("euc-kr", [0xC7, 0xD1, 0xB1, 0xDB, 0x8C, 0x63], "한글똠"),
            ("utf-16le", [0x3D, 0xD8, 0x00, 0xDE], "😀"), ("utf-16be", [0x4E, 0x2D], "中"), ("x-user-defined", [0x41, 0x80], "A\u{F780}"),
            ("replacement", [0x41, 0x42], "\u{FFFD}"), ("iso-2022-kr", [0x41], "\u{FFFD}"), ("cp437", [0x81], "ü"),
            ("utf-32be", [0, 1, 0xF6, 0], "😀"),
        ] as [(String, [UInt8], String)]) func isRead(_ label: String, _ bytes: [UInt8], _ wanted: String)
    {
        #expect(text(bytes, label) == wanted)
    }

    @Test(
        arguments: [
            // A lead byte before ASCII does not swallow it: markup cannot be hidden.
            ("gbk", [0x81, 0x3C], "\u{FFFD}<"), ("big5", [0x81, 0x3C], "\u{FFFD}<"), ("shift_jis", [0x81, 0x3C], "\u{FFFD}<"),
            ("euc-kr", [0x81, 0x3C], "\u{FFFD}<"), ("euc-jp", [0xA1, 0x3C], "\u{FFFD}<"), ("euc-jp", [0x8F, 0xA1, 0x3C], "\u{FFFD}<"),
            ("gb18030", [0x81, 0x30, 0x3C, 0x61], "\u{FFFD}0<a"), ("gb18030", [0x81, 0x30, 0x81, 0x3C], "\u{FFFD}0\u{FFFD}<"),
            ("gb18030", [0x81, 0x30, 0x81], "\u{FFFD}"), ("gb18030", [0xFF, 0x61], "\u{FFFD}a"), ("gb18030", [0xFE, 0x39, 0xFE, 0x39], "\u{FFFD}"),
            ("big5", [0x88, 0x84], "\u{FFFD}"), ("shift_jis", [0xFD, 0x81], "\u{FFFD}\u{FFFD}"), ("iso-2022-jp", [0x1B, 0x24, 0x61], "\u{FFFD}$a"),
            ("iso-2022-jp", [0x1B, 0x28, 0x42, 0x1B, 0x28, 0x42, 0x61], "\u{FFFD}a"), ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46], "\u{FFFD}"),
            ("utf-16le", [0x00, 0xD8, 0x61, 0x00], "\u{FFFD}a"), ("utf-16le", [0x00, 0xDC, 0x61], "\u{FFFD}\u{FFFD}"),
            ("utf-32le", [0, 0xD8, 0, 0, 1], "\u{FFFD}\u{FFFD}"),
            // Maximal subparts (Unicode Standard, section 3.9).
            ("utf-8", [0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62], "a\u{FFFD}\u{FFFD}\u{FFFD}b"), ("utf-8", [0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ("utf-8", [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ("utf-8", [0xF4, 0x90, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("utf-8", [0xE0, 0x80], "\u{FFFD}\u{FFFD}"), ("utf-8", [0xF0, 0x9F, 0x98], "\u{FFFD}"),
        ] as [(String, [UInt8], String)]) func aFaultIsReplacedAndNoMore(_ label: String, _ bytes: [UInt8], _ wanted: String)
    {
        #expect(text(bytes, label) == wanted)
    }

    @Test(
        arguments: [
            ("gb18030", 0x6fd5_2555_dd7a_83fe), ("big5", 0x7553_2b21_bac2_708c), ("euc-jp", 0x1e5b_3a7b_43bf_1d55),
            ("shift_jis", 0xe8a3_1f92_1f6b_a9e1), ("euc-kr", 0x2ed5_1d2c_fe14_3898), ("iso-2022-jp", 0x4cdb_d1f5_56b9_ff1f),
            ("windows-1252", 0x176f_b1fc_3c86_e98f), ("iso-8859-8", 0x8f30_9966_c566_3349),
        ] as [(String, UInt64)]) func everyPairOfBytesSaysWhatItSaysInABrowser(_ label: String, _ wanted: UInt64)
    {
        var bytes: [UInt8] = label == "iso-2022-jp" ? [0x1B, 0x24, 0x42] : []
        for first in UInt8.min...UInt8.max where label != "iso-2022-jp" || first != 0x1B {
            for second in UInt8.min...UInt8.max where label != "iso-2022-jp" || second != 0x1B { bytes += [first, second, 0x0A] }
        }
        // FNV-1a
        let sum = (CharacterDecoding.convert(bytes, from: label) ?? []).reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        #expect(sum == wanted)
    }
}
