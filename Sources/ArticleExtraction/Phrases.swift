/// Words and phrases looked for in text, byte by byte, whatever the case of ASCII letters: searching Strings takes a hundred times longer.
struct Phrases: Sendable {
    /// All phrases, one after the other, sorted by first byte; within one byte in the order they were given.
    private let bytes: [UInt8]
    private let ranges: [Range<Int32>]
    /// By first byte, in either case, where its phrases lie in `ranges`.
    private let starting: [Range<Int32>]
    /// By first byte, in either case, which second bytes occur, folded to 64: most places in a text are told by these two.
    private let seconds: [UInt64]

    /// Lower case. Where one is the beginning of another, the first that is given counts.
    init(_ phrases: [String]) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int32>] = []
        var starting = [Range<Int32>](repeating: 0..<0, count: 256)
        var seconds = [UInt64](repeating: 0, count: 256)
        for first in UInt8.min ... .max where first == Self.lower(first) {
            let lower = Int32(ranges.count)
            for phrase in phrases where phrase.utf8.first == first {
                ranges.append(Int32(bytes.count)..<Int32(bytes.count + phrase.utf8.count))
                bytes += phrase.utf8
                seconds[Int(first)] |= phrase.utf8.count == 1 ? .max : Self.bits(Array(phrase.utf8)[1])
            }
            starting[Int(first)] = lower..<Int32(ranges.count)
        }
        for first in UInt8.min ... .max {
            starting[Int(first)] = starting[Int(Self.lower(first))]
            seconds[Int(first)] = seconds[Int(Self.lower(first))]
        }
        self.bytes = bytes
        self.ranges = ranges
        self.starting = starting
        self.seconds = seconds
    }

    private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }

    /// Of a letter in either case.
    private static func bits(_ byte: UInt8) -> UInt64 { byte &- 0x61 < 26 ? bit(byte) | bit(byte - 0x20) : bit(byte) }

    /// Whether any phrase stands anywhere.
    func occur(in text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { place(in: $0, from: 0) != nil } }

    /// Whether any phrase stands anywhere.
    func occur(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { place(in: $0, from: 0) != nil }
    }

    /// Where the first phrase stands at or after a place.
    func place(in text: [UInt8], from start: Int) -> Int? { text.withUnsafeBufferPointer { place(in: $0, from: start) } }

    private func place(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        seconds.withUnsafeBufferPointer { seconds in
            var at = start
            while at < text.count {
                let mask = seconds[Int(text[at])]
                if mask != 0, at + 1 == text.count || mask & Self.bit(text[at + 1]) != 0, length(in: text, at: at) > 0 { return at }
                at += 1
            }
            return nil
        }
    }

    /// Whether the text's first two bytes are those of one of them; a blank may yet follow a text of one byte.
    func mayOpen(_ text: [UInt8]) -> Bool {
        guard let first = text.first else { return false }
        return text.count == 1 ? seconds[Int(first)] != 0 : seconds[Int(first)] & Self.bit(text[1]) != 0
    }

    /// Whether the text begins with one of them.
    func open(_ text: [UInt8]) -> Bool { !text.isEmpty && length(in: text, at: 0) > 0 }

    /// How long the first phrase is that stands here; 0 when none does.
    func length(in text: [UInt8], at place: Int) -> Int {
        let mask = seconds[Int(text[place])]
        guard mask != 0, place + 1 == text.count || mask & Self.bit(text[place + 1]) != 0 else { return 0 }
        return text.withUnsafeBufferPointer { length(in: $0, at: place) }
    }

    /// The same in a part of a text.
    func length(in text: ArraySlice<UInt8>, at place: Int) -> Int {
        let mask = seconds[Int(text[place])]
        guard mask != 0, place + 1 == text.endIndex || mask & Self.bit(text[place + 1]) != 0 else { return 0 }
        return text.withUnsafeBufferPointer { length(in: $0, at: place - text.startIndex) }
    }

    private func length(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            for number in starting[Int(text[place])] {
                let range = ranges[Int(number)]
                let (start, count) = (Int(range.lowerBound), range.count)
                guard place + count <= text.count else { continue }
                var same = 1
                while same < count, Self.lower(text[place + same]) == bytes[start + same] { same += 1 }
                if same == count { return same }
            }
            return 0
        }
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    static func lowered(_ text: some Sequence<UInt8>) -> String { String(decoding: text.map(lower), as: UTF8.self) }
}
