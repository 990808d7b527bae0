import Access
import BriefModel
import BriefWeb
import Hummingbird
import HummingbirdTesting
import Storage
import Synchronization
import Testing

/// A site over the sample, with an administrator, an editor and a reader, whose time is told.
final class StaffedSite: Sendable {
    struct Answer {
        let status: Int
        let body: String
        let fields: HTTPFields

        func field(_ name: String) -> String? { HTTPFields.Element.Name(name).flatMap { fields[$0] } }

        /// Name and value of the cookie it sets.
        var cookie: String? { field("Set-Cookie").flatMap { $0.split(separator: ";").first.map(String.init) } }

        /// The token in its forms.
        var formToken: String {
            let before = #"<input type="hidden" name="form-token" value=""#
            guard let start = body.firstRange(of: before)?.upperBound, let end = body[start...].firstIndex(of: "\"") else { return "" }
            return String(body[start..<end])
        }
    }

    static let password = "correct horse battery"
    static let names: [Role: String] = [.admin: "ann", .editor: "eve", .reader: "rob"]

    let store = InMemoryAccess()
    let doorkeeper: Doorkeeper
    private let clock = TestClock()
    private let site: BriefSite

    init(isOpenWithoutUsers: Bool = false, requests: Int = 10_000, audits: Int = 100, hasUsers: Bool = true) async throws {
        let keeper = Doorkeeper(store: store, clock: clock.clock, cost: .init(rounds: 4))
        doorkeeper = keeper
        if hasUsers {
            for role in Role.allCases.reversed() {
                try await keeper.add(try #require(Self.names[role]), role: role, password: Self.password, by: .machine)
            }
        }
        let access = SiteAccess(
            isOpenWithoutUsers: isOpenWithoutUsers, clock: clock.clock, requests: Allowance(atOnce: requests, aMinute: 60),
            audits: Allowance(atOnce: audits, aMinute: 1)
        ) { keeper }
        site = BriefSite(try DeskTests.content(), access: access)
    }

    /// Every route by its method and its pattern.
    var routes: [(method: HTTPRequest.Method, path: String)] { site.router().routes.map { ($0.method, "\($0.path)") } }

    func pass(_ seconds: Int64) { clock.pass(seconds) }

    func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, fields: [String: String] = [:], cookie: String? = nil, body: String? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = [.accept: "text/html,*/*"]
        if let cookie { headers[.cookie] = cookie }
        for (name, value) in fields { HTTPFields.Element.Name(name).map { headers[$0] = value } }
        let sent = headers
        return try await Application(router: site.router()).test(.router) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }) { response in
                Answer(status: response.status.code, body: String(buffer: response.body), fields: response.headers)
            }
        }
    }

    /// Sends a form, with the token of the session where there is one.
    func send(_ path: String, _ form: String, by method: HTTPRequest.Method = .post, cookie: String? = nil, fields: [String: String] = [:])
        async throws -> Answer
    {
        var form = form
        if let cookie {
            let token = Secret(String(cookie.drop { $0 != "=" }.dropFirst())).formToken
            form = "form-token=\(token)&" + form
        }
        let type = ["Content-Type": "application/x-www-form-urlencoded", "Origin": "http://localhost"]
        return try await ask(path, method, fields: type.merging(fields) { $1 }, cookie: cookie, body: form)
    }

    /// The cookie of somebody signed in.
    func signedIn(_ role: Role, fields: [String: String] = [:]) async throws -> String {
        let name = try #require(Self.names[role])
        let answer = try await send("/sign-in", "user=\(name)&password=correct+horse+battery", fields: fields)
        #expect(answer.status == 303)
        return try #require(answer.cookie)
    }

    func token(_ role: Role, _ scopes: Set<TokenScope>, days: Int = 9) async throws -> [String: String] {
        let user = try #require(Self.names[role].flatMap { UserName($0) })
        let secret = try await doorkeeper.addToken("test", scopes: scopes, days: days, for: user, by: .machine)
        return ["Authorization": "Bearer \(secret.text)"]
    }
}

final class TestClock: Sendable {
    private let now = Mutex<Int64>(1_800_000_000)

    var clock: Clock { Clock { Timestamp(secondsSince1970: self.now.withLock { $0 }) } }

    func pass(_ seconds: Int64) { now.withLock { $0 += seconds } }
}
