import BriefModel

/// What the sources have in common when nobody said what the topic is: articles tied together by the names that several outlets use.
///
/// The largest such body of articles is the topic, and what shares no name with it stays out. Where that body is less than half of the library, the
/// sources have no topic in common (ordinary mixed news), and everything stays in.
struct CommonGround: Sendable {
    /// Names that tie, per article of the topic; nil when there is no common ground.
    private let namesOfTopic: [String: Int]?

    /// A name in nearly every article is the outlets' furniture (a notice, a footer) and ties nothing.
    private static let furniture = 0.8

    init(_ articles: [TopicSigns]) {
        let names = articles.map(\.names)
        let ties = Self.tyingNames(names, outlets: articles.map(\.outlet))
        var parent = Array(articles.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while parent[place] != place {
                parent[place] = parent[parent[place]]
                place = parent[place]
            }
            return place
        }
        var firstWith: [String: Int] = [:]
        for (place, own) in names.enumerated() {
            for name in own where ties.contains(name) {
                guard let first = firstWith[name] else {
                    firstWith[name] = place
                    continue
                }
                let (left, right) = (root(first), root(place))
                parent[max(left, right)] = min(left, right)
            }
        }
        let bodies = Dictionary(grouping: articles.indices) { root($0) }
        let largest = bodies.values.max { ($0.count, $1[0]) < ($1.count, $0[0]) } ?? []
        guard largest.count * 2 >= articles.count, largest.count > 1 else {
            namesOfTopic = nil
            return
        }
        var counts: [String: Int] = [:]
        for place in largest { for name in names[place] where ties.contains(name) { counts[name, default: 0] += 1 } }
        namesOfTopic = counts
    }

    func judgement(of article: TopicSigns) -> Relevance {
        guard let namesOfTopic else { return Relevance(isOnTopic: true, score: 0.5, reasons: []) }
        let shared = article.names.filter { namesOfTopic[$0] != nil }
            .sorted { (namesOfTopic[$1, default: 0], $0) < (namesOfTopic[$0, default: 0], $1) }
        let strength = Double(shared.count)
        return Relevance(isOnTopic: !shared.isEmpty, score: strength / (strength + 3), reasons: Array(shared.prefix(5)))
    }

    /// Names of two outlets or more; where there are too few outlets to tell, of two articles.
    private static func tyingNames(_ names: [[String]], outlets: [OutletID]) -> Set<String> {
        let needsOutlets = Set(outlets).count > 2
        var users: [String: Set<OutletID>] = [:]
        var counts: [String: Int] = [:]
        for (own, outlet) in zip(names, outlets) {
            for name in own {
                users[name, default: []].insert(outlet)
                counts[name, default: 0] += 1
            }
        }
        let most = max(2, Int(Double(names.count) * furniture))
        return Set(counts.filter { $0.value > 1 && $0.value <= most && (!needsOutlets || users[$0.key, default: []].count > 1) }.keys)
    }
}
