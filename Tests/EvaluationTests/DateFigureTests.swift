import Figures
import Foundation
import Testing
import TextMeasures

@Suite("Dates against sentences marked by hand")
struct DateFigureTests {
    private func figures(_ text: String) throws -> [String: Double] {
        let file = FileManager.default.temporaryDirectory.appending(path: "dates-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return Dictionary(uniqueKeysWithValues: try DateFigures.figures(data: file.path, show: { _ in }).map { ($0.name, $0.value) })
    }

    @Test("A date that is met counts as right, one that is none is missed by being found")
    func right() throws {
        let found = try figures(
            """
            # A remark.
            2025-11-05 en It closed [yesterday|2025-11-04] after [three days|-].
            2025-11-05 en It closed [yesterday|2025-11-05] and on Monday.
            2025-11-05 de Es schloss [gestern|-].
            """)
        #expect(found["dates.expressions"] == 4 && found["dates.en"] == 2.0 / 3 && found["dates.de"] == 0 && found["dates.not-marked"] == 1)
    }

    @Test("The marked sentences hold their floor", arguments: ["dates", "later"])
    func floor(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let found = try DateFigures.figures(data: folder.appending(path: "Evaluation/DateTexts/\(name).txt").path, show: { _ in })
        let accuracy = try #require(found.first { $0.name == "dates.accuracy" })
        #expect(accuracy.value >= 0.95, "\(accuracy.value)")
    }
}
