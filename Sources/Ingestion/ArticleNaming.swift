import BriefModel

/// What an article is called in the library.
enum ArticleNaming {
    /// The page's own canonical address where it lies on the same host; a page cannot speak for another site. One that calls itself the
    /// front page (a common mistake of templates) would make all pages of its site versions of one article, so that does not count.
    static func address(extracted: String?, fetched: String) -> String {
        guard let asked = WebAddress(fetched) else { return fetched }
        guard let own = extracted.flatMap({ WebAddress($0) }), own.origin == asked.origin, own.path != "/" || asked.path == "/" else {
            return key(asked)
        }
        return key(own)
    }

    /// Two links with one key lead to one article: spelling, fragment and what only says where a reader came from do not count.
    static func key(_ address: WebAddress) -> String {
        guard let query = address.query else { return address.text }
        let kept = query.split(separator: "&").filter { !isTracking($0) }
        return address.origin + address.path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// Parameters that the big mailers and networks add.
    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || ["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid"].contains(name)
    }

    /// The last readable part of the address and twelve hex digits of its FNV-1a hash: stable, and pleasant in a link.
    static func identifier(forAddress address: String) -> ArticleID {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in address.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash & 0xffff_ffff_ffff, radix: 16)
        let path = address.split(separator: "?")[0].split(separator: "/")
        let name = path.last.map { $0.split(separator: ".").first.map(String.init) ?? "" } ?? ""
        let slug = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(48)
        return ArticleID((slug.isEmpty ? "article" : String(slug)) + "-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }
}
