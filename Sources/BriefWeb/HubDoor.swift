import Crypto
import FoundationEssentials
import Hummingbird
public import Storage

/// Where hubs reach us (WebSub): the only room of the site that is open under its public name.
public struct HubDoor: Sendable {
    /// The name under which hubs reach us, lower case.
    public var host: String
    /// A hub's question whether we meant it: the challenge to give back, or nil.
    public var answer: @Sendable (_ question: HubQuestion, _ token: String) async throws -> String?
    /// What a push to this path must be signed with; nil for a path we never gave out.
    public var secret: @Sendable (_ token: String) async throws -> String?
    /// A push whose signature holds. What it carries is not read: the feed is asked itself.
    public var changed: @Sendable (_ token: String) async throws -> Void

    public init(
        host: String, answer: @escaping @Sendable (_ question: HubQuestion, _ token: String) async throws -> String?,
        secret: @escaping @Sendable (_ token: String) async throws -> String?,
        changed: @escaping @Sendable (_ token: String) async throws -> Void
    ) {
        self.host = host
        self.answer = answer
        self.secret = secret
        self.changed = changed
    }

    /// Bytes of a push; a larger one is refused.
    static let limit = 4 << 20

    func addRoutes(to router: Router<SiteContext>) {
        router.get("hub/:token") { request, context in try await verification(request, token: context.path("token")) }
        router.post("hub/:token") { request, context in try await push(request, token: context.path("token")) }
    }

    private func verification(_ request: Request, token: String) async throws -> Response {
        let query = request.uri.query ?? ""
        func field(_ name: String) -> String? { FormText.value(of: "hub." + name, in: query) }
        guard let mode = field("mode"), let topic = field("topic") else { throw SiteTrouble.badAddress }
        let question = HubQuestion(
            mode: mode, topic: topic, challenge: field("challenge"), leaseSeconds: field("lease_seconds").flatMap { Int($0) }, reason: field("reason")
        )
        let challenge = try await answer(question, token)
        // A refusal is only told; there is nothing to give back.
        if mode == "denied" { return Response(status: .ok) }
        guard let challenge else { throw SiteTrouble.noSuchPage }
        return .bytes(Array(challenge.utf8), mediaType: "text/plain; charset=utf-8")
    }

    private func push(_ request: Request, token: String) async throws -> Response {
        guard let secret = try await secret(token) else { throw SiteTrouble.noSuchPage }
        let body = try await request.wholeBody(upTo: Self.limit)
        let signature = HTTPFields.Element.Name("X-Hub-Signature").flatMap { request.headers[$0] }
        // Section 7: a forged push is not told apart from a true one by our answer.
        if HubSignature.holds(signature, of: Array(body.readableBytesView), secret: secret) { try await changed(token) }
        return Response(status: .accepted)
    }
}

/// `X-Hub-Signature: sha256=…`: a keyed hash of a push (WebSub, section 7; RFC 2104).
enum HubSignature {
    static func holds(_ field: String?, of body: [UInt8], secret: String) -> Bool {
        let parts = (field ?? "").split(separator: "=", maxSplits: 1)
        guard parts.count == 2, !secret.isEmpty, let code = bytes(ofHexadecimal: parts[1]) else { return false }
        let key = SymmetricKey(data: Array(secret.utf8))
        // Compared in constant time.
        return switch parts[0].lowercased() {
        case "sha1": HMAC<Insecure.SHA1>.isValidAuthenticationCode(code, authenticating: body, using: key)
        case "sha256": HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: body, using: key)
        case "sha384": HMAC<SHA384>.isValidAuthenticationCode(code, authenticating: body, using: key)
        case "sha512": HMAC<SHA512>.isValidAuthenticationCode(code, authenticating: body, using: key)
        default: false
        }
    }

    private static func bytes(ofHexadecimal text: Substring) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2), digits.count <= 128 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place..<(place + 2)], as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
