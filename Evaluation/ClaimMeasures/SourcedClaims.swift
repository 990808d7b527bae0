import BriefModel
import BriefVerification
import Crypto
public import Figures
import Foundation
public import Inference

/// The set `claims`: public collections of claims beside their sources, each judged as `bigpicture check` judges it.
public enum SourcedClaims {
    /// At this score a claim counts as supported: one threshold for every collection, the middle that `bigpicture check` promises.
    static let threshold = 0.5

    struct Item: Decodable, Sendable {
        let id, claim: String
        let sents: [String]
        let label: Int
        /// Where the collection names them: sets of sentences, each of which is enough for what of the claim is supported.
        let gold: [[Int]]?

        /// Claims on one source are drawn together.
        var source: String { sents.joined(separator: "\n") }
    }

    struct Judged: Sendable {
        let item: Item
        let result: StatementChecker.Result
        /// The sentences nearest to the claim, best first; empty where nobody said which they should be.
        let nearest: [Int]

        var isSupported: Bool { result.score >= SourcedClaims.threshold }
        var isWanted: Bool { item.label == 1 }
    }

    /// The reader of claims was trained on four fifths of the open halves of these, by source (`Training/entailment/material.py`); on those it is not
    /// measured.
    private static func hasTaught(_ file: URL, _ item: Item) -> Bool {
        guard ["wice.dev.", "summedits.dev.", "attribench.dev."].contains(where: { file.lastPathComponent.hasPrefix($0) }) else { return false }
        let start = String(String.UnicodeScalarView(item.sents.joined(separator: " ").unicodeScalars.prefix(400)))
        // A number of 256 bits modulo 5, of which every byte's worth leaves 1.
        return SHA256.hash(data: Data(start.utf8)).reduce(0) { $0 + Int($1) } % 5 != 0
    }

    /// Balanced accuracy × 100 a collection, with `low` and `high`, the ends of its interval; `evidence` apart from verdicts where the collection names the
    /// sentences that decide (`EvidenceFigures`); the mean of the accuracies; and claims judged in a second on all cores.
    /// - Parameters:
    ///   - data: a folder of `NAME.HALF.jsonl` files, packed or not.
    ///   - reader: weighed with the rules, if given; claims that it learnt from are then left out.
    ///   - every: every Nth claim only.
    ///   - show: gets a line for every claim that misses, and one of totals for each collection.
    public static func figures(
        data: String, reader: (any EntailmentReader)? = nil, every: Int = 1, show: (String) -> Void = { _ in }
    ) throws -> [Figure] {
        var figures: [Figure] = []
        var accuracies: [Double] = []
        var count = 0
        var time = Duration.zero
        for (name, file) in try collections(in: data) {
            let all = try PackedLines.lines(of: file).map { try JSONDecoder().decode(Item.self, from: $0) }
                .filter { reader == nil || !hasTaught(file, $0) }
            let items = stride(from: 0, to: all.count, by: max(1, every)).map { all[$0] }
            let start = ContinuousClock.now
            let judged = judge(items, by: StatementChecker(reader: reader))
            time += ContinuousClock.now - start
            count += items.count
            let sources = Resampling.groups(judged, by: \.item.source)
            let interval = Resampling.interval(sources, accuracy)
            accuracies.append(accuracy(judged))
            figures += [
                Figure(name, accuracy(judged)), Figure("\(name).low", interval.lowerBound), Figure("\(name).high", interval.upperBound),
            ]
            figures += EvidenceFigures.figures(judged, collection: name, show: show)
            tell(name, judged, sources: sources.count, show)
        }
        guard !accuracies.isEmpty else { throw LabelledSetError.incomplete(data, lacking: "NAME.dev.jsonl") }
        return figures + [
            Figure("macro", accuracies.reduce(0, +) / Double(accuracies.count)),
            Figure("claims-per-second", (Double(count) / max(time / .seconds(1), 1e-9)).rounded()),
        ]
    }

    /// Neighbouring claims on one source are judged by it marked up once.
    private static func judge(_ items: [Item], by checker: StatementChecker) -> [Judged] {
        var groups: [[Item]] = []
        for item in items {
            if groups.last?.last?.sents == item.sents { groups[groups.count - 1].append(item) } else { groups.append([item]) }
        }
        return groups.mapOnAllCores { group in
            let source = GivenSource(sentences: group[0].sents)
            return zip(group, checker.check(group.map(\.claim), against: source)).map { item, result in
                Judged(item: item, result: result, nearest: item.gold == nil ? [] : source.nearest(to: item.claim, limit: EvidenceFigures.first))
            }
        }.flatMap { $0 }
    }

    private static func accuracy(_ judged: [Judged]) -> Double {
        100 * Agreement.balancedAccuracy(wanted: judged.map(\.isWanted), given: judged.map(\.isSupported))
    }

    /// The files by the names of their values, sorted: `wice.dev.jsonl.xz` is `wice`, `attribench.ood.jsonl` is `attribench-ood`.
    /// Of two halves of one collection the first is measured.
    static func collections(in folder: String) throws -> [(name: String, file: URL)] {
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else { throw LabelledSetError.missing(folder) }
        var found: [String: URL] = [:]
        for file in files.sorted() {
            let parts = file.split(separator: ".").map(String.init)
            guard parts.count >= 3, parts.contains("jsonl") else { continue }
            let isOther = parts.contains("ood") && !parts[0].hasSuffix("-ood")
            let name = isOther ? "\(parts[0])-ood" : parts[0]
            found[name] = found[name] ?? URL(filePath: folder).appending(path: file)
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func tell(_ name: String, _ judged: [Judged], sources: Int, _ show: (String) -> Void) {
        for one in judged where one.isSupported != one.isWanted {
            let result = one.result
            let evidence = result.evidence.prefix(2).map { one.item.sents[$0].prefix(300) }.joined(separator: " / ")
            show(
                "\(name) \(one.item.id): wanted \(one.isWanted ? "supported" : "not"), \(Figure("score", result.score).line), \(result.verdict.rawValue) \(result.reasons.map(\.rawValue))\n    \(one.item.claim)\n    \(evidence)"
            )
        }
        let wanted = judged.map(\.isWanted)
        let scores = judged.map(\.result.score)
        let best = Set(scores).map { least in 100 * Agreement.balancedAccuracy(wanted: wanted, given: scores.map { $0 >= least }) }.max() ?? 0
        let verdicts = 100 * Agreement.balancedAccuracy(wanted: wanted, given: judged.map { $0.result.verdict == .supported })
        let line = [
            Figure("claims", Double(judged.count)), Figure("sources", Double(sources)), Figure("by verdict", verdicts),
            Figure("at a threshold of its own", best), Figure("ranking", Agreement.ranking(wanted: wanted, scores: scores)),
        ].map(\.line).joined(separator: ", ")
        show("\(name): \(line)")
    }
}
