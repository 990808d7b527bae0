import HTMLParsing

/// A message and the parts of it that hold no others (RFC 2046).
struct MailMessage {
    struct Part {
        let header: MailHeader
        /// `text/html`; lower case.
        let type: String
        let body: ArraySlice<UInt8>

        /// The name of a file that is to be kept, not shown; its type when it has no name.
        var attachment: String? {
            let name = header.parameter("filename", of: "content-disposition") ?? header.parameter("name", of: "content-type")
            if header.value("content-disposition") == "attachment" { return name ?? type }
            return type.hasPrefix("text/") || type.hasPrefix("image/") && header.value("content-disposition") != "attachment" ? nil : name ?? type
        }

        /// UTF-8, line ends as they are.
        var text: [UInt8] {
            let bytes = TransferEncoding.decoded(body, as: header.value("content-transfer-encoding"))
            let declared = header.parameter("charset", of: "content-type")
            return CharacterDecoding.decode(bytes, declared: declared, syntax: type == "text/html" ? .html : .text).utf8
        }
    }

    let header: MailHeader
    private(set) var parts: [Part] = []

    /// Multiparts within multiparts; real mail has four at most.
    private static let deepest = 16
    private static let most = 500

    init(_ bytes: ArraySlice<UInt8>) {
        let message = Self.withoutMailbox(bytes)
        header = MailHeader(message)
        var open: [(header: MailHeader, body: ArraySlice<UInt8>, depth: Int)] = [(header, message[header.bodyStart...], 0)]
        while let (header, body, depth) = open.popLast(), parts.count < Self.most {
            let type = header.value("content-type") ?? "text/plain"
            if type.hasPrefix("multipart/"), let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty {
                guard depth < Self.deepest else { continue }
                let inner = Self.bodies(body, boundary: Array(boundary.utf8))
                open += inner.reversed().map { part in
                    let header = MailHeader(part)
                    return (header, part[header.bodyStart...], depth + 1)
                }
            } else if type == "message/rfc822", depth < Self.deepest, header.value("content-disposition") != "attachment" {
                let inner = MailHeader(body)
                open.append((inner, body[inner.bodyStart...], depth + 1))
            } else {
                parts.append(Part(header: header, type: type, body: body))
            }
        }
    }

    /// The first message of a mailbox file, whose line "From …" is no field; a next one begins with such a line after an empty one.
    private static func withoutMailbox(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop { $0 <= 0x20 || $0 >= 0xEF }
        guard start.starts(with: "From ".utf8) else { return start }
        let message = start.drop { $0 != 0x0A }.dropFirst()
        let mark = Array("\nFrom ".utf8)
        var at = message.startIndex
        while let end = message[at...].firstIndex(of: 0x0A) {
            let isBlank = message[..<end].last == 0x0A || message[..<end].suffix(2).elementsEqual([0x0A, 0x0D])
            if isBlank, message[end...].starts(with: mark) { return message[..<end] }
            at = end + 1
        }
        return message
    }

    /// What stands between lines of the boundary; one that is never closed ends with the message.
    private static func bodies(_ bytes: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var start: Int?
        var at = bytes.startIndex
        while at < bytes.endIndex, found.count < most {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[at..<end]
            if line.count >= boundary.count + 2, line.starts(with: "--".utf8), line.dropFirst(2).starts(with: boundary) {
                let rest = line.dropFirst(boundary.count + 2)
                let isLast = rest.starts(with: "--".utf8)
                // A longer boundary is another one.
                if isLast || rest.allSatisfy({ $0 <= 0x20 }) {
                    if let start { found.append(bytes[start..<max(start, at - 1)]) }
                    start = isLast ? nil : min(end + 1, bytes.endIndex)
                    if isLast { break }
                }
            }
            at = end + 1
        }
        if let start, start < bytes.endIndex { found.append(bytes[start...]) }
        return found
    }
}
