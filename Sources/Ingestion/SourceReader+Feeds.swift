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

struct FeedAnswer: Sendable {
    enum Outcome: Sendable {
        case read(Feed, SuccessSign)
        case unchanged(freshFor: Int?)
        case failed(ReadingProblem)
        /// Nothing was asked.
        case left(SourceLedger.Rest)
    }

    let index: Int
    let outcome: Outcome
}

extension SourceReader {
    /// Asks every feed at once; leads come in the order of the subscriptions, whichever feed answered first.
    func entries(
        of subscriptions: [Subscription], directory: OutletDirectory, ledger: inout SourceLedger, tally: ProgressTally
    ) async throws(StorageError) -> Announced {
        tally.expect(subscriptions.count)
        let questions = subscriptions.map { subscription in
            let address = subscription.feedAddress
            return Question(
                address: address, place: ledger.place(of: address), validators: ledger.validators(for: address), rest: ledger.rest(of: address),
                wasFeed: ledger.wasFeed(address))
        }
        let answers = await withTaskGroup(of: FeedAnswer.self) { group in
            for (index, question) in questions.enumerated() {
                group.addTask { FeedAnswer(index: index, outcome: await self.ask(feed: question)) }
            }
            var answers: [FeedAnswer] = []
            for await answer in group {
                tally.finish(questions[answer.index].address)
                answers.append(answer)
            }
            return answers.sorted { $0.index < $1.index }
        }
        var announced = Announced()
        for answer in answers {
            let address = questions[answer.index].address
            let outlet = directory.outlet(for: subscriptions[answer.index])
            switch answer.outcome {
            // A request that was cut off says nothing about its source.
            case .failed where Task.isCancelled: continue
            case .failed(let problem): ledger.failed(address, as: .feed, problem)
            case .left(.failing): ledger.left(address)
            case .left(.fresh): announced.feedsRead += 1
            case .read(let feed, let sign):
                ledger.succeeded(address, as: .feed, sign)
                announced.feedsRead += 1
                announced.titles[outlet] = feed.title ?? announced.titles[outlet] ?? ""
                for (item, entry) in zip(feed.items, feed.entries).prefix(limits.entriesPerFeed) {
                    guard let link = entry.link else { continue }
                    let licence = item.machineLicence ?? feed.about.machineLicence
                    announced.leads.append(Lead(place: .web(link), entry: entry, outlet: outlet, feed: address, licence: licence))
                }
                if feed.items.count > limits.entriesPerFeed {
                    var problem = ReadingProblem("It names \(feed.items.count) articles; only the first \(limits.entriesPerFeed) were read.")
                    problem.counts = false
                    ledger.failed(address, as: .feed, problem)
                }
            case .unchanged(let freshFor):
                // An unchanged feed announces nothing new, but its articles may have been corrected.
                ledger.unchanged(address, freshFor: freshFor)
                announced.feedsRead += 1
                announced.leads += try await heldArticles(of: outlet, feed: address)
            }
        }
        return announced
    }

    private struct Question: Sendable {
        /// What the source calls it.
        let address: String
        /// Where it is.
        let place: String
        let validators: Validators?
        let rest: SourceLedger.Rest?
        /// A feed was read there before.
        let wasFeed: Bool
    }

    private func ask(feed question: Question) async -> FeedAnswer.Outcome {
        if let rest = question.rest { return .left(rest) }
        let resource: Resource
        do throws(FetchError) {
            switch try await fetcher.fetch(FetchRequest(address: question.place, validators: question.validators)) {
            case .notModified(let freshFor): return .unchanged(freshFor: freshFor)
            case .fetched(let fetched): resource = fetched
            }
        } catch {
            return .failed(ReadingProblem(error))
        }
        do throws(FeedError) {
            let (feed, sign) = try read(feed: resource)
            return .read(feed, sign)
        } catch .isPage {
            return await feed(announcedBy: resource, wasFeed: question.wasFeed)
        } catch {
            return .failed(ReadingProblem("This \(error)."))
        }
    }

    func read(feed resource: Resource) throws(FeedError) -> (Feed, SuccessSign) {
        let feed = try FeedParser().parse(
            resource.body, charset: resource.charset, address: resource.address, location: resource.fields["content-location"],
            language: resource.declaredLanguage)
        var sign = SuccessSign(resource, publications: feed.entries.compactMap { $0.published ?? $0.updated })
        sign.hub = HubDiscovery.links(linkField: resource.fields["link"], about: feed.about, address: resource.address).map { ($0.hub, $0.topic) }
        return (feed, sign)
    }

    /// What was known of them is given along, so that a page silent on its date keeps the one its feed told.
    private func heldArticles(of outlet: OutletID, feed: String) async throws(StorageError) -> [Lead] {
        try await store.newestArticles(of: outlet, limit: limits.revisits).filter { $0.address.hasPrefix("http") }.map { article in
            let known = Entry(
                title: article.title, link: article.address, authors: article.authors, published: article.published, language: article.language)
            return Lead(place: .web(article.address), entry: known, outlet: outlet, feed: feed, provenance: article.provenance)
        }
    }
}

extension SuccessSign {
    init(_ resource: Resource, publications: [Timestamp] = []) {
        self.init(
            validators: resource.validators, freshFor: resource.freshFor, movedTo: resource.movedTo, publications: publications)
    }
}

extension Resource {
    /// The one language that the server says it is in; several say nothing of one text.
    fileprivate var declaredLanguage: String? { fields["content-language"].flatMap { $0.contains(",") ? nil : $0 } }
}
