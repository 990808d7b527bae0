import BriefModel

/// The entities of a text while it is read, sentence by sentence.
struct EntityGathering {
    struct Draft {
        var kinds: [Name.Kind: Int] = [:]
        var forms: [String] = []
        var mentions: [Entity.Mention] = []
        var attributes: [Entity.Attribute] = []
        var role: RoleNouns.Class?
        var country: String?
        /// It plans, raises money, hires: what bodies do, and products do not.
        var acts = false
    }

    /// A body named in a sentence.
    struct Standing {
        let key: String
        let at: Int
        /// The sentence begins with it.
        let isHead: Bool
        /// It is named beside the matter: "led by …", "with …".
        let isAside: Bool
    }

    /// Country of each body of which the text says where it is at home, early or late.
    let knownHomes: [String: String]
    private let linksDescriptions: Bool
    private var order: [String] = []
    var drafts: [String: Draft] = [:]
    /// By sentence, who is named in it, in their order.
    var named: [Int: [Standing]] = [:]

    /// - Parameter statedHomes: of the whole text; nil while it is read for just that, when no description is linked.
    init(statedHomes: [String: String]? = nil) {
        knownHomes = statedHomes ?? [:]
        linksDescriptions = statedHomes != nil
    }

    var statedHomes: [String: String] { drafts.compactMapValues(\.country) }

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
    static func kind(_ draft: Draft) -> Name.Kind {
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
            let standing = Standing(
                key: name.key, at: name.range.lowerBound, isHead: Self.isHead(name, of: sentence), isAside: isAside(name, in: sentence, number))
            named[number, default: []].append(standing)
        }
        var taken: Set<Int> = []
        for name in sentence.names where name.kind != .nationality && name.kind != .place { describe(name, in: sentence, &taken) }
        guard linksDescriptions else { return }
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

    /// "led by Ravenel Partners and Norsonic".
    private func isAside(_ name: Name, in sentence: Sentence, _ number: Int) -> Bool {
        guard let first = sentence.token(at: name.range.lowerBound), first > 0 else { return false }
        let before = sentence.tokens[first - 1].folded
        if ["by", "with", "including", "from", "than", "like", "against", "former"].contains(before) { return true }
        return before == "and" && named[number]?.last?.isAside == true
    }

    private static func acts(_ name: Name, in sentence: Sentence) -> Bool {
        guard name.kind == .other || name.kind == .organisation, var next = sentence.token(at: name.range.upperBound),
            sentence.isJoined(next - 1, next)
        else {
            return false
        }
        if ["has", "had", "will", "would"].contains(sentence.tokens[next].folded), next + 1 < sentence.tokens.count { next += 1 }
        return KindWords.deeds.contains(sentence.tokens[next].folded) || ReportingVerbs.speech.contains(sentence.tokens[next].folded)
    }

    mutating func add(_ description: Description, to key: String) {
        for attribute in description.attributes { add(attribute, to: key) }
        if drafts[key]?.role == nil { drafts[key]?.role = description.role }
    }

    mutating func add(_ attribute: Entity.Attribute, to key: String) {
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
}
