import BriefModel
import Foundation
import Testing

@testable import BriefRendering

@Suite("What the product says in five languages") struct WordsTests {
    private static let locales: [Language: String] = [.english: "en_GB", .german: "de", .french: "fr", .spanish: "es", .chinese: "zh_Hans"]

    @Test(
        "a number chooses its form",
        arguments: [
            (Language.english, "1 article", "0 articles", "12,345 articles"), (.german, "1 Artikel", "0 Artikel", "12.345 Artikel"),
            (.french, "1 article", "0 article", "12\u{202F}345 articles"), (.spanish, "1 artículo", "0 artículos", "12.345 artículos"),
            (.chinese, "1 篇文章", "0 篇文章", "12,345 篇文章"),
        ]) func plurals(language: Language, one: String, none: String, many: String)
    {
        func told(_ count: Int) -> String { Words(language)("{count} articles with “{words}”", ["count": count, "words": "x"]) }
        #expect(told(1).hasPrefix(one) && told(0).hasPrefix(none) && told(12_345).hasPrefix(many))
    }

    @Test("whole millions have a form of their own where CLDR gives them one") func millions() {
        #expect(Language.allCases.map { $0.pluralForm(1_000_000) } == [.other, .other, .many, .many, .other])
        #expect(Language.allCases.map { $0.pluralForm(1_000_001) } == [.other, .other, .other, .other, .other])
        #expect(Language.allCases.map { $0.pluralForm(0) } == [.other, .other, .one, .other, .other])
    }

    @Test("days are written as ICU writes them, and in French the first of a month as a person does", arguments: Language.allCases)
    func days(language: Language) throws {
        let form = DateFormatter()
        form.locale = Locale(identifier: try #require(Self.locales[language]))
        form.timeZone = .gmt
        form.dateStyle = .long
        for month in 1...12 {
            let day = try #require(CalendarDay(year: 2026, month: month, day: 23))
            let date = Date(timeIntervalSince1970: TimeInterval(Timestamp(day: day).secondsSince1970))
            #expect(Words(language)(Words.phrase(day)) == form.string(from: date))
        }
        if language == .french { #expect(try Words(.french)(Words.phrase(#require(CalendarDay(iso: "2026-03-01")))) == "1er mars 2026") }
    }

    @Test("short months are those of CLDR", arguments: [Language.german, .french, .spanish, .chinese]) func shortMonths(language: Language) throws {
        let locale = Locale(identifier: try #require(Self.locales[language]))
        var calendar = Calendar(identifier: .gregorian)
        calendar.locale = locale
        #expect(Words.shortMonths.map { Words(language)($0) } == calendar.shortMonthSymbols)
    }

    @Test("numbers are grouped as ICU groups them", arguments: Language.allCases) func numbers(language: Language) throws {
        let form = NumberFormatter()
        form.locale = Locale(identifier: try #require(Self.locales[language]))
        form.numberStyle = .decimal
        for number in [0, 7, 999, 1_000, 9_999, 12_345, 1_234_567, -12_345] {
            #expect(language.grouped(number) == form.string(from: NSNumber(value: number)))
        }
    }

    @Test("languages are called what CLDR calls them", arguments: [Language.german, .french, .spanish, .chinese]) func names(language: Language)
        throws
    {
        let locale = Locale(identifier: try #require(Self.locales[language]))
        for tag in ["ar", "de", "en", "es", "fa", "fr", "he", "hi", "ja", "ko", "pt", "ru", "tr", "uk", "zh"] {
            #expect(Words(language)(LanguageNames.phrase(tag)) == locale.localizedString(forLanguageCode: tag))
        }
    }

    @Test("a list has its and") func lists() {
        let names = Phrase.list(["A", "B", "C"])
        #expect(Language.allCases.map { Words($0)(names) } == ["A, B and C", "A, B und C", "A, B et C", "A, B y C", "A、B和C"])
        #expect(Words.english(Phrase.list(["A"])) == "A" && Words.english(Phrase.list([String]())) == "")
    }

    @Test("what nobody translated is said in English") func untranslated() {
        #expect(Words(.german)("Quite {what}.", ["what": "new"]) == "Quite new.")
        #expect(Words(.german).marking()("Quite {what}.", ["what": "new"]) == "⟦?Quite new.⟧")
    }

    @Test("a moment is told by the reader's clock, and exactly by its element") func moments() {
        let moment = Timestamp(day: CalendarDay(daysSince1970: 20_500), hour: 22, minute: 40)
        let kathmandu = Zone(name: "Asia/Kathmandu") { _ in 20_700 }, west = Zone(name: "W") { _ in -3 * 3600 }
        #expect(Words.english.clock(moment) == "16 February 2026, 22:40 UTC")
        #expect(Words(.english, zone: kathmandu).clock(moment) == "17 February 2026, 04:25 UTC+5:45")
        #expect(Words(.german, zone: west).clock(moment) == "16. Februar 2026, 19:40 UTC−3")
        var html = HTMLWriter(words: Words(.french, zone: kathmandu))
        html.say("Last read {moment}.", ["moment": moment])
        #expect(
            String(decoding: html.bytes, as: UTF8.self)
                == "Dernière lecture le <time datetime=\"2026-02-16T22:40:00Z\">17 février 2026, 04:25 UTC+5:45</time>.")
    }

    @Test("elements stand where the language wants them, and what a source says is escaped and kept apart") func elements() {
        var html = HTMLWriter(words: Words(.german))
        html.say(Phrase("Edition of {day}; {all}.", ["day": CalendarDay(daysSince1970: 20_500)]), ["all": { $0.element("b", text: "<x>") }])
        html.say("Search: {words}", ["words": "שלום <b> & co"])
        #expect(
            String(decoding: html.bytes, as: UTF8.self)
                == "Ausgabe vom 16. Februar 2026; <b>&lt;x&gt;</b>.Suche: <bdi>שלום &lt;b&gt; &amp; co</bdi>")
    }

    @Test("a text says its language where that is not the page's") func contentLanguage() {
        func told(_ language: Language, _ tag: String) -> String {
            var html = HTMLWriter(words: Words(language))
            html.text("Pekin", in: tag)
            return String(decoding: html.bytes, as: UTF8.self)
        }
        #expect(told(.english, "en") == "Pekin" && told(.english, "en-US") == "Pekin" && told(.english, "") == "Pekin")
        #expect(told(.german, "en") == "<span lang=\"en\" dir=\"auto\">Pekin</span>" && told(.german, "de-AT") == "Pekin")
    }
}
