import BriefModel
public import Figures
import Foundation
import TextAnalysis

/// The set `attributions`: who said what in political news, marked as source, cue and content.
public enum AttributionFigures {
    private struct Text: Sendable {
        let name, text, annotations: String
    }

    private struct Counts: Sendable {
        var isUnread = false
        var source = SpanCounts()
        var cue = SpanCounts()
        var content = SpanCounts()
        var misses: [String] = []

        mutating func add(_ other: Self) {
            source.add(other.source)
            cue.add(other.cue)
            content.add(other.content)
        }

        var parts: [(name: String, counts: SpanCounts)] { [("source", source), ("cue", cue), ("content", content)] }
    }

    /// - Parameters:
    ///   - data: the folder of the set, packed or unpacked: `text` and `attributions` in one folder a part.
    ///   - part: another part than the open or kept-back one, by the name of its folder ("train").
    ///   - every: every Nth text only.
    ///   - show: gets a line for every attribution whose source or cue is not met, but of the texts nobody reads, and the figures of both parts.
    public static func figures(data: String, part: String? = nil, every: Int = 1, show: (String) -> Void = { _ in }) throws -> [Figure] {
        let set = try LabelledSet(at: data, every: every)
        let counts = set.chosen(try texts(in: set.folder, part: part, data: data)).mapOnAllCores(measure)
        var sum = Counts()
        for isUnread in [false, true] {
            var part = Counts()
            for one in counts where one.isUnread == isUnread { part.add(one) }
            sum.add(part)
            for miss in counts.filter({ $0.isUnread == isUnread && !isUnread }).flatMap(\.misses) { show(miss) }
            for (name, counts) in part.parts {
                let figures = [
                    Figure("exact", counts.exactF1), Figure("overlap", counts.overlapF1), Figure("precision", counts.overlapPrecision),
                    Figure("recall", counts.overlapRecall),
                ]
                show("\(isUnread ? "unread" : "read") \(name): " + figures.map(\.line).joined(separator: ", "))
            }
        }
        return sum.parts.flatMap { name, counts in
            [Figure("\(name).exact", counts.exactF1), Figure("\(name).overlap", counts.overlapF1)]
        }
    }

    /// A third of the texts, by their names, whose misses are never shown: what the rules do with texts nobody looked at while they were written.
    static func isUnread(_ name: String) -> Bool {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } % 3 == 0
    }

    private static func texts(in folder: URL, part: String?, data: String) throws -> [Text] {
        let manager = FileManager.default
        let folders = (part.map { [$0] } ?? ["", "dev", "heldout", "test"]).map { $0.isEmpty ? folder : folder.appending(path: $0) }
        guard let place = folders.first(where: { manager.fileExists(atPath: $0.appending(path: "attributions").path) }) else {
            throw LabelledSetError.incomplete(data, lacking: "attributions")
        }
        let files = try manager.contentsOfDirectory(atPath: place.appending(path: "attributions").path).filter { $0.hasSuffix(".ann") }.sorted()
        return try files.map { file in
            // The name of the text, a line, who marked it.
            let name = String(file.dropLast(4).split(separator: "_").dropLast().joined(separator: "_"))
            let text = try String(contentsOf: place.appending(path: "text/\(name).txt"), encoding: .utf8)
            return Text(name: name, text: text, annotations: try String(contentsOf: place.appending(path: "attributions/\(file)"), encoding: .utf8))
        }
    }

    @Sendable private static func measure(_ text: Text) -> Counts {
        let wanted = BratFile(text.annotations, text: text.text).attributions
        let given = FoundAttributions(in: text.text).attributions
        let tokens = TextAnalyzer().tokens(in: text.text).filter { $0.kind != .symbol }.map(\.range)
        var counts = Counts()
        counts.isUnread = isUnread(text.name)
        counts.source.add(wanted: wanted.map(\.source), given: given.map(\.source), tokens: tokens)
        counts.cue.add(wanted: wanted.map(\.cue), given: given.map(\.cue), tokens: tokens)
        counts.content.add(wanted: wanted.map(\.content), given: given.map(\.content), tokens: tokens)
        func words(_ pieces: [Range<Int>]) -> String { pieces.compactMap { text.text.slice(utf8: $0) }.joined(separator: " … ") }
        func line(_ mark: String, _ one: BratFile.Attribution) -> String {
            "\(text.name): \(mark) [\(words(one.source))] [\(words(one.cue))] \(words(one.content).prefix(200))"
        }
        counts.misses += wanted.filter { one in !given.contains { $0.source == one.source && $0.cue == one.cue } }.map { line("wanted", $0) }
        counts.misses += given.filter { one in !wanted.contains { $0.source == one.source && $0.cue == one.cue } }.map { line("found", $0) }
        return counts
    }
}
