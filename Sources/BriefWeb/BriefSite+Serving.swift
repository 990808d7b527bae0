public import Hummingbird

extension BriefSite {
    /// The site as an application. It listens on this machine only unless told otherwise.
    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - onServing: told the port once the site answers.
    public func application(
        host: String = "127.0.0.1", port: Int = 8080, onServing: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await onServing(channel.localAddress?.port ?? port) })
    }

    /// Serves until SIGINT or SIGTERM; requests under way are answered first.
    public func run(host: String = "127.0.0.1", port: Int = 8080, onServing: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws
    {
        try await application(host: host, port: port, onServing: onServing).runService()
    }
}
