import BriefBootstrap
import ClaimMeasures
import Figures
import Foundation
import Measures
import ModelMeasures
import ReadingMeasures
import StoryMeasures
import SummaryMeasures
import Testing
import TimelineMeasures

/// The readers on every Nth item of the public labelled sets, held against the pinned floors. The sets are not part of the project: they are
/// read from `../shared/evaluation` where that folder exists, and nothing is measured where it does not.
/// One set at a time and on a thread of its own: other suites wait for answers on the few threads that tests share.
@Suite(.serialized) struct PublicSetTests {
    struct SetFloors: Decodable {
        let every: Int
        let atLeast: [String: Double]
    }

    struct Floors: Decodable {
        let sets: [String: SetFloors]
    }

    static let collection = FloorTests.file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/evaluation")
    static let sets: [String] =
        ReadingSet.allCases.map(\.rawValue) + ["neardup-minhash", "sts", "ecbplus", "timeline17", "attributions", "multinews-sample"]

    static var isThere: Bool { FileManager.default.fileExists(atPath: collection.path) }

    @Test(.enabled(if: isThere, "the labelled sets are not beside the project: nothing was measured"), arguments: sets)
    func aPublicSetHoldsItsFloors(set: String) async throws {
        let floors = try Self.floors(set)
        let data = Self.collection.appending(path: set).path
        try hold(floors, try await figures(set, data, floors.every), of: set)
    }

    @Test func theClaimsWithOneThingWrongHoldTheirFloors() throws {
        let folder = FloorTests.file.deletingLastPathComponent().appending(path: "reasons").path
        try hold(try Self.floors("reasons"), try ReasonFigures.figures(data: folder), of: "reasons")
        let read = try ReasonFigures.figures(data: folder, reader: try LocalModels.claimReader())
        try hold(try Self.floors("reasons-read"), read, of: "reasons-read")
    }

    private static func floors(_ set: String) throws -> SetFloors {
        let all = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: FloorTests.file)).sets
        return try #require(all[set], "\(set) has no floors")
    }

    private func hold(_ floors: SetFloors, _ figures: [Figure], of set: String) throws {
        let figures = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.value) })
        for (name, floor) in floors.atLeast {
            let value = try #require(figures[name], "\(name) of \(set) is no longer measured")
            #expect(value >= floor - 1e-9, "\(name) of \(set) is \(value), its floor is \(floor)")
        }
    }

    private func figures(_ set: String, _ data: String, _ every: Int) async throws -> [Figure] {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try measured(set, data, every) }) }
        }
    }

    private func measured(_ set: String, _ data: String, _ every: Int) throws -> [Figure] {
        if let reading = ReadingSet(rawValue: set) { return try reading.figures(data: data, every: every) }
        if set == "neardup-minhash" { return try NearDuplicates.figures(data: data) { _ in } }
        if set == "attributions" { return try AttributionFigures.figures(data: data, every: every) }
        if set == "ecbplus" { return try EventArticles.figures(data: data, encoder: LocalModels.encoder("student")) }
        if set == "multinews-sample" { return try SummaryFigures.figures(data: data, every: every) { _ in } }
        if set == "timeline17" { return try TimelineFigures.figures(data: data) { _ in } }
        // What the student keeps of its teacher needs the teacher, which is not part of the project: `Scripts/evaluate sts`.
        return try SentenceSimilarity.figures(data: data, student: LocalModels.encoder("student"), teacher: nil)
    }
}
