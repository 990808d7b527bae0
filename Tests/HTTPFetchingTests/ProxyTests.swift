import BriefModel
import Fetching
import Testing

@testable import HTTPFetching

@Suite("Proxies by the usual variables")
struct ProxyTests {
    private func route(_ address: String, _ environment: [String: String]) throws -> ProxyTable.Route {
        ProxyTable(environment: environment).route(to: try #require(WebAddress(address)))
    }

    private func http(_ host: String, _ port: Int, user: String? = nil, password: String? = nil) -> ProxyTable.Route {
        .through(ProxyTable.Proxy(kind: .http, host: host, port: port, user: user, password: password))
    }

    @Test("each scheme has its variable, and all_proxy serves what is left")
    func variables() throws {
        let environment = ["http_proxy": "http://one.example:3128", "HTTPS_PROXY": "two.example:8080", "all_proxy": "socks5://three.example"]
        #expect(try route("http://paper.example/", environment) == http("one.example", 3128))
        #expect(try route("https://paper.example/", environment) == http("two.example", 8080))
        #expect(
            try route("http://paper.example/", ["ALL_PROXY": "socks5h://three.example"])
                == .through(ProxyTable.Proxy(kind: .socks5, host: "three.example", port: 1080, user: nil, password: nil)))
        #expect(try route("http://paper.example/", [:]) == .direct)
        #expect(try route("http://paper.example/", ["http_proxy": ""]) == .direct)
    }

    @Test("HTTP_PROXY in capitals is not read: a client could set it in a CGI environment")
    func httpoxy() throws { #expect(try route("http://paper.example/", ["HTTP_PROXY": "http://one.example:3128"]) == .direct) }

    @Test("a name and a password are taken from the address, escapes undone")
    func credentials() throws {
        let environment = ["http_proxy": "http://reader:p%40ss%3Aword@one.example:3128/"]
        #expect(try route("http://paper.example/", environment) == http("one.example", 3128, user: "reader", password: "p@ss:word"))
    }

    @Test(
        "no_proxy names exceptions: suffixes, ports, numbers and blocks of them",
        arguments: [
            ("http://paper.example/", "paper.example", true), ("http://www.paper.example/", "paper.example", true),
            ("http://www.paper.example/", ".paper.example", true), ("http://www.paper.example/", "*.paper.example", true),
            ("http://newspaper.example/", "paper.example", false), ("http://paper.example:8080/", "paper.example:8080", true),
            ("http://paper.example/", "paper.example:8080", false), ("http://10.1.2.3/", "10.0.0.0/8", true),
            ("http://11.1.2.3/", "10.0.0.0/8", false),
            ("http://0x0a.1/", "10.0.0.0/8", true), ("http://[fd00::1]/", "fd00::/8", true), ("http://[fe80::1]/", "fd00::/8", false),
            ("http://192.0.2.7/", "192.0.2.7", true), ("http://paper.example/", "other.example, *", true), ("http://paper.example/", " , ", false),
            ("http://paper.example/", "10.0.0.0/99", false), ("http://8.8.8.8/", "0.0.0.0/0", true),
        ])
    func exceptions(address: String, list: String, isDirect: Bool) throws {
        #expect(try (route(address, ["http_proxy": "one.example:3128", "no_proxy": list]) == .direct) == isDirect)
    }

    @Test(
        "this machine is never asked through a proxy",
        arguments: ["http://localhost/", "http://127.0.0.1:8000/", "http://[::1]/", "http://2130706433/"])
    func loopback(address: String) throws { #expect(try route(address, ["http_proxy": "one.example:3128"]) == .direct) }

    @Test(
        "a proxy that cannot be spoken to is told, never gone around",
        arguments: ["https://one.example", "ftp://one.example", "socks5://a:b@one.example", ":"])
    func unusable(text: String) async throws {
        #expect(try route("http://paper.example/", ["http_proxy": text]) == .unusable(variable: "http_proxy"))
        let transport = HTTPTransport(policy: .anywhere, limits: .standard, proxies: ProxyTable(environment: ["http_proxy": text]))
        await #expect { try await transport.answer(to: FetchRequest(address: "http://paper.example/")) } throws: { "\($0)".contains("http_proxy") }
    }

    @Test("a request goes through the proxy with its credentials, and the name is resolved there")
    func through() async throws {
        let proxy = try await HostileServer.start(["paper.example:80": .tunnel(.page("inside the tunnel"))])
        let table = ProxyTable(environment: ["http_proxy": "http://reader:secret@127.0.0.1:\(proxy.port)"])
        let transport = HTTPTransport(
            policy: .publicOnly, limits: FetchLimits(time: .seconds(20)), proxies: table,
            resolver: HostResolver { name throws(FetchError) in throw .unreachable(name, why: "its name cannot be resolved") })
        let answer = try await transport.answer(to: FetchRequest(address: "http://paper.example/"))
        #expect(answer.body == Array("inside the tunnel".utf8))
        #expect(proxy.requestHeads.first?.lowercased().contains("proxy-authorization: basic cmvhzgvyonnly3jlda==") == true)
        try await proxy.stop()
    }

    @Test("a proxy does not open a private network: what can be judged here is")
    func privateTargets() async throws {
        let table = ProxyTable(environment: ["http_proxy": "http://127.0.0.1:9"])
        let resolver = HostResolver { _ in [.v4(0x0a00_0001)] }
        let transport = HTTPTransport(policy: .publicOnly, limits: .standard, proxies: table, resolver: resolver)
        for address in ["http://paper.example/", "http://10.0.0.1/", "http://intranet/"] {
            await #expect(throws: FetchError.privateAddress(address)) { try await transport.answer(to: FetchRequest(address: address)) }
        }
    }
}
