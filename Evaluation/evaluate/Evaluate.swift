public import ArgumentParser
public import Measures

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

    @Option(help: "Show what stands behind the figures instead: stories, audit, control, disputes or brief.") var show: Listing?

    func run() async throws {
        if let show {
            for line in try await SampleMeasure.lines(of: show, data: data, gold: gold) { print(line) }
            return
        }
        for figure in try await SampleMeasure.figures(data: data, gold: gold) {
            print(figure.name, figure.value == figure.value.rounded() ? String(Int(figure.value)) : String((figure.value * 1000).rounded() / 1000))
        }
    }
}

extension Listing: ExpressibleByArgument {}
