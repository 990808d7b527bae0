import FoundationEssentials

/// An answer as it arrives.
struct Answer {
    enum Ending: Hashable { case whole, cutOff, declined }

    var text: [UInt8] = []
    var inputTokens = 0
    var outputTokens = 0
    var model = ""
    /// Nil until the service says why the model stopped.
    var ending: Ending?
    /// The service said that nothing more comes.
    var isDone = false

    mutating func append(_ piece: String?, limit: Int) throws(AnswerFault) {
        guard let piece else { return }
        guard text.count + piece.utf8.count <= limit else { throw .tooLarge }
        text.append(contentsOf: piece.utf8)
    }
}

/// What can be wrong with an answer that comes over a sound connection.
enum AnswerFault: Error, Hashable {
    case tooLarge
    /// The service reports a fault of its own in the middle of the answer.
    case failing(why: String, isPassing: Bool)
    case notUnderstood(why: String)
}

/// One event of a stream, in the shape a form gives it.
func decoded<Event: Decodable>(_ event: [UInt8], as type: Event.Type) throws(AnswerFault) -> Event {
    do {
        return try JSONDecoder().decode(type, from: Data(event))
    } catch {
        throw .notUnderstood(why: "a part of the stream is not JSON of the expected form")
    }
}

/// JSON of any shape: a schema goes into a request as it is.
enum JSONValue: Codable, Hashable {
    case null, flag(Bool), number(Double), text(String), list([JSONValue]), object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let members): try container.encode(members)
        }
    }
}
