import CContentCoding

/// The files of a zip archive (APPNOTE 6.3.10, without zip64 and encryption), found by its directory at the end. Every length is checked against
/// the archive's own, and nothing is unpacked beyond what was asked for.
public struct ZipArchive {
    public enum Problem: Error, Hashable, Sendable {
        case noArchive, cutShort, unknownMethod, damaged, tooLarge
        /// Only where all of an archive is taken (`files`).
        case tooManyFiles, unsafeName, sameNameTwice, overlapping
    }

    struct Entry {
        let name: String
        let method: Int
        let packed: Int
        let size: Int
        let header: Int
    }

    let bytes: [UInt8]
    private(set) var entries: [Entry] = []

    /// - Throws: what is wrong with the directory of its files.
    public init(_ bytes: [UInt8]) throws(Problem) {
        self.bytes = bytes
        let end = try Self.directoryEnd(bytes)
        let count = Self.number(bytes, end + 10, 2)
        var at = Self.number(bytes, end + 16, 4)
        for _ in 0..<count {
            guard at + 46 <= bytes.count, Self.number(bytes, at, 4) == 0x0201_4b50 else { throw .cutShort }
            let nameLength = Self.number(bytes, at + 28, 2)
            guard at + 46 + nameLength <= bytes.count else { throw .cutShort }
            entries.append(
                Entry(
                    name: String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self), method: Self.number(bytes, at + 10, 2),
                    packed: Self.number(bytes, at + 20, 4), size: Self.number(bytes, at + 24, 4), header: Self.number(bytes, at + 42, 4)))
            at += 46 + nameLength + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
        }
    }

    /// Whether these bytes begin as an archive does.
    public static func isArchive(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// The file of this name in whatever folder; nil when there is none.
    /// - Parameter limit: the most bytes it may have.
    public func file(named name: String, limit: Int) throws(Problem) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name == name || $0.name.hasSuffix("/" + name) }) else { return nil }
        return try unpacked(entry, limit: limit)
    }

    /// Where a file lies, its header included.
    func extent(of entry: Entry) throws(Problem) -> Range<Int> {
        guard entry.header + 30 <= bytes.count, Self.number(bytes, entry.header, 4) == 0x0403_4b50 else { throw .cutShort }
        let start = entry.header + 30 + Self.number(bytes, entry.header + 26, 2) + Self.number(bytes, entry.header + 28, 2)
        guard start + entry.packed <= bytes.count else { throw .cutShort }
        return entry.header..<(start + entry.packed)
    }

    func unpacked(_ entry: Entry, limit: Int) throws(Problem) -> [UInt8] {
        guard entry.size <= limit else { throw .tooLarge }
        let packed = bytes[try extent(of: entry)].suffix(entry.packed)
        switch entry.method {
        case 0:
            guard packed.count == entry.size else { throw .damaged }
            return Array(packed)
        case 8: return try Self.inflated(packed, size: entry.size)
        default: throw .unknownMethod
        }
    }

    private static func inflated(_ packed: ArraySlice<UInt8>, size: Int) throws(Problem) -> [UInt8] {
        guard let decoder = bp_decoder_make(Int32(bp_coding_raw_deflate)) else { throw .damaged }
        defer { bp_decoder_free(decoder) }
        var filled = 0
        var outcome = Int32(bp_decoding_wants_input)
        // One byte of room to spare shows a file that is longer than it says.
        let output = [UInt8](unsafeUninitializedCapacity: size + 1) { target, count in
            packed.withUnsafeBufferPointer { source in
                var (used, written) = (0, 0)
                outcome = bp_decoder_step(decoder, source.baseAddress, source.count, &used, target.baseAddress, size + 1, &written)
                filled = written
            }
            count = filled
        }
        guard outcome == Int32(bp_decoding_done), output.count == size else { throw .damaged }
        return output
    }

    /// The record at the end, behind which only a comment may stand.
    private static func directoryEnd(_ bytes: [UInt8]) throws(Problem) -> Int {
        guard bytes.count >= 22 else { throw .noArchive }
        for at in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1) where number(bytes, at, 4) == 0x0605_4b50 {
            return at
        }
        throw .noArchive
    }

    /// Little-endian; the caller has checked that it is inside.
    private static func number(_ bytes: [UInt8], _ at: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
}

extension ZipArchive.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noArchive: "it is no zip archive"
        case .cutShort: "the archive is cut short"
        case .unknownMethod: "it is packed in a way that is not known here"
        case .damaged: "what is packed in it is damaged"
        case .tooLarge: "a file in it is larger than it should be"
        case .tooManyFiles: "it holds more files than it should"
        case .unsafeName: "a file in it has a name that leads out of it"
        case .sameNameTwice: "two files in it have one name"
        case .overlapping: "files in it lie over each other"
        }
    }
}
