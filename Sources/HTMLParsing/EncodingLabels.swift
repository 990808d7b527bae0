/// The labels of the Encoding Standard (encoding.spec.whatwg.org, section 4.2) and those that feeds were seen with beyond it.
enum EncodingLabels {
    /// The encoding a label stands for, whatever its case and the white space around it ("get an encoding").
    static func encoding(_ label: String) -> CharacterEncoding? { encoding(label.utf8[...]) { $0 <= 0x20 } }

    /// The same for the charset of a header field, which is quoted now and then, with either mark.
    static func encoding(inHeader label: String) -> CharacterEncoding? {
        encoding(label.utf8[...]) { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    }

    private static func encoding(_ label: Substring.UTF8View, ignoring isBlank: (UInt8) -> Bool) -> CharacterEncoding? {
        var bytes = label.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return encodings[String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)]
    }

    /// All labels in lower case.
    static let encodings: [String: CharacterEncoding] = {
        var table: [String: CharacterEncoding] = [:]
        for (name, form, labels) in standard + beyond {
            let encoding = CharacterEncoding(name: name, form: form)
            for label in labels.split(separator: " ") { table[String(label)] = encoding }
        }
        for (label, others) in spellings {
            for other in others.split(separator: " ") { table[String(other)] = table[label] }
        }
        return table
    }()

    private typealias Row = (name: String, form: CharacterEncoding.Form, labels: String)

    private static let standard: [Row] = [
        ("UTF-8", .utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
        ("IBM866", .singleByte(0), "866 cp866 csibm866 ibm866"),
        ("ISO-8859-2", .singleByte(1), "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
        ("ISO-8859-3", .singleByte(2), "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
        ("ISO-8859-4", .singleByte(3), "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
        ("ISO-8859-5", .singleByte(4), "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"),
        (
            "ISO-8859-6", .singleByte(5),
            "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i "
                + "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"
        ),
        (
            "ISO-8859-7", .singleByte(6),
            "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"
        ),
        (
            "ISO-8859-8", .singleByte(7),
            "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual"
        ),
        ("ISO-8859-8-I", .singleByte(7), "csiso88598i iso-8859-8-i logical"),
        ("ISO-8859-10", .singleByte(8), "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
        ("ISO-8859-13", .singleByte(9), "iso-8859-13 iso8859-13 iso885913"),
        ("ISO-8859-14", .singleByte(10), "iso-8859-14 iso8859-14 iso885914"),
        ("ISO-8859-15", .singleByte(11), "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
        ("ISO-8859-16", .singleByte(12), "iso-8859-16"),
        ("KOI8-R", .singleByte(13), "cskoi8r koi koi8 koi8-r koi8_r"),
        ("KOI8-U", .singleByte(14), "koi8-ru koi8-u"),
        ("macintosh", .singleByte(15), "csmacintosh mac macintosh x-mac-roman"),
        ("windows-874", .singleByte(16), "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
        ("windows-1250", .singleByte(17), "cp1250 windows-1250 x-cp1250"),
        ("windows-1251", .singleByte(18), "cp1251 windows-1251 x-cp1251"),
        (
            "windows-1252", .singleByte(19),
            "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
                + "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"
        ),
        ("windows-1253", .singleByte(20), "cp1253 windows-1253 x-cp1253"),
        (
            "windows-1254", .singleByte(21),
            "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"
        ),
        ("windows-1255", .singleByte(22), "cp1255 windows-1255 x-cp1255"),
        ("windows-1256", .singleByte(23), "cp1256 windows-1256 x-cp1256"),
        ("windows-1257", .singleByte(24), "cp1257 windows-1257 x-cp1257"),
        ("windows-1258", .singleByte(25), "cp1258 windows-1258 x-cp1258"),
        ("x-mac-cyrillic", .singleByte(26), "x-mac-cyrillic x-mac-ukrainian"),
        ("GBK", .gb18030, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"),
        ("gb18030", .gb18030, "gb18030"),
        ("Big5", .big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
        ("EUC-JP", .eucJP, "cseucpkdfmtjapanese euc-jp x-euc-jp"),
        ("ISO-2022-JP", .iso2022JP, "csiso2022jp iso-2022-jp"),
        ("Shift_JIS", .shiftJIS, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
        ("EUC-KR", .eucKR, "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"),
        ("replacement", .replacement, "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"),
        ("UTF-16BE", .utf16(bigEndian: true), "unicodefffe utf-16be"),
        ("UTF-16LE", .utf16(bigEndian: false), "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"),
        ("x-user-defined", .userDefined, "x-user-defined"),
    ]

    /// Labels of the standard with other spellings of the same.
    private static let spellings: [(label: String, others: String)] = [
        ("utf-8", "utf_8 u8 utf-8-sig utf8mb4"),
        ("utf-16be", "utf_16_be utf16be"),
        ("utf-16le", "utf_16_le utf16le utf_16 utf16 u16"),
        ("windows-1252", "latin-1 latin_1 iso_8859_1 iso8859_1 windows1252 win-1252 ansi"),
        ("iso-8859-15", "latin-9 iso8859_15 iso_8859_15"),
        ("windows-1251", "windows1251 win-1251 win1251 cp-1251"),
        ("macintosh", "mac-roman mac_roman macroman"),
        ("x-mac-cyrillic", "mac-cyrillic mac_cyrillic maccyrillic"),
        ("gb18030", "gb-18030 gb_18030 gb18030-2000 gb18030-2022"),
        ("gbk", "cp936 ms936 windows-936 euc-cn euccn gb2312-80"),
        ("big5", "big-5 cp950 ms950 big5hkscs big5-eten"),
        ("euc-jp", "eucjp euc_jp ujis"),
        ("shift_jis", "cp932 shiftjis s_jis"),
        ("euc-kr", "euckr euc_kr cp949 ms949 uhc ks_c_5601 ksc5601-1987"),
    ]

    /// Wide units, and old encodings of one platform or country. UTF-7 is left out: it hides markup.
    private static let beyond: [Row] = [
        ("UTF-32BE", .utf32(bigEndian: true), "utf-32be utf_32_be utf32be"),
        ("UTF-32LE", .utf32(bigEndian: false), "utf-32le utf_32_le utf32le utf-32 utf_32 utf32 u32 ucs-4 iso-10646-ucs-4 csucs4"),
        ("IBM037", .platform("IBM037"), "ibm037 cp037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl csibm037"),
        ("IBM500", .platform("IBM500"), "ibm500 cp500 ebcdic-cp-be ebcdic-cp-ch csibm500"),
        ("IBM1026", .platform("IBM1026"), "ibm1026 cp1026 csibm1026"),
        ("IBM01140", .platform("IBM1140"), "ibm01140 ibm1140 cp01140 cp1140 ebcdic-us-37+euro"),
        ("IBM437", .platform("IBM437"), "ibm437 cp437 437 cspc8codepage437"),
        ("IBM737", .platform("CP737"), "ibm737 cp737 737"),
        ("IBM775", .platform("CP775"), "ibm775 cp775 775 cspc775baltic"),
        ("IBM850", .platform("IBM850"), "ibm850 cp850 850 cspc850multilingual"),
        ("IBM852", .platform("IBM852"), "ibm852 cp852 852 cspcp852"),
        ("IBM855", .platform("IBM855"), "ibm855 cp855 855 csibm855"),
        ("IBM857", .platform("IBM857"), "ibm857 cp857 857 csibm857"),
        ("IBM860", .platform("IBM860"), "ibm860 cp860 860 csibm860"),
        ("IBM861", .platform("IBM861"), "ibm861 cp861 861 cp-is csibm861"),
        ("IBM862", .platform("IBM862"), "ibm862 cp862 862 cspc862latinhebrew"),
        ("IBM863", .platform("IBM863"), "ibm863 cp863 863 csibm863"),
        ("IBM864", .platform("IBM864"), "ibm864 cp864 csibm864"),
        ("IBM865", .platform("IBM865"), "ibm865 cp865 865 csibm865"),
        ("IBM869", .platform("IBM869"), "ibm869 cp869 869 cp-gr csibm869"),
        ("x-mac-ce", .platform("MAC-CENTRALEUROPE"), "x-mac-ce x-mac-centraleurroman mac-centraleurope maccentraleurope mac_latin2"),
        ("VISCII", .platform("VISCII"), "viscii csviscii"),
        ("TCVN", .platform("TCVN"), "tcvn tcvn-5712 tcvn5712-1"),
        ("ARMSCII-8", .platform("ARMSCII-8"), "armscii-8 armscii8"),
        ("GEORGIAN-PS", .platform("GEORGIAN-PS"), "georgian-ps"),
        ("KOI8-T", .platform("KOI8-T"), "koi8-t"),
        ("PTCP154", .platform("PT154"), "ptcp154 pt154 cp154 cyrillic-asian"),
        ("Johab", .platform("JOHAB"), "johab cp1361 ms1361"),
        ("hp-roman8", .platform("HP-ROMAN8"), "hp-roman8 roman8 r8 cshproman8"),
    ]
}
