import BriefModel
import FeedParsing

/// Who publishes what: outlets by the feeds that name them, and by host for everything else.
struct OutletDirectory: Sendable {
    private var outlets: [OutletID: Outlet] = [:]
    /// What a user calls the outlet of a site.
    private var aliases: [OutletID: OutletID] = [:]

    /// - Parameter known: later ones win over earlier ones, and over what catalogues say.
    init(subscriptions: [Subscription], known: [Outlet]) {
        for outlet in known {
            guard let site = outlet.homepage.map(Self.identifier), site != outlet.id else { continue }
            aliases[site] = outlet.id
        }
        for subscription in subscriptions {
            let site = Self.identifier(forAddress: subscription.homepage ?? subscription.feedAddress)
            if let same = known.last(where: { $0.id != site && subscription.title != nil && $0.name == subscription.title }) {
                aliases[site] = same.id
            }
            let id = aliases[site] ?? site
            let outlet = Outlet(
                id: id, name: subscription.title ?? id.rawValue, kind: subscription.category.map(OutletKind.init(label:)) ?? .unknown,
                language: subscription.language, homepage: subscription.homepage)
            outlets[id] = outlets[id] ?? outlet
        }
        for outlet in known { outlets[outlet.id] = outlet.completed(by: outlets[outlet.id]) }
    }

    func outlet(for subscription: Subscription) -> OutletID { outlet(ofAddress: subscription.homepage ?? subscription.feedAddress) }

    private func outlet(ofAddress address: String) -> OutletID {
        let site = Self.identifier(forAddress: address)
        return aliases[site] ?? site
    }

    /// The outlet of an article. A feed may lead to pages of other sites: those are not its outlet's own.
    func outlet(ofArticle address: String, announcedBy announcing: OutletID?) -> OutletID {
        let own = outlet(ofAddress: address)
        guard let announcing, own != announcing, let site = WebAddress(address) else { return own }
        let homes = [announcing.rawValue, outlets[announcing]?.homepage.flatMap { WebAddress($0)?.host } ?? ""]
        let isSameSite = homes.contains { home in
            home.contains(".") && (site.host.hasSuffix("." + home) || home.hasSuffix("." + Self.plain(site.host)))
        }
        return isSameSite ? announcing : own
    }

    func isName(_ name: String, of outlet: OutletID) -> Bool { (outlets[outlet]?.name ?? outlet.rawValue).lowercased() == name.lowercased() }

    /// Every outlet, those without a catalogue's name called as their own feed calls itself.
    func completed(byTitles titles: [OutletID: String]) -> [Outlet] {
        var all = outlets
        for (id, title) in titles {
            var outlet = all[id] ?? Outlet(id: id, name: id.rawValue)
            if outlet.name == id.rawValue, !title.isEmpty { outlet.name = title }
            all[id] = outlet
        }
        return all.values.sorted { $0.id < $1.id }
    }

    /// The host, without `www.`: pages of one host have one publisher. Hosts that are no names (this machine, numbers) hold an outlet a folder.
    static func identifier(forAddress text: String) -> OutletID {
        guard let address = WebAddress(text) else { return text.hasPrefix("file://") ? "local-files" : OutletID(text) }
        let isName = address.host.contains(".") && address.host.contains { $0.isLetter } && !address.host.contains(":")
        if isName { return OutletID(plain(address.host)) }
        return OutletID(address.path.split(separator: "/").first.map(String.init) ?? address.host)
    }

    private static func plain(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }
}
