public import BriefModel
import Storage
import TextAnalysis

extension Engine {
    /// What is new in a topic between two moments, each looked at as the library stood then.
    public func changes(in topic: Topic, since: Timestamp, asOf: Timestamp) async throws(EngineError) -> Changes {
        let decisions = try await decisions(on: topic, asOf: asOf)
        let grouping = try await grouping(topic, asOf: asOf, obeying: decisions)
        let earlier = try await earlier(topic, asOf: since, beside: grouping, obeying: decisions)
        let later = try await study(of: grouping, on: topic, obeying: decisions)
        return ChangeFinder(earlier: earlier, later: later).changes(reworded: try await rewordings(in: later, since: since))
    }

    /// What a brief tells of what changed: in the topic, and in its own statements.
    func news(in later: Study, since: Timestamp, from before: Before, told draft: Draft) async throws(EngineError) -> News {
        let finder = ChangeFinder(earlier: before.grouping, later: later)
        let earlier = before.statements
        let cited: [Article]
        do throws(StorageError) {
            cited = try await store.articles(earlier.flatMap { $0.citations.map(\.passage.article) })
        } catch {
            throw .storage(error)
        }
        let delta = DeltaFinder(earlier: earlier, later: later, since: since, fresh: finder.fresh, cited: cited)
        return News(changes: finder.changes(reworded: try await rewordings(in: later, since: since)), delta: delta.delta(of: draft))
    }

    /// What was known at the edition before and what it said; nil where there is nothing to compare with.
    func before(
        _ topic: Topic, asOf since: Timestamp?, beside later: Grouping, obeying decisions: [StoryDecision]
    ) async -> Result<Before, EngineError>? {
        guard let since else { return nil }
        do throws(EngineError) {
            return .success(
                Before(
                    grouping: try await earlier(topic, asOf: since, beside: later, obeying: decisions),
                    statements: try await statements(on: topic, at: since)))
        } catch {
            return .failure(error)
        }
    }

    /// A topic of which nothing was known yet is all new. What a user decided on stories meanwhile is no news, so it counts for both moments.
    private func earlier(
        _ topic: Topic, asOf: Timestamp, beside later: Grouping, obeying decisions: [StoryDecision]
    ) async throws(EngineError) -> Grouping {
        do throws(EngineError) {
            return try await grouping(topic, asOf: asOf, obeying: decisions, beside: later)
        } catch .emptyLibrary, .nothingOnTopic {
            return Grouping(
                asOf: asOf, articlesRead: 0, articlesOnTopic: 0, onTopic: [], outlets: later.outlets, failures: [], reprints: [], stories: [],
                found: Grouping.Found())
        } catch {
            throw error
        }
    }

    /// Articles of which another text was fetched between the two moments.
    private func rewordings(in study: Study, since: Timestamp) async throws(EngineError) -> [Changes.Revision] {
        var storyOf: [ArticleID: StoryID] = [:]
        for story in study.stories { for article in story.articles { storyOf[article] = story.id } }
        var found: [Changes.Revision] = []
        for article in study.onTopic where article.article.version > 1 && (since...study.asOf).contains(article.article.fetched) {
            let versions: [Article]
            do throws(StorageError) {
                versions = try await store.versions(of: article.article.id)
            } catch {
                throw .storage(error)
            }
            guard let before = versions.last(where: { $0.fetched <= since }) else { continue }
            let rewording = Rewording(from: AnalyzedArticle(article: before, sentences: TextAnalyzer().analyze(before).sentences), to: article)
            guard !rewording.isEmpty else { continue }
            found.append(
                Changes.Revision(
                    kind: .reworded, story: storyOf[article.article.id], whatDiffers: rewording.summary, why: "",
                    now: rewording.now.flatMap { study.citation($0) },
                    before: rewording.before.flatMap { study.citation($0) }, outlets: 1))
        }
        return found
    }
}

/// What belonged together at an earlier moment, and the statements a reader knew then.
struct Before: Sendable {
    let grouping: Grouping
    let statements: [Statement]
}

/// What changed since an earlier edition.
struct News {
    let changes: Changes
    let delta: Delta
}

/// What a publisher changed in an article: the sentences that are no longer there, and those that are new.
struct Rewording {
    private let removed: [Sentence]
    private let added: [Sentence]
    /// The sentences that tell the change best: one that was changed, or else the first taken out and the first added.
    let before: Passage?
    let now: Passage?

    init(from old: AnalyzedArticle, to new: AnalyzedArticle) {
        let kept = Set(old.sentences.map(\.text)).intersection(new.sentences.map(\.text))
        removed = old.sentences.filter { !kept.contains($0.text) }
        added = new.sentences.filter { !kept.contains($0.text) }
        var best: (before: Sentence, now: Sentence, shared: Double)?
        // The first of a long rewrite are enough to show it.
        for before in removed.prefix(Self.compared) {
            for now in added.prefix(Self.compared) {
                let shared = Self.likeness(before, now)
                if shared > (best?.shared ?? 0) { best = (before, now, shared) }
            }
        }
        before = (best?.before ?? removed.first).map(old.passage)
        now = (best?.now ?? added.first).map(new.passage)
    }

    private static let compared = 40

    var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    /// "text changed: 2 sentences out, 3 in".
    var summary: String { "text changed: \(removed.count) \(removed.count == 1 ? "sentence" : "sentences") out, \(added.count) in" }

    /// Jaccard's index of their words.
    private static func likeness(_ left: Sentence, _ right: Sentence) -> Double {
        let (a, b) = (Set(left.tokens.map(\.folded)), Set(right.tokens.map(\.folded)))
        let all = a.union(b).count
        return all == 0 ? 0 : Double(a.intersection(b).count) / Double(all)
    }
}
