public import ArgumentParser
import BriefBootstrap
import Figures
import Inference
public import Measures
import ModelMeasures
import ReadingMeasures
import StoryMeasures
import TextMeasures
import TimelineMeasures

/// Quality on labelled sets: one `name value` a line.
@main
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measures quality on labelled sets; prints one name and value a line.",
        discussion: """
            Sets: \(sets.joined(separator: ", ")).

            Examples:
              Scripts/evaluate sample --data Sources/SampleLibrary/Resources/sample-library --show audit
              Scripts/evaluate article-scrapinghub --data FOLDER --misses
              Scripts/evaluate dates --data Evaluation/DateTexts/dates.txt --misses
              Scripts/evaluate timelines --data FOLDER --misses
              Scripts/evaluate entities --data Evaluation/EntityTexts/tuning.txt --misses
            """)

    @Argument(help: "Which set.") var set: String
    @Option(help: "The folder of the set, packed or unpacked.") var data: String
    @Flag(help: "Print a line for every item that misses, before the figures.") var misses = false
    @Option(help: "Measure every Nth item of a public set only.") var every = 1
    @Option(help: "sample: another folder of annotations; default: gold inside the data folder.") var gold: String?
    @Option(help: "sample: show what stands behind the figures instead: stories, audit, control, disputes or brief.") var show: Listing?

    @Option(help: "ecbplus: another part of the set, by the name of its file: train.") var part: String?

    @Option(help: "sts, mstream, ecbplus: the encoder that is measured; default: the one inside. A student's file or a teacher's folder.")
    var student = "student"
    @Option(help: "sts: a teacher's folder to compare with; default: the one that 'bigpicture models pull' fetched, if any.") var teacher: String?

    private static let sets =
        ["sample", "dates", "entities", "neardup-minhash", "pdf-samples", "sts", "mstream", "ecbplus", "timelines"]
        + ReadingSet.allCases.map(\.rawValue)

    func validate() throws {
        guard Self.sets.contains(set) else {
            throw ValidationError("There is no set called '\(set)'. There are: \(Self.sets.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let miss: (String) -> Void = { if misses { print($0) } }
        if let reading = ReadingSet(rawValue: set) {
            for figure in try reading.figures(data: data, every: every, show: miss) { print(figure.line) }
        } else if set == "neardup-minhash" {
            for figure in try NearDuplicates.figures(data: data, show: miss) { print(figure.line) }
        } else if set == "entities" {
            for figure in try EntityFigures.figures(data: data, show: miss) { print(figure.line) }
        } else if set == "dates" {
            for figure in try DateFigures.figures(data: data, show: miss) { print(figure.line) }
        } else if set == "timelines" {
            for figure in try TimelineFigures.figures(data: data, show: miss) { print(figure.line) }
        } else if set == "pdf-samples" {
            for figure in try await PDFSamples.figures(data: data, show: miss) { print(figure.line) }
        } else if set == "sts" {
            let installed = ModelShelf().isInstalled(.teacher) ? ModelShelf().place(of: .teacher) : nil
            let figures = try SentenceSimilarity.figures(
                data: data, student: try LocalModels.encoder(student), teacher: try (teacher ?? installed).map { try LocalModels.encoder($0) },
                show: miss)
            for figure in figures { print(figure.line) }
        } else if set == "mstream" {
            for figure in try TitleStreams.figures(data: data, encoder: try LocalModels.encoder(student), show: miss) { print(figure.line) }
        } else if set == "ecbplus" {
            for figure in try EventArticles.figures(data: data, encoder: try LocalModels.encoder(student), part: part, show: miss) {
                print(figure.line)
            }
        } else if let show {
            for line in try await SampleMeasure.lines(of: show, data: data, gold: gold) { print(line) }
        } else {
            for figure in try await SampleMeasure.figures(data: data, gold: gold) { print(figure.line) }
        }
    }
}

extension Listing: ExpressibleByArgument {}
