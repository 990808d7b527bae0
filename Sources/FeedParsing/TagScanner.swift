/// The tags of an XML text, one after the other. Comments, declarations and CDATA between them are passed over.
struct TagScanner {
    struct Tag {
        /// Lower case, with its prefix except for that of the sitemap's own namespace, which few use and none needs.
        let name: String
        let isEnd: Bool
        /// What stands between its name and its end.
        let rest: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var at = 0

    /// No name is longer than this; a longer one is not ours.
    private static let longestName = 40
    private static let longestText = 4096

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Tag? {
        while let open = find(0x3C, from: at) {
            at = open + 1
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case 0x21 where has("!--"): at = end(of: "-->", from: at + 3)
            case 0x21 where has("![CDATA["): at = end(of: "]]>", from: at + 8)
            case 0x21, 0x3F: at = (find(0x3E, from: at) ?? bytes.count - 1) + 1
            default:
                let isEnd = bytes[at] == 0x2F
                let start = isEnd ? at + 1 : at
                let close = find(0x3E, from: start) ?? bytes.count
                at = min(bytes.count, close + 1)
                let name = bytes[start..<close].prefix(Self.longestName).prefix { $0 > 0x20 && $0 != 0x2F }
                let text = String(decoding: name, as: UTF8.self).lowercased()
                return Tag(name: text.hasPrefix("sm:") ? String(text.dropFirst(3)) : text, isEnd: isEnd, rest: bytes[(start + name.count)..<close])
            }
        }
        return nil
    }

    /// Goes past the end tag of an element whose content is no markup (`script`); `a<b` in there begins no tag.
    mutating func skipRawText(of name: String) {
        let wanted = Array(name.utf8)
        while let open = find(0x3C, from: at) {
            at = open + 1
            guard at < bytes.count, bytes[at] == 0x2F else { continue }
            let word = bytes[(at + 1)...].prefix(wanted.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            guard word == wanted else { continue }
            at = (find(0x3E, from: at) ?? bytes.count - 1) + 1
            return
        }
        at = bytes.count
    }

    /// The text after a start tag up to the next tag, references and CDATA resolved, outer white space gone.
    mutating func text() -> String {
        var output: [UInt8] = []
        while at < bytes.count, output.count < Self.longestText {
            if bytes[at] == 0x3C {
                guard has("<![CDATA[") else { break }
                let start = at + 9
                at = end(of: "]]>", from: start)
                output += bytes[start..<max(start, min(bytes.count, at) - 3)].prefix(Self.longestText)
            } else if bytes[at] == 0x26 {
                reference(into: &output)
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
        let start = output.drop(while: isBlank)
        return String(decoding: start.prefix(through: start.lastIndex { !isBlank($0) } ?? start.startIndex - 1), as: UTF8.self)
    }

    /// The five names of XML and numbers; anything else stays as it is written.
    private mutating func reference(into output: inout [UInt8]) {
        let name = bytes[(at + 1)...].prefix(10).prefix { $0 != 0x3B }
        let after = at + 1 + name.count
        let word = String(decoding: name, as: UTF8.self)
        var scalar: Unicode.Scalar? = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][word]
        if scalar == nil, word.hasPrefix("#") {
            let isHexadecimal = word.hasPrefix("#x") || word.hasPrefix("#X")
            scalar = UInt32(word.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
        guard let scalar, after < bytes.count, bytes[after] == 0x3B else {
            output.append(bytes[at])
            at += 1
            return
        }
        output += Array(String(Character(scalar)).utf8)
        at = after + 1
    }

    private func has(_ mark: String) -> Bool { bytes[at...].starts(with: mark.utf8) }

    private func find(_ byte: UInt8, from start: Int) -> Int? { start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil }

    /// One past a mark, or the end of the text.
    private func end(of mark: String, from start: Int) -> Int {
        let wanted = Array(mark.utf8)
        var place = start
        while let found = find(wanted[0], from: place) {
            if bytes[found...].starts(with: wanted) { return found + wanted.count }
            place = found + 1
        }
        return bytes.count
    }
}

extension TagScanner.Tag {
    /// The value of an attribute, references resolved; nil when it is not there.
    func attribute(_ wanted: String) -> String? {
        var at = rest.startIndex
        func skipBlanks() { while at < rest.endIndex, rest[at] <= 0x20 || rest[at] == 0x2F { at += 1 } }
        while true {
            skipBlanks()
            let name = rest[at...].prefix { $0 > 0x20 && $0 != 0x3D && $0 != 0x2F }
            guard !name.isEmpty else { return nil }
            at = name.endIndex
            while at < rest.endIndex, rest[at] <= 0x20 { at += 1 }
            guard at < rest.endIndex, rest[at] == 0x3D else { continue }
            at += 1
            while at < rest.endIndex, rest[at] <= 0x20 { at += 1 }
            let quote = at < rest.endIndex && (rest[at] == 0x22 || rest[at] == 0x27) ? rest[at] : nil
            if quote != nil { at += 1 }
            let value = rest[at...].prefix { byte in quote.map { byte != $0 } ?? (byte > 0x20) }
            at = value.endIndex + (quote != nil && value.endIndex < rest.endIndex ? 1 : 0)
            if String(decoding: name, as: UTF8.self).lowercased() == wanted {
                var reader = TagScanner(Array(value))
                return reader.text()
            }
        }
    }
}
