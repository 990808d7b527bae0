import BriefModel

/// Words that say what somebody is, before or behind a name or in its place: "the Mountain View chip start-up".
struct Description {
    /// Without the article.
    let range: Range<Int>
    /// The noun that everything else hangs on, and its class.
    let noun: Int
    let role: RoleNouns.Class
    let attributes: [Entity.Attribute]
    /// Of a country or place it names.
    var country: String? { attributes.first { $0.kind == .country }?.value }

    /// Small words before the noun: "defence" of "defence ministry".
    let modifiers: [String]
    /// It names a place below a country: "Californian".
    let isRegional: Bool
    /// It says no more than what the noun says.
    var isPlain: Bool { role == .company && attributes.count == 1 }

    /// The description that ends with the noun at a token: names of places and nations and small words before it belong to it.
    init?(endingAt noun: Int, in sentence: Sentence) {
        let tokens = sentence.tokens
        guard tokens.indices.contains(noun), !tokens[noun].isCapitalized, let role = RoleNouns.role(tokens[noun].folded) else { return nil }
        var first = noun
        while first > 0, noun - first < 5, Self.belongs(first - 1, in: sentence) { first -= 1 }
        self.noun = noun
        self.role = role
        range = tokens[first].range.lowerBound..<tokens[noun].range.upperBound
        attributes = Self.attributes(of: first, noun, role, in: sentence)
        modifiers = tokens[first..<noun].filter { !$0.isCapitalized }.map(\.folded)
        let (start, end) = (range.lowerBound, range.upperBound)
        isRegional = sentence.names.contains { $0.range.lowerBound >= start && $0.range.upperBound <= end && Gazetteer.country($0.key) != $0.key }
    }

    private static func belongs(_ index: Int, in sentence: Sentence) -> Bool {
        let token = sentence.tokens[index]
        guard sentence.isJoined(index, index + 1), !token.isStopword, token.kind == .word else { return false }
        guard let name = sentence.names.first(where: { $0.range.contains(token.range.lowerBound) }) else {
            return !token.isCapitalized || isAbbreviation(token)
        }
        return name.kind == .place || name.kind == .nationality
    }

    /// "AI" is a word of the trade, and no name.
    private static func isAbbreviation(_ token: Token) -> Bool { token.range.count <= 3 }

    private static func attributes(of first: Int, _ noun: Int, _ role: RoleNouns.Class, in sentence: Sentence) -> [Entity.Attribute] {
        let tokens = sentence.tokens
        var found: [Entity.Attribute] = []
        var sector: Range<Int>?
        var index = first
        while index < noun {
            let token = tokens[index]
            if let name = sentence.names.first(where: { $0.range.contains(token.range.lowerBound) }) {
                found += Self.home(name)
                while index < noun, tokens[index].range.lowerBound < name.range.upperBound { index += 1 }
                continue
            }
            sector = (sector?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
            index += 1
        }
        if let sector, role == .company { found.append(Entity.Attribute(.sector, value: sentence.words(sector), range: sector)) }
        found.append(Entity.Attribute(.role, value: sentence.words(tokens[noun].range), range: tokens[noun].range))
        return found
    }

    /// What the name of a place or nation says of where somebody is at home.
    static func home(_ name: Name) -> [Entity.Attribute] {
        let country =
            Gazetteer.country(name.key) ?? Gazetteer.country(ofRegion: name.key) ?? Gazetteer.country(ofCapital: name.key)
            ?? (name.kind == .place ? KnownNames.find(name.key)?.country : nil)
        var found: [Entity.Attribute] = []
        if name.kind == .place, country != name.key { found.append(Entity.Attribute(.place, value: name.text, range: name.range)) }
        if let country { found.append(Entity.Attribute(.country, value: country, range: name.range)) }
        return found
    }
}

extension Sentence {
    /// The text at absolute byte offsets.
    func words(_ range: Range<Int>) -> String {
        let utf8 = Array(text.utf8)
        let (lower, upper) = (range.lowerBound - self.range.lowerBound, range.upperBound - self.range.lowerBound)
        return lower >= 0 && upper <= utf8.count ? String(decoding: utf8[lower..<upper], as: UTF8.self) : ""
    }

    /// Two tokens with white space between them and nothing else.
    func isJoined(_ first: Int, _ second: Int) -> Bool {
        guard first >= 0, second < tokens.count, tokens[first].range.upperBound < tokens[second].range.lowerBound else { return false }
        return words(tokens[first].range.upperBound..<tokens[second].range.lowerBound).utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 >= 0x80 }
    }

    /// Whether a comma stands between two tokens.
    func isParted(_ first: Int, _ second: Int) -> Bool {
        guard first >= 0, second < tokens.count, tokens[first].range.upperBound < tokens[second].range.lowerBound else { return false }
        return words(tokens[first].range.upperBound..<tokens[second].range.lowerBound).utf8.contains(UInt8(ascii: ","))
    }

    func token(at offset: Int) -> Int? { tokens.firstIndex { $0.range.lowerBound >= offset } }
}
