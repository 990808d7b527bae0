import BriefModel
import TextAnalysis

extension Study {
    /// Profiles of a topic at most; of each so many sayings, passages and companions.
    private static let mostProfiles = 300, mostSaid = 60, mostMentions = 30, mostCompany = 8

    func profiles(of named: NamedEntities, sayings: [Saying]) -> [Profile] {
        var said: [String: [Saying]] = [:]
        for saying in sayings { if let key = saying.profile { said[key, default: []].append(saying) } }
        // What stands in one article alone and says nothing is a name, not somebody to read up.
        let known = named.entities.values.filter { $0.articles.count > 1 || said[$0.key] != nil }
            .sorted { ($1.articles.count, $0.key) < ($0.articles.count, $1.key) }.prefix(Self.mostProfiles)
        let shown = Set(known.map(\.key))
        let company = named.company(among: shown)
        return known.map { entity in
            let others = (company[entity.key] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCompany)
            let spoken = said[entity.key] ?? []
            return Profile(
                key: entity.key, name: entity.name, kind: entity.kind, aliases: entity.aliases, roles: entity.roles, days: days(of: entity.articles),
                outlets: houses(entity.articles).count, sayings: Array(spoken.prefix(Self.mostSaid)), sayingCount: spoken.count,
                mentions: mentions(of: entity),
                company: others.map { Profile.Companion(key: $0.key, name: named.entities[$0.key]?.name ?? $0.key, articles: $0.value) },
                ties: ties(among: others.map(\.key), company))
        }
    }

    private func days(of ids: [ArticleID]) -> [Profile.Day] {
        var counts: [CalendarDay: Int] = [:]
        for id in ids { if let day = articles[id]?.article.day { counts[day, default: 0] += 1 } }
        return counts.sorted { $0.key < $1.key }.map { Profile.Day(day: $0.key, articles: $0.value) }
    }

    private func mentions(of entity: NamedEntities.Entity) -> [TopicTimeline.Citation] {
        entity.articles.reversed().prefix(Self.mostMentions).compactMap { id in
            guard let article = articles[id], let place = entity.firstSentence[id], article.sentences.indices.contains(place) else { return nil }
            return citation(article.passage(article.sentences[place]).withoutDateline)
        }
    }

    private func ties(among keys: [String], _ company: [String: [String: Int]]) -> [Profile.Tie] {
        keys.enumerated().flatMap { place, key in
            keys.dropFirst(place + 1).compactMap { other in
                company[key]?[other].map { Profile.Tie(first: key, second: other, articles: $0) }
            }
        }
    }
}

/// The persons and bodies that articles name, each once for all of them.
struct NamedEntities {
    struct Entity {
        let key: String
        var name: String
        var kinds: [Name.Kind: Int] = [:]
        var aliases: [String] = []
        var roles: [String] = []
        /// In the order of the articles, each once.
        var articles: [ArticleID] = []
        /// The sentence of each article's body that names it first.
        var firstSentence: [ArticleID: Int] = [:]

        var kind: Name.Kind { (kinds[.person] ?? 0) >= (kinds[.organisation] ?? 0) ? .person : .organisation }
    }

    private(set) var entities: [String: Entity] = [:]
    /// By article and sentence, who is named in it.
    private var together: [ArticleID: [Int: Set<String>]] = [:]
    /// By article, the forms of names in it.
    private var forms: [ArticleID: [String: String]] = [:]
    private var keyOf: [String: String] = [:]

    init(_ articles: [AnalyzedArticle]) {
        let found = articles.map { article in
            (article, EntityFinder().entities(in: article).filter { $0.kind == .person || $0.kind == .organisation })
        }
        keyOf = Self.fullNames(of: found.flatMap(\.1))
        for (article, entities) in found { for entity in entities { take(entity, of: article) } }
    }

    /// A surname alone stands for the one person who is named in full with it; where there are two, for neither.
    private static func fullNames(of entities: [BriefModel.Entity]) -> [String: String] {
        var byLast: [String: Set<String>] = [:]
        for entity in entities where entity.kind == .person {
            let words = entity.key.split(separator: " ")
            if words.count > 1, let last = words.last { byLast[String(last), default: []].insert(entity.key) }
        }
        return byLast.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    private mutating func take(_ found: BriefModel.Entity, of article: AnalyzedArticle) {
        let id = article.article.id
        let key = found.kind == .person ? keyOf[found.key] ?? found.key : found.key
        var entity = entities[key] ?? Entity(key: key, name: found.name)
        // The longest form of all, but for one that is no name any more.
        if found.name.utf8.count > entity.name.utf8.count, found.name.utf8.count <= 60 {
            entity.aliases.append(entity.name)
            entity.name = found.name
        }
        for form in [found.name] + found.aliases {
            if form != entity.name, !entity.aliases.contains(form), entity.aliases.count < 8 { entity.aliases.append(form) }
            forms[id, default: [:]][form.lowercased()] = key
        }
        entity.aliases.removeAll { $0 == entity.name }
        entity.kinds[found.kind, default: 0] += found.mentions.count
        for attribute in found.attributes where attribute.kind == .role && !entity.roles.contains(attribute.value) && entity.roles.count < 4 {
            entity.roles.append(attribute.value)
        }
        if entity.articles.last != id { entity.articles.append(id) }
        for mention in found.mentions where mention.form == .name {
            guard let place = Self.sentence(at: mention.range.lowerBound, of: article) else { continue }
            together[id, default: [:]][place, default: []].insert(key)
            // A sentence of the body tells more than a title.
            guard let first = entity.firstSentence[id], article.sentences[first].block > 0 || article.sentences[place].block == 0 else {
                entity.firstSentence[id] = place
                continue
            }
        }
        entities[key] = entity
    }

    private static func sentence(at offset: Int, of article: AnalyzedArticle) -> Int? {
        article.sentences.firstIndex { $0.range.contains(offset) }
    }

    /// Who is named with whom in one sentence, and in how many articles.
    func company(among shown: Set<String>) -> [String: [String: Int]] {
        var company: [String: [String: Int]] = [:]
        for sentences in together.values {
            var pairs: Set<[String]> = []
            for keys in sentences.values {
                let keys = keys.intersection(shown).sorted()
                for (place, key) in keys.enumerated() { for other in keys.dropFirst(place + 1) { pairs.insert([key, other]) } }
            }
            for pair in pairs {
                company[pair[0], default: [:]][pair[1], default: 0] += 1
                company[pair[1], default: [:]][pair[0], default: 0] += 1
            }
        }
        return company
    }

    /// The key of a speaker: a name among the words for the source, or the form by which the article names it; nil for nobody in particular.
    func speaker(_ text: String, in sentence: Sentence, of article: ArticleID) -> String? {
        if let key = forms[article]?[text.lowercased()] { return key }
        guard let range = sentence.attribution?.sourceRange, sentence.attribution?.source == text else { return nil }
        let names = sentence.names.filter { range.contains($0.range.lowerBound) }
        guard let name = names.first(where: { $0.kind == .person }) ?? names.first(where: { $0.kind == .organisation }) else { return nil }
        return forms[article]?[name.text.lowercased()]
    }
}
