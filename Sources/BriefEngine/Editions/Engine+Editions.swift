public import BriefModel
import Inference
public import Storage

extension Engine {
    /// Writes an edition, and what it was written from, out of one state of the library.
    public func edition(
        on topic: Topic, asOf: Timestamp, since: Timestamp? = nil, wordedBy writer: ModelWriter? = nil
    ) async throws(EngineError) -> (brief: Brief, basis: EditionBasis) {
        let still = try await atOneMoment()
        let recording = writer.map { ($0, RecordingGenerator($0.generator)) }
        let brief = try await still.brief(on: topic, asOf: asOf, since: since, wordedBy: recording.map { ModelWriter($1, progress: $0.progress) })
        let answers = recording.map { ModelAnswers(model: $1.name, answers: $1.answers) }
        return (brief, try await still.basis(on: topic, asOf: asOf, since: since, answers: answers))
    }

    /// What was known when an edition was written, found out again from what it was written from.
    public func study(from basis: EditionBasis, asOf: Timestamp) async throws(EngineError) -> Study {
        let past: PastLibrary
        do throws(StorageError) { past = try await PastLibrary(store, basis: basis) } catch { throw .storage(error) }
        return try await over(past).study(basis.topic, asOf: asOf)
    }

    /// Writes a past edition again: by the same program the same, byte for byte, whatever was read, corrected or decided since.
    public func brief(from basis: EditionBasis, asOf: Timestamp) async throws(EngineError) -> Brief {
        let past: PastLibrary
        do throws(StorageError) { past = try await PastLibrary(store, basis: basis) } catch { throw .storage(error) }
        let writer = basis.answers.map { ModelWriter(ReplayingGenerator(name: $0.model, answers: $0.answers)) }
        return try await over(past).brief(on: basis.topic, asOf: asOf, since: basis.since, wordedBy: writer)
    }

    private func basis(on topic: Topic, asOf: Timestamp, since: Timestamp?, answers: ModelAnswers?) async throws(EngineError) -> EditionBasis {
        let decisions = try await decisions(on: topic, asOf: asOf)
        do throws(StorageError) {
            var earlier: [StoredEdition] = []
            if !topic.title.isEmpty, let last = try await store.latestEdition(topic: topic.slug, before: asOf) { earlier.append(last) }
            if let since, let compared = try await store.edition(on: topic, at: since), !earlier.contains(compared) { earlier.append(compared) }
            return EditionBasis(
                topic: topic, since: since, mark: try await store.mark(), outlets: try await store.outlets(),
                failing: try await store.sourceStates().filter { $0.failure != nil }, decisions: decisions, earlier: earlier.map(\.number),
                answers: answers)
        } catch {
            throw .storage(error)
        }
    }

    /// The statements a reader knew at a moment: those of the edition kept then, or else of the one that would have been written. None before anything was
    /// known of the topic.
    func statements(on topic: Topic, at moment: Timestamp) async throws(EngineError) -> [Statement] {
        let kept: StoredEdition?
        do throws(StorageError) { kept = try await store.edition(on: topic, at: moment) } catch { throw .storage(error) }
        if let published = kept.flatMap({ PublishedBrief(json: $0.json.utf8) }) { return published.draft.statements }
        do throws(EngineError) {
            return try await brief(on: topic, asOf: moment).draft.statements
        } catch .emptyLibrary, .nothingOnTopic, .nothingToSay, .nothingVerified {
            return []
        } catch {
            throw error
        }
    }
}

extension LibraryStore {
    /// The edition on a topic of exactly this moment.
    func edition(on topic: Topic, at moment: Timestamp) async throws(StorageError) -> StoredEdition? {
        let next = Timestamp(secondsSince1970: moment.secondsSince1970 + 1)
        return try await latestEdition(topic: topic.slug, before: next).flatMap { $0.asOf == moment ? $0 : nil }
    }
}
