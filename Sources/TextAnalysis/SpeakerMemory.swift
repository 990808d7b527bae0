import BriefModel

/// Who was last named and last spoke, in the order of the text: what "he", "the company" and "the people" mean.
struct SpeakerMemory {
    private(set) var person: String?
    private(set) var body: String?
    private(set) var anonymous: String?
    /// The last speaker and the block they spoke in.
    private(set) var speaker: (source: String, block: Int)?

    /// The source a pronoun or a general noun stands for; nil when it stands for itself.
    func referent(of words: [String]) -> String? {
        guard let last = words.last else { return nil }
        let bare = words.filter { !["the", "its", "der", "die", "das", "des", "le", "la", "l"].contains($0) }
        if words.count == 1 {
            switch last {
            case "he", "she", "him", "her", "er", "lui": return person
            case "it", "il": return last == "it" ? body : person ?? body
            case "elle", "es": return body
            case "they", "them", "sie", "ils", "elles": return anonymous ?? body
            default: break
            }
        }
        guard bare.count == 1 else { return nil }
        if Self.bodies.contains(last) { return body }
        if Self.groups.contains(last), let anonymous, Folding.fold(anonymous).contains(last) { return anonymous }
        return nil
    }

    mutating func note(_ attribution: Attribution?, names: [Name], line: TokenLine, block: Int) {
        if let attribution {
            speaker = (attribution.source, block)
            if attribution.isAnonymous { anonymous = attribution.source }
        }
        let persons = names.filter { $0.kind == .person }
        if let spoken = attribution.flatMap({ spoken in persons.first { spoken.source.hasSuffix($0.text) || $0.text == spoken.source } }) ?? persons.first {
            person = fullName(spoken, names: names)
        } else if let attribution, !attribution.isAnonymous, person.map({ attribution.source == $0 }) == true {
            person = attribution.source
        }
        let bodies = names.filter { $0.kind == .organisation || $0.kind == .other }
        if let source = attribution?.source, let spoken = bodies.first(where: { source.contains($0.text) }) {
            body = spoken.text
        } else if let first = bodies.first, first.range.lowerBound - line.range.lowerBound < 60 || body == nil {
            body = first.text
        }
    }

    /// "Hegseth" is kept as "Pete Hegseth" once that was said.
    private func fullName(_ name: Name, names: [Name]) -> String {
        if let person, person.hasSuffix(" " + name.text) { return person }
        return name.text
    }

    private static let bodies = Stopwords.set(
        """
        company firm startup start-up group agency unternehmen unternehmens firma konzern entreprise societe groupe maker laboratory lab developer
        """)
    private static let groups = Stopwords.set("people officials sources researchers insiders lawyers analysts experts delegates supporters critics specialists authors")
}
