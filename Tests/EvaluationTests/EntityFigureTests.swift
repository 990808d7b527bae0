import Figures
import Foundation
import Testing
import TextMeasures

@Suite("Entities against marked texts")
struct EntityFigureTests {
    private func figures(_ marked: String) throws -> [String: Double] {
        let file = FileManager.default.temporaryDirectory.appending(path: "entities-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(marked.utf8).write(to: file)
        return Dictionary(uniqueKeysWithValues: try EntityFigures.figures(data: file.path, show: { _ in }).map { ($0.name, $0.value) })
    }

    @Test("Names and links that are met count as right")
    func right() throws {
        let found = try figures(
            """
            # A remark.

            [Veltrix|organisation], a battery start-up in [Lyon|place], said it would hire. [The start-up||Veltrix] needs cells.
            """)
        #expect(found["all.f1"] == 1 && found["links.right"] == 1 && found["links.missed"] == 0 && found["links.wrong"] == 0)
    }

    @Test("A wrong kind, a wrong span and a wrong link are faults")
    func wrong() throws {
        let found = try figures("[Veltrix|place], a battery start-up in [Lyon, France|place], said it would hire. [The start-up||Lyon] needs cells.")
        #expect(found["all.recall"] == 0 && found["links.missed"] == 1 && found["links.wrong"] == 1)
    }

    @Test("The marked texts hold their floors", arguments: [("tuning", 0.96), ("aside", 0.8)])
    func floors(_ half: String, _ floor: Double) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Evaluation/EntityTexts/\(half).txt")
        let found = try EntityFigures.figures(data: file.path, show: { _ in })
        let f1 = try #require(found.first { $0.name == "all.f1" })
        #expect(f1.value >= floor, "\(f1.value)")
    }
}
