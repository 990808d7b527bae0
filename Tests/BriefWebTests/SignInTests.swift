import Access
import Hummingbird
import Storage
import Testing

@testable import BriefWeb

@Suite("Signing in") struct SignInTests {
    @Test("who has not signed in is led to the sign-in and from there to the page asked for") func there() async throws {
        let site = try await StaffedSite()
        let away = try await site.ask("/briefs/chips?x=1&y=%C3%A9")
        #expect(away.status == 303 && away.field("Location") == "/sign-in?next=%2Fbriefs%2Fchips%3Fx%3D1%26y%3D%25C3%25A9")
        let page = try await site.ask(try #require(away.field("Location")))
        #expect(page.status == 200 && page.body.contains(#"name="next" value="/briefs/chips?x=1&amp;y=%C3%A9""#) && !page.body.contains("Search"))
        let back = try await site.send("/sign-in", "user=rob&password=correct+horse+battery&next=%2Fbriefs%2Fchips%3Fx%3D1")
        #expect(back.status == 303 && back.field("Location") == "/briefs/chips?x=1" && back.field("Cache-Control") == "no-store")
        let brief = try await site.ask("/briefs/chips", cookie: back.cookie)
        #expect(brief.status == 200 && brief.body.contains(">Account</a>") && brief.field("Cache-Control") == "private, no-cache")
        #expect(try await site.ask("/sign-in?next=/search", cookie: back.cookie).field("Location") == "/search")
    }

    @Test(
        "the way on after signing in leads nowhere else, and nowhere out of what is seen",
        arguments: [
            "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/%2Fevil.example", "/%2F%2Fevil.example",
            "/%5Cevil.example", "javascript:alert(1)",
            "/../etc/passwd", "/briefs/../../x", "/briefs/%2e%2e/x", "/./x", "/a\tb", "/a\r\nSet-Cookie: x=1", "/\u{202E}x", "evil", "", "/sign-out",
            "/sign-in?next=/",
            "/" + String(repeating: "a", count: 5_000), "/%FF", "/%",
        ])
    func wayOn(path: String) { #expect(LocalPath.afterSignIn(path) == .home) }

    @Test("a path of ours is kept as it is", arguments: ["/", "/briefs/chips", "/search?q=a%20b&x=//y", "/articles/x%2Fy#passage"])
    func ours(path: String) { #expect(LocalPath(path).text == path && LocalPath.afterSignIn(path).text == path) }

    @Test("the cookie is seen by no script and sent with no other site's form; over TLS it is bound to this very name") func cookie() async throws {
        let site = try await StaffedSite()
        let plain = try await site.send("/sign-in", "user=ann&password=correct+horse+battery")
        let cookie = try #require(plain.field("Set-Cookie"))
        #expect(cookie.hasPrefix("bigpicture=") && cookie.hasSuffix("; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax"))
        let tls = ["X-Forwarded-Proto": "https", "Origin": "https://localhost"]
        let safe = try await site.send("/sign-in", "user=ann&password=correct+horse+battery", fields: tls)
        #expect(
            safe.field("Set-Cookie")?.hasPrefix("__Host-bigpicture=") == true && safe.field("Set-Cookie")?.hasSuffix("; SameSite=Lax; Secure") == true
        )
        #expect(try await site.ask("/", fields: tls, cookie: safe.cookie).status == 200)
        #expect(try await site.ask("/", fields: tls, cookie: plain.cookie).status == 303, "one sent in the clear is none over TLS")
    }

    @Test("a session planted before signing in is not the one after") func fixation() async throws {
        let site = try await StaffedSite()
        let planted = "bigpicture=" + String(repeating: "A", count: 43)
        let answer = try await site.send("/sign-in", "user=ann&password=correct+horse+battery", fields: ["Cookie": planted])
        #expect(answer.cookie != planted)
        #expect(try await site.ask("/", cookie: planted).status == 303)
        let first = try #require(answer.cookie)
        let second = try await site.send("/sign-in", "user=ann&password=correct+horse+battery", fields: ["Cookie": first])
        #expect(second.cookie != first)
        #expect(try await site.ask("/", cookie: first).status == 303, "the session before is over")
    }

    @Test("nobody is signed in by a form of which a browser does not say where it was sent from", arguments: ["/sign-in", "/language"])
    func unknownSender(path: String) async throws {
        let site = try await StaffedSite()
        let form = "user=ann&password=correct+horse+battery&language=de&zone=UTC", type = ["Content-Type": "application/x-www-form-urlencoded"]
        let silent = try await site.ask(path, .post, fields: type, body: form)
        #expect(silent.status == 403 && silent.field("Set-Cookie") == nil)
        for (origin, status) in [("http://localhost", 303), ("http://evil.example", 403), ("null", 403)] {
            #expect(try await site.ask(path, .post, fields: type.merging(["Origin": origin]) { $1 }, body: form).status == status)
        }
    }

    @Test("a wrong password and an unknown name have the same answer, with the name as it was typed") func sameAnswer() async throws {
        let site = try await StaffedSite()
        let wrong = try await site.send("/sign-in", "user=ann&password=not+the+password&next=%2Fsearch")
        let unknown = try await site.send("/sign-in", "user=zoe&password=not+the+password&next=%2Fsearch")
        #expect(wrong.status == 403 && unknown.status == 403)
        #expect(wrong.body.contains(#"value="ann""#) && wrong.body.replacing(#"value="ann""#, with: #"value="zoe""#) == unknown.body)
        #expect(wrong.body.contains("The name or the password is not right.") && wrong.body.contains(#"role="alert""#))
        #expect(wrong.body.contains(#"name="next" value="/search""#) && !wrong.body.contains("not the password"))
        #expect(wrong.fields == unknown.fields && wrong.cookie == nil)
    }

    @Test("after too many tries one has to wait, and is told how long") func lockOut() async throws {
        let site = try await StaffedSite()
        for name in ["ann", "zoe"] {
            for _ in 0..<6 {
                _ = try await site.send("/sign-in", "user=\(name)&password=wrong", fields: ["X-Forwarded-For": "192.0.2.\(name == "ann" ? 1 : 2)"])
            }
            let late = try await site.send(
                "/sign-in", "user=\(name)&password=correct+horse+battery", fields: ["X-Forwarded-For": "198.51.100.7"])
            #expect(late.status == 429 && late.field("Retry-After") == "2" && late.body.contains("Try again in 2 seconds."))
        }
        site.pass(2)
        #expect(try await site.send("/sign-in", "user=ann&password=correct+horse+battery").status == 303)
    }

    @Test("what a web server before us says of an address counts, its last word alone") func forwarded() async throws {
        let site = try await StaffedSite()
        _ = try await site.send("/sign-in", "user=ann&password=wrong", fields: ["X-Forwarded-For": "6.6.6.6, 192.0.2.8"])
        #expect(site.store.events(before: nil, limit: 1).first?.event.address == "192.0.2.8")
        _ = try await site.send("/sign-in", "user=ann&password=wrong", fields: ["X-Forwarded-For": "<script>"])
        #expect(site.store.events(before: nil, limit: 1).first?.event.address == "unknown")
    }

    @Test(
        "fields that a web server would set count from this machine alone",
        arguments: [("203.0.113.9", "203.0.113.9"), ("127.0.0.1", "192.0.2.8"), ("::1", "192.0.2.8")])
    func trusted(peer: String, seen: String) async throws {
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: nil, authority: "x", path: "/",
                headerFields: [HTTPFields.Element.Name("X-Forwarded-For")!: "192.0.2.8", HTTPFields.Element.Name("X-Forwarded-Proto")!: "https"]),
            body: RequestBody(buffer: ByteBuffer()))
        let caller = Caller(request, peer: peer, isEncrypted: false)
        #expect(caller.address == seen && caller.isSecure == (seen == "192.0.2.8"))
    }

    @Test("signing out ends the session, in the browser too") func signOut() async throws {
        let site = try await StaffedSite()
        let cookie = try await site.signedIn(.reader)
        let out = try await site.send("/sign-out", "", cookie: cookie)
        #expect(
            out.status == 303 && out.field("Location") == "/sign-in" && out.field("Set-Cookie")?.hasPrefix("bigpicture=; Path=/; Max-Age=0") == true)
        #expect(try await site.ask("/", cookie: cookie).status == 303)
    }

    @Test("a session ends unused after two days, and after fourteen in any case") func expiry() async throws {
        let site = try await StaffedSite()
        let idle = try await site.signedIn(.reader)
        site.pass(2 * 86_400)
        #expect(try await site.ask("/", cookie: idle).status == 303)
        let busy = try await site.signedIn(.reader)
        for _ in 0..<13 {
            site.pass(86_400)
            #expect(try await site.ask("/", cookie: busy).status == 200)
        }
        site.pass(86_400)
        #expect(try await site.ask("/", cookie: busy).status == 303)
    }

    @Test("on this machine and without users nobody signs in; with the first user everybody does") func owner() async throws {
        let site = try await StaffedSite(isOpenWithoutUsers: true, hasUsers: false)
        #expect(try await site.ask("/").status == 200)
        #expect(try await site.ask("/sign-in").field("Location") == "/")
        for path in ["/account", "/users", "/log"] {
            let page = try await site.ask(path)
            #expect(page.status == 200 && page.body.contains("Nobody signs in here") && page.body.contains("bigpicture user add NAME --role admin"))
        }
        #expect(try await !site.ask("/").body.contains("form-token"))
        try await site.doorkeeper.add("ann", role: .admin, password: StaffedSite.password, by: .machine)
        #expect(try await site.ask("/").status == 303)
    }

    @Test("where others come, nobody is let in as long as there are no users, and the page says what to do") func nobody() async throws {
        let site = try await StaffedSite(hasUsers: false)
        #expect(try await site.ask("/").status == 303)
        #expect(try await site.ask("/sign-in").body.contains("bigpicture user add NAME --role admin"))
        #expect(try await site.ask("/api/v1/topics").status == 401)
    }
}
