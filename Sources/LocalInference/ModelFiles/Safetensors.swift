public import Inference

/// A safetensors file: eight bytes that say how long its header is, the header, and the numbers of its tensors (little-endian).
public struct Safetensors: Sendable {
    /// A tensor by its place in the file.
    public struct Tensor: Hashable, Sendable {
        /// `F32`, `F16`, `BF16`, `I64`, …
        public let type: String
        public let shape: [Int]
        /// Bytes, counted from the end of the header.
        let place: Range<Int>
    }

    public let tensors: [String: Tensor]
    private let file: MappedFile?
    let name: String
    nonisolated(unsafe) let data: UnsafeRawBufferPointer

    /// Bounds: 8 GB, of which 8 MB header. (MiniLM: 91 MB and 11 KB.)
    public static let largestFile = 8 << 30
    static let largestHeader = 8 << 20

    public init(_ file: MappedFile) throws(InferenceError) { try self.init(file.bytes, file: file, name: file.name) }

    /// Reads from memory that outlives this value.
    public init(_ bytes: UnsafeRawBufferPointer, name: String) throws(InferenceError) { try self.init(bytes, file: nil, name: name) }

    private init(_ bytes: UnsafeRawBufferPointer, file: MappedFile?, name: String) throws(InferenceError) {
        guard bytes.count >= 8 else { throw .malformed(file: name, reason: "it is cut short: \(bytes.count) bytes") }
        let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        guard length <= UInt64(Self.largestHeader), Int(length) <= bytes.count - 8 else {
            throw .malformed(file: name, reason: "a header of \(length) bytes does not fit")
        }
        let data = UnsafeRawBufferPointer(rebasing: bytes[(8 + Int(length))...])
        let tensors = try SafetensorsHeader.tensors(UnsafeRawBufferPointer(rebasing: bytes[8..<8 + Int(length)]), file: name)
        for (tensor, place) in tensors {
            guard place.place.upperBound <= data.count else { throw .malformed(file: name, reason: "'\(tensor)' lies outside the file") }
            guard let width = Self.widths[place.type] else { throw .malformed(file: name, reason: "'\(tensor)' is of unknown type") }
            var size = width
            for axis in place.shape {
                let (product, over) = size.multipliedReportingOverflow(by: axis)
                guard !over else { throw .malformed(file: name, reason: "the shape of '\(tensor)' is too large") }
                size = product
            }
            guard size == place.place.count else {
                throw .malformed(file: name, reason: "the shape of '\(tensor)' does not fit its \(place.place.count) bytes")
            }
        }
        self.file = file
        self.name = name
        self.data = data
        self.tensors = tensors
    }

    /// Bytes of a number.
    private static let widths = [
        "F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U64": 8, "U32": 4, "U16": 2, "U8": 1, "BOOL": 1,
    ]

    /// The numbers of a tensor of this shape, in the order of the file; every one is finite.
    /// - Throws: `malformed` when it is missing, of another shape, no floating-point tensor of 32 or 16 bits, or holds a number that is none.
    public func numbers(_ tensor: String, shape: [Int]) throws(InferenceError) -> [Float] {
        try numbers(tensor, shape: shape, rows: 0..<(shape.first ?? 1))
    }

    /// The same for some rows (steps along the first axis) only.
    /// - Precondition: the rows are within the shape.
    func numbers(_ tensor: String, shape: [Int], rows: Range<Int>) throws(InferenceError) -> [Float] {
        let found = try self.tensor(tensor, shape: shape)
        let row = found.place.count / max(1, shape.first ?? 1)
        let place = found.place.lowerBound + rows.lowerBound * row..<found.place.lowerBound + rows.upperBound * row
        let bytes = UnsafeRawBufferPointer(rebasing: data[place])
        guard Self.floats.contains(found.type) else {
            throw .malformed(file: name, reason: "'\(tensor)' is of type \(found.type), not F32, F16 or BF16")
        }
        let count = bytes.count / (Self.widths[found.type] ?? 1)
        let numbers = [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            Self.read(bytes, found.type, into: start, count: count)
            filled = count
        }
        guard numbers.allSatisfy(\.isFinite) else { throw .malformed(file: name, reason: "'\(tensor)' holds a number that is none") }
        return numbers
    }

    /// The rows (steps along the first axis) of a tensor of two axes, left in the file and read when asked for.
    /// - Throws: as `numbers`: every number was looked at once.
    func rows(_ tensor: String, shape: [Int]) throws(InferenceError) -> @Sendable (Int, UnsafeMutablePointer<Float>) -> Void {
        let (count, width) = (shape[0], shape[1])
        for from in stride(from: 0, to: count, by: 4096) {
            _ = try numbers(tensor, shape: shape, rows: from..<min(count, from + 4096))
            release()
        }
        let found = try self.tensor(tensor, shape: shape)
        let size = found.place.count / max(1, count)
        return { row, numbers in
            let from = found.place.lowerBound + row * size
            Self.read(UnsafeRawBufferPointer(rebasing: data[from..<from + size]), found.type, into: numbers, count: width)
        }
    }

    /// Gives the memory of what was read so far back to the system.
    func release() { file?.release() }

    /// A tensor whose shape is as expected; nil stands for an axis of any size.
    func tensor(_ tensor: String, shape: [Int?]) throws(InferenceError) -> Tensor {
        guard let found = tensors[tensor] else { throw .malformed(file: name, reason: "it has no '\(tensor)'") }
        guard found.shape.count == shape.count, zip(found.shape, shape).allSatisfy({ $1 == nil || $0 == $1 }) else {
            throw .malformed(file: name, reason: "'\(tensor)' has the shape \(found.shape)")
        }
        return found
    }

    private static let floats: Set = ["F32", "F16", "BF16"]

    private static func read(_ bytes: UnsafeRawBufferPointer, _ type: String, into numbers: UnsafeMutablePointer<Float>, count: Int) {
        func read<Bits: FixedWidthInteger>(_ number: (Bits) -> Float) {
            for i in 0..<count {
                (numbers + i).initialize(to: number(bytes.loadUnaligned(fromByteOffset: i * MemoryLayout<Bits>.size, as: Bits.self)))
            }
        }
        switch type {
        case "F32": read { Float(bitPattern: UInt32(littleEndian: $0)) }
        case "BF16": read { Float(bitPattern: UInt32(UInt16(littleEndian: $0)) << 16) }
        default: read { Self.widened(UInt16(littleEndian: $0)) }
        }
    }

    /// A half-precision number (IEEE 754 binary16): written out, for not every processor's Swift has `Float16`.
    private static func widened(_ bits: UInt16) -> Float {
        let sign: Float = bits >> 15 == 0 ? 1 : -1
        let exponent = Int(bits >> 10 & 31), fraction = Float(bits & 1023)
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * (1024 + fraction) * Float(sign: .plus, exponent: exponent - 25, significand: 1)
        }
    }
}
