import ArgumentParser
import FoundationEssentials

/// One JSON value a line, in and out, in memory bounded by one line. A bad line gives an error line and the rest go on.
enum JSONLines {
    /// No line may be longer; a longer one is skipped with an error line.
    static let longestLine = 16 << 20

    struct Failure: Encodable {
        let line: Int
        let error: String
    }

    /// Calls `body` with each line's value; `body`'s results are written as lines.
    static func transform<Input: Decodable, Output: Encodable>(
        _ input: Input.Type, _ body: (Input) throws -> [Output]
    ) throws {
        var lines = LineReader(longest: longestLine)
        while let line = lines.next() { if let value = try value(of: line, as: input) { for output in try body(value) { try write(output) } } }
    }

    /// The same with up to `size` values at a time; fewer when no more are there yet, so that nobody waits for an answer.
    static func transform<Input: Decodable, Output: Encodable>(
        _ input: Input.Type, inBatchesOf size: Int, _ body: ([Input]) async throws -> [Output]
    ) async throws {
        var lines = LineReader(longest: longestLine)
        var values: [Input] = []
        while let line = lines.next() {
            if let value = try value(of: line, as: input) { values.append(value) }
            guard values.count >= size || lines.wouldWait else { continue }
            for output in try await body(values) { try write(output) }
            values.removeAll(keepingCapacity: true)
        }
        for output in try await body(values) { try write(output) }
    }

    /// Nil for a line that cannot be read, which is said in its place.
    private static func value<Input: Decodable>(of line: LineReader.Line, as input: Input.Type) throws -> Input? {
        do {
            guard let bytes = line.bytes else {
                try write(Failure(line: line.number, error: "the line is longer than \(longestLine >> 20) MiB"))
                return nil
            }
            return try JSONDecoder().decode(Input.self, from: Data(bytes))
        } catch let error as DecodingError {
            try write(Failure(line: line.number, error: reason(error)))
            return nil
        }
    }

    static func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try StandardOutput.write(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "the key '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type than expected"
        default: "the line is not JSON"
        }
    }
}
