import BriefModel
import TextAnalysis

extension Strand {
    func write(to writer: inout StateWriter) {
        writer.write(count)
        writer.write(squares)
        span.write(to: &writer)
        writer.write(terms) { $0.write($1) }
        writer.write(meaning)
    }

    init(_ reader: inout StateReader) throws(StoryStateError) {
        self.init(
            count: try reader.int(), squares: try reader.float(), span: try Span(&reader),
            terms: try reader.map(vacant: 0) { (reader) throws(StoryStateError) in try reader.float() }, meaning: try reader.floats())
    }
}

extension Span {
    func write(to writer: inout StateWriter) {
        writer.write(days == nil ? 0 : 1)
        if let days {
            writer.write(days.lowerBound)
            writer.write(days.upperBound)
        }
        writer.write(arrivals.lowerBound)
        writer.write(arrivals.upperBound)
    }

    init(_ reader: inout StateReader) throws(StoryStateError) {
        let days = try reader.int() == 1 ? try Self.range(&reader) : nil
        self.init(days: days, arrivals: try Self.range(&reader))
    }

    private static func range(_ reader: inout StateReader) throws(StoryStateError) -> ClosedRange<Int> {
        let (first, last) = (try reader.int(), try reader.int())
        guard first <= last else { throw .damaged }
        return first...last
    }
}

extension RetiredStrand {
    /// The same again from `init(bytes:)`.
    public var bytes: [UInt8] {
        var writer = StateWriter()
        writer.write(number)
        writer.write(story.rawValue)
        writer.write(opening)
        strand.write(to: &writer)
        writer.seal()
        return writer.bytes
    }

    /// - Throws: `damaged` for anything but what `bytes` gave.
    public init(bytes: [UInt8]) throws(StoryStateError) {
        var reader = try StateReader(bytes)
        self.init(number: try reader.int(), story: StoryID(try reader.string()), opening: try reader.int(), strand: try Strand(&reader))
        guard reader.isAtEnd else { throw .damaged }
    }
}
