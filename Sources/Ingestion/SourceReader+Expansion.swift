import BriefModel
import FeedParsing
import Fetching
import Storage

/// What the named sources come to: feeds to ask and things to read.
struct NamedSources: Sendable {
    var subscriptions: [Subscription] = []
    var leads: [Lead] = []
}

/// What one source came to, and what the ledger is told of it.
struct OpenedSource: Sendable {
    enum Verdict: Sendable {
        case read(SourceState.Kind, SuccessSign)
        case failed(ReadingProblem)
        /// Nothing was asked; its failure is told again.
        case left
    }

    var named = NamedSources()
    /// What the ledger calls it; nil when asking the feeds it led to says all there is to say.
    var verdict: (address: String, Verdict)?
}

extension SourceReader {
    /// Opens lists of feeds, folders and files; asks plain addresses what they are, several at a time. Things come in the order of the sources.
    func expand(_ sources: [SourceLocation], ledger: inout SourceLedger, tally: ProgressTally) async -> NamedSources {
        let known = ledger
        let opened = await withTaskGroup(of: (Int, OpenedSource).self) { group in
            var waiting = sources.enumerated().makeIterator()
            func start() -> Bool {
                guard let (index, source) = waiting.next() else { return false }
                group.addTask { (index, await self.open(source, ledger: known, tally: tally)) }
                return true
            }
            for _ in 0..<limits.concurrency { guard start() else { break } }
            var opened: [(Int, OpenedSource)] = []
            while let one = await group.next() {
                opened.append(one)
                _ = start()
            }
            return opened.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var named = NamedSources()
        for one in opened {
            named.subscriptions += one.named.subscriptions
            named.leads += one.named.leads
            switch one.verdict {
            case (let address, .read(let kind, let sign))?: ledger.succeeded(address, as: kind, sign)
            // A request that was cut off says nothing about its source.
            case (let address, .failed(let problem))?: if !Task.isCancelled { ledger.failed(address, problem) }
            case (let address, .left)?: ledger.left(address)
            case nil: continue
            }
        }
        return named
    }

    private func open(_ source: SourceLocation, ledger: SourceLedger, tally: ProgressTally) async -> OpenedSource {
        switch source {
        case .feed(let address): return OpenedSource(named: NamedSources(subscriptions: [Subscription(feedAddress: address)]))
        case .page(let address): return OpenedSource(named: NamedSources(leads: [Lead(place: .web(address), entry: nil, outlet: nil)]))
        case .folder(let path): return open(folder: path)
        case .file(let path), .opmlFile(let path): return open(file: path)
        case .address(let address), .opmlAddress(let address), .sitemap(let address):
            tally.expect(1)
            defer { tally.finish(address) }
            return await open(address, as: source, ledger: ledger)
        }
    }

    private func open(_ address: String, as source: SourceLocation, ledger: SourceLedger) async -> OpenedSource {
        switch (ledger.kind(of: address), ledger.rest(of: address)) {
        case (_, .failing): return OpenedSource(verdict: (address, .left))
        // What it is was seen before; the feed is asked once, not twice.
        case (.feed, _) where source == .address(address):
            return OpenedSource(named: NamedSources(subscriptions: [Subscription(feedAddress: address)]))
        case (.page, .fresh) where source == .address(address):
            return OpenedSource(named: NamedSources(leads: [Lead(place: .web(address), entry: nil, outlet: nil)]))
        case (.sitemap, .fresh): return OpenedSource()
        default: break
        }
        do throws(ReadingProblem) {
            if source == .sitemap(address) { return try await open(sitemap: address, lastRead: ledger.lastRead(of: address)) }
            return try await ask(address, mustBeOutline: source == .opmlAddress(address), lastRead: ledger.lastRead(of: address))
        } catch {
            return OpenedSource(verdict: (address, .failed(error)))
        }
    }

    /// A plain address: a list of feeds, a feed, a sitemap, or something to read.
    private func ask(_ address: String, mustBeOutline: Bool, lastRead: Timestamp?) async throws(ReadingProblem) -> OpenedSource {
        let resource = try await resource(at: address)
        if !mustBeOutline, SitemapReader.recognises(resource.body) {
            return try await open(sitemap: address, lastRead: lastRead, first: resource)
        }
        switch mustBeOutline ? .outline : SourceSniffer.kind(of: resource.body, mediaType: resource.mediaType) {
        case .outline:
            do throws(FeedError) {
                let found = try OutlineParser().parse(resource.body, charset: resource.charset, address: resource.address)
                return OpenedSource(named: NamedSources(subscriptions: found), verdict: (address, .read(.outline, SuccessSign(resource))))
            } catch {
                throw ReadingProblem("This \(error).")
            }
        case .feed: return OpenedSource(named: NamedSources(subscriptions: [Subscription(feedAddress: address)]))
        case .page, .pdf, .mail, .plainText:
            let lead = Lead(place: .inHand(HeldResource(resource)), entry: nil, outlet: nil)
            return OpenedSource(named: NamedSources(leads: [lead]), verdict: (address, .read(.page, SuccessSign(freshFor: resource.freshFor))))
        }
    }

    func resource(at address: String) async throws(ReadingProblem) -> Resource {
        do throws(FetchError) {
            guard case .fetched(let resource) = try await fetcher.fetch(FetchRequest(address: address)) else {
                throw .status(304, address)
            }
            return resource
        } catch {
            throw ReadingProblem(error)
        }
    }
}
