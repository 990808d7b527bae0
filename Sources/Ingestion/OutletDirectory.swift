import BriefModel
import FeedParsing

/// Who publishes what: outlets by the feeds that name them, and by host for everything else.
struct OutletDirectory: Sendable {
    private var outlets: [OutletID: Outlet] = [:]

    /// - Parameter known: later ones win over earlier ones, and over what catalogues say.
    init(subscriptions: [Subscription], known: [Outlet]) {
        for subscription in subscriptions {
            let id = Self.identifier(forAddress: subscription.homepage ?? subscription.feedAddress)
            let outlet = Outlet(
                id: id, name: subscription.title ?? id.rawValue, kind: subscription.category.map(OutletKind.init(label:)) ?? .unknown,
                language: subscription.language, homepage: subscription.homepage)
            outlets[id] = outlets[id] ?? outlet
        }
        for outlet in known { outlets[outlet.id] = outlet.completed(by: outlets[outlet.id]) }
    }

    func outlet(for subscription: Subscription) -> OutletID { Self.identifier(forAddress: subscription.homepage ?? subscription.feedAddress) }

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
        if isName { return OutletID(address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host) }
        return OutletID(address.path.split(separator: "/").first.map(String.init) ?? address.host)
    }
}
