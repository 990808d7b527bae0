/// Finds the encoding a document declares for itself in its first bytes: an XML declaration, or `<meta charset>` and
/// `<meta http-equiv content>` (after WHATWG HTML, "prescan a byte stream to determine its encoding").
enum DeclarationScan {
    /// The standard looks at 1,024 bytes; real pages put scripts before the declaration.
    private static let reach = 8192

    static func label(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(reach)
        return xmlLabel(head) ?? metaLabel(head)
    }

    private static func xmlLabel(_ head: ArraySlice<UInt8>) -> String? {
        let start = head.drop { $0 <= 0x20 }
        guard start.starts(with: "<?xml".utf8), let close = start.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        return value(of: "encoding", in: start[..<close])
    }

    private static func metaLabel(_ head: ArraySlice<UInt8>) -> String? {
        var rest = head
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[open...]
            if rest.starts(with: "<!--".utf8) {
                guard let end = find("-->", in: rest) else { return nil }
                rest = rest[(end + 3)...]
                continue
            }
            guard isMeta(rest) else {
                rest = rest.dropFirst()
                continue
            }
            let close = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            let tag = rest[..<close]
            // In `content="text/html; charset=…"` the word stands inside the value; the same search finds both forms.
            if let label = value(of: "charset", in: tag) { return label }
            rest = rest[close...]
        }
        return nil
    }

    private static func isMeta(_ bytes: ArraySlice<UInt8>) -> Bool {
        let name = bytes.dropFirst().prefix(5)
        guard name.count == 5, let last = name.last, last <= 0x20 || last == UInt8(ascii: "/") else { return false }
        return zip(name, "meta".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    /// What follows `name =`, quoted or not.
    private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
        var from = bytes
        while let found = find(name, in: from) {
            let after = from[(found + name.utf8.count)...].drop { $0 <= 0x20 }
            if after.first == UInt8(ascii: "=") {
                let start = after.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
                let label = start.prefix { $0 > 0x20 && !"\"';>?/".utf8.contains($0) }
                return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
            }
            from = after
        }
        return nil
    }

    /// Where a lower-case ASCII word starts, whatever its case there.
    private static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(word.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).first { start in
            wanted.indices.allSatisfy { offset in
                let byte = bytes[start + offset]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted[offset]
            }
        }
    }
}
