public import BriefModel
public import Inference
public import Storage
public import StoryClustering

/// A stream of articles on their way to stories that may be stopped at any moment: what it has answered is kept, and it goes on from there.
public actor StoryFlow {
    private let store: any StreamStore
    private var stream: StoryStream
    private var step = 0
    private var sinceCheckpoint = 0

    /// Steps from one checkpoint to the next.
    private let checkpointAfter: Int
    /// Strands held against an article of those that had left memory.
    private static let mostRecalled = 4
    /// Articles of a step.
    public static let stepSize = 256

    /// Goes on from what the store holds.
    /// - Throws: when it cannot be read, or was kept by another encoder or version.
    public init(
        store: any StreamStore, encoder: any SentenceEncoder, capacity: Int = StoryStream.usualCapacity, checkpointAfter: Int = 64
    ) async throws(StoryFlowError) {
        self.store = store
        self.checkpointAfter = max(1, checkpointAfter)
        stream = StoryStream(encoder: encoder, capacity: capacity)
        do {
            let resumption = try await store.resumption()
            if let checkpoint = resumption.checkpoint { try stream.restore(checkpoint) }
            step = resumption.step
            for articles in resumption.later { _ = try await place(articles) }
        } catch {
            throw StoryFlowError(error)
        }
        sinceCheckpoint = 0
    }

    /// Places articles and keeps that. Those that were placed before keep their place.
    /// - Returns: the story of each, as far as is known now, in their order.
    /// - Throws: the flow cannot go on then; a new one goes on from what was kept.
    public func take(_ articles: [Article]) async throws(StoryFlowError) -> [StoryID] {
        do {
            var known = try await store.stories(of: articles.map(\.id))
            var new: [Article] = []
            var seen: Set<ArticleID> = []
            for article in articles where known[article.id] == nil && seen.insert(article.id).inserted { new.append(article) }
            for start in stride(from: 0, to: new.count, by: Self.stepSize) {
                let part = Array(new[start..<min(start + Self.stepSize, new.count)])
                let placed = try await place(part)
                sinceCheckpoint += 1
                let isDue = sinceCheckpoint >= checkpointAfter
                if isDue { sinceCheckpoint = 0 }
                let done = StreamStep(
                    number: step, articles: part, stories: placed.stories, joined: placed.joined, retired: placed.retired,
                    reopened: placed.reopened, checkpoint: isDue ? stream.state : nil)
                try await store.save(done)
            }
            known.merge(try await store.stories(of: new.map(\.id))) { $1 }
            return articles.map { known[$0.id] ?? "" }
        } catch {
            throw StoryFlowError(error)
        }
    }

    private struct Placed {
        let stories: [StoryID]
        let joined: [StreamJoining]
        let retired: [StoredStrand]
        let reopened: [Int]
    }

    private func place(_ articles: [Article]) async throws -> Placed {
        step += 1
        let read = try stream.read(articles)
        let recalled = try await store.strands(sharing: read.terms, before: step, most: Self.mostRecalled)
        let reopened = stream.reopen(try recalled.map(Self.strand), for: read)
        let stories = stream.place(read)
        return Placed(
            stories: stories, joined: stream.takeJoined().map { StreamJoining(story: $0, whole: $1) },
            retired: stream.takeRetired().map { StoredStrand(number: $0.number, story: $0.story, terms: $0.terms, bytes: $0.bytes) },
            reopened: reopened)
    }

    private static func strand(_ stored: StoredStrand) throws(StoryStateError) -> RetiredStrand {
        var strand = try RetiredStrand(bytes: stored.bytes)
        strand.story = stored.story
        return strand
    }
}

/// Why a stream cannot go on.
public enum StoryFlowError: Error, Hashable, Sendable {
    case storage(StorageError)
    case inference(InferenceError)
    case state(StoryStateError)

    init(_ error: any Error) {
        self =
            switch error {
            case let error as StoryFlowError: error
            case let error as StorageError: .storage(error)
            case let error as InferenceError: .inference(error)
            case let error as StoryStateError: .state(error)
            default: .storage(.failed("\(error)"))
            }
    }
}

extension StoryFlowError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .storage(let error): error.description
        case .inference(let error): error.description
        case .state(let error): error.description
        }
    }
}
