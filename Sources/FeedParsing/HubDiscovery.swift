import BriefModel

/// Where a feed says that changes are told (WebSub, W3C Recommendation 2018, section 4): a hub, and the feed's own name for itself.
public struct HubLinks: Hashable, Sendable {
    /// Absolute; the first one named.
    public let hub: String
    /// Absolute; what to subscribe to.
    public let topic: String
}

public enum HubDiscovery {
    /// From the Link fields of the answer first, then from the feed itself (`<link rel="hub">`, `<atom:link rel="self">`, JSON Feed's `hubs`).
    /// - Parameters:
    ///   - linkField: the Link field, several joined by commas (RFC 8288).
    ///   - about: what the feed says of itself.
    ///   - address: where the feed came from; the topic when it does not name itself.
    public static func links(linkField: String?, about: FeedRecord, address: String) -> HubLinks? {
        guard let base = WebAddress(address) else { return nil }
        var hub: String?
        var topic: String?
        func note(_ relations: String?, _ target: String?) {
            guard let target, !target.isEmpty, let found = base.resolving(target)?.text else { return }
            for relation in (relations ?? "").lowercased().split(separator: " ") {
                if relation == "hub", hub == nil { hub = found }
                if relation == "self", topic == nil { topic = found }
            }
        }
        for link in WebLink.list(linkField ?? "") { note(link.relations, link.target) }
        // rssCloud is another protocol, which is not spoken here.
        for link in about.links where link.type?.lowercased() != "rsscloud" { note(link.relation, link.address) }
        return hub.map { HubLinks(hub: $0, topic: topic ?? base.text) }
    }
}

/// One link of a Link field (RFC 8288).
public struct WebLink: Hashable, Sendable {
    /// As written.
    public let target: String
    /// The `rel` parameter: one or more words.
    public let relations: String?
    /// The `type` parameter, lower case.
    public let type: String?

    /// Links that are not written as the RFC says are passed over.
    public static func list(_ field: String) -> [WebLink] {
        var links: [WebLink] = []
        var rest = Array(field.utf8.prefix(8192))[...]
        while links.count < 64, let open = rest.firstIndex(of: 0x3C), let close = rest[open...].firstIndex(of: 0x3E) {
            let target = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
            rest = rest[(close + 1)...]
            var parameters: [String: String] = [:]
            while let (name, value) = parameter(&rest) { parameters[name] = parameters[name] ?? value }
            links.append(WebLink(target: target, relations: parameters["rel"], type: parameters["type"]?.lowercased()))
        }
        return links
    }

    /// `; name=value` or `; name="value"`; nil at a comma or the end.
    private static func parameter(_ rest: inout ArraySlice<UInt8>) -> (String, String)? {
        rest = rest.drop { $0 <= 0x20 }
        guard rest.first == 0x3B else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        let name = rest.prefix { $0 > 0x20 && $0 != 0x3D && $0 != 0x3B && $0 != 0x2C }
        rest = rest[name.endIndex...].drop { $0 <= 0x20 }
        guard rest.first == 0x3D else { return (String(decoding: name, as: UTF8.self).lowercased(), "") }
        rest = rest.dropFirst().drop { $0 <= 0x20 }
        let isQuoted = rest.first == 0x22
        if isQuoted { rest = rest.dropFirst() }
        let value = rest.prefix { isQuoted ? $0 != 0x22 : $0 > 0x20 && $0 != 0x3B && $0 != 0x2C }
        rest = rest[value.endIndex...]
        if isQuoted { rest = rest.dropFirst() }
        return (String(decoding: name, as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
    }
}
