import BriefModel
import Foundation
import Testing

@testable import BriefRendering

@Suite("The catalogues") struct CatalogueTests {
    private static let translations: [Language] = [.german, .french, .spanish, .chinese]

    private func keys(_ language: Language) -> Set<Catalogue.Key> { Set(Catalogue.of(language).messages.keys) }

    @Test("each is well formed", arguments: Language.allCases) func wellFormed(language: Language) {
        #expect(Catalogue.of(language).faults == [] && !Catalogue.of(language).messages.isEmpty)
    }

    @Test("all four say the same texts, and whatever has a form of its own in English", arguments: translations) func complete(language: Language) {
        let german = keys(.german)
        #expect(keys(language).symmetricDifference(german).map(\.english) == [])
        #expect(keys(.english).subtracting(german).map(\.english) == [])
    }

    @Test("each names the places that the English names", arguments: Language.allCases) func places(language: Language) {
        for (key, message) in Catalogue.of(language).messages {
            #expect(message.names == Message(key.english)?.names, "\(language): \(key.english)")
        }
    }

    @Test("each knows only forms that its numbers have, and all of the usual ones", arguments: Language.allCases) func forms(language: Language) {
        let usual = Set((1...20).map { language.pluralForm($0).rawValue })
        let possible = usual.union([1_000_000].map { language.pluralForm($0).rawValue })
        for (key, message) in Catalogue.of(language).messages {
            for piece in message.pieces {
                guard case .plural(_, let forms) = piece else { continue }
                let categories = Set(forms.map(\.selector).filter { !$0.hasPrefix("=") })
                #expect(categories.isSubset(of: possible), "\(language): \(key.english)")
            }
        }
    }

    @Test("English says what is written in the program, but for one and for none") func englishIsTheKey() {
        for (key, message) in Catalogue.of(.english).messages {
            #expect(message.ofManyThings == Message(key.english)?.pieces, "\(key.english)")
        }
    }

    @Test("no entry is left of a text that the program no longer says") func noDeadKeys() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources").standardized
        var code = ""
        for room in ["BriefRendering", "BriefWeb"] {
            let files = FileManager.default.enumerator(at: sources.appending(path: room), includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                code += try String(contentsOf: file, encoding: .utf8)
            }
        }
        // A literal of several lines goes on after a backslash.
        code = code.replacing(#/\\\n */#, with: "")
        // Of a literal in three quotes the line is the text.
        let lines = Set(code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        for key in keys(.german) {
            #expect(code.contains("\"\(key.english)\"") || lines.contains(key.english), "nobody says: \(key.english)")
            if let context = key.context { #expect(code.contains("\"\(context)\"")) }
        }
    }

    @Test("each sets its signs and quotation marks as its language does", arguments: translations) func typography(language: Language) throws {
        // French has no-break spaces inside quotation marks and before high signs, and so have German and Spanish before a per cent sign.
        let marks: [Language: String] = [
            .german: #" %|["«»]"#, .french: #" [:;?!%»]|« |['"“”]"#, .spanish: #" %|["“”„]"#,
            .chinese: #"[一-龥][,;:?!()"A-Za-z0-9]|[,;:?!()"A-Za-z][一-龥]|[0-9](?!月)[一-龥]"#,
        ]
        let wrong = try Regex(try #require(marks[language]))
        for (key, message) in Catalogue.of(language).messages {
            for words in message.words { #expect(words.firstMatch(of: wrong) == nil, "\(language): \(words), in: \(key.english)") }
        }
    }

    @Test("a broken entry is told, and does no harm") func brokenEntries() {
        let catalogue = Catalogue(po: Array("msgid \"a\"\nmsgstr \"{b\"\n\nmsgid c\n\nmsgid \"d\"\nmsgstr \"\"\n\"e \\\"f\\\"\"\n".utf8))
        #expect(catalogue.faults == ["msgid c", "a"] || catalogue.faults == ["a", "msgid c"])
        #expect(catalogue.messages == [.init(english: "d", context: nil): Message(words: "e \"f\"")])
    }
}

extension Message {
    /// All that it can say, in its parts.
    fileprivate var words: [String] {
        pieces.flatMap { piece -> [String] in
            switch piece {
            case .words(let words): [words]
            case .place: []
            case .plural(_, let forms): forms.flatMap(\.message.words)
            }
        }
    }

    /// Its pieces where there are many of everything.
    fileprivate var ofManyThings: [Piece] {
        var text = ""
        for piece in pieces {
            switch piece {
            case .words(let words): text += words
            case .place(let name): text += "{\(name)}"
            case .plural(_, let forms): text += forms.first { $0.selector == "other" }?.message.ofManyThings.inWords ?? ""
            }
        }
        return Message(text)?.pieces ?? []
    }
}

extension [Message.Piece] {
    fileprivate var inWords: String {
        map { piece in
            switch piece {
            case .words(let words): words
            case .place(let name): "{\(name)}"
            case .plural: ""
            }
        }.joined()
    }
}
