/// Writes files into one zip archive (APPNOTE 6.3.10, without zip64 and encryption). Nothing is compressed and every file bears the first moment that
/// the format knows, so that the same files give the same bytes on every machine.
public struct ZipWriter {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    public init() {}

    /// Adds a file. An archive holds 65,535 files and 4 GiB at most: what is written here is far below both.
    /// - Parameter name: its path in the archive, parted by `/`; each once.
    public mutating func add(_ name: String, _ bytes: [UInt8]) {
        let path = Array(name.utf8)
        var common: [UInt8] = []
        common.number(Self.version)
        common.number(Self.namesAreUTF8)
        common.number(UInt16(0))  // stored
        common.number(Self.midnight)
        common.number(Self.firstDay)
        common.number(CRC32.of(bytes))
        common.number(UInt32(bytes.count))
        common.number(UInt32(bytes.count))
        common.number(UInt16(path.count))
        common.number(UInt16(0))  // no extra field

        directory.number(UInt32(0x0201_4b50))
        directory.number(Self.version)
        directory += common
        directory += [UInt8](repeating: 0, count: 10)  // no comment, first disk, no attributes
        directory.number(UInt32(body.count))
        directory += path

        body.number(UInt32(0x0403_4b50))
        body += common
        body += path
        body += bytes
        count += 1
    }

    /// The archive.
    public func finished() -> [UInt8] {
        var archive = body + directory
        archive.number(UInt32(0x0605_4b50))
        archive.number(UInt32(0))  // the only disk
        archive.number(count)
        archive.number(count)
        archive.number(UInt32(directory.count))
        archive.number(UInt32(body.count))
        archive.number(UInt16(0))  // no comment
        return archive
    }

    /// 2.0 of the format, by software of MS-DOS kind: the plainest there is.
    private static let version: UInt16 = 20
    private static let namesAreUTF8: UInt16 = 1 << 11
    /// 1 January 1980, 00:00, as MS-DOS has it.
    private static let firstDay: UInt16 = 0x21
    private static let midnight: UInt16 = 0
}

extension [UInt8] {
    fileprivate mutating func number(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

/// The check sum of zip and gzip (ISO 3309; polynomial 0xEDB88320, reflected), a byte a step.
enum CRC32 {
    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xff)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1 }
    }
}
