import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import Storage

/// The topic whose stories are decided on.
struct StoryOptions: ParsableArguments {
    @Argument(help: "A topic of the library by its name (bigpicture topic list), or a topic file.") var topic: String
    @OptionGroup var library: LibraryOptions

    /// The stories as they are now.
    func desk() async throws -> StoryDesk {
        let followed = try topicWork { () throws(TopicShelfError) in try TopicShelf(library.place).topic(named: topic) }
        let bootstrap = try Bootstrap.opening(library.place, for: .writing)
        try await bootstrap.engine.catchingUp()
        let now = Clock.system.now()
        let study = try await working { () async throws(EngineError) in try await bootstrap.engine.study(followed, asOf: now) }
        return StoryDesk(store: bootstrap.store, engine: bootstrap.engine, study: study, name: topic)
    }
}

struct TrialOptions: ParsableArguments {
    @Flag(name: .long, help: "Say what would come of it and keep nothing.") var dryRun = false
}

/// Where a user decides on stories: says what comes of it, then keeps it.
struct StoryDesk {
    let store: any LibraryStore
    let engine: Engine
    let study: Study
    /// As the user typed the topic.
    let name: String

    func story(named name: String) throws -> Story { try naming { () throws(NamingError) in try study.story(named: name) } }

    func decide(_ ruling: StoryRuling, onlyTrying: Bool) async throws {
        let wording = StoryWording(study)
        let after = try await working { () async throws(EngineError) in try engine.stories(of: study, with: ruling) }
        try StandardOutput.line(wording.sentence(of: ruling) + "\n\nAfter that:")
        for line in wording.outcome(of: ruling, stories: after) {
            try StandardOutput.line("  " + line.split(separator: "\n").joined(separator: "\n  "))
        }
        guard !onlyTrying else { return try StandardOutput.line("\nNothing was kept (--dry-run).") }
        let kept = try await libraryWork { () async throws(StorageError) in try await store.keep(ruling, topic: study.topic.slug, made: study.asOf) }
        try StandardOutput.line("\nKept as decision \(kept.number). Take it back with: bigpicture story undo \(name) \(kept.number)")
    }

    func takeBack(_ decision: StoryDecision, onlyTrying: Bool) async throws {
        let sentence = StoryWording(study).sentence(of: decision.ruling)
        guard !onlyTrying else { return try StandardOutput.line("Decision \(decision.number) would be taken back (--dry-run): \(sentence)") }
        let isDone = try await libraryWork { () async throws(StorageError) in
            try await store.withdraw(storyDecision: decision.number, topic: decision.topic, at: study.asOf)
        }
        guard isDone else { throw Exit.failing("Decision \(decision.number) was taken back meanwhile.", code: Exit.noInput) }
        try StandardOutput.line("Decision \(decision.number) is taken back: \(sentence)")
    }
}
