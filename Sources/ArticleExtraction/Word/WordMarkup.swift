/// The tags and texts of an Office Open XML part, in one pass. Such files are written by programs: what is not well-formed is read as far as it goes,
/// entities beyond XML's own are left out, and nothing outside the part is ever looked at.
struct WordMarkup {
    enum Event {
        /// The local name; `isEmpty` for `<w:br/>`.
        case open(name: ArraySlice<UInt8>, attributes: Range<Int>, isEmpty: Bool)
        case close(name: ArraySlice<UInt8>)
        case text([UInt8])
    }

    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Event? {
        while at < bytes.count {
            guard bytes[at] == 0x3C else {
                let end = bytes[at...].firstIndex(of: 0x3C) ?? bytes.count
                defer { at = end }
                return .text(Self.decoded(bytes[at..<end]))
            }
            let start = at + 1
            if bytes[start...].starts(with: "!--".utf8) {
                at = bytes[start...].firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
                continue
            }
            guard let end = bytes[start...].firstIndex(of: 0x3E) else {
                at = bytes.count
                return nil
            }
            at = end + 1
            guard start < end, bytes[start] != 0x3F, bytes[start] != 0x21 else { continue }
            if bytes[start] == 0x2F { return .close(name: Self.local(bytes[(start + 1)..<end])) }
            let name = bytes[start..<end].prefix { $0 > 0x20 && $0 != 0x2F }
            return .open(name: Self.local(name), attributes: name.endIndex..<end, isEmpty: bytes[end - 1] == 0x2F)
        }
        return nil
    }

    /// The value of the attribute of this local name.
    func attribute(_ name: String, in range: Range<Int>) -> String? {
        var place = range.lowerBound
        while place < range.upperBound, let equals = bytes[place..<range.upperBound].firstIndex(of: 0x3D) {
            let written = bytes[place..<equals].filter { $0 > 0x20 }
            guard equals + 1 < range.upperBound, [0x22, 0x27].contains(bytes[equals + 1]),
                let end = bytes[(equals + 2)..<range.upperBound].firstIndex(of: bytes[equals + 1])
            else { return nil }
            if Self.local(written[...]).elementsEqual(name.utf8) { return String(decoding: Self.decoded(bytes[(equals + 2)..<end]), as: UTF8.self) }
            place = end + 1
        }
        return nil
    }

    private static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let name = name.prefix { $0 > 0x20 }
        return name.firstIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
    }

    private static let entities: [(name: [UInt8], value: UInt8)] = [
        (Array("amp".utf8), 0x26), (Array("lt".utf8), 0x3C), (Array("gt".utf8), 0x3E), (Array("quot".utf8), 0x22), (Array("apos".utf8), 0x27),
    ]

    private static func decoded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        guard raw.contains(0x26) else { return Array(raw) }
        var result: [UInt8] = []
        var place = raw.startIndex
        while place < raw.endIndex {
            guard raw[place] == 0x26, let end = raw[place...].prefix(12).firstIndex(of: 0x3B) else {
                result.append(raw[place])
                place += 1
                continue
            }
            let name = raw[(place + 1)..<end]
            if let known = entities.first(where: { name.elementsEqual($0.name) }) {
                result.append(known.value)
            } else if name.first == 0x23 {
                let isHex = name.dropFirst().first.map { $0 | 0x20 } == 0x78
                let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
                if let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value) { result += Array(String(scalar).utf8) }
            }
            place = end + 1
        }
        return result
    }
}
