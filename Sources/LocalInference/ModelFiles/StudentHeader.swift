import Inference

/// The first 64 bytes of a student's file, little-endian:
///
/// | at | what |
/// |---|---|
/// | 0 | `bp-stdnt` |
/// | 8 | version (1), dimensions, rows, bits a number (4 or 8): four of 32 bits |
/// | 24 | bytes of the vocabulary: 64 bits |
/// | 32 | SHA-256 of all that follows |
///
/// After it: a scale a row (32-bit float; a token's weight in the pooling is already in it), the rows, the vocabulary as a `vocab.txt`.
struct StudentHeader: Equatable {
    static let size = 64
    /// Where the hash stands.
    static let hash = 32..<64
    static let magic = Array("bp-stdnt".utf8)
    static let version: UInt32 = 1
    /// Bounds: nothing a person would distil is larger, and no size computed from them overflows.
    static let mostDimensions = 4096, mostRows = 1 << 20, largestVocabulary = 32 << 20

    /// The most bytes a file within these bounds has.
    static let largestFile = size + mostRows * (4 + mostDimensions) + largestVocabulary

    let dimensions: Int
    let rows: Int
    let quantisation: StudentQuantisation
    let vocabularyBytes: Int
    let hash: [UInt8]

    var rowBytes: Int { dimensions * quantisation.bits / 8 }
    var scales: Range<Int> { Self.size..<Self.size + rows * 4 }
    var table: Range<Int> { scales.upperBound..<scales.upperBound + rows * rowBytes }
    var vocabulary: Range<Int> { table.upperBound..<table.upperBound + vocabularyBytes }

    init(dimensions: Int, rows: Int, quantisation: StudentQuantisation, vocabularyBytes: Int, hash: [UInt8]) {
        (self.dimensions, self.rows, self.quantisation) = (dimensions, rows, quantisation)
        (self.vocabularyBytes, self.hash) = (vocabularyBytes, hash)
    }

    /// Reads it and holds every size against the bounds and against the length of the file.
    init(reading file: UnsafeRawBufferPointer, name: String) throws(InferenceError) {
        func no(_ reason: String) -> InferenceError { .malformed(file: name, reason: reason) }
        guard file.count >= Self.size else { throw no("it ends within the header") }
        guard Array(file[..<8]) == Self.magic else { throw no("it is no student's file") }
        func number(at offset: Int, bytes: Int = 4) -> UInt64 {
            (0..<bytes).reduce(0) { $0 | UInt64(file[offset + $1]) << UInt64(8 * $1) }
        }
        guard number(at: 8) == Self.version else { throw no("version \(number(at: 8)) is not known here") }
        let dimensions = number(at: 12), rows = number(at: 16), bytes = number(at: 24, bytes: 8)
        guard dimensions > 0, dimensions <= Self.mostDimensions, dimensions % 64 == 0 else { throw no("\(dimensions) dimensions") }
        guard rows > 0, rows <= Self.mostRows else { throw no("\(rows) rows") }
        guard let quantisation = StudentQuantisation(bits: Int(number(at: 20))) else { throw no("\(number(at: 20)) bits a number") }
        guard bytes <= Self.largestVocabulary else { throw no("a vocabulary of \(bytes) bytes") }
        self.init(
            dimensions: Int(dimensions), rows: Int(rows), quantisation: quantisation, vocabularyBytes: Int(bytes), hash: Array(file[Self.hash]))
        guard file.count == vocabulary.upperBound else { throw no("it has \(file.count) bytes where its header says \(vocabulary.upperBound)") }
    }

    var bytes: [UInt8] {
        var bytes = Self.magic
        for number in [Self.version, UInt32(dimensions), UInt32(rows), UInt32(quantisation.bits)] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        withUnsafeBytes(of: UInt64(vocabularyBytes).littleEndian) { bytes.append(contentsOf: $0) }
        return bytes + hash
    }
}

/// How a student's numbers are held.
public enum StudentQuantisation: String, Hashable, Sendable, CaseIterable {
    case int4, int8

    /// Bits a number.
    public var bits: Int { self == .int4 ? 4 : 8 }

    init?(bits: Int) {
        switch bits {
        case 4: self = .int4
        case 8: self = .int8
        default: return nil
        }
    }
}
