public import BriefModel

/// What is set for the whole library. Whoever starts the site fills it in.
public struct SettingsDesk: Sendable {
    /// The outlets of the library, with what is known of each.
    public var outlets: @Sendable () async throws -> [Outlet]
    /// Keeps what a person knows of an outlet.
    public var save: @Sendable (_ outlet: Outlet) async throws -> Void
    /// The models that are known, and whether each is on this machine.
    public var models: @Sendable () async -> [ModelState]
    /// Where the library lies.
    public var place: String

    public struct ModelState: Hashable, Sendable {
        public let name: String
        public let summary: String
        public let isInstalled: Bool

        public init(name: String, summary: String, isInstalled: Bool) {
            self.name = name
            self.summary = summary
            self.isInstalled = isInstalled
        }
    }

    public init(
        outlets: @escaping @Sendable () async throws -> [Outlet], save: @escaping @Sendable (_ outlet: Outlet) async throws -> Void,
        models: @escaping @Sendable () async -> [ModelState], place: String
    ) {
        self.outlets = outlets
        self.save = save
        self.models = models
        self.place = place
    }
}
