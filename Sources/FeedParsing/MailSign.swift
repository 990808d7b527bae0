/// Tells a mail by the fields it begins with.
enum MailSign {
    /// Three fields that mail has, one of them of those that only mail has, before the first empty line of the first 16 KiB.
    static func isMail(_ bytes: [UInt8]) -> Bool {
        var rest = bytes.prefix(16 << 10).drop { $0 <= 0x20 || $0 >= 0xEF }
        let isMailbox = rest.starts(with: "From ".utf8)
        if isMailbox { rest = rest.drop { $0 != 0x0A }.dropFirst() }
        var known = 0
        var telling = isMailbox ? 1 : 0
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest.dropFirst(line.count + 1)
            if line.isEmpty || line.first == 0x0D { break }
            if line.first == 0x20 || line.first == 0x09 { continue }
            guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return false }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            if fields.contains(name) { known += 1 }
            if tellingFields.contains(name) || name.hasPrefix("x-") || name.hasPrefix("list-") || name.hasPrefix("arc-") { telling += 1 }
        }
        return known + telling >= 3 && telling > 0 && known > 0
    }

    private static let fields: Set<String> = ["from", "to", "subject", "date", "cc", "reply-to", "sender"]
    private static let tellingFields: Set<String> = [
        "received", "return-path", "delivered-to", "message-id", "mime-version", "dkim-signature", "content-type", "content-transfer-encoding",
        "authentication-results", "in-reply-to", "references", "envelope-to",
    ]
}
