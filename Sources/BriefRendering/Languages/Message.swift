/// A text of a catalogue taken apart: words, places, and places whose words depend on a number. A part of ICU's MessageFormat:
/// `{count, plural, =0 {no articles} one {{count} article} other {{count} articles}}`.
struct Message: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case words(String)
        case place(String)
        case plural(String, forms: [Form])
    }

    struct Form: Sendable, Hashable {
        /// A CLDR category, or `=1` for that number alone.
        let selector: String
        let message: Message
    }

    let pieces: [Piece]

    /// Nil for a text that is not well formed, or whose plural has no form `other`.
    init?(_ text: String) {
        var rest = text[...]
        guard let pieces = Message.read(&rest, isNested: false), rest.isEmpty else { return nil }
        self.pieces = pieces
    }

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// A text without places.
    init(words: String) { pieces = [.words(words)] }

    func bracketed(_ opening: String, _ closing: String) -> Message { Message(pieces: [.words(opening)] + pieces + [.words(closing)]) }

    /// Every name that a place of it has.
    var names: Set<String> {
        pieces.reduce(into: []) { names, piece in
            switch piece {
            case .words: break
            case .place(let name): names.insert(name)
            case .plural(let name, let forms):
                names.insert(name)
                for form in forms { names.formUnion(form.message.names) }
            }
        }
    }

    private static func read(_ rest: inout Substring, isNested: Bool) -> [Piece]? {
        var pieces: [Piece] = []
        while let next = rest.first, !(isNested && next == "}") {
            guard next == "{" else {
                let words = rest.prefix { $0 != "{" && !(isNested && $0 == "}") }
                pieces.append(.words(String(words)))
                rest = rest[words.endIndex...]
                continue
            }
            rest.removeFirst()
            guard let piece = place(&rest) else { return nil }
            pieces.append(piece)
        }
        return pieces
    }

    /// After the opening brace.
    private static func place(_ rest: inout Substring) -> Piece? {
        let name = String(rest.prefix { $0 != "}" && $0 != "," })
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty, let end = rest.popFirst() else { return nil }
        if end == "}" { return .place(name) }
        let kind = " plural,"
        guard rest.hasPrefix(kind) else { return nil }
        rest = rest.dropFirst(kind.count)
        var forms: [Form] = []
        while true {
            rest = rest.drop { $0 == " " }
            if rest.first == "}" { break }
            let selector = rest.prefix { $0 != " " && $0 != "{" }
            rest = rest[selector.endIndex...].drop { $0 == " " }
            guard !selector.isEmpty, rest.popFirst() == "{", let pieces = read(&rest, isNested: true), rest.popFirst() == "}" else { return nil }
            forms.append(Form(selector: String(selector), message: Message(pieces: pieces)))
        }
        rest.removeFirst()
        return forms.contains { $0.selector == "other" } ? .plural(name, forms: forms) : nil
    }

    /// The words of one number.
    static func form(for number: Int?, among forms: [Form], in language: Language) -> Message? {
        if let number {
            let category = language.pluralForm(number).rawValue
            if let chosen = forms.first(where: { $0.selector == "=\(number)" }) ?? forms.first(where: { $0.selector == category }) {
                return chosen.message
            }
        }
        return forms.first { $0.selector == "other" }?.message
    }
}
