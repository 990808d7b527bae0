/// Words and phrases looked for in text, byte by byte, whatever the case of ASCII letters: searching Strings takes a hundred times longer.
struct Phrases: Sendable {
    private let phrases: [[UInt8]]
    /// By first byte, which phrases could start there.
    private let starting: [[Int]]
    /// By byte in either case, whether any phrase starts with it.
    private let isFirst: [Bool]

    /// Lower case.
    init(_ phrases: [String]) {
        let bytes = phrases.map { Array($0.utf8) }
        self.phrases = bytes
        let starting = (0..<256).map { first in bytes.indices.filter { bytes[$0].first == UInt8(first) } }
        isFirst = (0..<256).map { !starting[Int(Self.lower(UInt8($0)))].isEmpty }
        self.starting = starting
    }

    /// Whether any phrase stands anywhere.
    func occur(in text: [UInt8]) -> Bool { text.withUnsafeBufferPointer(occur) }

    /// Whether any phrase stands anywhere.
    func occur(in text: String) -> Bool {
        var text = text
        return text.withUTF8(occur)
    }

    private func occur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        isFirst.withUnsafeBufferPointer { isFirst in
            text.indices.contains { isFirst[Int(text[$0])] && length(in: text, at: $0) > 0 }
        }
    }

    /// Whether the text begins with one of them.
    func open(_ text: [UInt8]) -> Bool { !text.isEmpty && length(in: text, at: 0) > 0 }

    /// How long the first phrase is that stands here; 0 when none does.
    func length(in text: [UInt8], at place: Int) -> Int {
        isFirst[Int(text[place])] ? text.withUnsafeBufferPointer { length(in: $0, at: place) } : 0
    }

    /// The same in a part of a text.
    func length(in text: ArraySlice<UInt8>, at place: Int) -> Int {
        isFirst[Int(text[place])] ? text.withUnsafeBufferPointer { length(in: $0, at: place - text.startIndex) } : 0
    }

    private func length(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        for number in starting[Int(Self.lower(text[place]))] {
            let phrase = phrases[number]
            guard place + phrase.count <= text.count else { continue }
            var same = 1
            while same < phrase.count, Self.lower(text[place + same]) == phrase[same] { same += 1 }
            if same == phrase.count { return same }
        }
        return 0
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    static func lowered(_ text: some Sequence<UInt8>) -> String { String(decoding: text.map(lower), as: UTF8.self) }
}
