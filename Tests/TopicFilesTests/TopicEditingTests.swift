import BriefModel
import Testing
import TopicFiles

/// A file that a person wrote stays theirs: a form changes what it says, and no line beside that.
@Suite("A topic file changed by a form") struct TopicEditingTests {
    static let file = """
        # Mine.
        title: Chips  # short
        question: "Who may buy what?"

        # Terms, agreed on with Ada.
        include: [H200, export licence]
        sections:
          - title: Export rules
            words: [licence]   # not 'license'
        sources:
          # The wire first.
          - feed: https://wire.example/feed   # slow at night
          - https://daily.example/
          # Asked for in May.
          - sitemap: https://post.example/
        schedule: daily
        outlets:
          - name: Wire & Co
            reliability: B

        """

    private func fields(_ change: (inout TopicFields) -> Void = { _ in }) throws -> TopicFields {
        var fields = try TopicFields(text: Self.file, path: "t.yaml")
        change(&fields)
        return fields
    }

    private func edited(_ text: String = file, _ change: (inout TopicFields) -> Void) throws -> TopicFile.Edited {
        var fields = try TopicFields(text: text, path: "t.yaml")
        change(&fields)
        return try #require(TopicFile.edited(text, to: fields))
    }

    @Test func `its fields are read as they stand`() throws {
        let fields = try fields()
        #expect(fields.title == "Chips" && fields.question == "Who may buy what?" && fields.include == ["H200", "export licence"])
        #expect(fields.sources == ["feed: https://wire.example/feed", "https://daily.example/", "sitemap: https://post.example/"])
        #expect(fields.schedule == "daily" && fields.series.isEmpty && fields.words.isEmpty)
    }

    @Test func `with nothing changed it is the same, byte for byte`() throws {
        let after = try edited { _ in }
        #expect(after.text == Self.file && after.lostNotes.isEmpty)
    }

    @Test func `one value changes one line, and the note on it stays`() throws {
        let after = try edited { $0.title = "Chips: who sells?" }
        #expect(after.text == Self.file.replacing("title: Chips  # short", with: "title: \"Chips: who sells?\"  # short"))
        #expect(after.lostNotes.isEmpty)
    }

    @Test func `a source that is added stands among the others, whose lines stay`() throws {
        let after = try edited { $0.sources.insert("feed: https://new.example/feed", at: 1) }
        #expect(
            after.text
                == Self.file.replacing("  - https://daily.example/", with: "  - feed: https://new.example/feed\n  - https://daily.example/"))
    }

    @Test func `of a source that is taken away the note beside it goes, and is told; the notes above others stay`() throws {
        let after = try edited { $0.sources.removeFirst() }
        #expect(!after.text.contains("wire.example") && after.text.contains("# The wire first.") && after.text.contains("# Asked for in May."))
        #expect(after.lostNotes == ["# slow at night"])
    }

    @Test func `a key that was not there comes after the one before it in the order of the template`() throws {
        let after = try edited {
            $0.series = "Weekly"; $0.words = "800"
        }
        #expect(after.text.contains("# short\nseries: Weekly\nquestion:") && after.text.contains("schedule: daily\nwords: 800\noutlets:"))
    }

    @Test func `a value that is emptied takes its line along`() throws {
        #expect(!(try edited { $0.question = "" }).text.contains("question"))
    }

    @Test func `the template takes a form's values, and keeps its notes`() throws {
        let template = TopicFile.template(title: "Chips")
        let after = try edited(template) {
            $0.sources = ["feed: https://wire.example/feed"]
            $0.include = ["H200", "yes", "- x", "a: b", "#7", "say \"no\"\\"]
        }
        let topic = try TopicFile.read(text: after.text, path: "t.yaml")
        #expect(topic.include == ["H200", "yes", "- x", "a: b", "#7", "say \"no\"\\"] && topic.sources == [.feed("https://wire.example/feed")])
        #expect(after.lostNotes.isEmpty && after.text.contains("# - sitemap: https://example.org/"))
    }

    @Test(arguments: [
        "{title: Chips, sources: [https://a.example/]}", "title: Chips\nsources: &s [https://a.example/]\ninclude: *s\n", "just words", "",
        "title: Chips\ntitle: Crisps\n",
    ])
    func `a file laid out otherwise is not touched`(text: String) {
        var fields = TopicFields()
        fields.title = "New"
        #expect(TopicFile.edited(text, to: fields) == nil)
    }

    @Test func `values that look like YAML are only ever values`() throws {
        for hostile in ["x\ny: z", "a # b", "*a", "&a", "!!python/object", "'", "\"", "|", "{}", "- - -", "\u{85}", "true", "~", "12:30:45", "%TAG"] {
            let after = try edited {
                $0.title = hostile; $0.exclude = [hostile]
            }
            let topic = try TopicFile.read(text: after.text, path: "t.yaml")
            #expect(topic.title == TopicFields.inOneLine(hostile) && topic.outlets.count == 1, "\(hostile)")
        }
    }

    @Test func `the key on a line is told`() {
        #expect(TopicFile.key(atLine: 2, of: Self.file) == "title" && TopicFile.key(atLine: 14, of: Self.file) == "sources")
        #expect(TopicFile.key(atLine: 1, of: Self.file) == nil && TopicFile.furtherKeys(of: Self.file) == ["sections", "outlets"])
    }
}
