import BriefModel
import Foundation
import Storage

extension LibraryStore {
    /// What an edition shows, as it was kept with it; made and kept where nothing is, or another version of this program kept it otherwise.
    func kept<Shown: Codable & Sendable>(
        _ kind: EditionDigest.Kind, of edition: EditionMark, make: @Sendable () async throws -> Shown?
    ) async throws -> Shown? {
        if let bytes = try await digest(kind, of: edition, scheme: EditionDigest.scheme),
            let shown = try? JSONDecoder().decode(Shown.self, from: Data(bytes))
        {
            return shown
        }
        guard let shown = try await make() else { return nil }
        await keep(kind, shown, of: edition)
        return shown
    }

    /// A library that cannot be written now shows it all the same: it is made again by whoever asks next.
    func keep(_ kind: EditionDigest.Kind, _ shown: some Encodable & Sendable, of edition: EditionMark) async {
        guard let bytes = try? JSONEncoder().encode(shown) else { return }
        try? await keep(EditionDigest(kind, of: edition, scheme: EditionDigest.scheme, bytes: Array(bytes)))
    }
}

extension EditionDigest {
    /// Raised when what is kept means something else than before; a form that cannot be read any more is noticed by itself.
    static let scheme = 1
}
