import TextAnalysis

/// Writes what a stream holds as bytes, little-endian, one value after another.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: Int) { append(UInt64(bitPattern: Int64(value))) }

    mutating func write(_ value: Int32) { append(UInt32(bitPattern: value)) }

    mutating func write(_ value: Float) { append(value.bitPattern) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write(_ values: [Float]) {
        write(values.count)
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ values: [Int32]) {
        write(values.count)
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func write<Element>(_ elements: [Element], _ body: (inout Self, Element) -> Void) {
        write(elements.count)
        for element in elements { body(&self, element) }
    }

    mutating func write<Value>(_ map: IntegerMap<Int32, Value>, _ body: (inout Self, Value) -> Void) {
        let layout = map.layout
        write(layout.room)
        write(layout.taken) { writer, slot in
            writer.append(UInt32(slot.place))
            writer.write(slot.key)
            body(&writer, slot.value)
        }
    }

    /// A sum over all bytes at the end, by which damage shows.
    mutating func seal() { append(StateReader.sum(of: bytes[...])) }

    private mutating func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
}

/// Reads them back. What is damaged is told, and never read beyond.
struct StateReader {
    private let bytes: [UInt8]
    private var place = 0
    private let end: Int

    /// - Throws: `damaged` when the sum at the end is not that of the bytes.
    init(_ bytes: [UInt8]) throws(StoryStateError) {
        self.bytes = bytes
        end = bytes.count - 8
        guard end >= 0, bytes[end...].reversed().reduce(UInt64(0), { $0 << 8 | UInt64($1) }) == Self.sum(of: bytes[..<end]) else { throw .damaged }
    }

    var isAtEnd: Bool { place == end }

    mutating func int() throws(StoryStateError) -> Int { Int(Int64(bitPattern: try next(UInt64.self))) }

    mutating func int32() throws(StoryStateError) -> Int32 { Int32(bitPattern: try next(UInt32.self)) }

    mutating func float() throws(StoryStateError) -> Float { Float(bitPattern: try next(UInt32.self)) }

    mutating func string() throws(StoryStateError) -> String { String(decoding: try stretch(of: try int()), as: UTF8.self) }

    mutating func floats() throws(StoryStateError) -> [Float] { try list { (reader) throws(StoryStateError) in try reader.float() } }

    mutating func int32s() throws(StoryStateError) -> [Int32] { try list { (reader) throws(StoryStateError) in try reader.int32() } }

    mutating func list<Element>(_ body: (inout Self) throws(StoryStateError) -> Element) throws(StoryStateError) -> [Element] {
        let count = try int()
        // No element takes less than a byte.
        guard count >= 0, count <= end - place else { throw .damaged }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try body(&self)) }
        return elements
    }

    mutating func map<Value>(
        vacant: Value, _ body: (inout Self) throws(StoryStateError) -> Value
    ) throws(StoryStateError) -> IntegerMap<Int32, Value> {
        let room = try int()
        let taken = try list { (reader) throws(StoryStateError) -> (place: Int, key: Int32, value: Value) in
            (Int(try reader.next(UInt32.self)), try reader.int32(), try body(&reader))
        }
        guard room <= Self.mostRoom, let map = IntegerMap(vacant: vacant, room: room, taken: taken) else { throw .damaged }
        return map
    }

    private static let mostRoom = 1 << 26

    private mutating func next<Value: FixedWidthInteger>(_: Value.Type) throws(StoryStateError) -> Value {
        var value = Value.zero
        for byte in try stretch(of: MemoryLayout<Value>.size).reversed() { value = value << 8 | Value(byte) }
        return value
    }

    private mutating func stretch(of count: Int) throws(StoryStateError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= end - place else { throw .damaged }
        defer { place += count }
        return bytes[place..<place + count]
    }

    /// FNV-1a over words of eight bytes.
    static func sum(of bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBytes { raw in
            for place in 0..<raw.count / 8 {
                sum = (sum ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))) &* 0x100_0000_01b3
            }
            for place in raw.count / 8 * 8..<raw.count { sum = (sum ^ UInt64(raw[place])) &* 0x100_0000_01b3 }
        }
        return sum
    }
}

/// Why a stream cannot go on from what was kept of it.
public enum StoryStateError: Error, Hashable, Sendable {
    case damaged
    /// It was written with other settings or by another version.
    case otherSettings
    /// It was written with this encoder, whose vectors cannot be compared with another's.
    case otherEncoder(String)
}

extension StoryStateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged: "What was kept of the stream is damaged; restore the file from a backup, or begin a new one."
        case .otherSettings: "The stream was kept with other settings or by another version of bigpicture; begin a new one."
        case .otherEncoder(let name): "The stream was kept with the encoder \(name); go on with that one, or begin a new one."
        }
    }
}
