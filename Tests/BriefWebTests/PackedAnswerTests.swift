import ContentCoding
import Hummingbird
import HummingbirdTesting
import Testing

@testable import BriefWeb

@Suite struct PackedAnswerTests {
    private static func home(_ accepted: String? = nil) async throws -> (fields: HTTPFields, bytes: [UInt8]) {
        let site = BriefSite(try SampleSite.content())
        var fields = HTTPFields()
        fields[.acceptEncoding] = accepted
        let sent = fields
        return try await Application(router: site.router()).test(.router) { client in
            try await client.execute(uri: "/", method: .get, headers: sent) { ($0.headers, Array($0.body.readableBytesView)) }
        }
    }

    @Test func aPageIsPackedForWhoeverTakesIt() async throws {
        let plain = try await Self.home()
        let packed = try await Self.home("br, gzip")
        #expect(plain.fields[.contentEncoding] == nil && packed.fields[.contentEncoding] == "gzip")
        #expect(plain.fields[values: .vary].contains { $0.contains("Accept-Encoding") }, "a cache must not hand one to whoever takes only the other")
        #expect(packed.bytes.count < plain.bytes.count / 2)
        let decoder = ContentDecoder(.gzip)
        var unpacked: [UInt8] = []
        try packed.bytes.withUnsafeBytes { try decoder.decode($0, into: &unpacked, limit: 1 << 20) }
        try decoder.finish()
        #expect(unpacked == plain.bytes)
    }

    @Test(arguments: ["", "identity", "br", "gzip;q=0", "gzip; q=0.0", "notgzip"]) func nobodyIsSentWhatTheyDoNotTake(_ field: String) {
        #expect(!PackedAnswer.takesGzip(field))
    }

    @Test(arguments: ["gzip", "GZIP", "deflate, gzip;q=0.5", "x-gzip"]) func gzipIsRecognised(_ field: String) {
        #expect(PackedAnswer.takesGzip(field))
    }
}
