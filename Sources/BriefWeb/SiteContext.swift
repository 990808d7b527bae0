public import Hummingbird

/// What is known of a request while it is answered.
///
/// A route that changes something asks first whether the visitor may: `try context.require(.edit)`. Which group of routes asks for what stands in
/// `RouteRule`, and is checked before any route answers; asking again in the route says what it needs where it is read. Pages show what a visitor may
/// not do to nobody: `if context.visitor.may(.edit) { … }`. Forms begin with `html.formToken()`.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    var visitor = Visitor.owner

    public init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }

    /// - Throws: `SiteTrouble` where the visitor may not.
    func require(_ permission: Permission) throws {
        guard visitor.may(permission) else { throw visitor.name == nil ? SiteTrouble.signInNeeded : SiteTrouble.notAllowed }
    }
}
