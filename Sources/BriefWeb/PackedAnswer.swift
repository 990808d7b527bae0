import CCompression
import Hummingbird
import NIOCore

/// Pages as gzip (RFC 9110, section 8.4) for whoever takes it: a brief of 300 KB is one of 50. What has a strong ETag stays as it is, since that names its bytes.
struct PackedAnswer: RouterMiddleware {
    /// Below this, packing gains nothing.
    private static let smallest = 1_400

    @concurrent func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard response.headers[.eTag] == nil, response.headers[.contentEncoding] == nil, Self.isText(response.headers[.contentType]),
            let length = response.body.contentLength, length >= Self.smallest
        else { return response }
        response.headers[values: .vary].append("Accept-Encoding")
        guard Self.takesGzip(request.headers[values: .acceptEncoding].joined(separator: ",")) else { return response }
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        // One buffer: its length is known.
        response.body = response.body.map { Self.packed($0) }
        return response
    }

    private static func isText(_ type: String?) -> Bool {
        guard let type else { return false }
        return ["text/html", "text/markdown", "application/json", "application/atom+xml", "application/feed+json"].contains { type.hasPrefix($0) }
    }

    /// Whether `gzip` is named, and not with a weight of nothing.
    static func takesGzip(_ field: String) -> Bool {
        field.lowercased().split(separator: ",").contains { part in
            let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard words.first == "gzip" || words.first == "x-gzip" else { return false }
            let weight = words.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0
        }
    }

    private static func packed(_ buffer: ByteBuffer) -> ByteBuffer {
        let capacity = bp_gzip_bound(buffer.readableBytes)
        var packed = ByteBuffer()
        packed.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { target in
            buffer.withUnsafeReadableBytes { source in
                bp_gzip(source.bindMemory(to: UInt8.self).baseAddress, source.count, target.bindMemory(to: UInt8.self).baseAddress, capacity)
            }
        }
        return packed
    }
}
