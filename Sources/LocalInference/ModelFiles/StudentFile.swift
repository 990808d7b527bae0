import Crypto
public import Inference

/// A student as it is kept: a vocabulary, a row of small numbers a token, and the row's scale (`StudentHeader` says where each stands).
public struct StudentFile: Sendable {
    /// What it is called in errors.
    public let name: String
    /// Numbers a row has; a vector has twice as many.
    public var dimensions: Int { header.dimensions }
    /// Tokens it has a row for.
    public var rows: Int { header.rows }
    public var quantisation: StudentQuantisation { header.quantisation }
    /// SHA-256 of all after the header, hexadecimal.
    public var hash: String { header.hash.hexadecimal }

    let header: StudentHeader
    /// The whole file; good as long as `owner` lives.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    private let owner: (any AnyObject & Sendable)?
    /// A row's scale; the token's weight in the pooling is in it.
    let scales: [Float]

    /// Reads a file's bytes.
    /// - Throws: `malformed` when it is cut short, its sizes do not fit, its hash is another, or a scale is no number.
    public init(_ bytes: [UInt8], name: String) throws(InferenceError) {
        let copy = CopiedBytes(bytes)
        try self.init(copy.bytes, owner: copy, name: name)
    }

    /// Maps the file at a path.
    public init(path: String) throws(InferenceError) {
        let file = try MappedFile(path: path, limit: StudentHeader.largestFile)
        try self.init(file.bytes, owner: file, name: file.name)
    }

    /// - Parameters:
    ///   - owner: holds the bytes; nil where they are part of the program.
    ///   - isTrusted: the bytes are part of the program, so their hash is not held against them again.
    init(_ bytes: UnsafeRawBufferPointer, owner: (any AnyObject & Sendable)?, name: String, isTrusted: Bool = false) throws(InferenceError) {
        let header = try StudentHeader(reading: bytes, name: name)
        if !isTrusted {
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[StudentHeader.size...]))
            guard Array(hash.finalize()) == header.hash else {
                throw .malformed(file: name, reason: "its content is not what its header's hash says")
            }
        }
        let scales = (0..<header.rows).map { row in
            Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: header.scales.lowerBound + row * 4, as: UInt32.self)))
        }
        // Sums of the least and of the largest still have squares that are numbers and not nothing. (Those of a real student are about a thousandth.)
        guard scales.allSatisfy({ $0 == 0 || 1e-12...1e12 ~= $0 }) else {
            throw .malformed(file: name, reason: "a row's scale is no number that can be used")
        }
        (self.name, self.header, self.bytes, self.owner, self.scales) = (name, header, bytes, owner, scales)
    }

    /// The vocabulary as a `vocab.txt`.
    var vocabulary: [UInt8] { Array(bytes[header.vocabulary]) }

    /// The file's bytes for a table of numbers, a row a token of the vocabulary, quantised.
    /// - Parameters:
    ///   - table: rows one after another; each already times its token's weight.
    ///   - vocabulary: the tokens, a line each, as many as rows.
    /// - Precondition: `dimensions` is a positive multiple of 64, and `table` holds whole rows.
    public static func bytes(table: [Float], dimensions: Int, vocabulary: [UInt8], quantisation: StudentQuantisation) -> [UInt8] {
        precondition(dimensions > 0 && dimensions % 64 == 0 && table.count % dimensions == 0, "rows are whole, of a multiple of 64 numbers")
        let rows = table.count / dimensions
        var scales: [UInt8] = []
        var packed: [UInt8] = []
        packed.reserveCapacity(rows * dimensions * quantisation.bits / 8)
        for row in 0..<rows {
            let scale = quantisation.append(table[row * dimensions..<(row + 1) * dimensions], to: &packed)
            withUnsafeBytes(of: scale.bitPattern.littleEndian) { scales.append(contentsOf: $0) }
        }
        let header = StudentHeader(
            dimensions: dimensions, rows: rows, quantisation: quantisation, vocabularyBytes: vocabulary.count,
            hash: [UInt8](repeating: 0, count: StudentHeader.hash.count))
        return sealed(header.bytes + scales + packed + vocabulary)
    }

    /// The bytes of a file with the hash of what they hold; as they are when they end within the header.
    public static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= StudentHeader.size else { return bytes }
        var bytes = bytes
        bytes.replaceSubrange(StudentHeader.hash, with: Array(SHA256.hash(data: bytes[StudentHeader.size...])))
        return bytes
    }
}

extension StudentQuantisation {
    /// Appends a row in whole levels and answers the scale that makes numbers of them.
    func append(_ row: ArraySlice<Float>, to bytes: inout [UInt8]) -> Float {
        switch self {
        case .int8:
            let quantised = QuantisedRow(Array(row))
            bytes.append(contentsOf: quantised.values.lazy.map { UInt8(bitPattern: $0) })
            return quantised.scale
        case .int4:
            let scale = Self.halfByteScale(row)
            func level(_ number: Float) -> UInt8 { scale > 0 ? UInt8(max(-7, min(7, (number / scale).rounded())) + 8) : 8 }
            for block in stride(from: row.startIndex, to: row.endIndex, by: 64) {
                for i in block..<block + 32 { bytes.append(level(row[i]) | level(row[i + 32]) << 4) }
            }
            return scale
        }
    }

    /// Of sixteen clippings between 0.5 and 1 of the largest number, the one that leaves the least squared error: with fifteen levels it
    /// costs more to reach the largest than to clip it.
    private static func halfByteScale(_ row: ArraySlice<Float>) -> Float {
        let largest = row.reduce(0) { max($0, abs($1)) }
        guard largest > 0 else { return 0 }
        var best: (error: Float, scale: Float) = (.infinity, largest / 7)
        for step in 0..<16 {
            let scale = largest / 7 * (1 - Float(step) / 32)
            let error = row.reduce(Float(0)) { sum, number in
                let miss = number - max(-7, min(7, (number / scale).rounded())) * scale
                return sum + miss * miss
            }
            if error < best.error { best = (error, scale) }
        }
        return best.scale
    }
}

/// Bytes that stay where they are.
private final class CopiedBytes: Sendable {
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(_ content: [UInt8]) {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 64)
        room.copyBytes(from: content)
        bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<content.count])
    }

    deinit { bytes.deallocate() }
}

extension [UInt8] {
    /// Two digits a byte.
    var hexadecimal: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
