import BriefModel

/// The address a page wants to be known by.
enum CanonicalAddress {
    /// The `canonical` link, else OpenGraph's; a claim to stand on a stranger's host counts only between the twins of one page (AMP).
    static func choose(_ meta: MetaTags, base: WebAddress?, address: WebAddress?) -> WebAddress? {
        let claims = [meta.canonical, meta.value("og:url")].compactMap { $0 }.compactMap { base?.resolving($0) ?? WebAddress($0) }
        guard let address else { return claims.first }
        let twin = meta.twin.flatMap { base?.resolving($0) ?? WebAddress($0) }
        return claims.first { claim in
            // A front page is no article's address.
            guard claim.path.utf8.count > 1 || claim.query != nil || address.path.utf8.count <= 1 else { return false }
            return isKin(claim.host, address.host) || twin.map { isKin($0.host, address.host) || isKin($0.host, claim.host) } ?? isCache(address)
        }
    }

    /// Hosts of one publisher: the same but for what stands before the last two labels (three under a short second-level domain).
    static func isKin(_ one: String, _ other: String) -> Bool { domain(one) == domain(other) }

    private static func domain(_ host: String) -> String {
        let labels = host.split(separator: ".")
        let isShortPair = labels.count >= 3 && labels[labels.count - 1].utf8.count == 2 && labels[labels.count - 2].utf8.count <= 3
        return labels.suffix(isShortPair ? 3 : 2).joined(separator: ".")
    }

    /// Stored copies and AMP caches speak for the page they hold.
    private static func isCache(_ address: WebAddress) -> Bool {
        let host = address.host
        return host.hasSuffix(".ampproject.org") || host == "web.archive.org" || host.hasPrefix("amp.") || host == "localhost"
    }
}
