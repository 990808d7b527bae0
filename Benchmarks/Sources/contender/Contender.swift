import Glibc

/// Does one task whenever it is told to: `contender TASK FILE…`. Each line on standard input starts a round over all files; the answer is
/// a line with the seconds it took and a number that says what was found, so that nothing can be optimised away.
@main
struct Contender {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let task = Task(rawValue: arguments[1]) else {
            print("usage: contender \(Task.allCases.map(\.rawValue).joined(separator: "|")) LIST")
            exit(64)
        }
        let files = try Self.files(listedIn: arguments[2])
        print("ready \(files.count) \(files.reduce(0) { $0 + $1.count })")
        fflush(nil)
        while readLine() != nil {
            let start = ContinuousClock.now
            let found = try task.run(files)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            print(seconds, found)
            fflush(nil)
        }
    }

    /// One path a line.
    private static func files(listedIn list: String) throws -> [[UInt8]] {
        try String(decoding: bytes(of: list), as: UTF8.self).split(separator: "\n").map { try bytes(of: String($0)) }
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw Missing(path: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in filled = fread(buffer.baseAddress, 1, count, file) }
    }

    struct Missing: Error {
        let path: String
    }
}
