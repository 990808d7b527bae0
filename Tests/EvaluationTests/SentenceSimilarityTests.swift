import Figures
import Foundation
import Inference
import ModelMeasures
import Testing

@Suite("The measure of sentence similarity")
struct SentenceSimilarityTests {
    /// A folder laid out as the sets are, with sentences of its own.
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "similarity-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let tabs = [
            "5.00\tthe port closed today\tthe port closed today", "1.00\tthe port closed\tseven new reactors", "\tno\tscore",
            "3\tthe port closed\tthe port opened", "",
        ].joined(separator: "\n")
        for year in 2012...2016 { try write("sts-\(year)-made-up.dev.tsv", tabs) }
        try write("stsb-en-dev.csv", "\"ports, closed\",\"ports, \"\"closed\"\"\",5\nports closed,reactors,0\nports closed,ports open,2.5\n")
        let sick = [
            "pair_ID\tsentence_A\tsentence_B\trelatedness_score\tentailment_judgment", "1\ta b c\ta b c\t5\tX", "2\ta b\tc d\t1\tX",
            "3\ta b\tb d\t3\tX", "",
        ].joined(separator: "\n")
        try write("SICK_trial.txt", sick)
        try write("news-titles.dev.csv", "1,Port closed,The port was closed today\n2,New reactors,Seven new reactors are planned\n")
        return folder
    }

    @Test("Whoever ranks as people do gets all, and a teacher is compared with")
    func figures() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let encoder = HashingEncoder(dimensions: 512)
        let figures = try SentenceSimilarity.figures(data: folder.path, student: encoder, teacher: encoder)
        let values = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.value) })
        #expect(figures.map(\.name).suffix(5) == ["student-mean", "teacher-mean", "retention", "retrieval", "cascade"])
        #expect(abs((values["sick"] ?? 0) - 100) < 1e-6 && abs((values["sts14"] ?? 0) - 100) < 1e-6)
        #expect(values["retention"] == 1 && values["retrieval"] == 1 && values["cascade"] == 1)
        #expect(try SentenceSimilarity.figures(data: folder.path, student: encoder, teacher: nil).map(\.name).last == "student-mean")
    }

    @Test("A folder without the sets says what is lacking")
    func lacking() {
        #expect(throws: LabelledSetError.self) {
            try SentenceSimilarity.figures(data: FileManager.default.temporaryDirectory.path, student: HashingEncoder(), teacher: nil)
        }
    }
}
