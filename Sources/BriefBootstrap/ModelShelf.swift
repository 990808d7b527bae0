public import Fetching
import Foundation
import HTTPFetching
public import Inference
import LocalInference

/// The installed models, and how one comes here. Nothing is fetched unless somebody asks for it.
public struct ModelShelf: Sendable {
    private let store: ModelStore

    /// - Parameter folder: nil for `$BIGPICTURE_MODELS`, else the folder `models` in the library's usual place.
    public init(folder: String? = nil) {
        let named = ProcessInfo.processInfo.environment["BIGPICTURE_MODELS"].flatMap { $0.isEmpty ? nil : $0 }
        store = ModelStore(folder: folder ?? named ?? LibraryPlace(path: nil).folder + "/models")
    }

    /// Where a model's files lie, or would lie.
    public func place(of model: PinnedModel) -> String { store.place(of: model) }

    /// Whether all files are there with their lengths.
    public func isInstalled(_ model: PinnedModel) -> Bool { store.isInstalled(model) }

    /// Reads every file and compares its hash.
    public func verify(_ model: PinnedModel) throws(InferenceError) { try store.verify(model) }

    /// Removes a model's files and tells how many bytes were freed.
    public func remove(_ model: PinnedModel) throws(InferenceError) -> Int { try store.remove(model) }

    /// Installs a model from a folder or archive of this machine, from an address, or from where its makers serve it.
    /// - Parameters:
    ///   - source: a path or a web address; nil tries the model's own address, then the archive elsewhere.
    ///   - report: told what is being done, and of a place that failed while another is left.
    ///   - progress: bytes of the file under way, and how many are announced.
    public func pull(
        _ model: PinnedModel, from source: String?, allowsLocalAddresses: Bool = false, report: @Sendable (String) -> Void,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(PullError) {
        if let source, !source.hasPrefix("http://"), !source.hasPrefix("https://") {
            return try Self.model { () throws(InferenceError) in try store.install(model, fromPath: source) }
        }
        let downloads = Downloads(allowsLocalAddresses: allowsLocalAddresses, most: model.bytes * 2, progress: progress)
        if let source { return try await pull(model, at: source, downloads, report) }
        do throws(PullError) {
            try await pull(model, at: model.address, downloads, report)
        } catch {
            report("\(error) Trying the copy elsewhere.")
            try await pull(model, at: model.archive, downloads, report)
        }
    }

    /// An address that ends with a slash holds the files; any other is an archive of them.
    private func pull(_ model: PinnedModel, at address: String, _ downloads: Downloads, _ report: (String) -> Void) async throws(PullError) {
        guard address.hasSuffix("/") else {
            report("fetching \(address)")
            let archive = try await downloads.bytes(of: address)
            return try Self.model { () throws(InferenceError) in try store.install(model, fromArchive: archive, named: address) }
        }
        var files: [String: [UInt8]] = [:]
        for file in model.files {
            report("fetching \(address)\(file.name)")
            files[file.name] = try await downloads.bytes(of: address + file.name)
        }
        try Self.model { () throws(InferenceError) in try store.install(model, files: files, from: address) }
    }

    private static func model(_ body: () throws(InferenceError) -> Void) throws(PullError) {
        do throws(InferenceError) { try body() } catch { throw .model(error) }
    }
}

/// Why a model could not be had.
public enum PullError: Error, Hashable, Sendable, CustomStringConvertible {
    case model(InferenceError)
    case fetch(FetchError)

    public var description: String {
        switch self {
        case .model(let error): error.description
        case .fetch(let error): error.description
        }
    }
}

/// Large files, asked for by a person: an hour of patience, and no robots.txt, which speaks of reading by machines.
private struct Downloads {
    private let fetcher: HTTPFetcher

    init(allowsLocalAddresses: Bool, most: Int, progress: @escaping @Sendable (Int, Int) -> Void) {
        let environment = ProcessInfo.processInfo.environment
        fetcher = HTTPFetcher(
            allowsLocalAddresses: allowsLocalAddresses, limits: FetchLimits(body: most, time: .seconds(3600)), environment: environment,
            progress: progress)
    }

    func bytes(of address: String) async throws(PullError) -> [UInt8] {
        do throws(FetchError) {
            guard case .fetched(let resource) = try await fetcher.fetch(FetchRequest(address: address, asksRobots: false)) else { return [] }
            return resource.body
        } catch {
            throw .fetch(error)
        }
    }
}
