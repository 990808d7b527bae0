import Glibc
import Rounds

/// Does one task whenever it is told to: `contender TASK LIST`, LIST naming the files it is done over, one path a line.
@main
struct Contender {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let task = Task(rawValue: arguments[1]) else {
            print("usage: contender \(Task.allCases.map(\.rawValue).joined(separator: "|")) LIST")
            exit(64)
        }
        let paths = String(decoding: try bytes(of: arguments[2]), as: UTF8.self).split(separator: "\n")
        let files = try paths.map { try bytes(of: String($0)) }
        try rounds(count: files.count, bytes: files.reduce(0) { $0 + $1.count }) { try task.run(files) }
    }
}
