import CEncodingTables

/// An encoding that is read here: its name, and how its bytes are read.
struct CharacterEncoding: Equatable, Sendable {
    /// As the Encoding Standard spells it; for those outside of it, as IANA does.
    let name: String
    let form: Form

    enum Form: Equatable, Sendable {
        case utf8
        case utf16(bigEndian: Bool)
        case utf32(bigEndian: Bool)
        /// A row of `ce_single_byte`.
        case singleByte(Int)
        /// GBK too: its decoder is that of gb18030.
        case gb18030
        case big5, eucJP, iso2022JP, shiftJIS, eucKR
        case userDefined
        /// Encodings that hide markup; all that they say is U+FFFD (Encoding Standard, "replacement").
        case replacement
        /// What the standard leaves out and feeds were still seen in, by the name that iconv knows it by.
        case platform(String)
    }

    static let utf8 = CharacterEncoding(name: "UTF-8", form: .utf8)
    static let windows1252 = CharacterEncoding(name: "windows-1252", form: .singleByte(19))

    /// Whether ASCII bytes mean ASCII characters wherever they stand, so that a declaration could be read byte by byte.
    var isNarrow: Bool {
        switch form {
        case .utf16, .utf32: false
        default: true
        }
    }

    var isSingleByte: Bool {
        if case .singleByte = form { true } else { false }
    }

    /// UTF-8 for the bytes; what cannot be read becomes U+FFFD. Bytes that are UTF-8 already are not copied.
    func decoded(_ bytes: [UInt8]) -> [UInt8] {
        switch form {
        case .utf8: return UTF8Validation.isValid(bytes) ? bytes : UTF8Validation.repaired(bytes)
        case .platform(let name): return PlatformDecoding.decoded(bytes, name) ?? UTF8Validation.repaired(bytes)
        case .replacement: return bytes.isEmpty ? [] : [0xEF, 0xBF, 0xBD]
        default: break
        }
        return bytes.withUnsafeBufferPointer { input in
            UTF8Output.written(for: input.count) { output in
                switch form {
                case .utf8, .platform, .replacement: break
                case .utf16(let bigEndian): WideDecoding.utf16(input, bigEndian: bigEndian, &output)
                case .utf32(let bigEndian): WideDecoding.utf32(input, bigEndian: bigEndian, &output)
                case .singleByte(let row): SingleByteDecoding.decode(input, table: ce_single_byte(Int32(row)), &output)
                case .userDefined: SingleByteDecoding.decodeUserDefined(input, &output)
                case .gb18030: ChineseDecoding.gb18030(input, &output)
                case .big5: ChineseDecoding.big5(input, &output)
                case .eucJP: JapaneseDecoding.eucJP(input, &output)
                case .shiftJIS: JapaneseDecoding.shiftJIS(input, &output)
                case .iso2022JP: ISO2022JPDecoder.decode(input, &output)
                case .eucKR: KoreanDecoding.eucKR(input, &output)
                }
            }
        }
    }
}
