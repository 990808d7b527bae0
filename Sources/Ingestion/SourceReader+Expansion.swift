import BriefModel
import FeedParsing
import Fetching

/// What the named sources come to: feeds to ask and things to read.
struct NamedSources {
    var subscriptions: [Subscription] = []
    var leads: [Lead] = []
}

extension SourceReader {
    /// Opens lists of feeds, folders and files; asks plain addresses what they are.
    func expand(_ sources: [SourceLocation], ledger: inout SourceLedger, tally: ProgressTally) async -> NamedSources {
        var named = NamedSources()
        for source in sources {
            switch source {
            case .feed(let address): named.subscriptions.append(Subscription(feedAddress: address))
            case .page(let address): named.leads.append(Lead(place: .web(address), entry: nil, outlet: nil))
            case .folder(let path): open(folder: path, into: &named, ledger: &ledger)
            case .file(let path), .opmlFile(let path): open(file: path, into: &named, ledger: &ledger)
            case .address(let address), .opmlAddress(let address):
                tally.expect(1)
                await ask(address, mustBeOutline: source == .opmlAddress(address), into: &named, ledger: &ledger)
                tally.finish(address)
            }
        }
        return named
    }

    /// A plain address: a list of feeds, a feed, or something to read.
    private func ask(_ address: String, mustBeOutline: Bool, into named: inout NamedSources, ledger: inout SourceLedger) async {
        let resource: Resource
        do throws(FetchError) {
            guard case .fetched(let fetched) = try await fetcher.fetch(FetchRequest(address: address)) else { return }
            resource = fetched
        } catch {
            return ledger.failed(address, ReadingProblem(error))
        }
        let kind = mustBeOutline ? .outline : SourceSniffer.kind(of: resource.body, mediaType: resource.mediaType)
        switch kind {
        case .outline:
            do throws(FeedError) {
                named.subscriptions += try OutlineParser().parse(resource.body, charset: resource.charset, address: resource.address)
                ledger.succeeded(address, validators: nil)
            } catch {
                ledger.failed(address, ReadingProblem("This \(error)."))
            }
        case .feed:
            named.subscriptions.append(Subscription(feedAddress: address))
        case .page, .pdf, .plainText:
            let held = HeldResource(address: resource.address, mediaType: resource.mediaType, charset: resource.charset, body: resource.body)
            named.leads.append(Lead(place: .inHand(held), entry: nil, outlet: nil))
            ledger.succeeded(address, validators: nil)
        }
    }

    private func open(folder: String, into named: inout NamedSources, ledger: inout SourceLedger) {
        do throws(ReadingProblem) {
            let files = try LocalFiles.articles(inFolder: folder, limit: limits.files)
            named.leads += files.map { Lead(place: .file($0), entry: nil, outlet: nil) }
            ledger.succeeded("file://" + folder, validators: nil)
        } catch {
            ledger.failed("file://" + folder, error)
        }
    }

    /// A file: a list of feeds, a saved feed, or something to read.
    private func open(file path: String, into named: inout NamedSources, ledger: inout SourceLedger) {
        let address = "file://" + path
        do throws(ReadingProblem) {
            let absolute = try LocalFiles.absolute(path)
            let bytes = try LocalFiles.bytes(of: absolute, limit: limits.fileSize)
            switch SourceSniffer.kind(of: bytes, mediaType: path.lowercased().hasSuffix(".opml") ? "text/x-opml" : nil) {
            case .outline:
                do throws(FeedError) {
                    named.subscriptions += try OutlineParser().parse(bytes, charset: nil, address: address)
                } catch {
                    throw ReadingProblem("This \(error).")
                }
            case .feed:
                do throws(FeedError) {
                    let feed = try FeedParser().parse(bytes, charset: nil, address: address)
                    named.leads += feed.entries.compactMap { entry in
                        entry.link.map { Lead(place: .web($0), entry: entry, outlet: nil) }
                    }
                } catch {
                    throw ReadingProblem("This \(error).")
                }
            case .page, .pdf, .plainText: named.leads.append(Lead(place: .file(absolute), entry: nil, outlet: nil))
            }
            ledger.succeeded(address, validators: nil)
        } catch {
            ledger.failed(address, error)
        }
    }
}
