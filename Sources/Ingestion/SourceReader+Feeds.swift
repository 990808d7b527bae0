import BriefModel
import FeedParsing
import Fetching
import Storage

/// What the feeds announced.
struct Announced {
    var leads: [Lead] = []
    var titles: [OutletID: String] = [:]
    var feedsRead = 0
}

private struct FeedAnswer: Sendable {
    let index: Int
    let result: Result<Feed?, ReadingProblem>
    let validators: Validators?
}

extension SourceReader {
    /// Asks every feed at once; leads come in the order of the subscriptions, whichever feed answered first.
    func entries(
        of subscriptions: [Subscription], directory: OutletDirectory, ledger: inout SourceLedger, tally: ProgressTally
    ) async throws(StorageError) -> Announced {
        tally.expect(subscriptions.count)
        let questions = subscriptions.map { ($0.feedAddress, ledger.validators(for: $0.feedAddress)) }
        let answers = await withTaskGroup(of: FeedAnswer.self) { group in
            for (index, question) in questions.enumerated() {
                group.addTask { await self.ask(feed: question.0, validators: question.1, index: index) }
            }
            var answers: [FeedAnswer] = []
            for await answer in group {
                tally.finish(questions[answer.index].0)
                answers.append(answer)
            }
            return answers.sorted { $0.index < $1.index }
        }
        var announced = Announced()
        for answer in answers {
            let address = questions[answer.index].0
            let outlet = directory.outlet(for: subscriptions[answer.index])
            switch answer.result {
            case .failure(let problem): ledger.failed(address, problem)
            case .success(let feed?):
                ledger.succeeded(address, validators: answer.validators)
                announced.feedsRead += 1
                announced.titles[outlet] = feed.title ?? announced.titles[outlet] ?? ""
                announced.leads += feed.entries.compactMap { entry in
                    entry.link.map { Lead(place: .web($0), entry: entry, outlet: outlet) }
                }
            case .success(nil):
                // An unchanged feed announces nothing new, but its articles may have been corrected.
                ledger.unchanged(address)
                announced.feedsRead += 1
                announced.leads += try await heldArticles(of: outlet)
            }
        }
        return announced
    }

    private func ask(feed address: String, validators: Validators?, index: Int) async -> FeedAnswer {
        do throws(FetchError) {
            guard case .fetched(let resource) = try await fetcher.fetch(FetchRequest(address: address, validators: validators)) else {
                return FeedAnswer(index: index, result: .success(nil), validators: nil)
            }
            do throws(FeedError) {
                let feed = try FeedParser().parse(resource.body, charset: resource.charset, address: resource.address)
                return FeedAnswer(index: index, result: .success(feed), validators: resource.validators)
            } catch {
                return FeedAnswer(index: index, result: .failure(ReadingProblem("This \(error).")), validators: nil)
            }
        } catch {
            return FeedAnswer(index: index, result: .failure(ReadingProblem(error)), validators: nil)
        }
    }

    private func heldArticles(of outlet: OutletID) async throws(StorageError) -> [Lead] {
        let held = try await store.articles().filter { $0.outlet == outlet && $0.address.hasPrefix("http") }
        let latest = held.sorted { ($1.day, $0.id) < ($0.day, $1.id) }.prefix(limits.revisits)
        return latest.map { Lead(place: .web($0.address), entry: nil, outlet: outlet) }
    }
}
