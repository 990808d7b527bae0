import Figures
import Foundation
import Measures
import SampleLibrary
import Testing

/// Quality does not slip unnoticed: the main job on the sample library, held against the pinned floors.
@Suite struct FloorTests {
    struct Floors: Decodable {
        let atLeast: [String: Double]
        let atMost: [String: Double]
    }

    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Evaluation/floors.json")

    @Test func theSampleLibraryHoldsItsFloors() async throws {
        let floors = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: Self.file))
        let measured = try await SampleMeasure.figures(data: SampleLibrary.folder)
        let figures = Dictionary(uniqueKeysWithValues: measured.map { ($0.name, $0.value) })
        for (name, floor) in floors.atLeast {
            let value = try #require(figures[name], "\(name) is no longer measured")
            #expect(value >= floor - 1e-9, "\(name) is \(value), its floor is \(floor)")
        }
        for (name, ceiling) in floors.atMost {
            let value = try #require(figures[name], "\(name) is no longer measured")
            #expect(value <= ceiling + 1e-9, "\(name) is \(value), its ceiling is \(ceiling)")
        }
        #expect(Set(figures.keys).isSuperset(of: floors.atLeast.keys))
    }
}
