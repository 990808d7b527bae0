import BriefModel

/// Names of one text in order of mention: a surname alone means the person named in full before, an acronym what it stands for, and "the Navy"
/// the only navy the text names.
struct NameResolver {
    private let kinds: [String: Name.Kind]
    private var bySurname: [String: String?] = [:]
    private var acronyms: [String: String] = [:]
    /// Short forms of bodies' names: their last words, or their first where a word for a body follows. nil where two have it.
    private var shortForms: [String: String?] = [:]

    /// - Parameter kinds: what each name is of, by key.
    init(kinds: [String: Name.Kind]) { self.kinds = kinds }

    /// Takes in the names of one sentence.
    mutating func learn(_ names: [Name], in line: TokenLine) {
        var previous: Name?
        for name in names {
            if kind(of: name) == .person, let last = name.key.split(separator: " ").last, last.utf8.count < name.key.utf8.count {
                Self.note(String(last), for: name.key, in: &bySurname)
            }
            if let previous, isIntroduction(of: name, after: previous, in: line) { acronyms[name.key] = previous.key }
            if kind(of: name) == .organisation { learnForms(of: name) }
            previous = name
        }
    }

    /// Two of one short form: neither is meant by it alone.
    private static func note(_ form: String, for key: String, in table: inout [String: String?]) {
        if let known = table[form], known != key { table[form] = .some(nil) } else { table[form] = key }
    }

    private mutating func learnForms(of name: Name) {
        let words = name.key.split(separator: " ")
        guard words.count > 1, let last = words.last.map(String.init) else { return }
        if words.count > 2 {
            let initials = String(words.compactMap(\.first))
            if acronyms[initials] == nil, initials != name.key { Self.note(initials, for: name.key, in: &shortForms) }
        }
        guard NameWords.bodies.contains(last) || KindWords.endings.contains(last) else { return }
        for start in 1..<words.count { Self.note(words[start...].joined(separator: " "), for: name.key, in: &shortForms) }
        if NameWords.bodies.contains(last), words.count == 2 { Self.note(String(words[0]), for: name.key, in: &shortForms) }
    }

    /// The same names under the keys and kinds the whole text gives them.
    func resolve(_ names: [Name]) -> [Name] {
        names.map { name in
            guard name.kind != .nationality, Gazetteer.country(name.key) == nil || name.kind != .place else { return name }
            let isPlace = name.kind == .place
            let key = (bySurname[name.key] ?? nil) ?? (isPlace ? nil : acronyms[name.key] ?? shortForm(name)) ?? name.key
            let kind = kinds[key] ?? name.kind
            return Name(range: name.range, text: name.text, key: key, kind: kind)
        }
    }

    private func kind(of name: Name) -> Name.Kind { kinds[name.key] ?? name.kind }

    private func shortForm(_ name: Name) -> String? {
        guard let key = shortForms[name.key] ?? nil, [.organisation, .other].contains(kind(of: name)) else { return nil }
        return key
    }

    /// "People's Liberation Army (PLA)".
    private func isIntroduction(of name: Name, after previous: Name, in line: TokenLine) -> Bool {
        guard previous.range.upperBound < name.range.lowerBound, name.range.upperBound < line.range.upperBound,
            line.text[name.range.upperBound] == UInt8(ascii: ")"), name.range.count <= 8, !name.text.utf8.contains(0x20),
            name.text.utf8.allSatisfy({ !($0 >= 0x61 && $0 <= 0x7A) })
        else { return false }
        return Array(line.text.bytes[previous.range.upperBound..<name.range.lowerBound]) == Array(" (".utf8)
    }
}
