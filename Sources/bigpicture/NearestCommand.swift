import ArgumentParser
import BriefBootstrap
import Inference

struct Nearest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nearest",
        abstract: "Finds the lines nearest in meaning to a text.",
        discussion: """
            The model inside looks at every line; where a teacher is installed ('bigpicture models pull'), it ranks the hundred that come nearest. Writes the
            cosine, the line's number and the line, parted by tabs, the nearest first. Meaning finds what words miss, but is weak in names and numbers.

            EXAMPLES
              bigpicture nearest "chip plant opens" headlines.txt
              bigpicture nearest "talks on a cease-fire" --count 3 --ranking none < sentences.txt
            """)

    @Argument(help: "What is looked for.") var text: String
    @Argument(help: "A text file, a line an entry; - for standard input.") var file = "-"
    @Option(help: "How many lines are shown.") var count = 10
    @Option(help: "What looks at every line: 'student' for the model inside, a student's file, or a teacher's folder.") var model = "student"
    @Option(help: "What ranks the nearest hundred: a model as above, or 'none'; default: the installed teacher, if any.") var ranking: String?

    func validate() throws {
        if count < 1 { throw ValidationError("--count is at least 1.") }
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("There is nothing to look for.") }
    }

    func run() throws {
        let lines = try InputFile.lines(file, limit: 1 << 30)
        do {
            for hit in try NearestLines(lines, model: model, ranking: ranking).nearest(to: text, count: count) {
                try StandardOutput.write(Array("\(hit.cosine.formatted)\t\(hit.line + 1)\t\(lines[hit.line])\n".utf8))
            }
        } catch let error as InferenceError {
            throw Exit.failing("\(error)", code: Exit.noInput)
        }
    }
}

extension Float {
    /// Three digits after the point.
    fileprivate var formatted: String {
        let thousandths = Int((abs(self) * 1000).rounded())
        let digits = "\(1000 + thousandths % 1000)".dropFirst()
        return "\(self < 0 && thousandths > 0 ? "-" : "")\(thousandths / 1000).\(digits)"
    }
}
