import CVectorKernels
import Crypto
import Dispatch
public import Inference

/// Reads claims beside sentences: a transformer reads every sentence by itself, once, and a small comparison, learnt on claims that were marked word by
/// word, says what follows. One file holds all of it (`Training/entailment`).
public struct AlignmentReader: EntailmentReader {
    public let identity: EncoderIdentity
    private let tokenizer: WordPieceTokenizer
    private let body: TransformerBody
    private let comparison: Comparison

    /// The most tokens of a text that are read, as in training; and after which layer rows are kept besides the last.
    static let longestText = 110, middle = 3
    /// Questions answered at a time, so that rows of tokens never fill memory.
    private static let batch = 64

    /// - Parameters:
    ///   - threads: how many work at once; nil for as many as the processor has cores.
    ///   - instructions: which kernels work; the best this processor has, but for tests.
    public init(path: String, threads: Int? = nil, instructions: Instructions = .best) throws(InferenceError) {
        let file = try MappedFile(path: path, limit: Safetensors.largestFile)
        try self.init(try Safetensors(file), bytes: file.bytes, name: file.name, threads: threads, instructions: instructions)
    }

    init(
        _ file: Safetensors, bytes: UnsafeRawBufferPointer, name: String, threads: Int? = nil, instructions: Instructions = .best
    ) throws(InferenceError) {
        let vocabulary = try WordPieceVocabulary(Array(try file.bytes("vocabulary", type: "U8", shape: [nil])), name: name)
        let numbers = try file.numbers("configuration", shape: [2])
        guard let heads = Int(exactly: numbers[0]) else { throw .malformed(file: name, reason: "\(numbers[0]) is no number of heads") }
        let shape = try TransformerShape(file, name: name, heads: heads, epsilon: numbers[1])
        guard vocabulary.count <= shape.words, shape.layers >= Self.middle else {
            throw .malformed(file: name, reason: "\(shape.layers) layers and \(vocabulary.count) tokens with \(shape.words) rows do not fit")
        }
        let instructions = instructions.isAvailable ? instructions : .best
        tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
        body = try TransformerBody(file, shape: shape, precision: .int8, threads: threads, instructions: instructions)
        comparison = Comparison(
            weights: try ComparisonWeights(file, rowWidth: 2 * shape.width, words: shape.words), instructions: instructions)
        identity = EncoderIdentity(name: name, hash: Array(SHA256.hash(data: bytes)).hexadecimal, languages: ["en"])
    }

    public func read(_ questions: [EntailmentQuestion]) -> [Entailment] {
        var answers: [Entailment] = []
        for from in stride(from: 0, to: questions.count, by: Self.batch) {
            answers += read(questions[from..<min(questions.count, from + Self.batch)])
        }
        return answers
    }

    private func read(_ questions: ArraySlice<EntailmentQuestion>) -> [Entailment] {
        var places: [String: Int] = [:]
        var texts: [SpelledText] = []
        func place(_ text: String) -> Int {
            if let known = places[text] { return known }
            places[text] = texts.count
            texts.append(SpelledText(text, tokenizer, longest: min(Self.longestText, body.shape.positions - 2)))
            return texts.count - 1
        }
        let asked = questions.map { (claim: place($0.claim), sentences: $0.sentences.map(place)) }
        let read = rows(of: texts)
        var answers = [Entailment](repeating: Entailment.unread(beside: 0), count: asked.count)
        answers.withUnsafeMutableBufferPointer {
            guard let start = $0.baseAddress else { return }
            // Each question's place is written by the one thread that has it.
            nonisolated(unsafe) let answers = start
            let (texts, comparison) = (texts, comparison)
            DispatchQueue.concurrentPerform(iterations: asked.count) { number in
                let (claim, sentences) = asked[number]
                answers[number] = Self.entailment(
                    comparison.compare(read[claim], with: sentences.map { read[$0] }), texts[claim], sentences.map { texts[$0] }, comparison.weights)
            }
        }
        return answers
    }

    /// Every text read by itself.
    private func rows(of texts: [SpelledText]) -> [ReadTokens] {
        let width = body.shape.width
        var read = texts.map { ReadTokens(ids: $0.ids, rows: Rows(count: $0.ids.count, width: 2 * width)) }
        read.withUnsafeMutableBufferPointer {
            guard let start = $0.baseAddress else { return }
            // Each text's place is written by the one thread that has its batch.
            nonisolated(unsafe) let read = start
            let (first, last) = (tokenizer.vocabulary.start, tokenizer.vocabulary.end)
            body.pass(texts.map { $0.ids.isEmpty ? [] : [first] + $0.ids + [last] }, middle: Self.middle) { text, rows, kept, count in
                var joined = Rows(count: count - 2, width: 2 * width)
                joined.numbers.withUnsafeMutableBufferPointer { joined in
                    guard let to = joined.baseAddress else { return }
                    for token in 0..<count - 2 {
                        let at = to + token * 2 * width
                        at.update(from: kept + (token + 1) * width, count: width)
                        (at + width).update(from: rows + (token + 1) * width, count: width)
                        vk_normalise(at, width)
                        vk_normalise(at + width, width)
                    }
                }
                read[text] = ReadTokens(ids: read[text].ids, rows: joined)
            }
        }
        return read
    }

    private static func entailment(
        _ answer: Comparison.Answer?, _ claim: SpelledText, _ sentences: [SpelledText], _ weights: ComparisonWeights
    ) -> Entailment {
        guard let answer else { return .unread(beside: sentences.count) }
        var from = 0
        let deciding = sentences.map { sentence -> Float in
            let range = (from..<from + sentence.ids.count).clamped(to: answer.deciding.indices)
            from += sentence.ids.count
            return range.isEmpty ? 0 : answer.deciding[range].reduce(0, +) / Float(range.count)
        }
        return Entailment(
            support: answer.outcomes[0] - logOfSum(answer.outcomes.dropFirst()), outcomes: softmax(answer.outcomes), faults: softmax(answer.faults),
            words: claim.words.map { ($0.range, $0.tokens.map { answer.fault[$0] }.max() ?? 0) }, deciding: deciding)
    }
}

extension Entailment {
    /// What is said where there is nothing to read: it is not borne out.
    fileprivate static func unread(beside sentences: Int) -> Entailment {
        Entailment(
            support: -10, outcomes: [0, 0, 1, 0], faults: [], words: [], deciding: [Float](repeating: 0, count: sentences))
    }
}

/// A text as tokens, and which of them spell each stretch between spaces.
struct SpelledText: Sendable {
    let ids: [Int32]
    let words: [(range: Range<Int>, tokens: Range<Int>)]

    init(_ text: String, _ tokenizer: WordPieceTokenizer, longest: Int) {
        var ids: [Int32] = []
        var words: [(range: Range<Int>, tokens: Range<Int>)] = []
        var text = text
        text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count, ids.count < longest {
                guard !Self.isSpace(bytes[at]) else {
                    at += 1
                    continue
                }
                let from = at
                while at < bytes.count, !Self.isSpace(bytes[at]) { at += 1 }
                let first = ids.count
                tokenizer.encode(UnsafeBufferPointer(rebasing: bytes[from..<at]), limit: longest - first, marked: false, into: &ids)
                words.append((from..<at, first..<ids.count))
            }
        }
        self.ids = ids
        self.words = words
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
