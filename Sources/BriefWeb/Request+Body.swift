import Hummingbird
import NIOCore

extension Request {
    /// The whole body, never a part of it.
    /// - Throws: `SiteTrouble.tooLong`, for a length that is only announced too; whatever ended the connection where the body did not come to its end.
    func wholeBody(upTo limit: Int) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw SiteTrouble.tooLong }
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw SiteTrouble.tooLong
        }
    }
}
