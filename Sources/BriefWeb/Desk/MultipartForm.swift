/// The fields of a `multipart/form-data` body (RFC 7578): a form that carries a file. What a file is called there is said by its sender and is never a path.
struct MultipartForm {
    struct Part {
        let name: String
        /// The last part of the name that the sender's machine gives the file; nil for a field that is none.
        let fileName: String?
        let bytes: ArraySlice<UInt8>
    }

    let parts: [Part]

    /// More than any of our forms have.
    private static let mostParts = 32
    private static let longestHead = 4_096

    /// Nil for what is none, or was cut.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.boundary(contentType) else { return nil }
        let mark = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        guard body.starts(with: mark) else { return nil }
        var rest = body[mark.count...]
        // Each part: a line break, its head, an empty line, its bytes, a line break and the mark again. Two hyphens after the mark end the form.
        while !rest.starts(with: [0x2D, 0x2D]) {
            guard parts.count < Self.mostParts, rest.starts(with: [0x0D, 0x0A]),
                let headEnd = rest.prefix(Self.longestHead).firstRange(of: Array("\r\n\r\n".utf8))?.lowerBound,
                let end = rest[headEnd...].firstRange(of: [0x0D, 0x0A] + mark)
            else { return nil }
            let head = String(decoding: rest[rest.startIndex..<headEnd], as: UTF8.self)
            if headEnd + 4 <= end.lowerBound, let part = Self.part(head, rest[(headEnd + 4)..<end.lowerBound]) { parts.append(part) }
            rest = rest[end.upperBound...]
        }
        self.parts = parts
    }

    /// A field that is text, as sent; nil when it is not there or not UTF-8.
    func text(_ name: String) -> String? {
        parts.first { $0.name == name }.flatMap { String(validating: $0.bytes, as: UTF8.self) }
    }

    /// A file that was chosen: one without a name or a byte was not.
    func file(_ name: String) -> Part? { parts.first { $0.name == name && $0.fileName?.isEmpty == false && !$0.bytes.isEmpty } }

    private static func boundary(_ contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let parameters = contentType.split(separator: ";").dropFirst().map { $0.drop { $0 == " " } }
        guard let value = parameters.first(where: { $0.lowercased().hasPrefix("boundary=") })?.dropFirst(9) else { return nil }
        let boundary = value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }

    private static func part(_ head: String, _ bytes: ArraySlice<UInt8>) -> Part? {
        let lines = head.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }), let name = parameter("name", of: line) else {
            return nil
        }
        let fileName = parameter("filename", of: line).map { String($0.split { $0 == "/" || $0 == "\\" }.last ?? "") }
        return Part(name: name, fileName: fileName, bytes: bytes)
    }

    /// Browsers write a quotation mark in a name as `%22`, so that none stands inside.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        guard let start = line.firstRange(of: "; \(name)=\"")?.upperBound else { return nil }
        return String(line[start...].prefix { $0 != "\"" })
    }
}
