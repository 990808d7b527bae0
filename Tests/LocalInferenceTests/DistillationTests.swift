import Foundation
import Inference
import Synchronization
import Testing

@testable import LocalInference

/// A teacher that knows a few words: a text's vector is the mean of its words' directions.
private final class WordTeacher: DistillationTeacher {
    let identity = EncoderIdentity(name: "words", hash: "1")
    let dimensions = 96
    let words = [
        "port", "closed", "open", "reactor", "planned", "seven", "new", "minister", "said", "today", "strike", "ended", "ship", "crew", "storm",
        "coast",
    ]
    let asked = Mutex(0)
    let isBroken: Bool

    init(isBroken: Bool = false) { self.isBroken = isBroken }

    var vocabularyFile: [UInt8] { Array((["[PAD]", "[unused1]", "[UNK]", "[CLS]", "[SEP]"] + words).joined(separator: "\n").utf8) }

    private func direction(_ seed: Int) -> [Float] {
        var random = Numbers(seed: UInt64(seed) + 100)
        return (0..<dimensions).map { _ in random.next() }
    }

    func tokenStates(_ tokens: [Int32]) throws(InferenceError) -> [Float] {
        asked.withLock { $0 += 1 }
        return tokens.flatMap { direction(Int($0)) }
    }

    func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] {
        asked.withLock { $0 += 1 }
        return texts.map { text in
            var sum = [Float](repeating: isBroken ? .nan : 0, count: dimensions)
            for word in text.split(separator: " ") {
                guard let place = words.firstIndex(of: String(word)) else { continue }
                // Later words count more: what the student must learn.
                for (i, number) in direction(place + 5).enumerated() { sum[i] += number * Float(1 + place) }
            }
            let length = max(1e-6, sum.reduce(0) { $0 + $1 * $1 }.squareRoot())
            return sum.map { $0 / length }
        }
    }

    /// Sentences of three to six different words.
    func sentences(_ count: Int, seed: UInt64) -> [String] {
        var random = Numbers(seed: seed)
        return (0..<count).map { _ in
            var left = words
            return (0..<3 + Int(random.whole() % 4)).map { _ in left.remove(at: Int(random.whole() % UInt64(left.count))) }.joined(separator: " ")
        }
    }
}

@Suite("Distillation")
struct DistillationTests {
    private func plan(seed: UInt64 = 1) -> DistillationPlan {
        var plan = DistillationPlan()
        (plan.dimensions, plan.sentences, plan.seed, plan.rounds) = (64, 3000, seed, 8)
        return plan
    }

    @Test("A student points where its teacher does, on sentences it has not seen")
    func students() throws {
        let teacher = WordTeacher()
        let bytes = try Distiller(teacher: teacher, plan: plan()).student(from: teacher.sentences(1500, seed: 1))
        let file = try StudentFile(bytes, name: "made")
        // `[unused1]` stands for nothing.
        #expect(file.rows == teacher.words.count + 4)
        let student = try StaticEncoder(file)
        let fresh = teacher.sentences(60, seed: 99)
        // What the words mean; behind it stands which they are.
        let ours = try student.encode(fresh).map { Array($0.prefix(64)) }, theirs = try teacher.encode(fresh)
        var misses: Float = 0
        for a in 0..<20 { for b in 20..<60 { misses += abs(cosine(ours[a], ours[b]) - cosine(theirs[a], theirs[b])) } }
        #expect(misses / 800 < 0.06)
    }

    @Test("The same seed gives the same bytes, another seed others")
    func deterministic() throws {
        let teacher = WordTeacher()
        let lines = teacher.sentences(300, seed: 1)
        let first = try Distiller(teacher: teacher, plan: plan()).student(from: lines)
        #expect(try Distiller(teacher: teacher, plan: plan()).student(from: lines) == first)
        #expect(try Distiller(teacher: teacher, plan: plan(seed: 2)).student(from: lines) != first)
    }

    @Test("A run that was stopped does not ask the teacher again, and what is kept damaged is asked again")
    func resumed() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("answers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let teacher = WordTeacher()
        let lines = teacher.sentences(300, seed: 1)
        let kept = try TeacherAnswers(folder: folder.path)
        let first = try Distiller(teacher: teacher, plan: plan()).student(from: lines, keeping: kept)
        let asked = teacher.asked.withLock { $0 }
        #expect(try Distiller(teacher: teacher, plan: plan()).student(from: lines, keeping: kept) == first)
        #expect(teacher.asked.withLock { $0 } == asked)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try Data([1, 2, 3]).write(to: folder.appendingPathComponent(name))
        }
        #expect(try Distiller(teacher: teacher, plan: plan()).student(from: lines, keeping: kept) == first)
        #expect(teacher.asked.withLock { $0 } == 2 * asked)
    }

    @Test("A folder for the answers that cannot be made is told before the work begins")
    func folderThatCannotBe() {
        #expect(throws: InferenceError.self) { try TeacherAnswers(folder: "/dev/null/answers") }
    }

    @Test("Progress reaches the end of every stage")
    func progress() throws {
        let teacher = WordTeacher()
        var last: [DistillationProgress.Stage: DistillationProgress] = [:]
        _ = try Distiller(teacher: teacher, plan: plan()).student(from: teacher.sentences(300, seed: 1)) { last[$0.stage] = $0 }
        for stage in DistillationProgress.Stage.allCases { #expect(last[stage].map { $0.done == $0.total } == true) }
    }

    @Test("No sentence to learn from, and a teacher whose numbers are none, are named")
    func refusals() {
        #expect(throws: InferenceError.self) { try Distiller(teacher: WordTeacher(), plan: plan()).student(from: ["", "short"]) }
        let broken = WordTeacher(isBroken: true)
        #expect(throws: InferenceError.self) { try Distiller(teacher: broken, plan: plan()).student(from: broken.sentences(100, seed: 1)) }
    }

    @Test("Every sentence is in one batch of a round, beside such as lie near it")
    func neighbourhoods() {
        var random = Numbers(seed: 3)
        // Two heaps far apart, in turn.
        let rows = Matrix(rows: 400, columns: 64, numbers: (0..<400 * 64).map { ($0 / 64 % 2 == 0 ? 5 : -5) + random.next() })
        var chance = SplitMix64(seed: 1), same = SplitMix64(seed: 1)
        let batches = Neighbourhoods.batches(of: rows, size: 50, random: &chance)
        #expect(batches.flatMap(\.self).sorted() == Array(0..<400))
        #expect(batches.allSatisfy { (25...75).contains($0.count) })
        #expect(batches.count { batch in Set(batch.map { $0 % 2 }).count > 1 } <= 2)
        #expect(Neighbourhoods.batches(of: rows, size: 50, random: &same) == batches)
        // Rows that are all one still make batches.
        #expect(Neighbourhoods.batches(of: Matrix(rows: 300, columns: 64), size: 50, random: &chance).flatMap(\.self).count == 300)
        #expect(Neighbourhoods.batches(of: Matrix(rows: 0, columns: 64), size: 50, random: &chance).isEmpty)
    }

    @Test("The gradient of a batch's loss is what small steps measure")
    func gradients() {
        var random = Numbers(seed: 11)
        var targets = Matrix(rows: 12, columns: 64, numbers: (0..<12 * 64).map { _ in random.next() })
        targets.normaliseRows()
        let sums = Matrix(rows: 12, columns: 64, numbers: (0..<12 * 64).map { _ in random.next() })
        let gradients = BatchLoss(sums: sums, targets: targets).gradients
        for place in stride(from: 0, to: 12 * 64, by: 37) {
            var more = sums, less = sums
            more.numbers[place] += 0.02
            less.numbers[place] -= 0.02
            let measured = (wholeLoss(more, targets) - wholeLoss(less, targets)) / 0.04
            #expect(abs(Double(gradients.numbers[place]) - measured) < 0.02 * abs(measured) + 1e-4)
        }
    }

    /// One minus the mean cosine, and the cross-entropy of the batch as a search, by the book.
    private func wholeLoss(_ sums: Matrix, _ targets: Matrix) -> Double {
        func vector(_ matrix: Matrix, _ row: Int) -> [Double] {
            let numbers = (0..<matrix.columns).map { Double(matrix[row, $0]) }
            let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return numbers.map { $0 / length }
        }
        func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let student = (0..<sums.rows).map { vector(sums, $0) }, teacher = (0..<sums.rows).map { vector(targets, $0) }
        var loss = 0.0
        for row in 0..<sums.rows {
            loss += 1 - product(student[row], teacher[row])
            let others = (0..<sums.rows).filter { $0 != row }
            func shares(_ vectors: [[Double]]) -> [Double] {
                let powers = others.map { exp(product(vectors[row], vectors[$0]) / Double(BatchLoss.temperature)) }
                return powers.map { $0 / powers.reduce(0, +) }
            }
            for (theirs, ours) in zip(shares(teacher), shares(student)) { loss -= Double(BatchLoss.searchShare) * theirs * log(ours) }
        }
        return loss / Double(sums.rows)
    }

    @Test("Axes are those of the largest spread, and systems are solved")
    func linearAlgebra() {
        var random = Numbers(seed: 5)
        let rows = Matrix(rows: 200, columns: 12, numbers: (0..<2400).map { random.next() * Float(1 + $0 % 12) })
        let square = rows.transposedTimes(rows)
        let axes = SymmetricMatrix.axes(square, count: 12)
        // Orthonormal, and the matrix is diagonal in them, the largest first.
        let identity = axes.transposedTimes(axes), diagonal = axes.transposedTimes(square.times(axes))
        for i in 0..<12 {
            for j in 0..<12 {
                #expect(abs(identity[i, j] - (i == j ? 1 : 0)) < 1e-4)
                if i != j { #expect(abs(diagonal[i, j]) < 1e-3 * diagonal[0, 0]) }
            }
            if i > 0 { #expect(diagonal[i, i] <= diagonal[i - 1, i - 1]) }
        }
        let solution = SymmetricMatrix.solve(square, rows.transposedTimes(rows))
        for i in 0..<12 { #expect(abs(solution[i, i] - 1) < 1e-3) }
    }
}
