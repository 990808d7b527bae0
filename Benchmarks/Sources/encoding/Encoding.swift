import Glibc
import Inference
import LocalInference
import Rounds

/// Models and vector search in a race: `encoding TASK key=value …`. See `usage`.
@main
struct Encoding {
    private static let usage = """
        usage: encoding tokens   model=FOLDER texts=FILE
               encoding student  texts=FILE [model=FILE]
               encoding ready    [model=FILE]                   milliseconds to the first vector; no rounds
               encoding teacher  model=FOLDER texts=FILE [precision=full]
               encoding write    texts=FILE vectors=FILE        the student's vectors, four bytes a number
               encoding flat     vectors=FILE queries=FILE truth=FILE [rank=numbers]
               encoding inverted vectors=FILE queries=FILE truth=FILE lists=N probes=N [rank=numbers]
               encoding memory   vectors=FILE                   a quarter of the file's bytes is read once: what a flat search over bytes must read
        """

    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard let task = words.first else { return print(usage) }
        let settings = Dictionary(
            words.dropFirst().map { word in (String(word.prefix { $0 != "=" }), String(word.drop { $0 != "=" }.dropFirst())) },
            uniquingKeysWith: { $1 })
        func setting(_ name: String) -> String { settings[name] ?? "" }
        switch task {
        case "tokens": try Encoders.tokens(vocabulary: setting("model") + "/vocab.txt", texts: lines(setting("texts")))
        case "student": try Encoders.student(settings["model"], texts: lines(setting("texts")))
        case "ready": print(try Encoders.ready(settings["model"]))
        case "teacher":
            try Encoders.teacher(setting("model"), precision: settings["precision"] == "full" ? .full : .int8, texts: lines(setting("texts")))
        case "write": try Encoders.write(texts: lines(setting("texts")), to: setting("vectors"))
        case "flat", "inverted":
            let search = try Search(vectors: setting("vectors"), queries: setting("queries"), truth: setting("truth"))
            let keepsNumbers = settings["rank"] == "numbers"
            if task == "flat" { return search.flat(keepsNumbers: keepsNumbers) }
            search.inverted(lists: Int(setting("lists")) ?? 1024, probes: Int(setting("probes")) ?? 64, keepsNumbers: keepsNumbers)
        case "memory": try Search.readOnce(vectors: setting("vectors"))
        default: print(usage)
        }
    }

    private static func lines(_ path: String) throws -> [String] {
        try bytes(of: path).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}
