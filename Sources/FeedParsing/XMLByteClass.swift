/// What the bytes of a text are, found out while its end is looked for.
enum XMLByteClass {
    static let other: UInt8 = 1
    static let ampersand: UInt8 = 2
    static let carriageReturn: UInt8 = 4
    static let lineFeed: UInt8 = 8
    static let bracket: UInt8 = 16
    /// Controls that XML does not allow.
    static let forbidden: UInt8 = 32
    private static let nameByte: UInt8 = 64
    /// May start a control of the upper half.
    static let suspect: UInt8 = 128
    /// All that a text must be decoded for, outside a CDATA section.
    static let undecoded = ampersand | carriageReturn | forbidden | suspect

    private static let table: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
        switch UInt8(byte) {
        case 0x0A, 0x09: lineFeed
        case 0x0D: carriageReturn
        case 0x20: 0
        case 0..<0x20: forbidden
        case UInt8(ascii: "&"): ampersand | other
        case UInt8(ascii: "<"): bracket | other
        case 0xC2: suspect | other | nameByte
        case let byte: other | (XMLText.isNamePart(byte) ? nameByte : 0)
        }
    }

    static func isNameByte(_ byte: UInt8) -> Bool { table[Int(byte)] & nameByte != 0 }

    /// Where `mark` stands next, or the end, and the classes of all before it.
    static func upTo(_ mark: UInt8, _ bytes: [UInt8], _ start: Int) -> (end: Int, classes: UInt8) {
        bytes.withUnsafeBufferPointer { bytes in
            table.withUnsafeBufferPointer { table in
                var at = start
                var classes: UInt8 = 0
                let end = bytes.count
                while at < end {
                    let byte = bytes[at]
                    if byte == mark { break }
                    classes |= table[Int(byte)]
                    at += 1
                }
                return (at, classes)
            }
        }
    }

    static func all(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt8 {
        bytes.withUnsafeBufferPointer { bytes in
            table.withUnsafeBufferPointer { table in
                var classes: UInt8 = 0
                for at in start..<end { classes |= table[Int(bytes[at])] }
                return classes
            }
        }
    }
}
