import BriefModel

/// The sources of a brief as a reference manager knows them.
struct SourceCatalogue {
    struct Entry {
        let source: BriefSource
        /// The same for an article in every brief that cites it: outlet, day and six digits of the article's own name.
        let key: String
        /// Only what leads to a publisher; a file of the user's own machine is nobody else's to open.
        let address: String?

        init(_ source: BriefSource) {
            self.source = source
            let outlet = Topic.slug(ofTitle: source.outlet.id.rawValue).filter { $0.isASCII }
            key = "\(outlet)-\(source.day)-\(NameUUID("article", source.article.rawValue).description.prefix(6))"
            address = source.address.hasPrefix("file:") ? nil : Link(address: source.address)?.text
        }
    }

    let entries: [Entry]
    let marking: TrafficLight?

    init(_ brief: Brief, marking: TrafficLight?) {
        entries = brief.sources.map(Entry.init)
        self.marking = marking
    }
}
