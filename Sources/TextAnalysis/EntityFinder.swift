public import BriefModel

/// Gathers what an article names: one entity for all forms of a name, with what the text says of it and where it is meant without its name.
/// A description is taken for an entity only where one body alone can be meant: a wrong link would put words into somebody's mouth.
public struct EntityFinder: Sendable {
    public init() {}

    /// In the order of their first mention. Nationalities are attributes, no entities.
    public func entities(in article: AnalyzedArticle) -> [Entity] { entities(in: article.sentences) }

    /// The same of the sentences of one text.
    public func entities(in sentences: [Sentence]) -> [Entity] {
        var gathering = Gathering()
        for (number, sentence) in sentences.enumerated() { gathering.read(sentence, number) }
        return gathering.entities
    }
}

private struct Gathering {
    private struct Draft {
        var kinds: [Name.Kind: Int] = [:]
        var forms: [String] = []
        var mentions: [Entity.Mention] = []
        var attributes: [Entity.Attribute] = []
        var role: RoleNouns.Class?
        var country: String?
        /// It plans, raises money, hires: what bodies do, and products do not.
        var acts = false
    }

    private var order: [String] = []
    private var drafts: [String: Draft] = [:]
    /// By sentence, the keys named in it, in their order, and whether one stands at its head.
    private var named: [Int: [(key: String, at: Int, isHead: Bool)]] = [:]

    /// Further back a description may mean anybody.
    private static let reach = 3

    var entities: [Entity] {
        order.compactMap { key in
            guard let draft = drafts[key] else { return nil }
            let name = draft.forms.max { $0.utf8.count < $1.utf8.count } ?? key
            return Entity(
                key: key, kind: Self.kind(draft), name: name, aliases: draft.forms.filter { $0 != name }, mentions: draft.mentions,
                attributes: draft.attributes)
        }
    }

    /// What most mentions show; where none shows it, what the text calls it.
    private static func kind(_ draft: Draft) -> Name.Kind {
        if let best = draft.kinds.filter({ $0.key != .other }).max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) {
            return best.key
        }
        return draft.role.map { $0 == .product ? .product : .organisation } ?? .other
    }

    mutating func read(_ sentence: Sentence, _ number: Int) {
        for name in sentence.names where name.kind != .nationality {
            if drafts[name.key] == nil { order.append(name.key) }
            var draft = drafts[name.key] ?? Draft()
            draft.kinds[name.kind, default: 0] += 1
            if !draft.forms.contains(name.text) { draft.forms.append(name.text) }
            draft.mentions.append(Entity.Mention(.name, range: name.range, text: name.text))
            draft.role = draft.role ?? RoleNouns.role(ofName: name.key)
            draft.acts = draft.acts || Self.acts(name, in: sentence)
            drafts[name.key] = draft
            let isHead = Self.isHead(name, of: sentence)
            named[number, default: []].append((name.key, name.range.lowerBound, isHead))
        }
        var taken: Set<Int> = []
        for name in sentence.names where name.kind != .nationality && name.kind != .place { describe(name, in: sentence, &taken) }
        for (index, token) in sentence.tokens.enumerated() where ["the", "der", "die", "das", "le", "la", "l"].contains(token.folded) {
            link(after: index, in: sentence, number, taken)
        }
    }

    /// The sentence begins with the name, or with what it is: "The Mountain View start-up MatX".
    private static func isHead(_ name: Name, of sentence: Sentence) -> Bool {
        guard let first = sentence.token(at: name.range.lowerBound) else { return false }
        if first <= 1 { return true }
        guard sentence.isJoined(first - 1, first), let before = Description(endingAt: first - 1, in: sentence) else { return false }
        return sentence.token(at: before.range.lowerBound).map { $0 <= 1 } ?? false
    }

    private static func acts(_ name: Name, in sentence: Sentence) -> Bool {
        guard name.kind == .other || name.kind == .organisation, var next = sentence.token(at: name.range.upperBound),
            sentence.isJoined(next - 1, next)
        else {
            return false
        }
        if ["has", "had", "will", "would"].contains(sentence.tokens[next].folded), next + 1 < sentence.tokens.count { next += 1 }
        return deeds.contains(sentence.tokens[next].folded) || ReportingVerbs.speech.contains(sentence.tokens[next].folded)
    }

    private static let deeds = Stopwords.set(
        """
        plans planned wants wanted raised raises closed hired hires employs bought buys acquired sold sells built builds makes made designs designed
        invested invests sued agreed signed declined refused launched released opened supplies supplied owns owned employs posted filed
        """)

    private mutating func add(_ description: Description, to key: String) {
        for attribute in description.attributes { add(attribute, to: key) }
        if drafts[key]?.role == nil { drafts[key]?.role = description.role }
    }

    private mutating func add(_ attribute: Entity.Attribute, to key: String) {
        guard drafts[key]?.attributes.contains(where: { $0.kind == attribute.kind && $0.value == attribute.value }) == false else { return }
        drafts[key]?.attributes.append(attribute)
        if attribute.kind == .country, drafts[key]?.country == nil { drafts[key]?.country = attribute.value }
    }

    // MARK: what stands beside a name

    private mutating func describe(_ name: Name, in sentence: Sentence, _ taken: inout Set<Int>) {
        guard let first = sentence.token(at: name.range.lowerBound) else { return }
        let next = sentence.token(at: name.range.upperBound) ?? sentence.tokens.count
        // "Chinese chipmaker SMIC"
        if sentence.isJoined(first - 1, first), let before = Description(endingAt: first - 1, in: sentence) {
            taken.insert(before.noun)
            if name.kind != .person { add(before, to: name.key) }
        }
        guard next < sentence.tokens.count else { return }
        if name.kind == .person { return office(of: name, from: next, in: sentence) }
        // "MatX, a chip start-up in Mountain View", "MatX is an American company"
        let isCopula = sentence.isJoined(next - 1, next) && ["is", "was", "ist", "war", "est"].contains(sentence.tokens[next].folded)
        let start = isCopula ? next + 1 : next
        guard isCopula || sentence.isParted(next - 1, next), start < sentence.tokens.count else { return }
        guard ["a", "an", "the", "one", "ein", "eine", "der", "die", "das", "un", "une"].contains(sentence.tokens[start].folded) else { return }
        for index in (start + 1)..<min(start + 7, sentence.tokens.count) where !sentence.isParted(index - 1, index) || index == start + 1 {
            guard let found = Description(endingAt: index, in: sentence) else {
                if sentence.isParted(index, index + 1) { break }
                continue
            }
            // "chip start-up": the last noun of the phrase counts.
            if index + 1 < sentence.tokens.count, sentence.isJoined(index, index + 1), Description(endingAt: index + 1, in: sentence) != nil {
                continue
            }
            taken.insert(found.noun)
            add(found, to: name.key)
            seat(of: name.key, from: index + 1, in: sentence)
            break
        }
    }

    /// "… in Mountain View", "… based in Lyon", "… of Shanghai".
    private mutating func seat(of key: String, from index: Int, in sentence: Sentence) {
        var index = index
        if index < sentence.tokens.count, ["based", "headquartered", "founded"].contains(sentence.tokens[index].folded) { index += 1 }
        guard index + 1 < sentence.tokens.count, sentence.isJoined(index - 1, index), ["in", "of", "from"].contains(sentence.tokens[index].folded)
        else {
            return
        }
        let place = sentence.names.first { $0.range.lowerBound == sentence.tokens[index + 1].range.lowerBound && $0.kind == .place }
        for attribute in place.map(Description.home) ?? [] { add(attribute, to: key) }
    }

    /// "Lisa Su, the chief executive of AMD,": up to the next comma.
    private mutating func office(of name: Name, from next: Int, in sentence: Sentence) {
        guard sentence.isParted(next - 1, next) else { return }
        var first = next
        if ["the", "a", "an", "its", "their", "his", "her"].contains(sentence.tokens[first].folded) { first += 1 }
        guard first < sentence.tokens.count else { return }
        var last = first
        while last + 1 < sentence.tokens.count, last - first < 9, !sentence.isParted(last, last + 1) { last += 1 }
        guard sentence.isParted(last, last + 1) || last == sentence.tokens.count - 1,
            (first...min(last, first + 3)).contains(where: { PersonWords.offices.contains(sentence.tokens[$0].folded) })
        else { return }
        let range = sentence.tokens[first].range.lowerBound..<sentence.tokens[last].range.upperBound
        add(Entity.Attribute(.role, value: sentence.words(range), range: range), to: name.key)
    }

    // MARK: "the company"

    private mutating func link(after article: Int, in sentence: Sentence, _ number: Int, _ taken: Set<Int>) {
        let last = min(article + 6, sentence.tokens.count - 1)
        guard article < last, let noun = ((article + 1)...last).first(where: { RoleNouns.role(sentence.tokens[$0].folded) != nil }) else { return }
        guard !taken.contains(noun), let found = Description(endingAt: noun, in: sentence), found.role != .product,
            found.range.lowerBound == sentence.tokens[article + 1].range.lowerBound, sentence.isJoined(article, article + 1)
        else { return }
        // "the company of …", "the company that …" and "the bank's" with a name behind it mean one that is still to be told.
        if noun + 1 < sentence.tokens.count, sentence.isJoined(noun, noun + 1) {
            let next = sentence.tokens[noun + 1]
            if ["of", "that", "which", "behind", "whose", "in", "from"].contains(next.folded) { return }
            if sentence.names.contains(where: { $0.range.lowerBound == next.range.lowerBound }) { return }
            if RoleNouns.role(next.folded) != nil { return }
        }
        guard let key = antecedent(of: found, before: sentence.tokens[article].range.lowerBound, number) else { return }
        let range = sentence.tokens[article].range.lowerBound..<found.range.upperBound
        drafts[key]?.mentions.append(Entity.Mention(.description, range: range, text: sentence.words(range)))
        add(found, to: key)
    }

    /// The body that the text is about, where it stands at the head of the nearest sentence that names one, or nothing beside it can be meant.
    private func antecedent(of description: Description, before offset: Int, _ number: Int) -> String? {
        for back in 0...Self.reach {
            let near = (named[number - back] ?? []).filter { back > 0 || $0.at < offset }
            let bodies = near.filter { mayBe($0.key, description) }
            guard let first = bodies.first else { continue }
            guard isMain(first.key) else { return nil }
            // Who speaks in a sentence may speak of another: within it, being at its head says nothing.
            if back > 0, first.isHead { return first.key }
            let rivals = near.contains {
                $0.key != first.key && (mayBe($0.key, description) || drafts[$0.key].map { Self.kind($0) == .other } ?? false)
            }
            return !rivals && names(first.key) > 1 && fits(first.key, description) ? first.key : nil
        }
        return nil
    }

    /// No body is named more often so far.
    private func isMain(_ key: String) -> Bool {
        !drafts.contains { $0.key != key && [.organisation, .other].contains(Self.kind($0.value)) && names($0.key) > names(key) }
    }

    /// How often it is named.
    private func names(_ key: String) -> Int { drafts[key]?.mentions.count { $0.form == .name } ?? 0 }

    /// It is a body of that kind, or may be one for all the text says; at the head of a sentence only where it does what bodies do.
    private func mayBe(_ key: String, _ description: Description) -> Bool {
        if fits(key, description) { return true }
        guard let draft = drafts[key], description.role == .company, Self.kind(draft) == .other, draft.role == nil else { return false }
        return draft.acts && (description.country == nil || draft.country == nil || description.country == draft.country)
    }

    private func fits(_ key: String, _ description: Description) -> Bool {
        guard let draft = drafts[key] else { return false }
        let kind = Self.kind(draft)
        guard kind == .organisation || kind == .other && (draft.role != nil || draft.acts) else { return false }
        if let role = draft.role, role != description.role { return false }
        if draft.role == nil, description.role != .company { return false }
        if let country = description.country, let known = draft.country, country != known { return false }
        return true
    }
}
