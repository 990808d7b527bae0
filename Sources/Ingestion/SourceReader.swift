public import BriefModel
public import DocumentConversion
import FeedParsing
public import Fetching
public import Storage

/// Sources to stored articles. One source that fails never stops the others; its failure is a value in the report.
public struct SourceReader: Sendable {
    let fetcher: any Fetcher
    let converter: any PDFConverter
    let store: any LibraryStore
    let clock: Clock
    let limits: ReadingLimits

    public init(fetcher: any Fetcher, converter: any PDFConverter, store: any LibraryStore, clock: Clock, limits: ReadingLimits = .standard) {
        self.fetcher = fetcher
        self.converter = converter
        self.store = store
        self.clock = clock
        self.limits = limits
    }

    /// Reads everything the sources name, once each, and keeps it.
    /// - Parameters:
    ///   - outlets: what the user knows of outlets; it wins over what catalogues say.
    ///   - progress: called for every resource that is done, from any thread.
    /// - Throws: only when the library itself cannot be used.
    public func read(
        _ sources: [SourceLocation], outlets: [Outlet], progress: @escaping @Sendable (ReadingProgress) -> Void
    ) async throws(StorageError) -> ReadingReport {
        var ledger = SourceLedger(states: try await store.sourceStates(), now: clock.now())
        let tally = ProgressTally(report: progress)

        // Where to look: lists of feeds first, because they say who publishes what.
        let named = await expand(sources, ledger: &ledger, tally: tally)
        let directory = OutletDirectory(subscriptions: named.subscriptions, known: try await store.outlets() + outlets)

        // What is there: every feed's entries, and what was named directly, each address once.
        let announced = try await entries(of: named.subscriptions, directory: directory, ledger: &ledger, tally: tally)
        var leads = LeadList()
        for lead in named.leads + announced.leads { leads.add(lead) }

        // Read, make articles of it, keep them batch by batch: what was counted is on disk.
        var report = ReadingReport(feeds: announced.feedsRead)
        try await follow(leads.all, directory: directory, ledger: &ledger, report: &report, tally: tally)

        // A run that was cut short has not followed every entry: unchanged feeds must name theirs again.
        if Task.isCancelled { for subscription in named.subscriptions { ledger.forgetValidators(of: subscription.feedAddress) } }
        try await store.save(outlets: directory.completed(byTitles: announced.titles))
        try await store.save(sourceStates: ledger.changed(keepingSubscriptionsOf: try await store.sourceStates()))
        // What was read now costs a moment now instead of one when a brief is waited for.
        if !Task.isCancelled { try await ReprintIndex(store: store).catchUp() }
        report.failures = ledger.failures
        report.notices = ledger.notices
        return report
    }
}

/// Bounds of one run.
public struct ReadingLimits: Hashable, Sendable {
    /// Resources under way at the same time; the fetcher bounds the network below this.
    public var concurrency: Int
    /// Articles kept in one transaction.
    public var batch: Int
    /// Stored articles of an unchanged feed that are asked again.
    public var revisits: Int
    /// Of one feed, first to last; that more were named is told.
    public var entriesPerFeed: Int
    /// Of a local file, in bytes.
    public var fileSize: Int
    /// Files of one folder.
    public var files: Int
    public var sitemaps: SitemapLimits

    public init(
        concurrency: Int = 24, batch: Int = 16, revisits: Int = 50, entriesPerFeed: Int = 500, fileSize: Int = 20 << 20, files: Int = 10_000,
        sitemaps: SitemapLimits = SitemapLimits()
    ) {
        self.concurrency = concurrency
        self.batch = batch
        self.revisits = revisits
        self.entriesPerFeed = entriesPerFeed
        self.fileSize = fileSize
        self.files = files
        self.sitemaps = sitemaps
    }

    public static let standard = ReadingLimits()
}
