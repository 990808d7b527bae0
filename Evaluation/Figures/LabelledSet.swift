public import Foundation

/// A labelled set on disk, unpacked if it was packed: a folder as it lies in the collection (`dev.tar.zst` or `heldout.tar.zst` in it, say),
/// or its unpacked content.
public final class LabelledSet {
    /// Where its files are.
    public let folder: URL
    /// As given: the folder that may lie beside those of other sets.
    public let given: URL
    private let unpacked: URL?
    /// One item of so many is measured.
    private let stride: Int

    /// - Parameter stride: 1 measures all; N every Nth item, which is quick and good enough to see that nothing broke.
    /// - Throws: `LabelledSetError` when there is nothing to measure.
    public init(at path: String, every stride: Int = 1) throws {
        self.stride = max(1, stride)
        given = URL(filePath: path).standardizedFileURL
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: given.path) else { throw LabelledSetError.missing(path) }
        let halves = names.filter { $0.contains(".tar.") && Self.isHalf($0) }.sorted()
        guard let archive = halves.first else {
            let inner = ["dev", "heldout"].first { names.contains($0) }
            folder = inner.map { URL(filePath: path).appending(path: $0) } ?? given
            unpacked = nil
            return
        }
        let target = FileManager.default.temporaryDirectory.appending(path: "labelled-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try Self.unpack(given.appending(path: archive), into: target)
        folder = target
        unpacked = target
    }

    /// `dev.tar.zst`, `heldout.tar.xz`, `polnear.train-dev.tar.xz`: an archive of the open half, or of one that is kept back.
    private static func isHalf(_ name: String) -> Bool {
        name.split { $0 == "." || $0 == "-" }.contains { ["dev", "heldout", "test"].contains($0) }
    }

    deinit { if let unpacked { try? FileManager.default.removeItem(at: unpacked) } }

    /// Needs `tar`, and `zstd` or `xz` for what is packed with them.
    private static func unpack(_ archive: URL, into target: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tar", "--extract", "--auto-compress", "--file", archive.path, "--directory", target.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw LabelledSetError.damaged(archive.path) }
    }

    /// The items to measure, of all in a fixed order.
    public func chosen<Item>(_ items: [Item]) -> [Item] {
        stride == 1 ? items : Swift.stride(from: 0, to: items.count, by: stride).map { items[$0] }
    }

    /// Another set's folder in the same collection; nil when it is not there.
    public func sibling(_ name: String) -> String? {
        let path = given.deletingLastPathComponent().appending(path: name).path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}

public enum LabelledSetError: Error, CustomStringConvertible {
    case missing(String)
    case damaged(String)
    case incomplete(String, lacking: String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such folder. Name the folder of one set, packed or unpacked."
        case .damaged(let path): "\(path): could not be unpacked. Are tar and zstd installed, and is there room in the temporary folder?"
        case .incomplete(let path, let lacking): "\(path): \(lacking) is missing there. Is this the folder of that set?"
        }
    }
}
