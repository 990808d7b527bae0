import Access
import BriefRendering
import Hummingbird
import NIOCore

extension HTMLWriter {
    /// Goes into every form that is sent by POST, as its first field. It ties the form to the session of whom the page is written for, so that no page
    /// elsewhere can send it in their name (CSRF); `SiteDoor` refuses a form without it. Where nobody signs in it writes nothing.
    ///
    ///     html.element("form", .action(.site("topics")), .method("post")) { html in
    ///         html.formToken()
    ///         …
    ///
    /// It may be used in forms of both encodings, `application/x-www-form-urlencoded` and `multipart/form-data`. A script that sends something else puts
    /// the value of the field into a header field `X-Form-Token`.
    mutating func formToken() {
        guard let token = Visitor.current.formToken else { return }
        void("input", .type("hidden"), .name("form-token"), .value(token))
    }
}

/// The proof that a form comes from a page of its sender's own session.
enum FormToken {
    static let field = "form-token"
    /// Bytes of a form with what is uploaded in it.
    static let longestForm = 32 << 20

    /// Whether the token of a request is the session's. The body is read for it, and can be read again.
    static func isRight(in request: inout Request, _ secret: Secret) async throws -> Bool {
        if let token = HTTPFields.Element.Name("X-Form-Token").flatMap({ request.headers[$0] }) { return secret.hasFormToken(token) }
        if let body = try await wholeForm(&request, upTo: longestForm) {
            return FormText.value(of: field, in: body).map(secret.hasFormToken) ?? false
        }
        guard request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true else { return false }
        let body = try await whole(&request, upTo: longestForm)
        return part(of: body.readableBytesView).map(secret.hasFormToken) ?? false
    }

    /// The body of a form without files, and the request to be read again; nil when it is none.
    static func wholeForm(_ request: inout Request, upTo limit: Int) async throws -> String? {
        guard request.isForm else { return nil }
        return String(buffer: try await whole(&request, upTo: limit))
    }

    private static func whole(_ request: inout Request, upTo limit: Int) async throws -> ByteBuffer {
        let body = try await request.wholeBody(upTo: limit)
        request.body = RequestBody(buffer: body)
        return body
    }

    /// The token in a form of parts: it is the first of them, a few lines from the start.
    private static func part(of body: ByteBufferView) -> String? {
        let start = String(decoding: body.prefix(1_024), as: UTF8.self)
        guard let name = start.firstRange(of: "name=\"\(field)\"\r\n\r\n"), let end = start[name.upperBound...].firstRange(of: "\r\n") else {
            return nil
        }
        return String(start[name.upperBound..<end.lowerBound])
    }
}
