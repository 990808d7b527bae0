import ArticleExtraction
import BriefModel
import DocumentConversion
import FeedParsing
import Fetching
import Storage

private struct Followed: Sendable {
    enum Outcome: Sendable {
        case read(Reading, SuccessSign)
        case unchanged(freshFor: Int?)
        /// Nothing was asked.
        case left(SourceLedger.Rest)
        case failed(ReadingProblem, fallback: Reading?)
    }

    let lead: Lead
    let outcome: Outcome
}

extension SourceReader {
    /// Follows leads side by side and keeps what comes of them in batches. Progress is told when a batch is on disk, not before:
    /// whatever ends the process, nothing that was reported as read is lost.
    func follow(
        _ leads: [Lead], directory: OutletDirectory, ledger: inout SourceLedger, report: inout ReadingReport, tally: ProgressTally
    ) async throws(StorageError) {
        tally.expect(leads.count)
        let questions = leads.map { (lead: $0, validators: ledger.validators(for: $0.address), rest: ledger.rest(of: $0.address)) }
        let result = await withTaskGroup(of: (Int, Followed).self) { group -> Result<Void, StorageError> in
            var waiting = questions.enumerated().makeIterator()
            func start() -> Bool {
                guard let (index, item) = waiting.next() else { return false }
                return group.addTaskUnlessCancelled {
                    if let rest = item.rest { return (index, Followed(lead: item.lead, outcome: .left(rest))) }
                    return (index, await self.follow(item.lead, validators: item.validators, directory: directory))
                }
            }
            for _ in 0..<limits.concurrency { guard start() else { break } }
            var batch: [(Int, Followed)] = []
            do throws(StorageError) {
                while let item = await group.next() {
                    batch.append(item)
                    _ = start()
                    guard batch.count >= limits.batch else { continue }
                    try await keep(batch, ledger: &ledger, report: &report, tally: tally)
                    batch.removeAll()
                }
                try await keep(batch, ledger: &ledger, report: &report, tally: tally)
                return .success(())
            } catch {
                group.cancelAll()
                return .failure(error)
            }
        }
        try result.get()
    }

    /// One transaction; within it, in the order of the leads.
    private func keep(
        _ batch: [(Int, Followed)], ledger: inout SourceLedger, report: inout ReadingReport, tally: ProgressTally
    ) async throws(StorageError) {
        let followed = batch.sorted { $0.0 < $1.0 }.map(\.1)
        var readings: [Reading] = []
        for item in followed {
            switch item.outcome {
            case .unchanged(let freshFor):
                report.unchanged += 1
                ledger.unchanged(item.lead.address, freshFor: freshFor)
            case .left(.fresh): report.unchanged += 1
            case .left(.failing): ledger.left(item.lead.address)
            case .read(let reading, let sign):
                readings.append(reading)
                ledger.succeeded(item.lead.address, as: item.lead.kind, sign)
            // A request that was cut off says nothing about its source.
            case .failed where Task.isCancelled: continue
            case .failed(let problem, let fallback):
                try await note(problem, of: item.lead, fallback: fallback, readings: &readings, ledger: &ledger)
            }
        }
        for outcome in try await store.record(readings) {
            switch outcome {
            case .new: report.new += 1
            case .unchanged: report.unchanged += 1
            case .newVersion: report.updated += 1
            }
        }
        for item in followed { tally.finish(item.lead.address) }
    }

    private func note(
        _ problem: ReadingProblem, of lead: Lead, fallback: Reading?, readings: inout [Reading], ledger: inout SourceLedger
    ) async throws(StorageError) {
        // An unchanged feed would not name the page again: ask for the feed in full next time. A page that is not there, or holds no
        // text, would only come out the same, and must not cost its feed a full answer in every run.
        if let feed = lead.feed, problem.isOfHost { ledger.forgetValidators(of: feed) }
        // What a page itself said is not replaced by what its feed carries.
        if let fallback, try await store.article(fallback.article.id, version: nil) == nil {
            readings.append(fallback)
            ledger.failed(lead.address, as: lead.kind, problem.saying(problem.reason + " The text that its feed carries was kept instead."))
        } else {
            ledger.failed(lead.address, as: lead.kind, problem)
        }
    }

    private func follow(_ lead: Lead, validators: Validators?, directory: OutletDirectory) async -> Followed {
        do throws(ReadingProblem) {
            switch try await get(lead, validators: validators) {
            case .unchanged(let freshFor): return Followed(lead: lead, outcome: .unchanged(freshFor: freshFor))
            case .held(let resource, let sign):
                let page = try await extract(resource, fetched: lead.isDated ? nil : clock.now())
                let carried = wholeText(of: page, at: resource, lead: lead, directory: directory)
                // The beginning that a page shows is not put over the whole text that its feed carried in an earlier run.
                if carried == nil, page.truncation != nil, lead.provenance?.body?.origin == .feed {
                    return Followed(lead: lead, outcome: .unchanged(freshFor: sign.freshFor))
                }
                let article = carried.map { page.with($0.article) } ?? page
                let found = reading(article, of: resource, textFrom: carried?.resource, lead: lead, directory: directory)
                return Followed(lead: lead, outcome: .read(found, sign))
            }
        } catch {
            // What the feed itself carried in full is the publisher's own text; a refusal is respected all the same.
            let carried = error.isRefusal ? nil : textCarried(by: lead, of: lead.address, directory: directory)
            let fallback = carried.map { reading($0.article, of: $0.resource, lead: lead, directory: directory) }
            return Followed(lead: lead, outcome: .failed(error, fallback: fallback))
        }
    }

    private enum Gotten {
        case held(HeldResource, SuccessSign)
        case unchanged(freshFor: Int?)
    }

    private func get(_ lead: Lead, validators: Validators?) async throws(ReadingProblem) -> Gotten {
        switch lead.place {
        case .inHand(let resource): return .held(resource, SuccessSign())
        case .file(let path):
            let body = try LocalFiles.bytes(of: path, limit: limits.fileSize)
            return .held(HeldResource(address: lead.address, mediaType: nil, charset: nil, body: body), SuccessSign())
        case .web(let address):
            do throws(FetchError) {
                switch try await fetcher.fetch(FetchRequest(address: address, validators: validators)) {
                case .notModified(let freshFor): return .unchanged(freshFor: freshFor)
                case .fetched(let resource): return .held(HeldResource(resource), SuccessSign(resource))
                }
            } catch {
                throw ReadingProblem(error)
            }
        }
    }

    /// - Parameter fetched: what "3 hours ago" is counted from; nil where that is not to be read.
    private func extract(_ resource: HeldResource, fetched: Timestamp?) async throws(ReadingProblem) -> ExtractedArticle {
        do throws(DocumentProblem) {
            return try await DocumentReader(converter: converter).article(
                in: resource.body, mediaType: resource.mediaType, charset: resource.charset, address: resource.address, latest: latestDay,
                fetched: fetched)
        } catch {
            throw ReadingProblem(error.description)
        }
    }

    /// What is read now is of tomorrow at most: east of Greenwich it may be.
    var latestDay: CalendarDay { clock.now().day.adding(days: 1) }

    /// The page's own word first; the feed's where the page is silent.
    /// - Parameter source: what the text was read from; nil: the resource.
    private func reading(
        _ extracted: ExtractedArticle, of resource: HeldResource, textFrom source: HeldResource? = nil, lead: Lead, directory: OutletDirectory
    ) -> Reading {
        let address = ArticleNaming.address(extracted: extracted.canonicalAddress, fetched: resource.address)
        let entry = lead.entry
        let outlet = directory.outlet(ofArticle: address, announcedBy: lead.outlet)
        let article = Article(
            id: ArticleNaming.identifier(forAddress: address), address: address,
            outlet: outlet, title: extracted.title.isEmpty ? entry?.title ?? address : extracted.title,
            authors: extracted.authors.isEmpty ? entry?.authors ?? [] : extracted.authors,
            published: extracted.published ?? entry?.published ?? entry?.updated, modified: extracted.modified, fetched: clock.now(),
            language: extracted.language ?? entry?.language ?? "en", section: extracted.section,
            creditLine: extracted.creditLine ?? entry?.source.flatMap { directory.isName($0, of: outlet) ? nil : $0 },
            isCorrection: extracted.isCorrection, body: extracted.body.map { ($0.kind, $0.text) }, pages: extracted.body.map(\.page),
            links: extracted.links, wishes: resource.wishes(licence: lead.licence), provenance: provenance(of: extracted, lead: lead))
        // The bytes cannot be read again without the charset that came with them.
        let source = source ?? resource
        let charset = source.charset.map { "; charset=" + $0 } ?? ""
        return Reading(article: article, rawBytes: source.body, mediaType: (source.mediaType ?? "application/octet-stream") + charset)
    }

    /// The page's own marks, and the feed's for what the page left open.
    private func provenance(of extracted: ExtractedArticle, lead: Lead) -> Provenance {
        var found = extracted.provenance
        guard let entry = lead.entry else { return found }
        if extracted.title.isEmpty, entry.title != nil { found.title = lead.provenance?.title ?? .ofFeed }
        if extracted.authors.isEmpty, !entry.authors.isEmpty { found.authors = lead.provenance?.authors ?? .ofFeed }
        if extracted.published == nil, entry.published ?? entry.updated != nil { found.published = lead.provenance?.published ?? .ofFeed }
        return found
    }
}
