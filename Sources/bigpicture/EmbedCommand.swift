import ArgumentParser
import BriefBootstrap
import Inference

struct Embed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract: "Turns lines into vectors whose angle tells how near their meanings are.",
        discussion: """
            One line in, one vector out, in their order. 'json' writes an array a line; 'f32' little-endian 32-bit numbers without anything between them;
            'int8' for each line a signed byte a number, the largest at ±127.

            EXAMPLES
              bigpicture embed < titles.txt
              bigpicture embed titles.txt --format f32 --dimensions 128 > titles.f32
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, f32, int8 }

    @Argument(help: "A text file; - for standard input.") var file = "-"
    @Option(help: "'student' for the model inside, a student's file, or a teacher's folder.") var model = "student"
    @Option(help: "How vectors are written: json, f32 or int8.") var format = Format.json
    @Option(help: "Only so many numbers of each vector, the first ones; default: all.") var dimensions: Int?

    func validate() throws {
        if let dimensions, dimensions < 1 { throw ValidationError("--dimensions is at least 1.") }
    }

    func run() throws {
        let lines = try InputFile.lines(file, limit: 1 << 30)
        do {
            let encoder = try LocalModels.encoder(model)
            // In portions, so that memory stays flat.
            for from in stride(from: 0, to: lines.count, by: 8192) {
                let vectors = try encoder.encode(Array(lines[from..<min(lines.count, from + 8192)]))
                try StandardOutput.write(vectors.flatMap { bytes($0) })
            }
        } catch let error as InferenceError {
            throw Exit.failing("\(error)", code: Exit.noInput)
        }
    }

    private func bytes(_ whole: [Float]) -> [UInt8] {
        var vector = Array(whole.prefix(dimensions ?? .max))
        if vector.count < whole.count {
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 0 { vector = vector.map { $0 / length } }
        }
        switch format {
        case .json: return Array("[\(vector.map { "\($0)" }.joined(separator: ","))]\n".utf8)
        case .f32: return vector.flatMap { number in withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) } }
        case .int8:
            let largest = vector.reduce(0) { max($0, abs($1)) }
            return vector.map { UInt8(bitPattern: Int8(largest > 0 ? ($0 / largest * 127).rounded() : 0)) }
        }
    }
}
