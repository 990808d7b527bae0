import BriefModel
import Storage
import Synchronization
import Testing

@testable import Access

@Suite struct DoorkeeperTests {
    /// A doorkeeper whose time is told.
    private final class Watch: Sendable {
        let store = InMemoryAccess()
        private let now = Mutex<Int64>(1_800_000_000)

        var doorkeeper: Doorkeeper {
            Doorkeeper(store: store, clock: Clock { Timestamp(secondsSince1970: self.now.withLock { $0 }) }, cost: .init(rounds: 4))
        }

        func pass(_ seconds: Int64) { now.withLock { $0 += seconds } }
    }

    private static let password = "correct horse battery", other = "another long password"
    private let watch = Watch()
    private let ann: UserName
    private let bob: UserName

    init() throws {
        ann = try #require(UserName("ann"))
        bob = try #require(UserName("bob"))
    }

    private func staffed() async throws -> Doorkeeper {
        let doorkeeper = watch.doorkeeper
        try await doorkeeper.add("ann", role: .admin, password: Self.password, by: .machine)
        try await doorkeeper.add("Bob", role: .reader, password: Self.other, by: .machine)
        return doorkeeper
    }

    // MARK: Signing in

    @Test func `who knows the password is in, under a name made new, until signing out`() async throws {
        let doorkeeper = try await staffed()
        let one = try await doorkeeper.signIn("ANN", password: Self.password, from: "192.0.2.1")
        let two = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        #expect(one != two && one.text.count == 43)
        #expect(try await doorkeeper.user(of: one)?.name == ann)
        #expect(try await doorkeeper.user(of: Secret("x")) == nil)
        try await doorkeeper.signOut(one, from: "192.0.2.1")
        #expect(try await doorkeeper.user(of: one) == nil)
        #expect(try await doorkeeper.user(of: two) != nil)
    }

    @Test func `the secret of a session is not kept, only its hash`() async throws {
        let doorkeeper = try await staffed()
        let secret = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        #expect(watch.store.session(secret.key) != nil && watch.store.session(Array(secret.text.utf8)) == nil && secret.key.count == 32)
    }

    @Test func `a session that the browser had before ends at sign-in`() async throws {
        let doorkeeper = try await staffed()
        let old = try await doorkeeper.signIn("bob", password: Self.other, from: "192.0.2.1")
        let new = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1", replacing: old)
        #expect(try await doorkeeper.user(of: old) == nil)
        #expect(try await doorkeeper.user(of: new)?.name == ann)
        // One that somebody planted becomes none.
        let planted = Secret("planted")
        let fresh = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1", replacing: planted)
        #expect(try await doorkeeper.user(of: planted) == nil)
        #expect(fresh != planted)
    }

    @Test(arguments: ["ann", "nobody", "", "no name", String(repeating: "x", count: 5_000)])
    func `a wrong password and a name that is not there are refused alike`(name: String) async throws {
        let doorkeeper = try await staffed()
        await #expect(throws: AccessRefusal.wrong) { try await doorkeeper.signIn(name, password: Self.other, from: "192.0.2.1") }
        let event = try #require(watch.store.events(before: nil, limit: 1).first?.event)
        #expect(
            event.kind == .signInFailed && event.user == (name == "ann" ? ann : nil) && event.subject.isEmpty, "what was typed is not written down")
    }

    @Test func `a session ends when it is not used for two days, and after fourteen whatever is done`() async throws {
        let doorkeeper = try await staffed()
        let secret = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        for _ in 0..<13 {
            watch.pass(86_400)
            #expect(try await doorkeeper.user(of: secret) != nil)
        }
        watch.pass(86_400)
        #expect(try await doorkeeper.user(of: secret) == nil)
        let idle = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        watch.pass(2 * 86_400)
        #expect(try await doorkeeper.user(of: idle) == nil)
        watch.pass(1)
        _ = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        #expect(watch.store.session(secret.key) == nil && watch.store.session(idle.key) == nil, "what is past is forgotten")
    }

    // MARK: Failing

    private func fail(_ times: Int, as name: String, from address: String, _ doorkeeper: Doorkeeper) async -> AccessRefusal? {
        var last: AccessRefusal?
        for _ in 0..<times {
            do { _ = try await doorkeeper.signIn(name, password: "wrong password", from: address) } catch { last = error }
        }
        return last
    }

    @Test(arguments: ["ann", "nobody"]) func `after some failures a name has to wait, longer each time, whether it is a user's or not`(name: String)
        async throws
    {
        let doorkeeper = try await staffed()
        #expect(await fail(6, as: name, from: "192.0.2.1", doorkeeper) == .wrong)
        #expect(await fail(1, as: name, from: "192.0.2.1", doorkeeper) == .wait(seconds: 2))
        #expect(await fail(50, as: name, from: "192.0.2.2", doorkeeper) == .wait(seconds: 2), "what is not heard is not counted")
        watch.pass(2)
        #expect(await fail(2, as: name, from: "192.0.2.1", doorkeeper) == .wait(seconds: 4))
    }

    @Test func `nobody is locked out for good by failures of others, least of all from an address known before`() async throws {
        let doorkeeper = try await staffed()
        _ = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        for number in 0..<400 {
            _ = await fail(1, as: "ann", from: "203.0.113.\(number % 200)", doorkeeper)
            watch.pass(61)
        }
        _ = await fail(1, as: "ann", from: "198.51.100.1", doorkeeper)
        _ = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        await #expect(throws: AccessRefusal.wait(seconds: 60)) { try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.2") }
        watch.pass(60)
        _ = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.2")
    }

    @Test func `an address that tries many names has to wait, and others do not`() async throws {
        let doorkeeper = try await staffed()
        for number in 0..<11 { _ = await fail(1, as: "user\(number)", from: "203.0.113.5", doorkeeper) }
        await #expect(throws: AccessRefusal.wait(seconds: 2)) { try await doorkeeper.signIn("ann", password: Self.password, from: "203.0.113.5") }
        _ = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
    }

    // MARK: Users

    @Test func `the first user is an admin, and one always remains`() async throws {
        let doorkeeper = watch.doorkeeper
        await #expect(throws: AccessRefusal.firstIsAdmin) {
            try await doorkeeper.add("bob", role: .reader, password: Self.password, by: .machine)
        }
        _ = try await staffed()
        await #expect(throws: AccessRefusal.lastAdmin(ann)) { try await doorkeeper.remove(ann, by: .machine) }
        await #expect(throws: AccessRefusal.lastAdmin(ann)) { try await doorkeeper.setRole(.editor, of: ann, by: .machine) }
        try await doorkeeper.setRole(.admin, of: bob, by: .machine)
        try await doorkeeper.remove(ann, by: .machine)
        try await doorkeeper.remove(bob, by: .machine)
        #expect(watch.store.users().isEmpty, "the last of all may go")
    }

    @Test func `what cannot be is refused by its name`() async throws {
        let doorkeeper = try await staffed()
        await #expect(throws: AccessRefusal.nameTaken(ann)) { try await doorkeeper.add("Ann", role: .reader, password: Self.password, by: .machine) }
        await #expect(throws: AccessRefusal.badName("../x")) {
            try await doorkeeper.add("../x", role: .reader, password: Self.password, by: .machine)
        }
        await #expect(throws: AccessRefusal.password(.tooShort)) { try await doorkeeper.add("cleo", role: .reader, password: "short", by: .machine) }
        let cleo = try #require(UserName("cleo"))
        await #expect(throws: AccessRefusal.noSuchUser(cleo)) { try await doorkeeper.setPassword(Self.password, of: cleo, by: .machine) }
    }

    @Test func `a new password ends every session, and the one that changed it goes on under a new name`() async throws {
        let doorkeeper = try await staffed()
        let one = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        await #expect(throws: AccessRefusal.wrong) { try await doorkeeper.changePassword("wrong", to: Self.other, of: ann, from: "192.0.2.1") }
        let new = try await doorkeeper.changePassword(Self.password, to: Self.other, of: ann, from: "192.0.2.1")
        #expect(try await doorkeeper.user(of: one) == nil)
        #expect(try await doorkeeper.user(of: new)?.name == ann)
        await #expect(throws: AccessRefusal.wrong) { try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1") }
        _ = try await doorkeeper.signIn("ann", password: Self.other, from: "192.0.2.1")
    }

    // MARK: Tokens

    @Test func `a token answers for its user until it ends or is revoked, and its secret is not kept`() async throws {
        let doorkeeper = try await staffed()
        let secret = try await doorkeeper.addToken(" weekly\n report ", scopes: [.read], days: 30, for: bob, by: .machine)
        let kept = try #require(watch.store.tokens(of: bob).first)
        #expect(secret.text.hasPrefix("bigpicture_") && kept.key == secret.key && kept.label == "weekly report" && !kept.id.contains(secret.text))
        let holder = try #require(try await doorkeeper.holder(of: secret))
        #expect(holder.user.name == bob && holder.scopes == [.read])
        #expect(watch.store.tokens(of: bob).first?.used != nil)
        watch.pass(30 * 86_400)
        #expect(try await doorkeeper.holder(of: secret) == nil)
        let second = try await doorkeeper.addToken("b", scopes: [.read, .audit], days: 1, for: bob, by: .machine)
        let id = try #require(watch.store.tokens(of: bob).last?.id)
        await #expect(throws: AccessRefusal.noSuchToken) { try await doorkeeper.revokeToken(id, of: ann, by: .machine) }
        try await doorkeeper.revokeToken(id, of: bob, by: .machine)
        #expect(try await doorkeeper.holder(of: second) == nil)
    }

    @Test func `a session's secret is no token, and a token's is no session`() async throws {
        let doorkeeper = try await staffed()
        let session = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        let token = try await doorkeeper.addToken("a", scopes: [.read], days: 1, for: ann, by: .machine)
        #expect(try await doorkeeper.holder(of: session) == nil)
        #expect(try await doorkeeper.user(of: token) == nil)
    }

    @Test(arguments: [
        ("", [TokenScope.read], 9, AccessRefusal.badLabel), ("a\u{7}", [.read], 9, .badLabel), ("a", [], 9, .noScope), ("a", [.read], 0, .badDays),
        ("a", [.read], 367, .badDays),
    ]) func `a token that says too little or too much is refused`(label: String, scopes: [TokenScope], days: Int, refusal: AccessRefusal) async throws
    {
        let doorkeeper = try await staffed()
        await #expect(throws: refusal) { try await doorkeeper.addToken(label, scopes: Set(scopes), days: days, for: ann, by: .machine) }
    }

    @Test func `a user has twenty tokens at most`() async throws {
        let doorkeeper = try await staffed()
        for number in 0..<Doorkeeper.mostTokens { _ = try await doorkeeper.addToken("t\(number)", scopes: [.read], days: 9, for: ann, by: .machine) }
        await #expect(throws: AccessRefusal.tooManyTokens) { try await doorkeeper.addToken("x", scopes: [.read], days: 9, for: ann, by: .machine) }
    }

    // MARK: The log

    @Test func `who did what is noted, and no secret with it`() async throws {
        let doorkeeper = try await staffed()
        let secret = try await doorkeeper.signIn("ann", password: Self.password, from: "192.0.2.1")
        let asker = Asker(user: ann, address: "192.0.2.1")
        let token = try await doorkeeper.addToken("report", scopes: [.read], days: 1, for: bob, by: asker)
        try await doorkeeper.setRole(.editor, of: bob, by: asker)
        try await doorkeeper.setPassword(Self.other, of: bob, by: asker)
        try await doorkeeper.signOut(secret, from: "192.0.2.1")
        let events = watch.store.events(before: nil, limit: 99).map(\.event)
        #expect(events.map(\.kind) == [.signedOut, .passwordChanged, .roleChanged, .tokenAdded, .signedIn, .userAdded, .userAdded])
        #expect(events[2] == AccessEvent(moment: events[2].moment, kind: .roleChanged, user: ann, address: "192.0.2.1", subject: "bob (editor)"))
        #expect(events.last?.user == nil && events.last?.address == nil, "at the machine")
        let written = events.map { "\($0)" }.joined()
        for hidden in [secret.text, token.text, Self.password, Self.other] { #expect(!written.contains(hidden)) }
    }
}
