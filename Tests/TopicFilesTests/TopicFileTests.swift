import BriefModel
import Testing
import TopicFiles

/// Topics are written by people: every mistake gets its line and a sentence that says what is allowed.
@Suite struct TopicFileTests {
    @Test func aTopicMayAskForTheStrictSetting() throws {
        #expect(try TopicFile.read(text: "title: Chips\nsources: [https://example.org/]\nstrict: true\n", path: "t.yaml").isStrict)
        #expect(try !TopicFile.read(text: "title: Chips\nsources: [https://example.org/]\n", path: "t.yaml").isStrict)
    }

    @Test func aWholeTopicIsRead() throws {
        let topic = try TopicFile.read(
            text: """
                title: Chips
                series: Weekly
                question: Who may buy what?
                include: [H200, export licence]
                exclude:
                  - crisps
                sources:
                  - opml: feeds.opml
                  - opml: https://example.org/all.opml
                  - feed: https://example.org/feed.xml
                  - page: https://example.org/page
                  - folder: papers
                  - file: /data/one.pdf
                  - https://example.org/anything
                schedule: daily
                allow-local: true
                outlets:
                  - name: Example Daily
                    kind: German daily
                    country: Germany
                    owner-group: Example Media
                    reliability: b
                """, path: "topics/chips.yaml")
        #expect(topic.title == "Chips" && topic.series == "Weekly" && topic.question == "Who may buy what?")
        #expect(topic.include == ["H200", "export licence"] && topic.exclude == ["crisps"])
        #expect(
            topic.sources == [
                .opmlFile("topics/feeds.opml"), .opmlAddress("https://example.org/all.opml"), .feed("https://example.org/feed.xml"),
                .page("https://example.org/page"), .folder("topics/papers"), .file("/data/one.pdf"), .address("https://example.org/anything"),
            ])
        #expect(topic.schedule == .daily && topic.allowsLocalAddresses)
        #expect(topic.outlets.first?.id == "example-daily" && topic.outlets.first?.kind == .nationalDaily && topic.outlets.first?.reliability == .b)
    }

    @Test(arguments: [
        ("titel: Chips\nsources: [https://a.org]", 1, "did you mean `title`?"),
        ("title: Chips\nincludes: [x]\nsources: [https://a.org]", 2, "did you mean `include`?"),
        ("title: [a, b]\nsources: [https://a.org]", 1, "one line of text"),
        ("title: Chips\nsources:\n  - feed: example.org", 3, "starts with http"),
        ("title: Chips\nsources:\n  - fed: https://a.org", 3, "did you mean `feed`?"),
        ("title: Chips\nsources: https://a.org", 2, "is a list"),
        ("title: Chips\nsources: []", 2, "at least one"),
        ("title: Chips\nsources: [https://a.org]\nschedule: yearly", 3, "`weekly`"),
        ("title: Chips\nsources: [https://a.org]\nallow-local: perhaps", 3, "true or false"),
        ("title: Chips\nsources: [https://a.org]\noutlets:\n  - name: X\n    reliability: G", 5, "from A"),
        ("title: Chips\nsources: [https://a.org]\noutlets:\n  - country: Norway", 4, "no `name`"),
        ("title: Chips\ntitle: Ships\nsources: [https://a.org]", 1, "twice"),
        ("title: \"Chips", 1, "not YAML"),
        ("- a\n- b", 1, "begins with `title:`"),
        ("", 1, "begins with `title:`"),
    ]) func aMistakeHasItsLineAndItsRemedy(_ text: String, _ line: Int, _ remedy: String) throws {
        let error = try #require(throws: TopicFileError.self) { try TopicFile.read(text: text, path: "t.yaml") }
        let problem = try #require(error.problems.first { $0.message.contains(remedy) }, "\(error)")
        #expect(problem.line == line)
        #expect(error.description.contains("t.yaml:\(line):"))
    }

    @Test func allProblemsAreToldAtOnce() throws {
        let error = try #require(throws: TopicFileError.self) {
            try TopicFile.read(text: "title: Chips\nserie: x\nschedule: never\nsources: [ftp://a.org]", path: "t.yaml")
        }
        #expect(error.problems.map(\.line) == [2, 3, 4])
    }

    @Test func theTemplateIsATopicOnceASourceIsNamed() throws {
        let template = TopicFile.template(title: "Chips: \"rules\"\nand more")
        let filled = template.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix("  # - feed:") ? $0.replacing("# ", with: "", maxReplacements: 1) : $0
        }
        let topic = try TopicFile.read(text: filled.joined(separator: "\n"), path: "t.yaml")
        #expect(topic.title == "Chips: rulesand more")
        #expect(topic.sources == [.feed("https://example.org/feed.xml")])
        #expect(throws: TopicFileError.self) { try TopicFile.read(text: template, path: "t.yaml") }
    }

    @Test func theLengthOfABriefIsANumberOfWords() throws {
        #expect(try TopicFile.read(text: "title: Chips\nsources: [https://example.org/]\nwords: 800\n", path: "t.yaml").words == 800)
        for wrong in ["100", "20000", "many"] {
            #expect { try TopicFile.read(text: "title: Chips\nsources: [https://example.org/]\nwords: \(wrong)\n", path: "t.yaml") } throws: {
                error in
                (error as? TopicFileError)?.problems.contains { $0.line == 3 && $0.message.contains("words: 800") } == true
            }
        }
    }

    @Test func howMuchIsTakenOfAnArticleIsTwoNumbersOfWords() throws {
        func topic(_ lines: String) throws -> Topic {
            try TopicFile.read(text: "title: Chips\nsources: [https://example.org/]\n" + lines, path: "t.yaml")
        }
        #expect(try topic("").quoteLimit == nil)
        #expect(try topic("quote-limit: 12\narticle-limit: 60\n").quoteLimit == QuoteLimit(run: 12, article: 60))
        #expect(try topic("article-limit: 60\n").quoteLimit == QuoteLimit(run: QuoteLimit.standard.run, article: 60))
        for wrong in ["quote-limit: 3", "quote-limit: some", "article-limit: 9"] {
            #expect { try topic(wrong + "\n") } throws: {
                ($0 as? TopicFileError)?.problems.contains { $0.message.contains("whole number of words") } == true
            }
        }
    }

    @Test func sectionsAreTitlesWithOrWithoutWords() throws {
        let text = "title: Chips\nsources: [https://example.org/]\nsections:\n  - Export rules\n  - title: Drones\n    words: [drone swarm, drone]\n"
        let topic = try TopicFile.read(text: text, path: "t.yaml")
        #expect(topic.sections == [TopicSection(title: "Export rules"), TopicSection(title: "Drones", words: ["drone swarm", "drone"])])
    }

    @Test(arguments: [
        ("  - [a]", 4, "a section is a title"), ("  - words: [a]", 4, "has no `title`"), ("  - title: A\n    wordz: [a]", 5, "`words`"),
        ("  - Drones\n  - title: drones", 5, "named twice"),
    ]) func aWrongSectionIsNamedByLineAndRemedy(_ sections: String, _ line: Int, _ mention: String) {
        let text = "title: Chips\nsources: [https://example.org/]\nsections:\n\(sections)\n"
        #expect { try TopicFile.read(text: text, path: "t.yaml") } throws: { error in
            (error as? TopicFileError)?.problems.contains { $0.line == line && $0.message.contains(mention) } == true
        }
    }

    @Test func nestingAndSizeAreBounded() {
        #expect(throws: TopicFileError.self) { try TopicFile.read(text: String(repeating: "[", count: 200_000), path: "t.yaml") }
        #expect(throws: TopicFileError.self) { try TopicFile.read(text: "title: " + String(repeating: "x", count: 2 << 20), path: "t.yaml") }
    }

    @Test(arguments: [("Chips & export rules", "chips-export-rules"), ("  ", "topic"), ("Künstliche Intelligenz", "künstliche-intelligenz")])
    func aTitleHasAFileName(_ title: String, _ slug: String) { #expect(Topic.slug(ofTitle: title) == slug) }
}
