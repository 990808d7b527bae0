public import Access
public import BriefModel
import Hummingbird
public import Storage

/// Who is let into a site. A site without it is open to whoever reaches it.
public struct SiteAccess: Sendable {
    /// Knows the users; nil while none were ever added.
    let doorkeeper: @Sendable () throws(StorageError) -> Doorkeeper?
    /// Whether all is open as long as there are no users: on this machine alone.
    let isOpenWithoutUsers: Bool
    /// Whether connections are encrypted here, and not by a web server before us.
    let isEncrypted: Bool
    let clock: Clock
    /// Requests of an address, and texts that a user has checked.
    let requests: Allowance
    let audits: Allowance

    public init(
        isOpenWithoutUsers: Bool, isEncrypted: Bool = false, clock: Clock,
        requests: Allowance = Allowance(atOnce: 300, aMinute: 1_200), audits: Allowance = Allowance(atOnce: 10, aMinute: 20),
        doorkeeper: @escaping @Sendable () throws(StorageError) -> Doorkeeper?
    ) {
        self.isOpenWithoutUsers = isOpenWithoutUsers
        self.isEncrypted = isEncrypted
        self.clock = clock
        self.requests = requests
        self.audits = audits
        self.doorkeeper = doorkeeper
    }

    /// The context with who asks, by what they show.
    /// - Parameter isUse: false for a look that keeps no session alive.
    func meeting(_ request: Request, _ context: SiteContext, isUse: Bool = true) async throws(StorageError) -> SiteContext {
        var context = context
        context.caller = Caller(request, peer: context.peer, isEncrypted: isEncrypted)
        context.doorkeeper = try doorkeeper()
        context.visitor = isOpenWithoutUsers ? .owner : .nobody
        guard let doorkeeper = context.doorkeeper, try await doorkeeper.store.hasUsers() else { return context }
        context.visitor = .nobody
        if let field = request.headers[.authorization] {
            guard field.lowercased().hasPrefix("bearer ") else { return context }
            let secret = Secret(String(field.dropFirst(7)))
            guard let (user, scopes) = try await doorkeeper.holder(of: secret, isUse: isUse) else { return context }
            context.visitor = Visitor(name: user.name, pass: .token(user.role, scopes))
        } else if let secret = SessionCookie.secret(in: request, isSecure: context.caller.isSecure) {
            guard let user = try await doorkeeper.user(of: secret, isUse: isUse) else { return context }
            context.session = secret
            context.visitor = Visitor(name: user.name, pass: .session(user.role, formToken: secret.formToken))
        }
        return context
    }
}

/// Where a request comes from. What a web server before us says of it (`X-Forwarded-For`, `X-Forwarded-Proto`) counts only where that runs on this machine:
/// anybody can write these fields.
struct Caller: Sendable {
    /// As it is counted and noted.
    var address: String
    /// Whether it came over TLS, to us or to the web server before us.
    var isSecure: Bool

    static let unknown = Caller(address: "unknown", isSecure: false)

    private init(address: String, isSecure: Bool) {
        self.address = address
        self.isSecure = isSecure
    }

    /// - Parameter peer: the address at the other end of the connection; nil where there is none, as in a test.
    init(_ request: Request, peer: String?, isEncrypted: Bool) {
        let direct = peer.flatMap { ClientAddress($0) }
        let isNear = direct?.isLoopback ?? (peer == nil)
        // The last one is what the web server next to us saw; those before it are what it was told.
        let told = Self.field("X-Forwarded-For", of: request)?.split(separator: ",").last.map { $0.filter { $0 != " " } }
        let forwarded = isNear ? told.flatMap { ClientAddress($0) } : nil
        address = (forwarded ?? direct)?.description ?? "unknown"
        isSecure = isEncrypted || (isNear && Self.field("X-Forwarded-Proto", of: request)?.lowercased() == "https")
    }

    private static func field(_ name: String, of request: Request) -> String? {
        HTTPFields.Element.Name(name).flatMap { request.headers[$0] }
    }
}

/// The cookie that holds the secret of a session. No script reads it, no other site's form sends it, and over TLS no other name of the domain sets it.
enum SessionCookie {
    private static func name(isSecure: Bool) -> String { isSecure ? "__Host-bigpicture" : "bigpicture" }

    static func secret(in request: Request, isSecure: Bool) -> Secret? {
        let name = name(isSecure: isSecure) + "="
        for field in request.headers[values: .cookie] {
            for part in field.split(separator: ";") {
                let cookie = part.drop { $0 == " " }
                if cookie.hasPrefix(name) { return Secret(String(cookie.dropFirst(name.count))) }
            }
        }
        return nil
    }

    /// - Parameter secret: nil to take it away.
    static func field(_ secret: Secret?, isSecure: Bool) -> String {
        let life = secret == nil ? 0 : Doorkeeper.longestSession
        let end = isSecure ? "; Secure" : ""
        return "\(name(isSecure: isSecure))=\(secret?.text ?? ""); Path=/; Max-Age=\(life); HttpOnly; SameSite=Lax\(end)"
    }
}
