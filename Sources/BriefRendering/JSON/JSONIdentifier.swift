/// A name as it was given in JSON: a string or a whole number, given back as it came.
public enum JSONIdentifier: Codable, Hashable, Sendable {
    case text(String)
    case number(Int)

    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { self = .number(try container.decode(Int.self)) } catch { self = .text(try container.decode(String.self)) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
