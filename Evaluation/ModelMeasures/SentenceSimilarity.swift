public import Figures
public import Inference

/// The set `sts`: the student's figures, the teacher's where one is at hand, and what the student keeps of them.
public enum SentenceSimilarity {
    /// - Parameters:
    ///   - data: the folder of the sets.
    ///   - teacher: nil when it is not installed; the figures that need it are left out then.
    public static func figures(
        data: String, student: any SentenceEncoder, teacher: (any SentenceEncoder)?, show: (String) -> Void = { _ in }
    ) throws -> [Figure] {
        let sets = try SimilaritySets(folder: try LabelledSet(at: data).folder)
        let own = try SimilarityScores(of: student, on: sets)
        var figures = SimilaritySets.names.compactMap { name in own.correlations[name].map { Figure(name, $0) } }
        figures.append(Figure("student-mean", own.mean))
        guard let teacher else { return figures }
        let other = try SimilarityScores(of: teacher, on: sets)
        let found = try SimilarityScores.retrieval(by: student, on: sets), best = try SimilarityScores.retrieval(by: teacher, on: sets)
        let cascade = try SimilarityScores.cascade(recall: student, ranking: teacher, on: sets)
        for name in SimilaritySets.names { show("teacher: \(name) \(other.correlations[name] ?? 0)") }
        show("retrieval: student \(found), teacher \(best), both in a cascade \(cascade)")
        return figures + [
            Figure("teacher-mean", other.mean), Figure("retention", other.mean > 0 ? own.mean / other.mean : 0),
            Figure("retrieval", best > 0 ? found / best : 0), Figure("cascade", best > 0 ? cascade / best : 0),
        ]
    }
}
