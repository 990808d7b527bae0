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

    var isForm: Bool { headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true }

    /// The body of a form without files that was sent, as it stands.
    func formBody(upTo limit: Int) async throws -> String {
        guard isForm else { throw SiteTrouble.notAForm }
        return String(buffer: try await wholeBody(upTo: limit))
    }

    /// For a form that is taken without the token of a session, since its sender may have none: a browser has to say where it was sent from, and `SiteGuard`
    /// has refused what was sent from elsewhere. So no other site signs anybody in under a name of its choice.
    func requireSender() throws(SiteTrouble) {
        guard headers[.origin] != nil || HTTPFields.Element.Name("Sec-Fetch-Site").flatMap({ headers[$0] }) != nil else { throw .otherOrigin }
    }
}
