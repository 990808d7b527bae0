import ArgumentParser
import Measures

/// Quality on labelled sets: one `name value` a line.
@main
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measures quality on labelled sets; prints one name and value a line.", subcommands: [Sample.self])
}

struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The main job on the sample library.")

    @Option(help: "A folder laid out like the sample library.") var data: String
    @Option(help: "Another folder of annotations; default: gold inside the data folder.") var gold: String?

    func run() async throws {
        for figure in try await SampleMeasure.figures(data: data, gold: gold) {
            print(figure.name, figure.value == figure.value.rounded() ? String(Int(figure.value)) : String((figure.value * 1000).rounded() / 1000))
        }
    }
}
