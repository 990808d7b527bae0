import BriefModel

/// Updates of one story that bring the same news: they are one step, told by several.
///
/// Two leads are compared by the words, names and figures that not every update of the story has; alike enough, and published within three days of each
/// other, they are one. Leads in two languages are never taken for one: names alone do not tell a report from a comment on it.
struct NewsFolding {
    private struct Lead {
        let language: String
        var marks: Set<String> = []
    }

    private let known: [ArticleID: AnalyzedArticle]

    /// Steps an update is compared with, the latest: what keeps a story of many thousand updates within reach.
    private static let compared = 40
    /// Days after which the same words are news again.
    private static let span = 3
    /// The share of the lesser lead's weight that must be in the other.
    private static let alike = 0.5

    init(_ known: [ArticleID: AnalyzedArticle]) { self.known = known }

    /// In their order, each group by its first. An update joins the group whose first it is most like.
    func folded(_ updates: [Update]) -> [[Update]] {
        let leads = updates.map(lead)
        var carriers: [String: Int] = [:]
        for mark in leads.flatMap(\.marks) { carriers[mark, default: 0] += 1 }
        // Whole numbers, so that the sum does not hang on the order of a set.
        func weight(_ marks: Set<String>) -> Int { marks.reduce(0) { $0 + 1_000_000 / (carriers[$1] ?? 1) } }
        func likeness(_ a: Lead, _ b: Lead) -> Double {
            let lesser = min(weight(a.marks), weight(b.marks))
            return a.language == b.language && lesser > 0 ? Double(weight(a.marks.intersection(b.marks))) / Double(lesser) : 0
        }
        var groups: [[Int]] = []
        for place in updates.indices {
            let near = groups.indices.suffix(Self.compared).filter {
                updates[place].day.daysSince1970 - updates[groups[$0][0]].day.daysSince1970 <= Self.span
            }
            let best = near.map { (group: $0, likeness: likeness(leads[groups[$0][0]], leads[place])) }.max {
                ($0.likeness, $1.group) < ($1.likeness, $0.group)
            }
            if let best, best.likeness >= Self.alike { groups[best.group].append(place) } else { groups.append([place]) }
        }
        return groups.map { $0.map { updates[$0] } }
    }

    /// What title and first sentence speak of.
    private func lead(_ update: Update) -> Lead {
        guard let article = known[update.article] else { return Lead(language: "") }
        var lead = Lead(language: article.article.language)
        for sentence in article.sentences where sentence.block == 0 || sentence.range == update.passage.range {
            for token in sentence.tokens where !token.isStopword && token.kind != .symbol { lead.marks.insert(token.stem) }
            for name in sentence.names { lead.marks.insert("name " + name.key) }
        }
        return lead
    }
}
