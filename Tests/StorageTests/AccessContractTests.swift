import BriefModel
import Foundation
import SQLiteStorage
import Storage
import Testing

/// What every store of users promises, whichever way it keeps them.
@Suite struct AccessContractTests {
    enum Kind: String, CaseIterable { case inMemory, sqlite }

    private final class Kept {
        let store: any AccessStore
        let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")

        init(_ kind: Kind) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            store = kind == .inMemory ? InMemoryAccess() : try SQLiteAccess(path: folder.path)
        }

        func again() throws -> any AccessStore { try SQLiteAccess(path: folder.path) }

        deinit { try? FileManager.default.removeItem(at: folder) }
    }

    private static func at(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: seconds) }

    private func user(_ name: String, _ role: Role = .reader) throws -> UserAccount {
        UserAccount(name: try #require(UserName(name)), role: role, password: "$scrypt$…", added: Self.at(5))
    }

    private func session(_ byte: UInt8, of user: UserAccount, begun: Int64 = 100, seen: Int64 = 100) -> StoredSession {
        StoredSession(key: [byte, 0, 255], user: user.name, begun: Self.at(begun), seen: Self.at(seen))
    }

    @Test(arguments: ["ann", "Ann.B-1_x@example.org", "7"]) func `a name is told without its case`(name: String) throws {
        #expect(UserName(name)?.rawValue == name.lowercased())
    }

    @Test(arguments: ["", " ann", "-ann", "ann/..", "a\tb", "ann\n", "änn", "a b", String(repeating: "a", count: 65)])
    func `what is no name is none`(name: String) { #expect(UserName(name) == nil) }

    @Test(arguments: Kind.allCases) func `users are kept by name, and changed in place`(kind: Kind) async throws {
        let store = try Kept(kind).store
        #expect(try await !store.hasUsers())
        var ann = try user("ann", .admin)
        let bob = try user("bob")
        try await store.save(bob)
        try await store.save(ann)
        #expect(try await store.users() == [ann, bob])
        #expect(try await store.hasUsers())
        ann.role = .editor
        ann.password = "$scrypt$other"
        try await store.save(ann)
        #expect(try await store.user(ann.name) == ann)
        #expect(try await store.user(.nobody) == nil)
    }

    @Test(arguments: Kind.allCases) func `who is removed has no session and no token any more, and what the user did stays`(kind: Kind) async throws {
        let store = try Kept(kind).store
        let ann = try user("ann"), bob = try user("bob")
        for user in [ann, bob] { try await store.save(user) }
        try await store.begin(session(1, of: ann))
        try await store.begin(session(2, of: bob))
        try await store.add(token("t1", of: ann))
        try await store.note(AccessEvent(moment: Self.at(9), kind: .signedIn, user: ann.name, address: "192.0.2.1"))
        #expect(try await store.remove(ann.name))
        #expect(try await !store.remove(ann.name))
        #expect(try await store.session([1, 0, 255]) == nil)
        #expect(try await store.session([2, 0, 255]) != nil)
        #expect(try await store.tokens(of: nil).isEmpty)
        #expect(try await store.events(before: nil, limit: 9).map(\.event.user) == [ann.name])
    }

    @Test(arguments: Kind.allCases) func `a session is found by its key until it ends`(kind: Kind) async throws {
        let store = try Kept(kind).store
        let ann = try user("ann"), bob = try user("bob")
        for user in [ann, bob] { try await store.save(user) }
        var one = session(1, of: ann)
        for held in [one, session(2, of: ann), session(3, of: bob)] { try await store.begin(held) }
        try await store.saw(one.key, at: Self.at(700))
        one.seen = Self.at(700)
        #expect(try await store.session(one.key) == one)
        #expect(try await store.session([9]) == nil)
        try await store.endSessions(of: ann.name, except: one.key)
        #expect(try await store.session([2, 0, 255]) == nil)
        #expect(try await store.session(one.key) != nil)
        #expect(try await store.session([3, 0, 255]) != nil)
        try await store.end(one.key)
        #expect(try await store.session(one.key) == nil)
        try await store.begin(session(4, of: ann))
        try await store.endSessions(of: ann.name, except: nil)
        #expect(try await store.session([4, 0, 255]) == nil)
    }

    @Test(arguments: Kind.allCases) func `sessions that are too old, or were not used for too long, are forgotten`(kind: Kind) async throws {
        let store = try Kept(kind).store
        let ann = try user("ann")
        try await store.save(ann)
        for held in [
            session(1, of: ann, begun: 10, seen: 500), session(2, of: ann, begun: 300, seen: 310), session(3, of: ann, begun: 300, seen: 500),
        ] {
            try await store.begin(held)
        }
        try await store.endSessions(begunBefore: Self.at(300), seenBefore: Self.at(400))
        var left: [UInt8] = []
        for byte in 1...3 as ClosedRange<UInt8> where try await store.session([byte, 0, 255]) != nil { left.append(byte) }
        #expect(left == [3])
    }

    private func token(_ id: String, of user: UserAccount, key: UInt8 = 1) -> StoredToken {
        StoredToken(
            id: id, key: [key, 7], user: user.name, label: "report \(id)", scopes: [.read, .audit], made: Self.at(1), ends: Self.at(90))
    }

    @Test(arguments: Kind.allCases) func `a token is found by its key, listed by its user, and revoked by its identifier`(kind: Kind) async throws {
        let store = try Kept(kind).store
        let ann = try user("ann"), bob = try user("bob")
        for user in [ann, bob] { try await store.save(user) }
        var first = token("z", of: ann), second = token("a", of: bob, key: 2)
        for token in [first, second] { try await store.add(token) }
        try await store.used("a", at: Self.at(44))
        second.used = Self.at(44)
        #expect(try await store.token([2, 7]) == second)
        #expect(try await store.token([9]) == nil)
        #expect(try await store.tokens(of: nil) == [first, second])
        #expect(try await store.tokens(of: ann.name) == [first])
        #expect(try await store.revoke("z"))
        #expect(try await !store.revoke("z"))
        first.used = nil
        #expect(try await store.token(first.key) == nil)
    }

    @Test(arguments: Kind.allCases) func `events are numbered and come back newest first, a page at a time`(kind: Kind) async throws {
        let store = try Kept(kind).store
        for moment in 1...5 {
            try await store.note(AccessEvent(moment: Self.at(Int64(moment)), kind: .edited, subject: "POST /topics/\(moment)"))
        }
        let page = try await store.events(before: nil, limit: 2)
        #expect(page.map(\.event.subject) == ["POST /topics/5", "POST /topics/4"])
        #expect(try await store.events(before: page.last?.number, limit: 9).map(\.event.moment.secondsSince1970) == [3, 2, 1])
        #expect(try await store.events(before: nil, limit: 0).isEmpty)
    }

    @Test(arguments: Kind.allCases) func `it is known from where somebody signed in, and since when`(kind: Kind) async throws {
        let store = try Kept(kind).store
        let ann = try user("ann").name
        try await store.note(AccessEvent(moment: Self.at(50), kind: .signedIn, user: ann, address: "192.0.2.1"))
        try await store.note(AccessEvent(moment: Self.at(60), kind: .signInFailed, user: ann, address: "192.0.2.9"))
        #expect(try await store.hasSignedIn(ann, from: "192.0.2.1", since: Self.at(50)))
        #expect(try await !store.hasSignedIn(ann, from: "192.0.2.1", since: Self.at(51)))
        #expect(try await !store.hasSignedIn(ann, from: "192.0.2.9", since: Self.at(0)))
    }

    @Test(arguments: Kind.allCases) func `old events go, but never the newest thousand`(kind: Kind) async throws {
        let store = try Kept(kind).store
        for moment in 0..<(AccessLog.kept + 20) { try await store.note(AccessEvent(moment: Self.at(Int64(moment)), kind: .audited)) }
        try await store.forgetEvents(before: Self.at(10))
        try await store.forgetEvents(before: Self.at(5_000))
        let left = try await store.events(before: nil, limit: 9_999)
        #expect(left.count == AccessLog.kept && left.last?.event.moment == Self.at(20))
    }

    @Test func `the file is its owner's alone, and keeps everything over a restart`() async throws {
        let kept = try Kept(.sqlite)
        let ann = try user("ann", .admin)
        try await kept.store.save(ann)
        try await kept.store.begin(session(1, of: ann))
        for name in ["access.sqlite", "access.sqlite-wal"] {
            let rights = try FileManager.default.attributesOfItem(atPath: kept.folder.appending(path: name).path)[.posixPermissions] as? Int
            #expect(rights == 0o600, "\(name)")
        }
        let again = try kept.again()
        #expect(try await again.user(ann.name) == ann)
        #expect(try await again.session([1, 0, 255]) == session(1, of: ann))
    }

    @Test func `a file that others could read is closed to them`() throws {
        let kept = try Kept(.sqlite)
        let path = kept.folder.appending(path: "access.sqlite").path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        _ = try kept.again()
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
}
