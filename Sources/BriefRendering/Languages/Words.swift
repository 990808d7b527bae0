import BriefModel

/// Our words in one language, for a reader in one zone.
public struct Words: Sendable {
    public let language: Language
    public let zone: Zone
    /// Brackets around all that is said, so that a test finds what is not.
    private var isMarking = false

    public static let english = Words(.english)

    public init(_ language: Language, zone: Zone = .utc) {
        self.language = language
        self.zone = zone
    }

    /// The same with ⟦brackets⟧ around what the catalogue says, and with ⟦?brackets of doubt⟧ around what it lacks.
    public func marking() -> Words {
        var words = self
        words.isMarking = true
        return words
    }

    public func callAsFunction(_ phrase: Phrase) -> String {
        pieces(of: phrase).map { piece in
            switch piece {
            case .ours(let text), .theirs(let text), .moment(_, let text): text
            case .open(let name): "{\(name)}"
            }
        }.joined()
    }

    public func callAsFunction(_ english: StaticString, _ values: KeyValuePairs<String, any Sayable>) -> String { self(Phrase(english, values)) }

    // MARK: what a phrase comes to

    /// A part of what is said.
    enum Piece {
        case ours(String)
        /// Of a source or of the reader: kept apart, as it may run the other way.
        case theirs(String)
        case moment(Timestamp, String)
        /// A place that nothing fills, for an element to stand there.
        case open(String)
    }

    func pieces(of phrase: Phrase) -> [Piece] {
        switch phrase.form {
        case .verbatim(let text): return [.theirs(text)]
        case .message(let english, let context, let values):
            var pieces: [Piece] = []
            write(message(english, context), values, to: &pieces)
            return pieces
        case .sentences(let phrases):
            return phrases.dropFirst().reduce(into: phrases.first.map(pieces) ?? []) { pieces, next in
                if language != .chinese { pieces.append(.ours(" ")) }
                pieces += self.pieces(of: next)
            }
        case .series(let phrases, let joint):
            guard let first = phrases.first else { return [] }
            return pieces(of: phrases.dropFirst().reduce(first) { Phrase(joint, ["first": $0, "second": $1]) })
        case .capitalized(let phrase): return capitalized(pieces(of: phrase))
        case .list(let phrases): return pieces(ofList: phrases)
        }
    }

    private func capitalized(_ pieces: [Piece]) -> [Piece] {
        guard let place = pieces.firstIndex(where: { if case .ours(let text) = $0 { !text.isEmpty && !text.hasPrefix("⟦") } else { true } }) else {
            return pieces
        }
        var pieces = pieces
        switch pieces[place] {
        case .ours(let text): pieces[place] = .ours(text.capitalizedFirst)
        case .theirs(let text): pieces[place] = .theirs(text.capitalizedFirst)
        case .moment, .open: break
        }
        return pieces
    }

    private func pieces(ofList phrases: [Phrase]) -> [Piece] {
        guard phrases.count > 1, let last = phrases.last else { return phrases.first.map(pieces) ?? [] }
        let beginning = phrases.dropFirst().dropLast().reduce(phrases[0]) { Phrase("{items}, {next}", ["items": $0, "next": $1]) }
        return pieces(of: Phrase("{items} and {last}", ["items": beginning, "last": last]))
    }

    private func write(_ message: Message, _ values: [(name: String, value: PhraseValue)], to pieces: inout [Piece]) {
        for piece in message.pieces {
            switch piece {
            case .words(let text): pieces.append(.ours(text))
            case .place(let name):
                guard let value = values.first(where: { $0.name == name })?.value else {
                    pieces.append(.open(name))
                    continue
                }
                write(value, to: &pieces)
            case .plural(let name, let forms):
                var number: Int?
                if case .number(let value)? = values.first(where: { $0.name == name })?.value { number = value }
                if let form = Message.form(for: number, among: forms, in: language) { write(form, values, to: &pieces) }
            }
        }
    }

    private func write(_ value: PhraseValue, to pieces: inout [Piece]) {
        switch value {
        case .number(let number): pieces.append(.ours(language.grouped(number)))
        case .tenths(let number):
            pieces.append(.ours(Wording.tenths(number).split(separator: ".").joined(separator: language.decimalSign)))
        case .text(let text): pieces.append(.theirs(text))
        case .phrase(let phrase): pieces += self.pieces(of: phrase)
        case .day(let day): pieces += self.pieces(of: Self.phrase(day))
        case .moment(let moment): pieces.append(.moment(moment, clock(moment)))
        }
    }

    /// The English text itself where the catalogue has no other.
    private func message(_ english: String, _ context: String?) -> Message {
        let known = Catalogue.of(language).messages[.init(english: english, context: context)]
        guard let message = known ?? Message(english) else { return Message(words: english) }
        guard isMarking else { return message }
        return message.bracketed(known == nil ? "⟦?" : "⟦", "⟧")
    }

    // MARK: days and clocks

    /// "1 March 2026".
    static func phrase(_ day: CalendarDay) -> Phrase {
        Phrase("{day} {month} {year}", ["day": day.day, "month": months[day.month - 1], "year": String(day.year)])
    }

    /// "1 Mar".
    static func short(_ day: CalendarDay) -> Phrase { Phrase("{day} {month}", ["day": day.day, "month": shortMonths[day.month - 1]]) }

    /// "1 March".
    static func withoutYear(_ day: CalendarDay) -> Phrase {
        Phrase("{day} {month}", ["day": day.day, "month": months[day.month - 1]], context: "month in full")
    }

    /// "1 March 2026, 06:40 UTC".
    func clock(_ moment: Timestamp) -> String {
        let local = zone.local(moment)
        return self("{day}, {time} {zone}", ["day": local.day, "time": local.clock, "zone": local.name])
    }

    /// "March 2026".
    static func month(_ day: CalendarDay) -> Phrase { Phrase("{month} {year}", ["month": months[day.month - 1], "year": String(day.year)]) }

    static let months: [Phrase] = [
        Phrase("January", context: "in a date"), Phrase("February", context: "in a date"), Phrase("March", context: "in a date"),
        Phrase("April", context: "in a date"), Phrase("May", context: "in a date"), Phrase("June", context: "in a date"),
        Phrase("July", context: "in a date"), Phrase("August", context: "in a date"), Phrase("September", context: "in a date"),
        Phrase("October", context: "in a date"), Phrase("November", context: "in a date"), Phrase("December", context: "in a date"),
    ]

    static let shortMonths: [Phrase] = [
        Phrase("Jan", context: "in a date"), Phrase("Feb", context: "in a date"), Phrase("Mar", context: "in a date"),
        Phrase("Apr", context: "in a date"), Phrase("May", context: "in a short date"), Phrase("Jun", context: "in a date"),
        Phrase("Jul", context: "in a date"), Phrase("Aug", context: "in a date"), Phrase("Sep", context: "in a date"),
        Phrase("Oct", context: "in a date"), Phrase("Nov", context: "in a date"), Phrase("Dec", context: "in a date"),
    ]
}
