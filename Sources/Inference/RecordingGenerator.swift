import FoundationEssentials
import Synchronization

/// Passes questions on and keeps what came of each, so that the same can be written again without asking twice.
public final class RecordingGenerator: TextGenerator {
    public let name: String
    private let generator: any TextGenerator
    private let kept = Mutex<[String]>([])

    public init(_ generator: any TextGenerator) {
        self.generator = generator
        name = generator.name
    }

    /// What came of each question, in order, as JSON.
    public var answers: [String] { kept.withLock { $0 } }

    public func generate(_ request: GenerationRequest) async throws(GenerationError) -> GeneratedText {
        do throws(GenerationError) {
            let text = try await generator.generate(request)
            keep(.text(text))
            return text
        } catch {
            keep(.failure(error))
            throw error
        }
    }

    private func keep(_ answer: RecordedAnswer) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers only, so it cannot fail; were it to, the replay would say that the answer is not there.
        kept.withLock { $0.append((try? encoder.encode(answer)).map { String(decoding: $0, as: UTF8.self) } ?? "") }
    }
}

/// Answers once more what was answered before, in the same order.
public final class ReplayingGenerator: TextGenerator {
    public let name: String
    private let rest: Mutex<ArraySlice<String>>

    /// - Parameter answers: of a `RecordingGenerator`.
    public init(name: String, answers: [String]) {
        self.name = name
        rest = Mutex(answers[...])
    }

    public func generate(_ request: GenerationRequest) async throws(GenerationError) -> GeneratedText {
        guard let next = rest.withLock({ $0.popFirst() }) else { throw .notUnderstood(place: name, why: "no further answer was kept") }
        let answer: RecordedAnswer
        do { answer = try JSONDecoder().decode(RecordedAnswer.self, from: Data(next.utf8)) } catch {
            throw .notUnderstood(place: name, why: "the answer that was kept cannot be read")
        }
        switch answer {
        case .text(let text): return text
        case .failure(let error): throw error
        }
    }
}

private enum RecordedAnswer: Codable {
    case text(GeneratedText)
    case failure(GenerationError)
}
