import Fetching
import PackedTexts
import Testing

@testable import HTTPFetching

@Suite("Servers that mean no good, or do not know better")
struct HTTPTransportTests {
    /// Time enough for a busy machine; only the test of slow servers waits for less.
    private static let limits = FetchLimits(body: 100_000, time: .seconds(20), interval: .zero)

    /// What comes of asking a server that follows the script, without robots.txt in between.
    private func ask(
        _ script: HostileServer.Script, limits: FetchLimits = limits, then check: (HostileServer) -> Void = { _ in }
    ) async throws -> Result<Answer, FetchError> {
        let server = try await HostileServer.start(["/": script])
        let transport = HTTPTransport(policy: .anywhere, limits: limits)
        let result: Result<Answer, FetchError>
        do throws(FetchError) {
            result = .success(try await transport.answer(to: FetchRequest(address: server.origin + "/")))
        } catch {
            result = .failure(error.at("/"))
        }
        check(server)
        try await server.stop()
        return result
    }

    private func raw(_ head: String, _ body: [UInt8] = []) -> HostileServer.Script {
        .bytes(Array((head + "\r\n\r\n").utf8) + body)
    }

    @Test("a body without end is cut off at the limit and the connection let go")
    func endless() async throws {
        let result = try await ask(.endless(head: "HTTP/1.1 200 OK\r\n\r\n"), limits: Self.limits) { server in
            // Socket buffers take what the client never reads.
            #expect(server.bytesSent < 20_000_000)
        }
        #expect(result == .failure(.tooLarge(limit: 100_000, "/")))
    }

    private static let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x61, count: 65_536) + Array("\r\n".utf8)

    @Test("chunks without end are cut off at the limit")
    func endlessChunks() async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(try await ask(.repeating(head: head, piece: Self.chunk)) == .failure(.tooLarge(limit: 100_000, "/")))
    }

    enum End: Sendable { case refused, outOfTime }

    @Test(
        "heads and trailers without end are refused by their size; chunk extensions and interim answers are dropped until the time is up",
        arguments: [
            ("HTTP/1.1 200 OK\r\n", "X-Endless: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", End.refused),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", "X-Endless: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n",
                .refused
            ),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", .outOfTime),
            ("", "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n", .outOfTime),
        ])
    func flood(head: String, piece: String, end: End) async throws {
        let pieces = Array(String(repeating: piece, count: 200).utf8)
        // What is refused is so long before its time; only what is not waits for the end of it.
        let limits = FetchLimits(body: 100_000, time: end == .refused ? .seconds(20) : .milliseconds(500))
        let result = try await ask(.repeating(head: head, piece: pieces), limits: limits)
        guard case .failure(let error) = result else { throw Unmet() }
        switch (error, end) {
        case (.unreachable, .refused), (.timedOut, .outOfTime): break
        default: Issue.record("\(error)")
        }
    }

    @Test("packed bytes that never come to anything are bounded too")
    func emptyBlocks() async throws {
        // Stored blocks of no length: valid, endless, and nothing comes out.
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n"
        let blocks = [UInt8](([[0x00, 0x00, 0x00, 0xff, 0xff]] as [[UInt8]]).joined())
        let piece = Array(repeatElement(blocks, count: 5000).joined())
        #expect(try await ask(.repeating(head: head, piece: piece)) == .failure(.tooLarge(limit: 100_000, "/")))
    }

    @Test("each coding we ask for is read; one on another, or one we did not ask for, is told", arguments: Packed.all)
    func codings(packed: Packed) async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(packed.bytes.count)\r\nContent-Encoding: "
        #expect(try await ask(raw(head + packed.name, packed.bytes)).get().body == Array(Packed.text.utf8))
        for other in ["zstd", "compress", packed.name + ", gzip"] {
            #expect(try await ask(raw(head + other, packed.bytes)) == .failure(.badEncoding("/")))
        }
    }

    @Test("a file that is itself a gzip is unpacked, within the same limit, under whatever name it comes")
    func packedFile() async throws {
        let gzip = Packed.gzip.bytes
        for type in ["application/gzip", "application/x-gzip", "text/xml"] {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(gzip.count)"
            #expect(try await ask(raw(head, gzip)).get().body == Array(Packed.text.utf8))
        }
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nContent-Length: \(Packed.gzipZeros.count)"
        #expect(try await ask(raw(head, Packed.gzipZeros)) == .failure(.tooLarge(limit: 100_000, "/")))
    }

    @Test("a form is posted as one")
    func form() async throws {
        let server = try await HostileServer.start(["/hub": .answer(Answer(status: 202))])
        let fetcher = HTTPFetcher(allowsLocalAddresses: true, limits: Self.limits)
        #expect(try await fetcher.send([FormField("hub.mode", "subscribe")], to: server.origin + "/hub") == 202)
        let head = try #require(server.requestHeads.first).lowercased()
        #expect(head.hasPrefix("post /hub "))
        #expect(head.contains("content-type: application/x-www-form-urlencoded\r\n"))
        #expect(head.contains("content-length: 18\r\n"))
        #expect(server.requestedPaths == ["/hub"])
        try await server.stop()
    }

    @Test("an announced gigabyte is refused before any of it is read")
    func announced() async throws {
        let result = try await ask(.endless(head: "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"))
        #expect(result == .failure(.tooLarge(limit: 100_000, "/")))
    }

    /// These servers would take hours; a machine busy with other tests may be minutes late itself.
    @Test("a server that keeps silent, or drips, is left when the time is up", .timeLimit(.minutes(20)))
    func slow() async throws {
        for script in [HostileServer.Script.silence, .dripping(head: "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")] {
            #expect(try await ask(script, limits: FetchLimits(time: .milliseconds(300))) == .failure(.timedOut(seconds: 1, "/")))
        }
    }

    @Test("a gzip that is cut off, or none, is told as such")
    func truncatedGzip() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
        let cut = Array(Packed.gzipZeros.prefix(60))
        #expect(try await ask(raw(head + "\(cut.count)", cut)) == .failure(.badEncoding("/")))
        let noise = Array("this is not gzip at all".utf8)
        #expect(try await ask(raw(head + "\(noise.count)", noise)) == .failure(.badEncoding("/")))
    }

    @Test("a small gzip that unfolds beyond the limit is too large")
    func bomb() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(Packed.gzipZeros.count)"
        #expect(try await ask(raw(head, Packed.gzipZeros)) == .failure(.tooLarge(limit: 100_000, "/")))
    }

    @Test("an honest gzip is unpacked")
    func gzip() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(Packed.gzipZeros.count)"
        let answer = try await ask(raw(head, Packed.gzipZeros), limits: FetchLimits(body: 2_000_000)).get()
        #expect(answer.body == [UInt8](repeating: 0, count: 1_000_000))
    }

    @Test("an answer shorter than announced is not taken for whole")
    func wrongLength() async throws {
        guard case .failure(.unreachable(_, let why)) = try await ask(raw("HTTP/1.1 200 OK\r\nContent-Length: 1000", Array("short".utf8))) else {
            throw Unmet()
        }
        #expect(why.contains("cut off") || why.contains("before its answer was complete"))
    }

    @Test("what is not HTTP, and heads without end, fail with a sentence")
    func noise() async throws {
        for head in ["SSH-2.0-OpenSSH_9.2", "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 200_000)] {
            guard case .failure(.unreachable(_, let why)) = try await ask(raw(head)) else { throw Unmet() }
            #expect(!why.isEmpty)
        }
    }

    @Test("a port where nobody listens is told as refused")
    func refused() async throws {
        let server = try await HostileServer.start([:])
        let port = server.port
        try await server.stop()
        let transport = HTTPTransport(policy: .anywhere, limits: Self.limits)
        await #expect(throws: FetchError.unreachable("http://127.0.0.1:\(port)/", why: "nothing answers there (connection refused)")) {
            try await transport.answer(to: FetchRequest(address: "http://127.0.0.1:\(port)/"))
        }
    }

    @Test("we say who we are, and ask whether it changed")
    func requestHead() async throws {
        let server = try await HostileServer.start(["/": .answer(.page("x"))])
        let userAgent = UserAgent(contact: "desk@paper.example\r\n")
        let transport = HTTPTransport(policy: .anywhere, limits: Self.limits, userAgent: userAgent)
        let validators = Validators(entityTag: "\"a\"", lastModified: "Sun, 01 Mar 2026 12:00:00 GMT")
        _ = try await transport.answer(to: FetchRequest(address: server.origin + "/", validators: validators))
        let head = server.requestHeads.joined().lowercased()
        for line in [
            "user-agent: bigpicture/0.1 (desk@paper.example)\r\n", "if-none-match: \"a\"\r\n", "if-modified-since: sun, 01 mar 2026 12:00:00 gmt\r\n",
            "accept-encoding: gzip, deflate, br\r\n",
        ] {
            #expect(head.contains(line))
        }
        try await server.stop()
    }

    @Test("connections are used again")
    func reuse() async throws {
        let server = try await HostileServer.start(["/": .answer(.page("x"))])
        let transport = HTTPTransport(policy: .anywhere, limits: Self.limits)
        for _ in 0..<20 { _ = try await transport.answer(to: FetchRequest(address: server.origin + "/")) }
        // One, unless the machine is so busy that the client has given an idle one up in between.
        #expect(server.connections < 5)
        try await server.stop()
    }
}

@Suite("Names that lead into a private network")
struct PrivateNameTests {
    @Test("a name that resolves to a private number is refused, even with public ones beside it")
    func resolved() async throws {
        let resolver = HostResolver { _ in [.v4(0x0808_0808), .v4(0x0a00_0001)] }
        let transport = HTTPTransport(policy: .publicOnly, limits: .standard, resolver: resolver)
        await #expect(throws: FetchError.privateAddress("http://paper.example/")) {
            try await transport.answer(to: FetchRequest(address: "http://paper.example/"))
        }
    }

    @Test("a name server that changes its answer before we connect gains nothing: not a byte is sent")
    func rebinding() async throws {
        let server = try await HostileServer.start(["/": .answer(.page("inside"))])
        let transport = HTTPTransport(
            policy: .publicOnly, limits: FetchLimits(time: .seconds(20)), resolver: HostResolver { _ in [.v4(0x0808_0808)] },
            connectingTo: ["paper.example": "127.0.0.1"])
        let address = "http://paper.example:\(server.port)/"
        await #expect(throws: FetchError.privateAddress(address)) { try await transport.answer(to: FetchRequest(address: address)) }
        #expect(server.requestedPaths.isEmpty)
        try await server.stop()
    }

    @Test("the system's resolver knows this machine")
    func system() async throws {
        #expect(try await HostResolver.system.addresses("localhost").contains { $0.isLoopback })
    }
}
