import ArgumentParser
import BriefEngine
import BriefModel

extension StoryCommand {
    struct Merge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes one story of two or more.",
            discussion: "EXAMPLE\n  bigpicture story merge military-ai \"export rule\" \"chip licences\" --dry-run")

        @OptionGroup var subject: StoryOptions
        @Argument(help: "The stories.") var stories: [String]
        @OptionGroup var trial: TrialOptions

        func run() async throws {
            let desk = try await subject.desk()
            var meant: [Story] = []
            for name in stories {
                let story = try desk.story(named: name)
                if !meant.contains(story) { meant.append(story) }
            }
            guard meant.count > 1 else { throw Exit.failing("That is one story already; name two or more to merge.", code: Exit.noInput) }
            try await desk.decide(.together(meant.flatMap(\.articles)), onlyTrying: trial.dryRun)
        }
    }

    struct Split: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes articles out of a story, for good.",
            discussion: """
                What comes later goes to the side that it is more like. Articles are named by their identifiers or by words of their titles; 'story list'
                with the story shows them.

                EXAMPLE
                  bigpicture story split military-ai "export rule" "Averland signs"
                """)

        @OptionGroup var subject: StoryOptions
        @Argument(help: "The story.") var story: String
        @Argument(help: "The articles that do not belong to it.") var articles: [String]
        @OptionGroup var trial: TrialOptions

        func run() async throws {
            let desk = try await subject.desk()
            let story = try desk.story(named: story)
            let ruling = try naming { () throws(NamingError) in
                var chosen: [Article] = []
                for name in articles { chosen.append(try desk.study.article(named: name, of: story)) }
                return try desk.study.parting(chosen, from: story)
            }
            try await desk.decide(ruling, onlyTrying: trial.dryRun)
        }
    }

    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives a story a title of yours.",
            discussion: "EXAMPLE\n  bigpicture story rename military-ai \"export rule\" \"The export rule\"")

        @OptionGroup var subject: StoryOptions
        @Argument(help: "The story.") var story: String
        @Argument(help: "Its title from now on.") var title: String
        @OptionGroup var trial: TrialOptions

        func validate() throws {
            guard title.contains(where: { !$0.isWhitespace }), !title.contains(where: \.isNewline), title.count <= 200 else {
                throw ValidationError("A title is one line of at most 200 letters.")
            }
        }

        func run() async throws {
            let desk = try await subject.desk()
            try await desk.decide(.titled(try desk.story(named: story).id.article, title), onlyTrying: trial.dryRun)
        }
    }

    struct Pin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keeps a story first, however small or quiet it is.", discussion: "EXAMPLE\n  bigpicture story pin military-ai \"export rule\"")

        @OptionGroup var subject: StoryOptions
        @Argument(help: "The story.") var story: String
        @OptionGroup var trial: TrialOptions

        func run() async throws {
            let desk = try await subject.desk()
            let story = try desk.story(named: story)
            guard !story.isPinned else { throw Exit.failing("'\(story.title)' is pinned already.", code: Exit.noInput) }
            try await desk.decide(.pinned(story.id.article), onlyTrying: trial.dryRun)
        }
    }

    struct Unpin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a pinned story take its own place again.", discussion: "EXAMPLE\n  bigpicture story unpin military-ai \"export rule\"")

        @OptionGroup var subject: StoryOptions
        @Argument(help: "The story.") var story: String
        @OptionGroup var trial: TrialOptions

        func run() async throws {
            let desk = try await subject.desk()
            let story = try desk.story(named: story)
            let pins = desk.study.decisions.filter { decision in
                if case .pinned(let article) = decision.ruling { story.articles.contains(article) } else { false }
            }
            guard !pins.isEmpty else { throw Exit.failing("'\(story.title)' is not pinned.", code: Exit.noInput) }
            for pin in pins { try await desk.takeBack(pin, onlyTrying: trial.dryRun) }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a decision back.",
            discussion:
                "Its number is what 'story decisions' shows. It stays in the list; only what is told from now on obeys it no more.\n\nEXAMPLE\n  bigpicture story undo military-ai 3"
        )

        @OptionGroup var subject: StoryOptions
        @Argument(help: "The number of the decision.") var number: Int
        @OptionGroup var trial: TrialOptions

        func run() async throws {
            let desk = try await subject.desk()
            guard let decision = desk.study.decisions.first(where: { $0.number == number }) else {
                throw Exit.failing(
                    "No decision \(number) stands on this topic; 'bigpicture story decisions \(subject.topic)' shows them.", code: Exit.noInput)
            }
            try await desk.takeBack(decision, onlyTrying: trial.dryRun)
        }
    }
}

extension StoryID {
    /// The article it is named after.
    fileprivate var article: ArticleID { ArticleID(rawValue) }
}
