import BriefEngine
public import BriefModel
public import EvidenceBundle
import Glibc
import Inference
public import Storage

extension Bootstrap {
    /// A kept edition with its evidence. The texts are those it was written from, though later versions may have been read.
    /// - Parameter version: of this program.
    public func bundle(of edition: StoredEdition, version: String) async throws(BundlingError) -> EvidenceBundle {
        let json = Array(edition.json.utf8)
        guard let brief = PublishedBrief(json: json) else { throw .unreadable(edition.asOf) }
        var articles: [Article] = []
        var outlets: [Outlet]
        do throws(StorageError) {
            for cited in brief.citedVersions {
                if let article = try await store.article(cited.article, version: cited.number) { articles.append(article) }
            }
            if let basis = edition.basis { outlets = basis.outlets } else { outlets = try await store.outlets() }
        } catch {
            throw .storage(error)
        }
        let encoder = LocalModels.inside.identity
        do throws(EvidenceBundle.Problem) {
            return try EvidenceBundle(
                brief, json: json, articles: articles, outlets: outlets,
                software: SoftwareRecord(version: version, encoder: encoder.name, encoderHash: encoder.hash, model: edition.basis?.answers?.model))
        } catch {
            throw .bundle(error)
        }
    }
}

/// Why there is no bundle.
public enum BundlingError: Error, Hashable, Sendable {
    case storage(StorageError)
    case bundle(EvidenceBundle.Problem)
    /// The edition of this moment is in a form that this program does not know.
    case unreadable(Timestamp)
}

extension BundlingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .storage(let error): error.description
        case .bundle(let problem): problem.description
        case .unreadable(let moment): "The edition of \(moment) is in a form that this program does not know; write it anew: bigpicture brief TOPIC."
        }
    }
}

/// The key of a library, in a file that only its owner can read.
public struct SigningKeyFile: Sendable {
    public let path: String

    public init(_ place: LibraryPlace) { path = place.folder + "/signing-key.pem" }

    /// The key; made when there is none yet.
    public func key() throws(SigningKeyError) -> SigningKey {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .cannotUse(path: path, why: String(cString: strerror(errno))) }
            return try made()
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else { throw .open(path: path) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0, let key = SigningKey(pem: String(decoding: bytes[..<count], as: UTF8.self)) else { throw .notAKey(path: path) }
        return key
    }

    /// Written beside and linked into place, so that of two programs at once one makes the key and both use it.
    private func made() throws(SigningKeyError) -> SigningKey {
        let key = SigningKey()
        let part = "\(path).part-\(getpid())"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotUse(path: path, why: String(cString: strerror(errno))) }
        defer { unlink(part) }
        let bytes = Array(key.pem.utf8)
        let written = write(descriptor, bytes, bytes.count)
        guard fsync(descriptor) == 0, close(descriptor) == 0, written == bytes.count else {
            throw .cannotUse(path: path, why: String(cString: strerror(errno)))
        }
        guard link(part, path) == 0 else {
            if errno == EEXIST { return try self.key() }
            throw .cannotUse(path: path, why: String(cString: strerror(errno)))
        }
        return key
    }
}

public enum SigningKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    case cannotUse(path: String, why: String)
    case notAKey(path: String)
    /// Others than its owner can read it.
    case open(path: String)

    public var description: String {
        switch self {
        case .cannotUse(let path, let why): "\(path): \(why)."
        case .notAKey(let path): "\(path) is not an Ed25519 key; move it away, and a new one is made."
        case .open(let path): "\(path) can be read by others than its owner; make it safe with: chmod 600 \(path)"
        }
    }
}
