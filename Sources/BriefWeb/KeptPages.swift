import BriefModel
import BriefRendering
import Synchronization

/// The page of each brief as it was last written in a language and zone: it is the same for all readers of those until there is another edition. Writing it anew
/// takes some milliseconds, which is too long for a page that everybody opens.
final class KeptPages: Sendable {
    private struct Key: Hashable {
        let topic: String
        let language: Language
        let zone: String
        let place: String
    }

    private struct Kept: Sendable {
        let brief: Brief
        let bytes: [UInt8]
    }

    /// So many are kept; then all are let go of.
    private static let most = 64
    private let pages = Mutex<[Key: Kept]>([:])

    /// - Parameter write: makes the page where there is none of this brief, and says whether it is whole: else it is made again for whoever asks next. What it
    ///   writes must depend on brief and reader alone.
    func page(
        of topic: String, brief: Brief, for reader: Reader, write: () async throws -> (bytes: [UInt8], isWhole: Bool)
    ) async rethrows -> [UInt8] {
        let key = Key(topic: topic, language: reader.words.language, zone: reader.words.zone.name, place: reader.place)
        // Two values of one writing share their storage, so they are compared at once.
        if let kept = pages.withLock({ $0[key] }), kept.brief == brief { return kept.bytes }
        let (bytes, isWhole) = try await write()
        guard isWhole else { return bytes }
        pages.withLock { pages in
            if pages.count >= Self.most { pages = [:] }
            pages[key] = Kept(brief: brief, bytes: bytes)
        }
        return bytes
    }
}
