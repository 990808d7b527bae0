import FoundationEssentials

/// A sentence a model proposes, with the passages it rests on.
public struct Proposal: Hashable, Sendable {
    public let text: String
    /// As the model gave them, each once; they may lead nowhere.
    public let numbers: [Int]
}

/// Why an answer is none.
public enum AnswerProblem: Error, Hashable, Sendable {
    /// Prose, other JSON, or JSON with something in it that was not asked for.
    case otherForm
    case tooMany(limit: Int)
    case empty

    /// What happened, to follow a colon.
    public var words: String {
        switch self {
        case .otherForm: "the answer is not the list of statements that was asked for"
        case .tooMany(let limit): "the answer has more than \(limit) statements"
        case .empty: "the answer has no statement"
        }
    }
}

extension SectionQuestion {
    private static let mostProposals = 60

    /// The statements of an answer. One that is not exactly of the form asked for is refused whole: nobody guesses what was meant.
    public func proposals(in answer: String) throws(AnswerProblem) -> [Proposal] {
        let decoded: AnswerForm
        do { decoded = try JSONDecoder().decode(AnswerForm.self, from: Data(answer.utf8)) } catch { throw .otherForm }
        guard !decoded.statements.isEmpty else { throw .empty }
        guard decoded.statements.count <= Self.mostProposals else { throw .tooMany(limit: Self.mostProposals) }
        return decoded.statements.map { statement in
            var seen: Set<Int> = []
            return Proposal(text: Self.trimmed(statement.text), numbers: statement.citations.filter { seen.insert($0).inserted })
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// `{"statements": [{"text": …, "citations": [1, 2]}]}` and not a key more.
private struct AnswerForm: Decodable {
    struct Statement: Decodable {
        let text: String
        let citations: [Int]

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: AnyKey.self)
            try members.require(["citations", "text"])
            text = try members.decode(String.self, forKey: AnyKey("text"))
            citations = try members.decode([Int].self, forKey: AnyKey("citations"))
        }
    }

    let statements: [Statement]

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: AnyKey.self)
        try members.require(["statements"])
        statements = try members.decode([Statement].self, forKey: AnyKey("statements"))
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
}

extension KeyedDecodingContainer where Key == AnyKey {
    fileprivate func require(_ names: Set<String>) throws {
        guard Set(allKeys.map(\.stringValue)) == names else {
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "other members than asked for"))
        }
    }
}
