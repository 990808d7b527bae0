import BriefModel
import Fetching
import Ingestion
import Storage
import Testing

@Suite struct HubTests {
    private static let feed = "https://news.example/feed.xml"
    private static let hub = "https://hub.example/"
    private static let now = SampleWeb.now

    private func later(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: Self.now.secondsSince1970 + seconds) }

    private func desk(_ library: InMemoryLibrary, _ web: InMemoryFetcher, at moment: Timestamp = now) -> HubDesk {
        HubDesk(
            store: library, sender: web, clock: .fixed(moment), callback: "https://reader.example/hub/",
            random: { [UInt8](repeating: 0xab, count: $0) })
    }

    private func library(_ subscription: HubSubscription = HubSubscription(hub: hub, topic: feed)) async throws -> InMemoryLibrary {
        let library = InMemoryLibrary()
        try await library.save(sourceStates: [SourceState(address: Self.feed, kind: .feed, subscription: subscription)])
        return library
    }

    private func subscription(in library: InMemoryLibrary) async throws -> HubSubscription {
        try #require(try await library.sourceStates().first?.subscription)
    }

    private func question(_ mode: String = "subscribe", topic: String = feed, challenge: String? = "c", lease: Int? = 86_400) -> HubQuestion {
        HubQuestion(mode: mode, topic: topic, challenge: challenge, leaseSeconds: lease)
    }

    @Test func `reading a feed finds its hub, and a feed that drops it ends the subscription`() async throws {
        let desk = Desk()
        func answer(_ link: String) -> Answer {
            .page("<rss version='2.0'><channel><title>N</title>\(link)<item><title>T</title></item></channel></rss>", type: "application/rss+xml")
        }
        try await desk.read(InMemoryFetcher([Self.feed: answer("<atom:link rel='hub' href='\(Self.hub)'/>")]), [.feed(Self.feed)])
        #expect(try await desk.library.sourceStates().first?.subscription == HubSubscription(hub: Self.hub, topic: Self.feed))
        try await desk.read(InMemoryFetcher([Self.feed: answer("")]), [.feed(Self.feed)])
        #expect(try await desk.library.sourceStates().first?.subscription == nil)
    }

    @Test func `a hub is asked with a path and a secret of our own, once`() async throws {
        let library = try await library()
        let web = InMemoryFetcher([Self.hub: Answer(status: 202)])
        try await desk(library, web).renew()
        let form = try #require(web.sentForms[Self.hub])
        let token = String(repeating: "ab", count: 16)
        #expect(
            form.hasPrefix(
                "hub.callback=https%3A%2F%2Freader.example%2Fhub%2F\(token)&hub.mode=subscribe&hub.topic=https%3A%2F%2Fnews.example%2Ffeed.xml"))
        #expect(form.hasSuffix("&hub.secret=" + String(repeating: "ab", count: 32)))
        #expect(try await subscription(in: library).stage == .requested)
        try await desk(library, web, at: later(3600)).renew()
        #expect(web.requestedAddresses == [Self.hub])
    }

    @Test func `the hub's question is answered when we meant it, and only then`() async throws {
        let library = try await library()
        let desk = desk(library, InMemoryFetcher([Self.hub: Answer(status: 202)]))
        let token = String(repeating: "ab", count: 16)
        #expect(try await desk.answer(question(), token: token) == nil, "nothing was asked yet")
        try await desk.renew()
        #expect(try await desk.answer(question(), token: String(repeating: "cd", count: 16)) == nil)
        #expect(try await desk.answer(question(topic: "https://other.example/"), token: token) == nil)
        #expect(try await desk.answer(question("unsubscribe"), token: token) == nil)
        #expect(try await desk.answer(question(lease: nil), token: token) == nil)
        #expect(try await desk.answer(question(), token: token) == "c")
        let active = try await subscription(in: library)
        #expect(active.stage == .active)
        #expect(active.leaseEnd == later(86_400))
        #expect(try await desk.feed(ofPushTo: token)?.address == Self.feed)
        #expect(try await desk.feed(ofPushTo: "") == nil)
    }

    @Test func `a lease is renewed in its last quarter under the same path, and one that runs out is over`() async throws {
        let web = InMemoryFetcher([Self.hub: Answer(status: 202)])
        let active = HubSubscription(
            hub: Self.hub, topic: Self.feed, token: String(repeating: "0", count: 32), secret: "s", stage: .active, requested: Self.now,
            leaseEnd: later(86_400))
        let library = try await library(active)
        try await desk(library, web, at: later(60_000)).renew()
        #expect(web.sentForms.isEmpty)
        try await desk(library, web, at: later(65_000)).renew()
        #expect(web.sentForms[Self.hub]?.contains(active.token) == true)
        #expect(try await subscription(in: library).stage == .active)
        try await desk(library, InMemoryFetcher([Self.hub: Answer(status: 500)]), at: later(90_000)).renew()
        #expect(try await subscription(in: library).stage == .ended)
    }

    @Test func `a hub that refuses, or cannot be asked, is left alone for a week`() async throws {
        for web in [InMemoryFetcher([Self.hub: Answer(status: 403)]), InMemoryFetcher([:], failures: [Self.hub: .timedOut(seconds: 20, Self.hub)])] {
            let library = try await library()
            try await desk(library, web).renew()
            let ended = try await subscription(in: library)
            #expect(ended.stage == .ended)
            #expect(ended.reason != nil)
            #expect(!ended.isDue(at: later(6 * 86_400)))
            #expect(ended.isDue(at: later(8 * 86_400)))
        }
        var denied = HubSubscription(hub: Self.hub, topic: Self.feed, token: "t", secret: "s", stage: .requested, requested: Self.now)
        #expect(denied.answer(question("denied"), at: Self.now) == nil)
        #expect(denied.stage == .ended)
    }

    @Test func `a form is sent once and not sent on to where a hub points`() async throws {
        let web = InMemoryFetcher([Self.hub: .redirect(to: "http://10.0.0.1/", status: 307)], policy: .publicOnly)
        #expect(try await web.send([FormField("a", "b c&ü")], to: Self.hub) == 307)
        #expect(web.requestedAddresses == [Self.hub])
        #expect(web.sentForms == [Self.hub: "a=b+c%26%C3%BC"])
        await #expect(throws: FetchError.privateAddress("http://127.0.0.1/")) { try await web.send([], to: "http://127.0.0.1/") }
    }

    @Test func `reading does not undo what a hub said meanwhile`() async throws {
        let library = InMemoryLibrary()
        let active = HubSubscription(hub: Self.hub, topic: Self.feed, token: "t", secret: "s", stage: .active, leaseEnd: later(9))
        let body =
            "<rss version='2.0'><channel><title>N</title><atom:link rel='hub' href='\(Self.hub)'/><item><title>T</title></item></channel></rss>"
        let web = InMemoryFetcher([Self.feed: .page(body, type: "application/rss+xml")])
        let desk = Desk(library: library)
        try await desk.read(web, [.feed(Self.feed)])
        var state = try #require(try await library.sourceStates().first)
        state.subscription = active
        try await library.save(sourceStates: [state])
        try await desk.read(web, [.feed(Self.feed)])
        #expect(try await library.sourceStates().first?.subscription == active)
    }
}
