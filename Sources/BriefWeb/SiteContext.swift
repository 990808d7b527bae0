import Access
public import Hummingbird
import NIOCore

/// What is known of a request while it is answered.
///
/// A route that changes something asks first whether the visitor may: `try context.require(.edit)`. Which group of routes asks for what stands in
/// `RouteRule`, and is checked before any route answers; asking again in the route says what it needs where it is read. Pages show what a visitor may
/// not do to nobody: `if context.visitor.may(.edit) { … }`. Forms begin with `html.formToken()`.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    var visitor = Visitor.owner
    var caller = Caller.unknown
    /// Who knows the users; nil where there are none.
    var doorkeeper: Doorkeeper?
    /// The secret of the visitor's session; nil for who has none.
    var session: Secret?
    /// The address at the other end of the connection; nil where there is none, as in a test.
    let peer: String?

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// - Throws: `SiteTrouble` where the visitor may not.
    func require(_ permission: Permission) throws {
        guard visitor.may(permission) else { throw visitor.name == nil ? SiteTrouble.signInNeeded : SiteTrouble.notAllowed }
    }

    /// Scheme, host and port the site was asked under.
    func origin(of request: Request) -> String? { request.head.authority.map { (caller.isSecure ? "https://" : "http://") + $0 } }
}
