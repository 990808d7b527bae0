import Crypto
public import Inference

/// What a student is and where it comes from, for whoever gets it.
public struct StudentCard: Sendable {
    /// A text it learnt from.
    public struct Source: Hashable, Sendable {
        /// What it is called, and its licence where that is known.
        public let name: String
        public let sentences: Int

        public init(name: String, sentences: Int) {
            self.name = name
            self.sentences = sentences
        }
    }

    let teacher: EncoderIdentity
    let plan: DistillationPlan
    let sources: [Source]
    let command: String
    let file: StudentFile

    public init(teacher: EncoderIdentity, plan: DistillationPlan, sources: [Source], command: String, file: StudentFile) {
        (self.teacher, self.plan, self.sources, self.command, self.file) = (teacher, plan, sources, command, file)
    }

    /// As Markdown. The same student has the same card.
    public var markdown: String {
        """
        # A sentence encoder distilled from \(teacher.name)

        Turns English sentences into vectors of \(2 * file.dimensions) numbers whose angle tells how near they are, by adding up rows of a table: microseconds
        a sentence, on any processor. The first half tells what a sentence means, the second which words it has, so that names are told apart; a word
        counts once. Word order is lost on it; negation mostly too.

        | | |
        |---|---|
        | teacher | \(teacher.name), SHA-256 of its weights `\(teacher.hash)` |
        | numbers | \(file.rows) tokens × \(file.dimensions), \(file.quantisation.rawValue) with a scale a row; any first part of a vector's first half can be used alone |
        | file | \(file.bytes.count) bytes, SHA-256 `\(Array(SHA256.hash(data: Array(file.bytes))).hexadecimal)` |
        | made by | `\(command)` |
        | plan | \(plan.sentences) sentences at most, made-up ones × \(plan.madeUp), \(plan.rounds) rounds, seed \(plan.seed) |

        ## Texts it learnt from

        \(sources.map { "- \($0.name): \($0.sentences) sentences given" }.joined(separator: "\n"))

        No labels were used.

        """
    }
}
