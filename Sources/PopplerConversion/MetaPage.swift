import DocumentConversion

/// What `pdftotext -htmlmeta` writes: a page whose head holds the metadata, escaped, and whose one `<pre>` holds the text, as it is.
/// One process for both; a second one for the metadata would double the time.
extension ConvertedDocument {
    init(metaPage: [UInt8]) {
        let opening = Array("<pre>\n".utf8)
        let closing = Array("</pre>\n</body>\n</html>\n".utf8)
        // The head is escaped, so the first mark is the real one.
        guard let start = Self.position(of: opening, in: metaPage[...]) else {
            self.init(text: String(decoding: metaPage, as: UTF8.self))
            return
        }
        let head = metaPage[..<start]
        var body = metaPage[(start + opening.count)...]
        if body.suffix(closing.count).elementsEqual(closing) { body = body.dropLast(closing.count) }
        self.init(
            text: String(decoding: body, as: UTF8.self),
            title: Self.value(in: head, from: "<title>", to: "</title>"),
            author: Self.value(in: head, from: "<meta name=\"Author\" content=\"", to: "\"/>"))
    }

    private static func value(in head: ArraySlice<UInt8>, from opening: String, to closing: String) -> String? {
        guard let start = position(of: Array(opening.utf8), in: head) else { return nil }
        let rest = head[(start + opening.utf8.count)...]
        guard let end = position(of: Array(closing.utf8), in: rest) else { return nil }
        let words = unescaped(rest[..<end]).split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static func position(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "&"),
                let (mark, character) = entities.first(where: { bytes[index...].starts(with: $0.mark) })
            {
                result.append(character)
                index += mark.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let entities: [(mark: [UInt8], character: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&apos;".utf8), UInt8(ascii: "'")),
    ]
}
