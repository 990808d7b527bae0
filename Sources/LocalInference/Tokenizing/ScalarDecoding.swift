/// The character beyond ASCII at this place of UTF-8, and its bytes; U+FFFD of one byte where there is none.
func decodedScalar(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
    let lead = utf8[at]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let wrong: (UInt32, Int) = (0xFFFD, 1)
    guard lead >= 0xC2, lead <= 0xF4, at + length <= utf8.count else { return wrong }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for i in 1..<length {
        guard utf8[at + i] & 0xC0 == 0x80 else { return wrong }
        scalar = scalar << 6 | UInt32(utf8[at + i] & 0x3F)
    }
    // Overlong, surrogates, beyond the last code point.
    let least: UInt32 = length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80
    guard scalar >= least, scalar < 0x11_0000, scalar & 0xFFFF_F800 != 0xD800 else { return wrong }
    return (scalar, length)
}
