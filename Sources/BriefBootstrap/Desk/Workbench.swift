import BriefEngine
import BriefModel
import BriefWeb
import Ingestion
import Storage
import Synchronization

/// Reads and writes topics as people ask for it, by the machinery of the schedules: each topic one at a time, all of them one after another, so that two
/// cores still answer those who read.
actor Workbench {
    private let bootstrap: Bootstrap
    private let streams: EventStreams
    private let place: LibraryPlace
    private let clock: Clock
    private var states: [String: WorkState] = [:]
    private var queue: [(task: WorkDesk.Task, topic: Topic)] = []
    private var isWorking = false

    init(_ bootstrap: Bootstrap, place: LibraryPlace, streams: EventStreams, clock: Clock) {
        self.bootstrap = bootstrap
        self.place = place
        self.streams = streams
        self.clock = clock
    }

    func state(of topic: String) -> WorkState? { states[topic] }

    /// - Returns: false where the topic is waited for or worked on already.
    func begin(_ task: WorkDesk.Task, on topic: Topic) async -> Bool {
        if let state = states[topic.slug], !state.isEnd { return false }
        queue.append((task, topic))
        await tell(.reading(done: 0, total: 0), of: topic)
        if !isWorking {
            isWorking = true
            Task { await work() }
        }
        return true
    }

    private func work() async {
        while !queue.isEmpty {
            let next = queue.removeFirst()
            await tell(await outcome(of: next.task, on: next.topic), of: next.topic)
        }
        isWorking = false
    }

    private func tell(_ state: WorkState, of topic: Topic) async {
        states[topic.slug] = state
        await streams.tell(.work(topic: topic.slug, state))
    }

    private func outcome(of task: WorkDesk.Task, on topic: Topic) async -> WorkState {
        do throws(RunFailure) {
            let report = try await bootstrap.read(topic, clock: clock) { [weak self] done, total in
                Task { await self?.progress(done, of: total, on: topic) }
            }
            guard task == .write else { return .read(new: report.new, changed: report.updated, failures: report.failures.count) }
            await tell(.writing, of: topic)
            return .written(headline: try await bootstrap.write(topic, asOf: clock.now(), clock: clock).draft.headline.text)
        } catch {
            return .failed(place.discreet(error.reason))
        }
    }

    /// Reports may come out of their order; none may undo a later one.
    private func progress(_ done: Int, of total: Int, on topic: Topic) async {
        guard case .reading(let before, _)? = states[topic.slug], done > before else { return }
        await tell(.reading(done: done, total: total), of: topic)
    }
}
