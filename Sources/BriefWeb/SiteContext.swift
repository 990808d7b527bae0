public import Hummingbird

/// What is known of a request while it is answered.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage

    public init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
