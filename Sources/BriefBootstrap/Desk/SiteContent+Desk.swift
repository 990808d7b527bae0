import BriefEngine
public import BriefModel
public import BriefWeb
import FeedParsing
import Fetching
import HTTPFetching
import Inference
import Ingestion
import Storage

extension Bootstrap {
    /// Opens the rooms of the site in which something is done: topics made, changed, read and written, texts checked from files and addresses, and news told as it
    /// comes.
    /// - Parameters:
    ///   - writes: whether topics may be changed here; otherwise they are only shown.
    ///   - asOf: the moment checks look back from.
    public func openDesk(
        in content: inout SiteContent, of place: LibraryPlace, writes: Bool, clock: Clock, asOf: @escaping @Sendable () -> Timestamp
    ) {
        let streams = EventStreams { [store] in try await store.newestEditions() }
        content.streams = streams
        content.auditDesk = auditDesk(clock: clock, asOf: asOf)
        guard writes else { return }
        let clerk = TopicClerk(place, clock: clock)
        content.topics = TopicDesk(
            sheet: { try await clerk.sheet($0) }, check: { try await clerk.check($0, of: $1) }, save: { try await clerk.save($0, as: $1) },
            remove: { try await clerk.remove($0, seen: $1) }, names: { try await clerk.titles() }, outline: { Self.outline($0) })
        content.settings = SettingsDesk(
            outlets: { [store] in try await store.outlets() }, save: { [store] in try await store.save(outlets: [$0]) },
            models: {
                let shelf = ModelShelf()
                return PinnedModel.all.map { .init(name: $0.name, summary: $0.summary, isInstalled: shelf.isInstalled($0)) }
            }, place: place.folder)
        let bench = Workbench(self, place: place, streams: streams, clock: clock)
        content.work = WorkDesk(
            begin: { task, name in
                guard let topic = try await clerk.topic(named: name) else { return false }
                return await bench.begin(task, on: topic)
            }, state: { await bench.state(of: $0) })
    }

    private static func outline(_ bytes: [UInt8]) -> TopicOutline {
        do throws(FeedError) {
            let feeds = try OutlineParser().parse(bytes, charset: nil, address: "")
            return TopicOutline(feeds: feeds.map { TopicOutline.Feed(title: $0.title, address: $0.feedAddress, category: $0.category) })
        } catch {
            return TopicOutline(feeds: [], fault: TopicOutline.Fault(error))
        }
    }

    private func auditDesk(clock: Clock, asOf: @escaping @Sendable () -> Timestamp) -> AuditDesk {
        let reader = BriefReader(converter: Self.converter)
        let fetcher = Self.fetcher(allowsLocalAddresses: false, clock: clock)
        let read: @Sendable ([UInt8], String) async -> Result<String, DocumentProblem> = { bytes, name in
            do throws(DocumentProblem) { return .success(try await reader.markdown(in: bytes, name: name)) } catch { return .failure(error) }
        }
        return AuditDesk(
            check: { [engine] text, progress in
                do throws(EngineError) {
                    let audited = try await engine.audit(text, asOf: asOf(), progress: progress)
                    return CheckedText(audit: audited.audit, sources: audited.sources)
                } catch {
                    guard case .storage(let storage) = error else { throw DocumentFault.check(error.description) }
                    throw storage
                }
            },
            read: { bytes, name in await read(bytes, name).mapError { .file("it \($0).") } },
            fetch: { address in
                do throws(FetchError) {
                    guard case .fetched(let resource) = try await fetcher.fetch(FetchRequest(address: address)) else {
                        return .failure(.emptyAddress)
                    }
                    return await read(resource.body, resource.address).mapError { .address("it \($0).") }
                } catch {
                    // What could be allowed on a command line cannot be here.
                    if case .privateAddress = error { return .failure(.nearAddress) }
                    return .failure(.address(error.description))
                }
            })
    }
}

extension TopicOutline.Fault {
    fileprivate init(_ error: FeedError) {
        self =
            switch error {
            case .empty: .empty
            case .isPage: .isPage
            case .isFeed: .isFeed
            case .isDocument, .isOutline, .unknownFormat, .malformedJSON: .isOther
            case .malformed(_, let line): .broken(line: line)
            case .tooLarge, .outOfMemory: .tooLarge
            case .noSubscriptions: .namesNone
            }
    }
}
