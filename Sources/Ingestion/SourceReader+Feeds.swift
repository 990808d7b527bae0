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
            // A request that was cut off says nothing about its source.
            case .failure where Task.isCancelled: continue
            case .failure(let problem): ledger.failed(address, problem)
            case .success(let feed?):
                ledger.succeeded(address, validators: answer.validators)
                announced.feedsRead += 1
                announced.titles[outlet] = feed.title ?? announced.titles[outlet] ?? ""
                announced.leads += feed.entries.prefix(limits.entriesPerFeed).compactMap { entry in
                    entry.link.map { Lead(place: .web($0), entry: entry, outlet: outlet, feed: address) }
                }
                if feed.entries.count > limits.entriesPerFeed {
                    ledger.failed(
                        address, ReadingProblem("It names \(feed.entries.count) articles; only the first \(limits.entriesPerFeed) were read."))
                }
            case .success(nil):
                // An unchanged feed announces nothing new, but its articles may have been corrected.
                ledger.unchanged(address)
                announced.feedsRead += 1
                announced.leads += try await heldArticles(of: outlet, feed: address)
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

    /// What was known of them is given along, so that a page silent on its date keeps the one its feed told.
    private func heldArticles(of outlet: OutletID, feed: String) async throws(StorageError) -> [Lead] {
        try await store.newestArticles(of: outlet, limit: limits.revisits).filter { $0.address.hasPrefix("http") }.map { article in
            let known = Entry(
                title: article.title, link: article.address, authors: article.authors, published: article.published, language: article.language)
            return Lead(place: .web(article.address), entry: known, outlet: outlet, feed: feed)
        }
    }
}
