public import Foundation

/// Labelled items that lie one a line, packed or not.
public enum PackedLines {
    /// The items of the one file in a folder whose name begins so: the open half, or another half laid out the same.
    public static func items<Item: Decodable>(_: Item.Type, folder: String, name: String) throws -> [Item]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { throw LabelledSetError.missing(folder) }
        let halves = ["dev", "heldout", "test"].flatMap { half in
            [name, half].filter { !$0.isEmpty }.joined(separator: ".").asFiles
        }
        guard let file = halves.first(where: names.contains) else { return nil }
        let decoder = JSONDecoder()
        return try lines(of: URL(filePath: folder).appending(path: file)).map { try decoder.decode(Item.self, from: $0) }
    }

    /// What unpacks files, by the ending of their names.
    fileprivate static let unpackers = ["gz": "gzip", "xz": "xz", "zst": "zstd"]

    /// The lines of a file; what is packed needs `gzip`, `xz` or `zstd`.
    public static func lines(of file: URL) throws -> [Data] {
        guard let unpacker = unpackers[file.pathExtension] else { return try Data(contentsOf: file).split(separator: 0x0A).map { Data($0) } }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [unpacker, "--decompress", "--stdout", file.path]
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw LabelledSetError.damaged(file.path) }
        return data.split(separator: 0x0A).map { Data($0) }
    }
}

extension String {
    fileprivate var asFiles: [String] { ["\(self).jsonl"] + PackedLines.unpackers.keys.sorted().map { "\(self).jsonl.\($0)" } }
}
