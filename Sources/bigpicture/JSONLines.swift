import ArgumentParser
import FoundationEssentials
import Glibc

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
        let decoder = JSONDecoder()
        try forEachLine { number, line in
            let value: Input
            do {
                value = try decoder.decode(Input.self, from: Data(line))
            } catch {
                try write(Failure(line: number, error: reason(error)))
                return
            }
            for output in try body(value) { try write(output) }
        } tooLong: { number in
            try write(Failure(line: number, error: "the line is longer than \(longestLine >> 20) MiB"))
        }
    }

    static func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try StandardOutput.write(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
    }

    private static func forEachLine(_ body: (Int, [UInt8]) throws -> Void, tooLong: (Int) throws -> Void) throws {
        var pending: [UInt8] = []
        var isSkipping = false
        var number = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        func end() throws {
            number += 1
            if isSkipping {
                try tooLong(number)
            } else if pending.contains(where: { $0 > UInt8(ascii: " ") }) {
                try body(number, pending)
            }
            pending.removeAll(keepingCapacity: true)
            isSkipping = false
        }
        while true {
            let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            for part in chunk[0..<count].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 { try end() }
                if !isSkipping { pending.append(contentsOf: part.element) }
                if pending.count > longestLine {
                    isSkipping = true
                    pending.removeAll()
                }
            }
        }
        if !pending.isEmpty || isSkipping { try end() }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "the key '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type than expected"
        default: "the line is not JSON"
        }
    }
}
