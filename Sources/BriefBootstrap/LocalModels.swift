import Foundation
public import Inference
import LocalInference

/// The models that run here, by name or place.
public enum LocalModels {
    /// The encoder a user names: `student` for the one inside the program, the path of a student's file, or the folder of a teacher
    /// (`model.safetensors`, `vocab.txt`, `config.json`).
    public static func encoder(_ name: String) throws(InferenceError) -> any SentenceEncoder {
        if name == "student" {
            if let broken = inside as? BrokenEncoder { throw broken.reason }
            return inside
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) else { throw .missing(model: name) }
        return isFolder.boolValue ? try TransformerEncoder(folder: name) : try StaticEncoder(StudentFile(path: name))
    }

    /// The student inside the program, read once. Were it damaged, it would say so when it is used.
    static let inside: any SentenceEncoder = {
        do throws(InferenceError) { return try StaticEncoder.inside() } catch { return BrokenEncoder(reason: error) }
    }()

    /// The reader of claims inside the program. Its weights take a tenth of a second to make ready, once.
    public static func claimReader() throws(InferenceError) -> any EntailmentReader { try readerInside.get() }

    private static let readerInside = Result<AlignmentReader, InferenceError> { () throws(InferenceError) in try AlignmentReader.inside() }

    private struct BrokenEncoder: SentenceEncoder {
        let identity = EncoderIdentity(name: "student", hash: "")
        let dimensions = 0
        let reason: InferenceError

        func encode(_: [String]) throws(InferenceError) -> [[Float]] { throw reason }
    }

    /// Makes a student and answers the bytes of its file and its card.
    /// - Parameters:
    ///   - teacher: the teacher's folder.
    ///   - lines: the sentences to learn from.
    ///   - texts: what they are, for the card.
    ///   - command: how it was called, for the card.
    ///   - keeping: a folder in which a run that is stopped leaves what the teacher said.
    ///   - progress: told what is being done, how much of how much, and the seconds until that ends where they can be told.
    public static func distill(
        teacher folder: String, lines: [String], texts: [DistilledText], wish: DistillationWish, command: String, keeping: String,
        progress: @escaping (_ stage: String, _ done: Int, _ total: Int, _ secondsLeft: Double?) -> Void
    ) throws(InferenceError) -> (file: [UInt8], card: String) {
        let teacher = try TransformerEncoder(folder: folder)
        guard wish.dimensions <= teacher.dimensions else {
            throw .malformed(file: folder, reason: "it has \(teacher.dimensions) dimensions, and the student shall have \(wish.dimensions)")
        }
        var plan = DistillationPlan()
        (plan.dimensions, plan.sentences, plan.seed) = (wish.dimensions, wish.sentences, wish.seed)
        plan.quantisation = wish.halfBytes ? .int4 : .int8
        let file = try Distiller(teacher: teacher, plan: plan).student(from: lines, keeping: TeacherAnswers(folder: keeping)) {
            progress($0.stage.rawValue, $0.done, $0.total, $0.secondsLeft)
        }
        let card = StudentCard(
            teacher: teacher.identity, plan: plan, sources: texts.map { .init(name: $0.name, sentences: $0.sentences) }, command: command,
            file: try StudentFile(file, name: "student"))
        return (file, card.markdown)
    }
}

/// A text a student learns from, by name and by how many sentences it gives.
public struct DistilledText: Hashable, Sendable {
    public let name: String
    public let sentences: Int

    public init(name: String, sentences: Int) {
        self.name = name
        self.sentences = sentences
    }
}

/// What a user may choose about a student.
public struct DistillationWish: Hashable, Sendable {
    /// Numbers a row has, a multiple of 64; a vector has twice as many.
    public let dimensions: Int
    /// Four bits a number instead of eight.
    public let halfBytes: Bool
    /// Sentences the teacher is asked at most.
    public let sentences: Int
    public let seed: UInt64

    public init(dimensions: Int, halfBytes: Bool, sentences: Int, seed: UInt64) {
        (self.dimensions, self.halfBytes, self.sentences, self.seed) = (dimensions, halfBytes, sentences, seed)
    }
}
