import BriefModel

/// What an article is called in the library.
enum ArticleNaming {
    /// The page's own canonical address where it lies on the same host; a page cannot speak for another site.
    static func address(extracted: String?, fetched: String) -> String {
        guard let extracted, let own = WebAddress(extracted), let asked = WebAddress(fetched), own.origin == asked.origin else {
            return WebAddress(fetched)?.text ?? fetched
        }
        return own.text
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
