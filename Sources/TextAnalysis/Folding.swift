/// Lower case without diacritics and with straight apostrophes: the form in which words meet.
public enum Folding {
    /// Folds any text; other characters (spaces, punctuation) stay.
    public static func fold(_ text: some StringProtocol) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar.value, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Base letters of U+00C0…U+00FF and U+0100…U+017F by Unicode NFKD, lower-cased; `?` where there is no single ASCII base.
    private static let latin1 = Array("aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y".utf8)
    private static let extended = Array(
        ("aaaaaaccccccccdd??eeeeeeeeeegggggggghh??iiiiiiiii?iijjkk?llllllll??nnnnnn???oooooo??rrrrrrsssssssstttt??"
            + "uuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        if scalar < 0x80 {
            output.append(scalar >= 0x41 && scalar <= 0x5A ? UInt8(scalar) | 0x20 : UInt8(scalar))
            return
        }
        if (0x300...0x36F).contains(scalar) { return }
        if (0xC0...0x17F).contains(scalar) {
            let base = scalar < 0x100 ? latin1[Int(scalar - 0xC0)] : extended[Int(scalar - 0x100)]
            if base != 0x3F {
                output.append(base)
                return
            }
        }
        switch scalar {
        case 0x2018, 0x2019, 0x2BC: output.append(0x27)
        case 0x201C, 0x201D: output.append(0x22)
        case 0x2010, 0x2011: output.append(0x2D)
        case 0xC6, 0xE6: output += [0x61, 0x65]
        case 0x152, 0x153: output += [0x6F, 0x65]
        case 0xDF, 0x1E9E: output += [0x73, 0x73]
        case 0xD8, 0xF8: output.append(0x6F)
        case 0xD0, 0xF0, 0x110, 0x111: output.append(0x64)
        case 0xDE, 0xFE: output += [0x74, 0x68]
        case 0x131: output.append(0x69)
        case 0x141, 0x142: output.append(0x6C)
        default:
            guard let value = Unicode.Scalar(scalar) else { return }
            output += Array(value.properties.lowercaseMapping.utf8)
        }
    }
}
