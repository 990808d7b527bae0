public import BriefModel
import TextAnalysis

/// Claims that cannot both hold, within a story. Cautious: a dispute shown in error harms a brief more than one missed.
public struct DisputeFinder: Sendable {
    public init() {}

    /// Disputes ordered by kind (corrections first), then by what they are about. Copies speak through their origin.
    /// `claims` are compared within their story (places and dates of one thing across stories), in buckets of one unit, one name or one event, so the work stays near linear.
    public func disputes(
        among claims: [Claim], articles: [ArticleID: Article], outlets: [OutletID: Outlet], reprints: [ReprintGroup]
    ) -> [Dispute] {
        let facts = facts(of: claims, articles: articles, outlets: outlets, reprints: reprints)
        let stories = Dictionary(grouping: facts, by: { $0.claim.story }).sorted { ($0.key?.rawValue ?? "") < ($1.key?.rawValue ?? "") }
        var found: [Dispute] = []
        // A firm or an event is the same in every story.
        found += AttributeDisputes(facts: facts).disputes()
        found += DateDisputes(facts: facts).disputes()
        for (story, facts) in stories where story != nil {
            let rarity = Rarity(of: facts)
            found += CountDisputes(facts: facts).disputes()
            found += RevisedFigures(facts: facts).disputes()
            found += StatusDisputes(facts: facts, rarity: rarity).disputes()
            found += DroppedHedges(facts: facts, rarity: rarity).disputes()
        }
        return unique(found)
    }

    private func facts(
        of claims: [Claim], articles: [ArticleID: Article], outlets: [OutletID: Outlet], reprints: [ReprintGroup]
    ) -> [ClaimFacts] {
        var originOf: [ArticleID: ArticleID] = [:]
        for group in reprints { for copy in group.copies { originOf[copy] = group.origin } }
        let analyzer = TextAnalyzer()
        var titles: [ArticleID: [Token]] = [:]
        var previous: ClaimFacts?
        var result: [ClaimFacts] = []
        let tokens = tokens(of: claims, articles: articles)
        for (number, claim) in claims.enumerated() {
            let id = claim.passage.article
            // A copy says nothing of its own; it is kept only where its origin is not at hand.
            guard let article = articles[id], originOf[id].map({ articles[$0] == nil }) ?? true else { continue }
            let title = titles[id] ?? analyzer.tokens(in: article.title, language: article.language).filter { !$0.isStopword && $0.kind == .word }
            titles[id] = title
            var facts = ClaimFacts(
                claim: claim, article: article, origin: originOf[id] ?? id, outlet: outlets[article.outlet],
                tokens: tokens[number])
            facts.context = Set(title.map(\.stem))
            facts.contextCountries = Set(title.compactMap { Gazetteer.country($0.folded) ?? Gazetteer.country(ofCapital: $0.folded) })
            if let previous, previous.claim.passage.article == id {
                facts.context.formUnion(previous.stems)
                facts.contextThings = previous.things
            }
            previous = facts
            result.append(facts)
        }
        return withHeadlineNames(result, titles: titles.mapValues { Set($0.map(\.folded)) })
    }

    /// The tokens of each claim's passage, in the order of the claims.
    private func tokens(of claims: [Claim], articles: [ArticleID: Article]) -> [[Token]] {
        var result = [[Token]](repeating: [], count: claims.count)
        for (language, places) in Dictionary(grouping: claims.indices, by: { articles[claims[$0].passage.article]?.language ?? "" })
        where !language.isEmpty {
            let read = TextAnalyzer().tokens(in: places.map { claims[$0].passage.exact }, language: language)
            for (place, tokens) in zip(places, read) { result[place] = tokens }
        }
        return result
    }

    /// What the headline names the whole article is about: "it was commissioned" finds its ship there.
    private func withHeadlineNames(_ facts: [ClaimFacts], titles: [ArticleID: Set<String>]) -> [ClaimFacts] {
        var named: [ArticleID: Set<String>] = [:]
        for fact in facts {
            let id = fact.claim.passage.article
            for thing in fact.things where thing.split(separator: " ").allSatisfy({ titles[id]?.contains(String($0)) == true }) {
                named[id, default: []].insert(thing)
            }
        }
        return facts.map { fact in
            var fact = fact
            fact.contextThings.formUnion(named[fact.claim.passage.article] ?? [])
            return fact
        }
    }

    /// One dispute for each pair of claims; corrections first. A dropped caution is told once for a pair of articles.
    private func unique(_ disputes: [Dispute]) -> [Dispute] {
        var seen: Set<String> = []
        let order: [Dispute.Kind] = [.corrected, .laterOverrides, .disagreement, .hedgeDropped]
        return disputes.enumerated()
            .sorted { left, right in
                let ranks = (order.firstIndex(of: left.element.kind) ?? 9, order.firstIndex(of: right.element.kind) ?? 9)
                return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
            }
            .map(\.element)
            .filter { dispute in
                let pair =
                    dispute.kind == .hedgeDropped
                    ? "\(dispute.followed.passage.article)|\(dispute.notFollowed.passage.article)"
                    : "\(dispute.followed.id)|\(dispute.notFollowed.id)"
                return seen.insert(pair).inserted
            }
    }
}

/// How telling a stem is within a story: one said in every article tells nothing.
struct Rarity {
    private var articles: [String: Set<ArticleID>] = [:]
    private let count: Int

    init(of facts: [ClaimFacts]) {
        for fact in facts { for stem in fact.stems { articles[stem, default: []].insert(fact.origin) } }
        count = Set(facts.map(\.origin)).count
    }

    /// Said in at most a third of the story's articles, or in three at most.
    func isTelling(_ stem: String) -> Bool {
        let seen = articles[stem]?.count ?? 0
        return seen <= max(3, count / 3)
    }
}
