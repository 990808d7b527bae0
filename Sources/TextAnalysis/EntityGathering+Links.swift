import BriefModel

/// Whom "the company" means.
extension EntityGathering {
    /// Further back a description may mean anybody.
    private static let reach = 3

    mutating func link(after article: Int, in sentence: Sentence, _ number: Int, _ taken: Set<Int>) {
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
        guard let key = antecedent(of: found, in: sentence, before: sentence.tokens[article].range.lowerBound, number) else { return }
        let range = sentence.tokens[article].range.lowerBound..<found.range.upperBound
        drafts[key]?.mentions.append(Entity.Mention(.description, range: range, text: sentence.words(range)))
        add(found, to: key)
    }

    /// The body that the text is about, where it stands at the head of the nearest sentence that names one, or nothing beside it can be meant.
    private func antecedent(of description: Description, in sentence: Sentence, before offset: Int, _ number: Int) -> String? {
        if let only = onlyOne(saidToBe: description, in: sentence, before: offset, number) { return only }
        for back in 0...Self.reach {
            let near = (named[number - back] ?? []).filter { back > 0 || $0.at < offset }
            let bodies = near.filter { mayBe($0.key, description) }
            guard let first = bodies.first else { continue }
            guard isMain(first.key) else { return nil }
            let rivals = near.contains {
                $0.key != first.key && (mayBe($0.key, description) || drafts[$0.key].map { Self.kind($0) == .other } ?? false)
            }
            // Who speaks in a sentence may speak of another: within it, being at its head says nothing, and it is not what it acts upon.
            guard back > 0, first.isHead else {
                if back == 0, first.isHead, !opensClause(offset, in: sentence) { return nil }
                return !rivals && names(first.key) > 1 && fits(first.key, description) && isAlone(first.key, description) ? first.key : nil
            }
            // A text goes on with "the company"; "the Californian firm" may be the other one.
            return description.isPlain || !near.contains { $0.key != first.key && !$0.isAside && mightBe($0.key, description) } ? first.key : nil
        }
        return nil
    }

    /// "… said the company", "… after the company": a clause of its own begins, whose subject the description is.
    private func opensClause(_ offset: Int, in sentence: Sentence) -> Bool {
        guard let article = sentence.token(at: offset), article > 0 else { return false }
        let before = sentence.tokens[article - 1].folded
        return !sentence.isJoined(article - 1, article) || ReportingVerbs.all.contains(before)
            || ["that", "because", "while", "when", "after", "before", "if", "as", "since", "where", "which", "what"].contains(before)
    }

    /// The text has named nobody else so far who might be meant.
    private func isAlone(_ key: String, _ description: Description) -> Bool {
        !drafts.keys.contains { $0 != key && mightBe($0, description) && fits($0, description) }
    }

    /// The only one nearby of whom the text has said just that, or that is at home in that country by what the text or the lists say.
    private func onlyOne(saidToBe description: Description, in sentence: Sentence, before offset: Int, _ number: Int) -> String? {
        let noun = sentence.tokens[description.noun].folded
        var found: Set<String> = []
        for back in 0...Self.reach {
            for standing in named[number - back] ?? [] where (back > 0 || standing.at < offset) && fits(standing.key, description) {
                let isSaid =
                    !["company", "firm", "group"].contains(noun)
                    && drafts[standing.key]?.attributes.contains { $0.kind == .role && Folding.fold($0.value) == noun } == true
                let isAtHome = description.country != nil && home(standing.key, isRegional: description.isRegional) == description.country
                if isSaid && (description.country == nil || isAtHome) || isAtHome { found.insert(standing.key) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// Where it is at home by what the text says; by the lists only down to the country.
    private func home(_ key: String, isRegional: Bool) -> String? {
        drafts[key]?.country ?? knownHomes[key] ?? (isRegional ? nil : KnownNames.find(key)?.home)
    }

    /// Nothing the text says bars it.
    private func mightBe(_ key: String, _ description: Description) -> Bool {
        guard let draft = drafts[key], [.organisation, .other].contains(Self.kind(draft)), draft.role == nil || draft.role == description.role else {
            return false
        }
        return agrees(key, description)
    }

    /// A body at home elsewhere is not meant.
    private func agrees(_ key: String, _ description: Description) -> Bool {
        guard let country = description.country, let known = home(key, isRegional: false) else { return true }
        return country == known
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
        return draft.acts && agrees(key, description)
    }

    private func fits(_ key: String, _ description: Description) -> Bool {
        guard let draft = drafts[key] else { return false }
        let kind = Self.kind(draft)
        guard kind == .organisation || kind == .other && (draft.role != nil || draft.acts) else { return false }
        if let role = draft.role, role != description.role { return false }
        if draft.role == nil, description.role != .company { return false }
        if description.role != .company, !description.modifiers.allSatisfy({ key.split(separator: " ").contains($0[...]) }) { return false }
        return agrees(key, description)
    }
}
