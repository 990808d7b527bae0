import Hummingbird
import Storage
import Testing

@testable import BriefWeb

@Suite("Who may do what") struct RouteRuleTests {
    @Test("every route of the site has a rule") func everyRoute() throws {
        let routes = BriefSite(try DeskTests.content()).router().routes
        #expect(routes.count > 30)
        for route in routes { #expect(RouteRule.named(route.method, "\(route.path)") != nil, "\(route.method) \(route.path)") }
        #expect(RouteRule.named(.get, "/secrets") == nil)
    }

    @Test("each role may do what those below it may, and more") func roles() {
        let allowed = Role.allCases.map { role in Set(Permission.allCases.filter(role.allows)) }
        #expect(allowed == [[.read, .audit, .account], [.read, .audit, .account, .edit], Set(Permission.allCases)])
        #expect(Role.reader < .editor && Role.editor < .admin)
    }

    @Test(
        "a group of routes asks for the same by every address of it",
        arguments: [
            ("GET", "/", "read"), ("GET", "/briefs/:topic", "read"), ("POST", "/topics/:topic", "edit"), ("GET", "/topics/new", "edit"),
            ("GET", "/topics/{name}/edit", "edit"), ("GET", "/import", "edit"),
            ("POST", "/audit", "audit"), ("POST", "/api/v1/audits", "audit"), ("POST", "/api/v1/topics", "edit"), ("GET", "/settings", "administer"),
            ("POST", "/users/:name", "administer"), ("POST", "/sign-out", "account"), ("DELETE", "/stories/:id", "edit"),
        ])
    func groups(method: String, path: String, permission: String) throws {
        #expect(RouteRule.named(try #require(HTTPRequest.Method(method)), path) == .asks(try #require(Permission(rawValue: permission))))
    }

    @Test("a token does what its scopes name, as far as its user may, and never looks after accounts") func scopes() {
        func may(_ role: Role, _ scopes: Set<TokenScope>) -> Set<Permission> {
            Set(Permission.allCases.filter(Visitor(name: UserName("ann"), pass: .token(role, scopes)).may))
        }
        #expect(may(.admin, [.read]) == [.read] && may(.admin, []) == [])
        #expect(may(.reader, [.read, .audit, .write]) == [.read, .audit])
        #expect(may(.admin, Set(TokenScope.allCases)) == [.read, .audit, .edit])
    }

    @Test("where nobody signs in, all is allowed; where somebody must, nobody may do anything") func owner() {
        #expect(Permission.allCases.allSatisfy(Visitor.owner.may) && !Permission.allCases.contains(where: Visitor.nobody.may))
    }
}
