public import Inference

/// Makes a student from a teacher and texts.
///
/// The vocabulary goes through the teacher; so do the sentences. Axes of the sentences' vectors say which 256 numbers matter most; a linear map in
/// closed form gives first rows; a fit by gradient steps betters the rows of all tokens that occur. (Ways looked at: Model2Vec and its tokenlearn.)
public struct Distiller: Sendable {
    let teacher: any DistillationTeacher
    let plan: DistillationPlan
    /// Sentences the teacher is asked at a time, and that are kept at a time.
    static let portion = 4096
    /// Tokens of a sentence that teacher and student look at.
    static let tokenLimit = 128

    /// - Precondition: the plan's dimensions are a multiple of 64 and no more than the teacher's.
    public init(teacher: any DistillationTeacher, plan: DistillationPlan) {
        precondition(plan.dimensions > 0 && plan.dimensions % 64 == 0 && plan.dimensions <= teacher.dimensions, "dimensions a student cannot have")
        self.teacher = teacher
        self.plan = plan
    }

    /// The bytes of a student's file.
    /// - Parameters:
    ///   - lines: sentences, of which the plan says how many are used.
    ///   - kept: where the teacher's answers are kept, so that a run that was stopped goes on from there.
    public func student(
        from lines: [String], keeping kept: TeacherAnswers = TeacherAnswers(), progress: @escaping (DistillationProgress) -> Void = { _ in }
    ) throws(InferenceError) -> [UInt8] {
        let vocabulary = try StudentVocabulary(teacher.vocabularyFile)
        let clock = ProgressClock(progress)
        let states = try answers(
            .vocabulary,
            stride(from: 0, to: vocabulary.teacherIDs.count, by: Self.portion).map { from in
                Array(vocabulary.teacherIDs[from..<min(from + Self.portion, vocabulary.teacherIDs.count)])
            }, kept, clock, key: { $0.map { String($0) } }
        ) { (ids) throws(InferenceError) in try teacher.tokenStates(ids) }

        let texts = TrainingText(lines, words: vocabulary.words, plan: plan).sentences
        guard !texts.isEmpty else { throw .unreadable(file: "the texts", reason: "there is no sentence to learn from") }
        let vectors = try answers(
            .sentences, stride(from: 0, to: texts.count, by: Self.portion).map { Array(texts[$0..<min($0 + Self.portion, texts.count)]) }, kept,
            clock, key: { $0 }
        ) { (texts) throws(InferenceError) in try teacher.encode(texts).flatMap { $0 } }

        let sentences = TokenLists(texts, WordPieceTokenizer(vocabulary: vocabulary.tokens), limit: Self.tokenLimit)
        let table = fitted(states: states, vectors: vectors, sentences: sentences, clock)
        return StudentFile.bytes(
            table: vocabulary.silencingMarks(table.numbers, dimensions: plan.dimensions), dimensions: plan.dimensions,
            vocabulary: vocabulary.file, quantisation: plan.quantisation)
    }

    private func fitted(states: Matrix, vectors: Matrix, sentences: TokenLists, _ clock: ProgressClock) -> Matrix {
        clock.start(.start, of: 3)
        let axes = SymmetricMatrix.axes(vectors.transposedTimes(vectors), count: plan.dimensions)
        clock.reach(1)
        var targets = vectors.times(axes)
        targets.normaliseRows()
        clock.reach(2)
        let start = StudentStart.rows(states: states, counts: sentences.counts(of: states.rows), sentences: sentences, targets: targets)
        clock.reach(3)
        var fit = TokenFit(start: start)
        clock.start(.fit, of: 0)
        fit.run(sentences, targets: targets, rounds: plan.rounds, seed: plan.seed) { done, total, _ in clock.reach(done, of: total) }
        return fit.table
    }

    /// What the teacher says of portions, from what is kept where it is.
    private func answers<Asked>(
        _ stage: DistillationProgress.Stage, _ portions: [[Asked]], _ kept: TeacherAnswers, _ clock: ProgressClock, key: ([Asked]) -> [String],
        ask: ([Asked]) throws(InferenceError) -> [Float]
    ) throws(InferenceError) -> Matrix {
        let total = portions.reduce(0) { $0 + $1.count }
        var numbers: [Float] = []
        numbers.reserveCapacity(total * teacher.dimensions)
        clock.start(stage, of: total)
        for portion in portions {
            let key = TeacherAnswers.Key(stage: stage.rawValue, teacher: teacher.identity, asked: key(portion))
            let count = portion.count * teacher.dimensions
            if let known = kept.answer(key, count: count) {
                numbers += known
                clock.skip(portion.count)
            } else {
                let answer = try ask(portion)
                guard answer.count == count, answer.allSatisfy(\.isFinite) else {
                    throw .malformed(file: teacher.identity.name, reason: "the teacher gives what are no vectors of its dimensions")
                }
                try kept.keep(answer, key)
                numbers += answer
                clock.reach(numbers.count / teacher.dimensions)
            }
        }
        return Matrix(rows: total, columns: teacher.dimensions, numbers: numbers)
    }
}
