import Fetching
import HTTPFetching
import Testing

@testable import SampleLibrary

@Suite("The sample outlets' server")
struct RunningSampleServerTests {
    private func serving(_ body: (RunningSampleServer, HTTPFetcher) async throws -> Void) async throws {
        let server = try await RunningSampleServer.start()
        try await body(server, HTTPFetcher(allowsLocalAddresses: true))
        await server.stop()
    }

    private func resource(_ fetcher: HTTPFetcher, _ address: String) async throws -> Resource {
        guard case .fetched(let resource) = try await fetcher.fetch(FetchRequest(address: address)) else { throw Unmet() }
        return resource
    }

    @Test("links in a page lead to this server, whatever its port")
    func ownAddress() async throws {
        try await serving { server, fetcher in
            let catalogue = String(decoding: try await resource(fetcher, server.address(of: "feeds.opml")).body, as: UTF8.self)
            #expect(catalogue.contains("xmlUrl=\"http://127.0.0.1:\(server.port)/northlight-wire/feed.xml\""))
            #expect(!catalogue.contains("localhost:PORT"))
        }
    }

    @Test("the PDF is sent as it is")
    func pdf() async throws {
        try await serving { server, fetcher in
            let pdf = try await resource(fetcher, server.address(of: "quillhaven-institute/reports/verification-guide.pdf"))
            #expect(pdf.mediaType == "application/pdf")
            #expect(pdf.body == [UInt8](try #require(SampleFile.bytes("site/quillhaven-institute/reports/verification-guide.pdf"))))
        }
    }

    @Test(
        "each outlet declares what it declares",
        arguments: [
            ("northlight-wire/feed.xml", "application/rss+xml", "utf-8"), ("harbour-vale-post/atom.xml", "application/atom+xml", "utf-8"),
            ("averland-trade-office/notices.rdf", "application/rdf+xml", "utf-8"), ("lattice-ledger/feed.json", "application/feed+json", "utf-8"),
            ("zibbleclick/rss", "application/rss+xml", "utf-8"), ("lattice-ledger/sitemap.xml", "application/xml", "utf-8"),
            ("averland-trade-office/press/press-notice-9-2026.txt", "text/plain", "utf-8"),
            ("tern-valley-courier/2026/02/25/matx.html", "text/html", "windows-1252"),
            ("ostwind-rundschau/feed.rss", "application/rss+xml", "windows-1252"),
            ("linjiang-keji/2026/01/20/h200-haiguan.html", "text/html", nil), ("linjiang-keji/rss.xml", "application/rss+xml", nil),
            ("daily-klaxon/", "text/html", "utf-8"),
        ] as [(String, String, String?)])
    func declarations(path: String, mediaType: String, charset: String?) async throws {
        try await serving { server, fetcher in
            let resource = try await resource(fetcher, server.address(of: path))
            #expect(resource.mediaType == mediaType)
            #expect(resource.charset == charset)
        }
    }

    @Test("what was read before is not sent again")
    func conditional() async throws {
        try await serving { server, fetcher in
            let address = server.address(of: "calder-tribune/rss.xml")
            let first = try await resource(fetcher, address)
            let validators = try #require(first.validators)
            #expect(try await fetcher.fetch(FetchRequest(address: address, validators: validators)) == .notModified(freshFor: nil))
            let byDate = Validators(entityTag: nil, lastModified: validators.lastModified)
            #expect(try await fetcher.fetch(FetchRequest(address: address, validators: byDate)) == .notModified(freshFor: nil))
        }
    }

    @Test("the visitors' book tells whether the forbidden page was asked for")
    func visitors() async throws {
        try await serving { server, fetcher in
            let forbidden = server.address(of: "daily-klaxon/exclusive/dk-0216-soap.html")
            await #expect(throws: FetchError.disallowedByRobots(forbidden)) { try await fetcher.fetch(FetchRequest(address: forbidden)) }
            _ = try await resource(fetcher, server.address(of: "daily-klaxon"))
            #expect(await server.requestedPaths() == ["/robots.txt", "/daily-klaxon", "/daily-klaxon/"])
        }
    }

    @Test(
        "nothing outside the site is served",
        arguments: ["/../README.md", "/%2e%2e/README.md", "/..%2fREADME.md", "/a/../../README.md", "/.hidden", "/%00", "/..\\README.md"])
    func traversal(path: String) {
        #expect(SampleSite.parts(of: path) == nil)
    }

    @Test("a page that is not there is 404")
    func missing() async throws {
        try await serving { server, fetcher in
            let address = server.address(of: "calder-tribune/2026/nothing.html")
            await #expect(throws: FetchError.status(404, address)) { try await fetcher.fetch(FetchRequest(address: address)) }
        }
    }

    @Test("a taken port is no obstacle, and a stopped server gives its own back")
    func ports() async throws {
        let first = try await RunningSampleServer.start()
        let second = try await RunningSampleServer.start(preferredPort: first.port)
        #expect(second.port != first.port)
        await second.stop()
        await first.stop()
        let third = try await RunningSampleServer.start(preferredPort: first.port)
        #expect(third.port == first.port)
        await third.stop()
    }
}

struct Unmet: Error {}
