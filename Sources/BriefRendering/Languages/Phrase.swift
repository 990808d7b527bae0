public import BriefModel

/// Something the product says: English text with named places, kept apart from what fills them, so that it can be said in another language.
///
/// The English is the key of the catalogues (`Resources/Languages`), as gettext has it: views stay readable, and what nobody has translated is said in
/// English. It is a constant of the program, so nothing that a source wrote can become one. Numbers choose their form in the catalogues.
///
///     html.say("No topics yet")
///     html.element("h2", say: "{count} articles with “{words}”", ["count": found.count, "words": words])
public struct Phrase: Sendable, ExpressibleByStringLiteral {
    indirect enum Form: Sendable {
        case message(String, context: String?, [(name: String, value: PhraseValue)])
        /// What somebody else says, as it is.
        case verbatim(String)
        case sentences([Phrase])
        case list([Phrase])
        case series([Phrase], joint: StaticString)
        case capitalized(Phrase)
    }

    let form: Form

    /// - Parameter context: tells apart what is one word in English only, for instance the name of a room and what a button does.
    public init(_ english: StaticString, _ values: KeyValuePairs<String, any Sayable> = [:], context: StaticString? = nil) {
        form = .message(english.description, context: context?.description, values.map { ($0.key, $0.value.said) })
    }

    public init(stringLiteral english: StaticString) { self.init(english) }

    private init(form: Form) { self.form = form }

    /// The words of a source, a name, an address: never translated.
    public static func verbatim(_ text: some StringProtocol) -> Phrase { Phrase(form: .verbatim(String(text))) }

    /// One after the other, with the space between that the language has there.
    public static func sentences(_ phrases: [Phrase]) -> Phrase { Phrase(form: .sentences(phrases)) }

    /// "A, B and C".
    public static func list(_ phrases: [Phrase]) -> Phrase { Phrase(form: .list(phrases)) }

    /// "A, B": what a caption sets side by side.
    public static func series(_ phrases: [Phrase]) -> Phrase { Phrase(form: .series(phrases, joint: "{first}, {second}")) }

    /// "A; B".
    public static func clauses(_ phrases: [Phrase]) -> Phrase { Phrase(form: .series(phrases, joint: "{first}; {second}")) }

    /// "A · B".
    public static func dotted(_ phrases: [Phrase]) -> Phrase { Phrase(form: .series(phrases, joint: "{first} · {second}")) }

    /// "March 2026".
    public static func month(of day: CalendarDay) -> Phrase { Words.month(day) }

    /// As it begins a line.
    public var capitalized: Phrase { Phrase(form: .capitalized(self)) }

    public static func list(_ names: [String]) -> Phrase { list(names.map { Phrase.verbatim($0) }) }

    /// As our English forms without markup have it.
    public var english: String { Words.english(self) }
}

/// What fills a named place of a phrase.
public enum PhraseValue: Sendable {
    case number(Int)
    /// As exact as an expectation is: `0.4`, `12`.
    case tenths(Double)
    /// Somebody else's words.
    case text(String)
    case phrase(Phrase)
    /// In full.
    case day(CalendarDay)
    /// In the reader's zone.
    case moment(Timestamp)
}

/// A value that a phrase can hold.
public protocol Sayable { var said: PhraseValue { get } }

/// An expectation, told with one decimal at most.
struct Tenths: Sayable {
    let value: Double

    init(_ value: Double) { self.value = value }

    var said: PhraseValue { .tenths(value) }
}

extension Int: Sayable { public var said: PhraseValue { .number(self) } }
extension String: Sayable { public var said: PhraseValue { .text(self) } }
extension Substring: Sayable { public var said: PhraseValue { .text(String(self)) } }
extension Phrase: Sayable { public var said: PhraseValue { .phrase(self) } }
extension CalendarDay: Sayable { public var said: PhraseValue { .day(self) } }
extension Timestamp: Sayable { public var said: PhraseValue { .moment(self) } }
