public import BriefModel

/// What an edition was written from, beside the texts: whoever has it writes the same edition again, however the library has grown since.
public struct EditionBasis: Hashable, Sendable, Codable {
    public let topic: Topic
    /// What the edition tells changes since; nil for one that tells none.
    public let since: Timestamp?
    /// The article versions that were held: those recorded up to here (`LibraryStore.mark`).
    public let mark: Int64
    public let outlets: [Outlet]
    /// Sources that could not be read then.
    public let failing: [SourceState]
    /// What a user had said of the stories.
    public let decisions: [StoryDecision]
    /// Numbers of the earlier editions whose sections it kept and whose statements it was compared with.
    public let earlier: [Int]
    /// What a language model answered when it was asked to word the edition; nil for one worded without.
    public let answers: ModelAnswers?

    public init(
        topic: Topic, since: Timestamp?, mark: Int64, outlets: [Outlet], failing: [SourceState], decisions: [StoryDecision], earlier: [Int],
        answers: ModelAnswers? = nil
    ) {
        self.topic = topic
        self.since = since
        self.mark = mark
        self.outlets = outlets
        self.failing = failing
        self.decisions = decisions
        self.earlier = earlier
        self.answers = answers
    }
}

/// The answers of a language model, in the order in which it was asked, each as JSON of whoever asked it: no model is asked twice for one edition.
public struct ModelAnswers: Hashable, Sendable, Codable {
    public let model: String
    public let answers: [String]

    public init(model: String, answers: [String]) {
        self.model = model
        self.answers = answers
    }
}

public struct StoredEdition: Hashable, Sendable {
    /// From 1, in the order in which editions were kept, over all topics; 0 for one that is not kept yet.
    public let number: Int
    /// Slug of the topic's title.
    public let topic: String
    public let title: String
    public let asOf: Timestamp
    /// The published JSON of the brief (Documentation/brief.schema.json).
    public let json: String
    /// Nil for an edition from before this was kept.
    public let basis: EditionBasis?

    public init(number: Int = 0, topic: String, title: String, asOf: Timestamp, json: String, basis: EditionBasis? = nil) {
        self.number = number
        self.topic = topic
        self.title = title
        self.asOf = asOf
        self.json = json
        self.basis = basis
    }

    /// The same under the number a library gave it.
    public func numbered(_ number: Int) -> StoredEdition {
        StoredEdition(number: number, topic: topic, title: title, asOf: asOf, json: json, basis: basis)
    }

    /// Which it is.
    public var mark: EditionMark { EditionMark(topic: topic, asOf: asOf, number: number) }

    /// Whether they tell the same, whenever they were kept.
    public func tellsTheSame(as other: StoredEdition) -> Bool { numbered(0) == other.numbered(0) }
}

/// Which edition is the newest of a topic.
public struct EditionMark: Hashable, Sendable {
    /// Slug of the topic's title.
    public let topic: String
    public let asOf: Timestamp
    /// As in `StoredEdition`: of two of one moment the later has the higher.
    public let number: Int

    public init(topic: String, asOf: Timestamp, number: Int) {
        self.topic = topic
        self.asOf = asOf
        self.number = number
    }
}
