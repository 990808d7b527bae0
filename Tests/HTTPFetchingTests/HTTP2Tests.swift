import AsyncHTTPClient
import Fetching
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix
import NIOSSL
import PackedTexts
import Testing

@testable import HTTPFetching

@Suite("HTTP/2")
struct HTTP2Tests {
    @Test("a server that offers HTTP/2 in its TLS handshake is spoken to in it; one that does not, in HTTP/1.1", arguments: [true, false])
    func negotiation(offersHTTP2: Bool) async throws {
        let server = try await SecureServer.start(offersHTTP2: offersHTTP2)
        let transport = HTTPTransport(policy: .anywhere, limits: FetchLimits(time: .seconds(20)), adjust: SecureServer.trust)
        let answer = try await transport.answer(to: FetchRequest(address: "https://localhost:\(server.port)/"))
        #expect(answer.fields["x-protocol"] == (offersHTTP2 ? "HTTP/2.0" : "HTTP/1.1"))
        #expect(answer.body == Array(Packed.text.utf8))
        try await server.stop()
    }

    @Test("a private address is refused over HTTP/2 as well, before a request is sent")
    func privateAddress() async throws {
        let server = try await SecureServer.start(offersHTTP2: true)
        let transport = HTTPTransport(
            policy: .publicOnly, limits: FetchLimits(time: .seconds(20)), resolver: HostResolver { _ in [.v4(0x0808_0808)] },
            connectingTo: ["paper.example": "127.0.0.1"], adjust: SecureServer.trust)
        let address = "https://paper.example:\(server.port)/"
        await #expect(throws: FetchError.privateAddress(address)) { try await transport.answer(to: FetchRequest(address: address)) }
        try await server.stop()
    }
}

/// A server on this machine behind TLS that says which protocol it was asked in.
private struct SecureServer {
    let channel: any Channel
    var port: Int { channel.localAddress?.port ?? 0 }

    static func start(offersHTTP2: Bool) async throws -> SecureServer {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem))],
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
        configuration.applicationProtocols = offersHTTP2 ? ["h2", "http/1.1"] : ["http/1.1"]
        let context = try NIOSSLContext(configuration: configuration)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                }.flatMap {
                    channel.configureHTTP2SecureUpgrade(
                        h2ChannelConfigurator: { channel in
                            channel.configureHTTP2Pipeline(mode: .server) { stream in
                                stream.eventLoop.makeCompletedFuture {
                                    try stream.pipeline.syncOperations.addHandlers([HTTP2FramePayloadToHTTP1ServerCodec(), Respondent()])
                                }
                            }.map { _ in }
                        },
                        http1ChannelConfigurator: { channel in
                            channel.pipeline.configureHTTPServerPipeline().flatMap {
                                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Respondent()) }
                            }
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return SecureServer(channel: channel)
    }

    func stop() async throws { try await channel.close() }

    /// The test's own certificate vouches for itself.
    static func trust(_ configuration: inout HTTPClient.Configuration) {
        configuration.tlsConfiguration = .makeClientConfiguration()
        configuration.tlsConfiguration?.certificateVerification = .none
    }

    // Made for these tests by `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes`; it opens nothing anywhere.
    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKj0LNYxYn3yKYDNe
        kHCimHBIiG7RRJDfKn++1HjlZrChRANCAAToj91C67aBFl8CeutSiNEILNSV2iNF
        Oc2BDDoFvm97YGt4XFRgk2dPB0BkY8Rm/stnipViXiai9jc6WfEF79L4
        -----END PRIVATE KEY-----
        """
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmjCCAUGgAwIBAgIUNThNyKaDLYatwodDjQtDXuLc2P8wCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjA2NTg0MVoYDzIxMjYxMTAy
        MDY1ODQxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAToj91C67aBFl8CeutSiNEILNSV2iNFOc2BDDoFvm97YGt4XFRgk2dP
        B0BkY8Rm/stnipViXiai9jc6WfEF79L4o28wbTAdBgNVHQ4EFgQUL5EwaP+d7kXI
        NUqam2lnlYn2E44wHwYDVR0jBBgwFoAUL5EwaP+d7kXINUqam2lnlYn2E44wDwYD
        VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
        zj0EAwIDRwAwRAIgOQQqpSfNVovaqVC7dUkduUJAnB4qCpARaw8uf/eJmYsCIEYV
        buOLdMwhfgA7F6AXaoGMfMJ/6sF0CiQHlWKK8hCZ
        -----END CERTIFICATE-----
        """
}

private final class Respondent: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private var version = HTTPVersion.http1_1

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): version = head.version
        case .body: return
        case .end:
            let fields: HTTPHeaders = [
                "x-protocol": "\(version)", "content-encoding": "br", "content-length": "\(Packed.brotli.bytes.count)",
            ]
            context.write(wrapOutboundOut(.head(HTTPResponseHead(version: version, status: .ok, headers: fields))), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: Packed.brotli.bytes)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
