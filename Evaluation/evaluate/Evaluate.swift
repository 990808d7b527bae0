public import ArgumentParser
import BriefBootstrap
import ClaimMeasures
import Figures
import FoundationEssentials
import Inference
public import Measures
import ModelMeasures
import ReadingMeasures
import StoryMeasures
import SummaryMeasures
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
              Scripts/evaluate timeline17 --data FOLDER --misses
              Scripts/evaluate entities --data Evaluation/EntityTexts/tuning.txt --misses
              Scripts/evaluate reasons --data Evaluation/reasons --misses
            """)

    @Argument(help: "Which set.") var set: String
    @Option(help: "The folder of the set, packed or unpacked.") var data: String
    @Flag(help: "Print a line for every item that misses, before the figures.") var misses = false
    @Option(help: "Measure every Nth item of a public set only.") var every = 1
    @Option(help: "sample: another folder of annotations; default: gold inside the data folder.") var gold: String?
    @Option(help: "sample: show what stands behind the figures instead: stories, audit, control, disputes, brief, facts or articles.") var show:
        Listing?
    @Option(help: "sample: measure a text of one sentence a line instead: facts told, repeated, and told though corrected.") var told: String?

    @Option(help: "ecbplus, attributions: another part of the set, by the name of its file or folder: train.") var part: String?

    @Option(help: "sts, mstream, ecbplus: the encoder that is measured; default: the one inside. A student's file or a teacher's folder.")
    var student = "student"
    @Option(help: "sts: a teacher's folder to compare with; default: the one that 'bigpicture models pull' fetched, if any.") var teacher: String?

    @Flag(help: "claims, reasons: by the rules alone, without the reader inside.") var rules = false

    /// The sets that are no reader's.
    private enum Kept: String, CaseIterable {
        case sample, dates, entities
        case duplicates = "neardup-minhash"
        case printed = "pdf-samples"
        case sts, mstream, ecbplus, timeline17
        case claims, reasons, attributions
        case summaries = "multinews-sample"
    }

    private static let sets = Kept.allCases.map(\.rawValue) + ReadingSet.allCases.map(\.rawValue)

    func validate() throws {
        guard Self.sets.contains(set) else {
            throw ValidationError("There is no set called '\(set)'. There are: \(Self.sets.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        if let show, set == Kept.sample.rawValue {
            for line in try await SampleMeasure.lines(of: show, data: data, gold: gold) { print(line) }
        } else if let told, set == Kept.sample.rawValue {
            let lines = try String(contentsOfFile: told, encoding: .utf8).split(separator: "\n").map(String.init)
            for figure in try SampleMeasure.told(in: lines, data: data, gold: gold) { print(figure.line) }
        } else {
            for figure in try await figures() { print(figure.line) }
        }
    }

    private func figures() async throws -> [Figure] {
        let miss: (String) -> Void = { if misses { print($0) } }
        if let reading = ReadingSet(rawValue: set) { return try reading.figures(data: data, every: every, show: miss) }
        return switch Kept(rawValue: set) {
        case .sample, nil: try await SampleMeasure.figures(data: data, gold: gold, show: miss)
        case .dates: try DateFigures.figures(data: data, show: miss)
        case .entities: try EntityFigures.figures(data: data, show: miss)
        case .duplicates: try NearDuplicates.figures(data: data, show: miss)
        case .printed: try await PDFSamples.figures(data: data, show: miss)
        case .sts: try similarity(miss)
        case .mstream: try TitleStreams.figures(data: data, encoder: try LocalModels.encoder(student), show: miss)
        case .ecbplus: try EventArticles.figures(data: data, encoder: try LocalModels.encoder(student), part: part, show: miss)
        case .timeline17: try TimelineFigures.figures(data: data, show: miss)
        case .claims: try SourcedClaims.figures(data: data, reader: try reader(), every: every, show: miss)
        case .reasons: try ReasonFigures.figures(data: data, reader: try reader(), every: every, show: miss)
        case .summaries: try SummaryFigures.figures(data: data, every: every, show: miss)
        case .attributions: try AttributionFigures.figures(data: data, part: part, every: every, show: miss)
        }
    }

    private func reader() throws(InferenceError) -> (any EntailmentReader)? { rules ? nil : try LocalModels.claimReader() }

    private func similarity(_ miss: (String) -> Void) throws -> [Figure] {
        let installed = ModelShelf().isInstalled(.teacher) ? ModelShelf().place(of: .teacher) : nil
        let teacher = try (teacher ?? installed).map { try LocalModels.encoder($0) }
        return try SentenceSimilarity.figures(data: data, student: try LocalModels.encoder(student), teacher: teacher, show: miss)
    }
}

extension Listing: ExpressibleByArgument {}
