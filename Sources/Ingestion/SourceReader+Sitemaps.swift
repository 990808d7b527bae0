import BriefModel
import FeedParsing
import Fetching
import Storage

/// Bounds of walking through the sitemaps of one site.
public struct SitemapLimits: Hashable, Sendable {
    /// Files that are asked for.
    public var files: Int
    /// An index may name indexes, so deep.
    public var depth: Int
    /// How far back the first reading looks, in seconds.
    public var window: Int
    /// How far back a later one looks at most, when much time has passed.
    public var longestWindow: Int

    public init(files: Int = 40, depth: Int = 3, window: Int = 7 * 86_400, longestWindow: Int = 30 * 86_400) {
        self.files = files
        self.depth = depth
        self.window = window
        self.longestWindow = longestWindow
    }
}

extension SourceReader {
    /// A sitemap, or a site whose sitemaps are looked for: in its robots.txt, then in the usual places. What is older than the window is
    /// left, files of an index too, so that a site with a million pages costs a few requests.
    /// - Parameters:
    ///   - lastRead: the window begins a day before it, for what was announced late.
    ///   - first: the file itself, where it is at hand.
    func open(sitemap address: String, lastRead: Timestamp?, first: Resource? = nil) async throws(ReadingProblem) -> OpenedSource {
        let now = clock.now()
        let since = max(
            now.adding(-limits.sitemaps.longestWindow), lastRead.map { $0.adding(-86_400) } ?? now.adding(-limits.sitemaps.window))
        var walk = SitemapWalk(since: since, limits: limits.sitemaps)
        var sign = SuccessSign()
        if let first = try await start(at: address, given: first) {
            sign = SuccessSign(freshFor: first.freshFor)
            walk.add(first, depth: 0)
        } else {
            for found in try await discovered(at: address) { walk.enqueue(found, depth: 0) }
        }
        var firstProblem: ReadingProblem?
        while let (next, depth) = walk.next() {
            do throws(ReadingProblem) { walk.add(try await resource(at: next), depth: depth) } catch { firstProblem = firstProblem ?? error }
        }
        guard walk.filesRead > 0 else { throw firstProblem ?? ReadingProblem("No sitemap was found there.") }
        let items = walk.freshItems(limit: limits.entriesPerFeed)
        sign.publications = items.compactMap(\.date)
        let leads = items.map { item in
            Lead(
                place: .web(item.address), entry: Entry(title: item.title, link: item.address, published: item.published, language: item.language),
                outlet: nil, feed: address)
        }
        return OpenedSource(named: NamedSources(leads: leads), verdict: (address, .read(.sitemap, sign)))
    }

    /// The named file itself, when it is a sitemap.
    private func start(at address: String, given: Resource?) async throws(ReadingProblem) -> Resource? {
        if let given { return given }
        // A front page is no sitemap; it is not asked for to find that out.
        guard let named = WebAddress(address), named.path != "/" else { return nil }
        let resource = try await resource(at: address)
        return SitemapWalk.sitemap(in: resource) == nil ? nil : resource
    }

    private func discovered(at address: String) async throws(ReadingProblem) -> [String] {
        let rules: RobotsRules
        do throws(FetchError) { rules = try await fetcher.siteRules(for: address) } catch { throw ReadingProblem(error) }
        let home = WebAddress(address)
        let named = rules.sitemaps.compactMap { home?.resolving($0)?.text }
        return named.isEmpty ? ["/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml"].compactMap { home?.resolving($0)?.text } : named
    }
}

/// Which files to ask for, and what they held.
struct SitemapWalk {
    let since: Timestamp
    let limits: SitemapLimits
    private(set) var filesRead = 0
    private var queue: [(address: String, depth: Int)] = []
    private var asked: Set<String> = []
    private var items: [Sitemap.Item] = []
    private var undated: [Sitemap.Item] = []

    init(since: Timestamp, limits: SitemapLimits) {
        self.since = since
        self.limits = limits
    }

    mutating func enqueue(_ address: String, depth: Int) {
        guard depth < limits.depth, asked.count < limits.files, asked.insert(address).inserted else { return }
        queue.append((address, depth))
    }

    mutating func next() -> (address: String, depth: Int)? { queue.isEmpty ? nil : queue.removeFirst() }

    mutating func add(_ resource: Resource, depth: Int) {
        asked.insert(resource.requestedAddress)
        guard let sitemap = Self.sitemap(in: resource), let home = WebAddress(resource.address) else { return }
        filesRead += 1
        if sitemap.isIndex {
            // The latest first: an index may name more files than we ask for.
            let fresh = sitemap.items.filter { $0.modified.map { $0 >= since } ?? true }
            for item in fresh.sorted(by: { ($0.modified ?? .distantPast) > ($1.modified ?? .distantPast) }) {
                if let address = home.resolving(item.address)?.text { enqueue(address, depth: depth + 1) }
            }
            return
        }
        let isDated = sitemap.items.contains { $0.date != nil }
        for var item in sitemap.items {
            guard let address = home.resolving(item.address)?.text else { continue }
            item.address = address
            if let date = item.date {
                if date >= since { items.append(item) }
            } else if !isDated {
                undated.append(item)
            }
        }
    }

    /// Latest first. What has no date is read only from files that give none at all, as far as there is room.
    func freshItems(limit: Int) -> [Sitemap.Item] {
        let latest = items.sorted { ($1.date ?? since, $0.address) < ($0.date ?? since, $1.address) }
        return Array((latest + undated).prefix(limit))
    }

    static func sitemap(in resource: Resource) -> Sitemap? {
        SitemapReader.read(resource.body) ?? (resource.mediaType == "text/plain" ? SitemapReader.read(text: resource.body) : nil)
    }
}

extension Timestamp {
    fileprivate static let distantPast = Timestamp(secondsSince1970: .min)
}
