import Access
import Hummingbird
import Storage
import Testing

@testable import BriefWeb

@Suite("Roles, tokens and forms") struct AccessTests {
    /// The address of a route over the sample.
    private func address(_ path: String) -> String {
        [("topic", "chips"), ("id", "wire-1"), ("moment", "2026-02-16T00:00:00Z"), ("name", "nobody"), ("token", "x")]
            .reduce(path) { $0.replacing("{\($1.0)}", with: $1.1) }
    }

    @Test("every route lets in whom its rule allows and nobody else", arguments: Role.allCases) func roles(role: Role) async throws {
        let site = try await StaffedSite()
        for route in site.routes {
            guard case .asks(let permission) = try #require(RouteRule.named(route.method, route.path)) else { continue }
            // Some of them end the session.
            let cookie = try await site.signedIn(role)
            let isLook = route.method == .get || route.method == .head
            // A stream of events has no end, so only its head is asked for.
            let method: HTTPRequest.Method = route.path == "/events" ? .head : route.method
            let answer =
                isLook
                ? try await site.ask(address(route.path), method, cookie: cookie)
                : try await site.send(address(route.path), "text=x", by: method, cookie: cookie)
            #expect((answer.status != 403) == role.allows(permission), "\(route.method) \(route.path): \(answer.status)")
            #expect(answer.status < 500, "\(route.method) \(route.path)")
        }
    }

    @Test("every route turns away whoever shows nothing, and whoever shows something made up") func strangers() async throws {
        let site = try await StaffedSite()
        for route in site.routes {
            guard case .asks = try #require(RouteRule.named(route.method, route.path)) else { continue }
            for fields in [[:], ["Authorization": "Bearer bigpicture_x"], ["Authorization": "Basic YW5uOng="], ["Cookie": "bigpicture=x"]] {
                let program = fields.merging(["Accept": "application/json"]) { $1 }
                let answer = try await site.ask(address(route.path), route.method, fields: program, body: route.method == .post ? "{}" : nil)
                #expect(answer.status == 401 && answer.field("WWW-Authenticate")?.hasPrefix("Bearer") == true, "\(route.method) \(route.path)")
            }
        }
    }

    @Test("an address that is nothing tells a stranger no more than one that is") func unknownAddress() async throws {
        let site = try await StaffedSite()
        #expect(try await site.ask("/nowhere").status == 303)
        #expect(try await site.ask("/api/v1/nowhere").status == 401)
        #expect(try await site.ask("/nowhere", cookie: site.signedIn(.reader)).status == 404)
    }

    // MARK: Forms

    @Test("a form without the token of its sender's session is not taken, and what was typed is given back") func forged() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.reader), other = try await site.signedIn(.admin)
        let stolen = Secret(String(other.dropFirst("bigpicture=".count))).formToken
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        for token in ["", "form-token=&", "form-token=\(stolen)&"] {
            let answer = try await site.ask("/audit", .post, fields: type, cookie: cookie, body: token + "text=The+chips%0A%3Cb%3E")
            #expect(answer.status == 403 && answer.body.contains("The chips\n&lt;b&gt;</textarea>") && answer.body.contains(#"action="/audit""#))
            let again = try await site.ask(
                "/audit", .post, fields: type, cookie: cookie, body: "form-token=\(answer.formToken)&text=The+chips")
            #expect(again.status == 200, "sent again by who sees the page")
        }
        #expect(try await site.ask("/audit", .post, fields: ["Content-Type": "text/plain"], cookie: cookie, body: "text=x").status == 403)
        #expect(try await site.ask("/sign-out", .post, cookie: cookie).status == 403)
        #expect(try await site.ask("/", cookie: cookie).status == 200)
    }

    @Test("every form that is sent by POST begins with the token", arguments: ["/audit", "/account", "/users", "/users/rob"]) func everyForm(
        path: String
    ) async throws {
        let site = try await StaffedSite()
        let page = try await site.ask(path, cookie: site.signedIn(.admin))
        let forms = page.body.split(separator: "<form ").dropFirst().filter { $0.contains(#"method="post""#) }
        #expect(page.status == 200 && !forms.isEmpty)
        for form in forms {
            #expect(form.drop { $0 != ">" }.dropFirst().hasPrefix(#"<input type="hidden" name="form-token" value=""#), "\(form.prefix(80))")
        }
    }

    @Test("a form of parts has the token as its first part, and a script in a header field") func otherForms() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.reader)
        let token = Secret(String(cookie.dropFirst("bigpicture=".count))).formToken
        let parts =
            "--b\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(token)\r\n--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n--b--\r\n"
        let type = ["Content-Type": "multipart/form-data; boundary=b"]
        // The audit takes no form of parts; it is let through to say so.
        #expect(try await site.ask("/audit", .post, fields: type, cookie: cookie, body: parts).status == 400)
        #expect(try await site.ask("/audit", .post, fields: type, cookie: cookie, body: parts.replacing(token, with: "x")).status == 403)
        let json = ["Content-Type": "application/json"]
        #expect(try await site.ask("/api/v1/audits", .post, fields: json, cookie: cookie, body: #"{"text":"x"}"#).status == 403)
        let named = json.merging(["X-Form-Token": token]) { $1 }
        #expect(try await site.ask("/api/v1/audits", .post, fields: named, cookie: cookie, body: #"{"text":"x"}"#).status == 200)
    }

    @Test("what was sent after the session ended is kept in a page, but for passwords") func ended() async throws {
        let site = try await StaffedSite()
        let answer = try await site.send("/audit", "text=Customs+held&old-password=secret-word")
        #expect(answer.status == 401 && answer.body.contains("\nCustoms held</textarea>") && answer.body.contains("href=\"/sign-in\""))
        #expect(!answer.body.contains("secret-word"))
        let long = try await site.send("/audit", "text=" + String(repeating: "x", count: 300 << 10))
        #expect(long.status == 401 && long.body.utf8.count < 200_000 && long.body.contains("Go back in your browser"))
    }

    // MARK: Tokens

    @Test("a token does what its scopes name, as far as its user may") func scopes() async throws {
        let site = try await StaffedSite()
        let read = try await site.token(.admin, [.read]), audit = try await site.token(.reader, [.audit])
        let json = ["Content-Type": "application/json"], body = #"{"text":"x"}"#
        #expect(try await site.ask("/api/v1/topics", fields: read).status == 200)
        #expect(try await site.ask("/briefs/chips", fields: read).status == 200)
        let refused = try await site.ask("/api/v1/audits", .post, fields: read.merging(json) { $1 }, body: body)
        #expect(refused.status == 403 && refused.field("Content-Type") == "application/problem+json")
        #expect(refused.field("WWW-Authenticate")?.contains("insufficient_scope") == true && refused.body.contains("/problem/not-allowed"))
        #expect(try await site.ask("/api/v1/audits", .post, fields: audit.merging(json) { $1 }, body: body).status == 200)
        #expect(try await site.ask("/api/v1/topics", fields: audit).status == 403)
        for path in ["/users", "/account", "/log"] { #expect(try await site.ask(path, fields: read).status == 403) }
    }

    @Test("a token ends on its day, and when it is revoked") func tokenEnds() async throws {
        let site = try await StaffedSite()
        let token = try await site.token(.reader, [.read], days: 1)
        #expect(try await site.ask("/api/v1/topics", fields: token).status == 200)
        site.pass(86_400)
        let late = try await site.ask("/api/v1/topics", fields: token)
        #expect(late.status == 401 && late.body.contains("/problem/sign-in-needed") && late.field("WWW-Authenticate") != nil)
        let other = try await site.token(.reader, [.read])
        let cookie = try await site.signedIn(.reader)
        let id = try #require(site.store.tokens(of: UserName("rob")).last?.id)
        #expect(try await site.send("/account/tokens/\(id)", "", cookie: cookie).status == 303)
        #expect(try await site.ask("/api/v1/topics", fields: other).status == 401)
    }

    @Test("a token is shown once, on the page that made it") func shownOnce() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.reader)
        let made = try await site.send("/account/tokens", "label=weekly+report&scope=read&scope=write&days=30", cookie: cookie)
        let secret = try #require(made.body.firstMatch(of: /bigpicture_[A-Za-z0-9_-]{43}/)).output
        #expect(made.status == 200 && made.field("Cache-Control") == "no-store")
        let later = try await site.ask("/account", cookie: cookie)
        #expect(later.body.contains("weekly report") && !later.body.contains(secret))
        let wrong = try await site.send("/account/tokens", "label=a+%3Cname%3E&days=30", cookie: cookie)
        #expect(wrong.status == 422 && wrong.body.contains(#"value="a &lt;name&gt;""#) && wrong.body.contains("needs something it may be used for"))
    }

    @Test("nobody revokes the token of another, but for an admin") func othersTokens() async throws {
        let site = try await StaffedSite()
        _ = try await site.token(.editor, [.read])
        let id = try #require(site.store.tokens(of: UserName("eve")).first?.id)
        #expect(try await site.send("/account/tokens/\(id)", "", cookie: site.signedIn(.reader)).status == 404)
        #expect(site.store.tokens(of: UserName("eve")).count == 1)
        #expect(try await site.send("/account/tokens/\(id)", "", cookie: site.signedIn(.admin)).status == 303)
        #expect(site.store.tokens(of: UserName("eve")).isEmpty)
    }

    // MARK: Users

    @Test("an admin adds, changes and removes users, and the log says so") func users() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.admin)
        let twice = "new-password=a+long+password&again-password=a+long+password"
        #expect(try await site.send("/users", "user=Cleo&role=reader&\(twice)", cookie: cookie).field("Location") == "/users?done=added")
        let taken = try await site.send("/users", "user=cleo&role=editor&\(twice)", cookie: cookie)
        #expect(taken.status == 422 && taken.body.contains("There is a user “cleo” already.") && taken.body.contains(#"value="cleo""#))
        #expect(taken.body.contains(#"value="editor" required checked"#) && !taken.body.contains("a long password"))
        let unlike = try await site.send("/users", "user=dan&role=reader&new-password=a+long+password&again-password=b", cookie: cookie)
        #expect(unlike.status == 422 && unlike.body.contains(#"value="dan""#))
        #expect(try await site.send("/users/cleo/role", "role=editor", cookie: cookie).field("Location") == "/users/cleo?done=role")
        #expect(try await site.ask("/users/cleo", cookie: cookie).body.contains("Editor. Added"))
        #expect(try await site.send("/users/cleo/remove", "", cookie: cookie).status == 422)
        #expect(try await site.send("/users/cleo/remove", "sure=yes", cookie: cookie).field("Location") == "/users?done=removed")
        let last = try await site.send("/users/ann/remove", "sure=yes", cookie: cookie)
        #expect(last.status == 422 && last.body.contains("only admin"))
        let log = try await site.ask("/log", cookie: cookie)
        #expect(log.body.contains("<b>Removed a user</b>: cleo") && log.body.contains(". ann, from unknown."))
    }

    @Test("a session ends when its user is removed or gets a new password; a lower role counts at once") func changedMeanwhile() async throws {
        let site = try await StaffedSite()
        let admin = try await site.signedIn(.admin), editor = try await site.signedIn(.editor), reader = try await site.signedIn(.reader)
        #expect(try await site.send("/users/eve/role", "role=admin", cookie: admin).status == 303)
        #expect(try await site.ask("/users", cookie: editor).status == 200)
        #expect(try await site.send("/users/eve/role", "role=reader", cookie: admin).status == 303)
        #expect(try await site.ask("/users", cookie: editor).status == 403)
        #expect(try await site.send("/users/rob/remove", "sure=yes", cookie: admin).status == 303)
        #expect(try await site.ask("/", cookie: reader).status == 303)
        let twice = "new-password=a+long+password&again-password=a+long+password"
        #expect(try await site.send("/users/eve/password", twice, cookie: admin).status == 303)
        #expect(try await site.ask("/", cookie: editor).status == 303)
    }

    @Test("one's own password is changed by who knows it; the session goes on under a new name") func ownPassword() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.reader), elsewhere = try await site.signedIn(.reader)
        let new = "new-password=a+long+password&again-password=a+long+password"
        #expect(try await site.send("/account/password", "old-password=wrong&\(new)", cookie: cookie).status == 403)
        let changed = try await site.send("/account/password", "old-password=correct+horse+battery&\(new)", cookie: cookie)
        #expect(changed.status == 303 && changed.cookie != nil && changed.cookie != cookie)
        #expect(try await site.ask("/", cookie: cookie).status == 303)
        #expect(try await site.ask("/", cookie: elsewhere).status == 303)
        #expect(try await site.ask("/account?done=password", cookie: changed.cookie).body.contains("The password is changed."))
    }

    @Test("edits and audits are noted with who asked; looking is not") func noted() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.reader)
        _ = try await site.ask("/briefs/chips", cookie: cookie)
        _ = try await site.send("/audit", "text=Customs", cookie: cookie)
        let event = try #require(site.store.events(before: nil, limit: 1).first?.event)
        #expect(event.kind == .audited && event.user?.rawValue == "rob" && event.subject == "POST /audit")
        _ = try await site.send("/audit", "text=", cookie: cookie)
        #expect(site.store.events(before: nil, limit: 1).first?.event == event, "what was refused changed nothing")
    }

    // MARK: How much

    @Test("who asks too often is told when to come back, and others are not held up") func tooOften() async throws {
        let site = try await StaffedSite(requests: 5)
        let token = try await site.token(.reader, [.read])
        let from = { (address: String) in token.merging(["X-Forwarded-For": address]) { $1 } }
        for _ in 0..<5 { #expect(try await site.ask("/api/v1/topics", fields: from("192.0.2.1")).status == 200) }
        let late = try await site.ask("/api/v1/topics", fields: from("192.0.2.1"))
        #expect(late.status == 429 && late.field("Retry-After") == "1" && late.body.contains("/problem/too-many"))
        #expect(try await site.ask("/api/v1/topics", fields: from("192.0.2.2")).status == 200)
        site.pass(1)
        #expect(try await site.ask("/api/v1/topics", fields: from("192.0.2.1")).status == 200)
    }

    @Test("texts are checked for each so many at once") func audits() async throws {
        let site = try await StaffedSite(audits: 2)
        let cookie = try await site.signedIn(.reader)
        #expect(try await [0, 1, 2].asyncMap { _ in try await site.send("/audit", "text=x", cookie: cookie).status } == [200, 200, 429])
        #expect(try await site.send("/audit", "text=x", cookie: site.signedIn(.editor)).status == 200)
    }

    @Test("one client elsewhere has so many connections, and gets them back when it closes them") func connections() throws {
        let open = OpenConnections(most: 2)
        let client = try #require(ClientAddress("192.0.2.1")), near = try #require(ClientAddress("127.0.0.1"))
        #expect(open.open(client) && open.open(client) && !open.open(client))
        open.closed(client)
        #expect(open.open(client))
        for _ in 0..<9 { #expect(open.open(near)) }
        open.closed(client)
        open.closed(client)
        #expect(open.clients == 0)
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
