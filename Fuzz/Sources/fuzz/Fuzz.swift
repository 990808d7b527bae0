import CFuzzer
import Glibc

/// `fuzz READER [libFuzzer's arguments]`: feeds one reader whatever libFuzzer thinks of.
@main
struct Fuzz {
    /// C calls back without a context, so the chosen reader stands here; set once, before the first call.
    nonisolated(unsafe) private static var reader = Reader.html

    static func main() {
        guard CommandLine.argc > 1, let reader = Reader(rawValue: CommandLine.arguments[1]) else {
            print(Reader.allCases.map(\.rawValue).joined(separator: "\n"))
            exit(64)
        }
        Self.reader = reader
        // libFuzzer wants the program's name first and then its own arguments.
        let arguments = CommandLine.unsafeArgv
        arguments[1] = arguments[0]
        var count = CommandLine.argc - 1
        var rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments + 1
        exit(
            LLVMFuzzerRunDriver(&count, &rest) { start, count in
                Fuzz.reader.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
    }
}
