import BriefWeb
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import Synchronization
import Testing

/// Requests that a proxy before us might read otherwise than we do.
@Suite("Odd requests", .timeLimit(.minutes(10))) struct OddRequestTests {
    struct Shape: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: String
        var testDescription: String { name }
    }

    /// Long enough for a busy machine: each of these ends without being timed out.
    private static let limits = ServingLimits(headTime: .seconds(10), bodyTime: .seconds(10), lingerTime: .milliseconds(50))
    private static let form = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    private static let hidden = "GET /briefs/chips HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    /// Each carries a second request inside, which must not be answered.
    static let shapes: [Shape] = [
        Shape(name: "two lengths", bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length: 0\r\nContent-Length: 6\r\n\r\n\(hidden)"),
        Shape(name: "two equal lengths", bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length: 0\r\nContent-Length: 0\r\n\r\n\(hidden)"),
        Shape(name: "a list of lengths", bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length: 0, 0\r\n\r\n\(hidden)"),
        Shape(name: "a length with a sign", bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length: +0\r\n\r\n\(hidden)"),
        Shape(name: "a length below nothing", bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length: -1\r\n\r\n\(hidden)"),
        Shape(
            name: "length and chunks",
            bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(hidden)"),
        Shape(
            name: "chunks and length",
            bytes: "POST /audit HTTP/1.1\r\n\(form)Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n\(hidden)"),
        Shape(
            name: "two codings",
            bytes: "POST /audit HTTP/1.1\r\n\(form)Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n\(hidden)"),
        Shape(name: "a coding in disguise", bytes: "POST /audit HTTP/1.1\r\n\(form)Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n\(hidden)"),
        Shape(name: "a coding after chunks", bytes: "POST /audit HTTP/1.1\r\n\(form)Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n\(hidden)"),
        Shape(name: "chunks in HTTP/1.0", bytes: "POST /audit HTTP/1.0\r\n\(form)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(hidden)"),
        Shape(name: "a space before the colon", bytes: "POST /audit HTTP/1.1\r\n\(form)Content-Length : 0\r\n\r\n\(hidden)"),
        Shape(name: "a bare carriage return", bytes: "POST /audit HTTP/1.1\r\n\(form)X: a\rContent-Length: 0\r\n\r\n\(hidden)"),
        Shape(name: "a bare carriage return before the end", bytes: "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\r\n\r\n\(hidden)"),
        Shape(name: "a folded field", bytes: "POST /audit HTTP/1.1\r\n\(form)X: a\r\n Content-Length: 0\r\n\r\n\(hidden)"),
        Shape(name: "a nothing in a field", bytes: "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n\(hidden)"),
        Shape(
            name: "a chunk size of many digits",
            bytes: "POST /audit HTTP/1.1\r\n\(form)Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\(hidden)"),
        Shape(name: "no name", bytes: "GET / HTTP/1.1\r\n\r\n\(hidden)"),
        Shape(name: "two names", bytes: "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n\(hidden)"),
        Shape(name: "a name that is more", bytes: "GET / HTTP/1.1\r\nHost: localhost:80@evil.example\r\n\r\n\(hidden)"),
        Shape(name: "an address of another name", bytes: "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n\(hidden)"),
        Shape(name: "an address of another kind", bytes: "GET file:///etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n\(hidden)"),
        Shape(name: "a tunnel", bytes: "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n\(hidden)"),
        Shape(name: "a star", bytes: "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n\(hidden)"),
        Shape(name: "a back stroke", bytes: "GET /\\evil.example HTTP/1.1\r\nHost: localhost\r\n\r\n\(hidden)"),
        Shape(name: "another version", bytes: "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n\(hidden)"),
        Shape(name: "the preface of HTTP/2", bytes: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\(hidden)"),
        Shape(name: "a greeting of TLS", bytes: "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}"),
    ]

    @Test("are refused, and what hides behind them is not answered", arguments: shapes) func refused(shape: Shape) async throws {
        let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.limits) { try await RawExchange.answer([shape.bytes], at: $0) }
        let answers = heard.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: false).dropFirst()
        #expect(answers.count <= 1 && answers.allSatisfy { $0.hasPrefix("4") || $0.hasPrefix("5") }, "\(heard.prefix(200))")
        #expect(!heard.contains("Customs held"))
    }

    @Test(
        "that have one meaning are answered, each once",
        arguments: [
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\n\r\ntext=a",
            "POST /audit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\ntext=\r\n1\r\nb\r\n0\r\n\r\n",
        ])
    func sound(bytes: String) async throws {
        let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.limits) { port in
            try await RawExchange.answer([bytes + Self.hidden], at: port)
        }
        let answers = heard.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: false).dropFirst()
        #expect(answers.count == 2 && answers.allSatisfy { $0.hasPrefix("200") } && heard.contains("Customs held"), "\(heard.prefix(200))")
    }

    @Test(
        "for files that are no pages find none",
        arguments: [
            "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/briefs/..%2F..%2F..%2Fetc%2Fpasswd",
            "/briefs/%2Fetc%2Fpasswd",
            "/briefs/chips/../../etc/passwd", "/articles/..%2Flibrary.sqlite", "/articles/%00", "/articles/wire-1%00.json",
            "/briefs/chips%0d%0aX:%20y",
            "//etc/passwd", "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/..%c0%af..%c0%afetc/passwd", "/articles/..%5c..%5cetc", "/briefs/../articles/wire-1",
            "/library.sqlite", "/signing-key.pem", "/topics/chips.yaml",
        ])
    func traversal(path: String) async throws {
        let heard = try await RawExchange.serving(SampleSite.content(), limits: Self.limits) { port in
            try await RawExchange.answer(["GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"], at: port)
        }
        #expect(heard.hasPrefix("HTTP/1.1 40") && !heard.contains("root:") && !heard.contains("\r\nX: y"), "\(heard.prefix(100))")
    }

    @Test(
        "that fail tell no path and nothing of what was stored",
        arguments: [
            StorageError.cannotOpen(path: "/home/ana/library", why: "/home/ana"), .readOnly(path: "/home/ana/library"),
            .diskFull(path: "/home/ana/library"), .newerSchema(path: "/home/ana/library"), .busy(path: "/home/ana/library"),
            .damaged(path: "/home/ana/library", why: "row of /home/ana"), .failed("SELECT secret FROM /home/ana"),
        ])
    func errors(error: StorageError) async throws {
        var content = try SampleSite.content()
        content.brief = { _ in throw error }
        let site = BriefSite(content, hosts: nil)
        try await Application(router: site.router()).test(.router) { client in
            for path in ["/briefs/chips", "/briefs/chips.json", "/briefs/chips/sources"] {
                try await client.execute(uri: path, method: .get) { response in
                    let page = String(buffer: response.body)
                    #expect(response.status.code == 500 && !page.contains("/home") && !page.contains("ana/") && !page.contains("SELECT"))
                }
            }
        }
    }
}
