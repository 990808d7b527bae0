import ArgumentParser
import BriefBootstrap
import BriefModel
import Inference
import Storage
import TextAnalysis

struct Distill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distill",
        abstract: "Makes a small encoder from a large one and texts of yours, in minutes.",
        discussion: """
            The student is thousands of times as fast as its teacher and keeps most of what it knows of your kind of text. Text files hold a sentence
            a line. The same teacher, texts and seed give the same file, and a run that was stopped goes on where it was.

            EXAMPLES
              bigpicture models pull
              bigpicture distill --library ./library --output student.bin
              bigpicture distill --text sentences.txt --teacher ./all-MiniLM-L6-v2 --quantisation int4 --output student.bin
              bigpicture embed --model student.bin < titles.txt
            """)

    @Option(help: "The teacher's folder; default: the one that 'models pull' fetches.") var teacher: String?
    @Option(help: ArgumentHelp("Learn from the articles of this library.", valueName: "path")) var library: String?
    @Option(help: ArgumentHelp("Learn from this file, a sentence a line; may be given again.", valueName: "file")) var text: [String] = []
    @Option(name: .shortAndLong, help: ArgumentHelp("Where the student is written; its card beside it, ending in .md.", valueName: "file"))
    var output: String
    @Option(help: "Numbers a row has, a multiple of 64; a vector has twice as many.") var dimensions = 256
    @Option(help: "int8 or int4: half the size, nearly as good.") var quantisation = "int8"
    @Option(help: "Sentences the teacher is asked at most; the time goes there.") var sentences = 160_000
    @Option(help: "Another seed gives another student, as good.") var seed: UInt64 = 1
    @Option(help: ArgumentHelp("Where a run leaves what the teacher said (default: the output's name with .answers).", valueName: "folder"))
    var answers: String?

    func validate() throws {
        guard library != nil || !text.isEmpty else { throw ValidationError("Name something to learn from: --library or --text.") }
        guard dimensions > 0, dimensions % 64 == 0 else { throw ValidationError("--dimensions is a multiple of 64.") }
        guard sentences > 0 else { throw ValidationError("--sentences is at least 1.") }
        guard ["int8", "int4"].contains(quantisation) else { throw ValidationError("--quantisation is int8 or int4.") }
    }

    func run() async throws {
        var lines: [String] = []
        var sources: [DistilledText] = []
        for path in text {
            let own = try InputFile.read(path, limit: 1 << 30).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            sources.append(DistilledText(name: path.split(separator: "/").last.map(String.init) ?? path, sentences: own.count))
            lines += own
        }
        if let library {
            let own = try await sentences(of: library)
            sources.append(DistilledText(name: "the articles of a library", sentences: own.count))
            lines += own
        }
        let made = try student(from: lines, sources)
        try OutputFile.write(made.file, to: output)
        try OutputFile.write(Array(made.card.utf8), to: output + ".md")
        try StandardOutput.line("\(output): \(made.file.count) bytes; its card is \(output).md")
    }

    private func student(from lines: [String], _ sources: [DistilledText]) throws -> (file: [UInt8], card: String) {
        let shelf = ModelShelf()
        guard teacher != nil || shelf.isInstalled(.teacher) else {
            throw Exit.failing("there is no teacher here; get it with: bigpicture models pull", code: Exit.noInput)
        }
        let line = ProgressLine()
        defer { line.end() }
        do throws(InferenceError) {
            return try LocalModels.distill(
                teacher: teacher ?? shelf.place(of: .teacher), lines: lines, texts: sources,
                wish: DistillationWish(dimensions: dimensions, halfBytes: quantisation == "int4", sentences: sentences, seed: seed),
                command: command, keeping: answers ?? output + ".answers"
            ) { stage, done, total, left in
                line.show(done, of: total, verb: stage, item: stage + (left.map { " · \(Int($0.rounded(.up))) s left" } ?? ""))
            }
        } catch {
            line.end()
            throw Exit.failing("\(error)", code: Exit.badInput)
        }
    }

    private func sentences(of path: String) async throws -> [String] {
        let store = try Bootstrap.opening(LibraryPlace(path: path), for: .reading).store
        do throws(StorageError) {
            let analyzer = TextAnalyzer()
            return try await store.articles().flatMap { article in
                analyzer.sentences(in: article.text, blocks: article.blocks, language: article.language)
                    .compactMap { article.text.slice(utf8: $0.range).map { String($0) } }
            }
        } catch {
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
    }

    /// As it could be typed again, without the places of one machine.
    private var command: String {
        let texts = text.map { "--text " + ($0.split(separator: "/").last.map(String.init) ?? $0) }
        let rest = ["--dimensions \(dimensions)", "--quantisation \(quantisation)", "--sentences \(sentences)", "--seed \(seed)"]
        return (["bigpicture distill"] + texts + (library == nil ? [] : ["--library …"]) + rest).joined(separator: " ")
    }
}
