import ArgumentParser
import FoundationEssentials

/// One JSON value a line, in and out, in memory bounded by one line. A bad line gives an error line and the rest go on.
enum JSONLines {
    /// No line may be longer; a longer one is skipped with an error line.
    static let longestLine = 16 << 20

    struct Failure: Error, Encodable {
        let line: Int
        let error: String
    }

    /// Bytes of lines that wait together at most, so that long ones take no more memory than short ones.
    static let longestBatch = 32 << 20

    /// Calls `body` with each line's value; `body`'s results are written as lines.
    static func transform<Input: Decodable, Output: Encodable>(
        _ input: Input.Type, _ body: (Input) throws -> [Output]
    ) throws {
        var lines = LineReader(longest: longestLine)
        while let line = lines.next() {
            switch value(of: line, as: input) {
            case .success(let value): for output in try body(value) { try write(output) }
            case .failure(let failure): try write(failure)
            }
        }
    }

    /// The same with up to `size` values at a time; fewer when no more are there yet, so that nobody waits for an answer. The answers come in the order of
    /// the lines, those to bad lines in their places.
    static func transform<Input: Decodable, Output: Encodable>(
        _ input: Input.Type, inBatchesOf size: Int, _ body: ([Input]) async throws -> [Output]
    ) async throws {
        var lines = LineReader(longest: longestLine)
        var values: [Input] = []
        var waiting = 0
        func answer() async throws {
            guard !values.isEmpty else { return }
            for output in try await body(values) { try write(output) }
            values.removeAll(keepingCapacity: true)
            waiting = 0
        }
        while let line = lines.next() {
            switch value(of: line, as: input) {
            case .success(let value):
                values.append(value)
                waiting += line.bytes?.count ?? 0
            case .failure(let failure):
                try await answer()
                try write(failure)
            }
            if values.count >= size || waiting >= longestBatch || lines.wouldWait { try await answer() }
        }
        try await answer()
    }

    /// A failure for a line that cannot be read.
    private static func value<Input: Decodable>(of line: LineReader.Line, as input: Input.Type) -> Result<Input, Failure> {
        guard let bytes = line.bytes else {
            return .failure(Failure(line: line.number, error: "the line is longer than \(longestLine >> 20) MiB"))
        }
        do {
            return .success(try JSONDecoder().decode(Input.self, from: Data(bytes)))
        } catch let error as DecodingError {
            return .failure(Failure(line: line.number, error: reason(error)))
        } catch {
            return .failure(Failure(line: line.number, error: "the line is not JSON"))
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
