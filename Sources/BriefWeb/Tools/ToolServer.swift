import BriefRendering
import FoundationEssentials

/// The library as tools of an assistant, by the Model Context Protocol (modelcontextprotocol.io, revision 2025-06-18): one JSON-RPC 2.0 message in, one out.
/// It knows no transport. Tools only read; what sources say comes back as data with its place, never as advice to whoever reads it.
public struct ToolServer: Sendable {
    let content: SiteContent
    let version: String
    private let report: @Sendable (String) -> Void

    /// Bytes of a message at most: a text of the longest that is audited, with room for escapes.
    public static let longestMessage = 6 * AuditForm.limit

    /// - Parameters:
    ///   - version: of the program, as it presents itself.
    ///   - report: told what failed inside, for whoever runs the program; an assistant is not.
    public init(_ content: SiteContent, version: String, report: @escaping @Sendable (String) -> Void) {
        self.content = content
        self.version = version
        self.report = report
    }

    /// The answer to one message; nil to a notification, which asks for none.
    public func answer(_ message: [UInt8]) async -> [UInt8]? {
        guard let value = try? JSONDecoder().decode(AnyShape.self, from: Data(message)) else { return failure(.parse, of: nil) }
        guard value.isObject, let call = try? JSONDecoder().decode(Call.self, from: Data(message)), call.jsonrpc == "2.0" else {
            return failure(.invalidRequest, of: nil)
        }
        guard let id = call.id else { return nil }
        do throws(CallError) {
            return try await dispatch(call.method, Data(message), id)
        } catch {
            return failure(error, of: id)
        }
    }

    /// What too long a line is answered, of which nothing was kept.
    public func answerToTooLong() -> [UInt8] { failure(.invalidRequest, of: nil) }

    private func dispatch(_ method: String, _ message: Data, _ id: JSONIdentifier) async throws(CallError) -> [UInt8] {
        switch method {
        case "initialize": return reply(Welcome(asked: parameters(message, as: Welcome.Asked.self)?.protocolVersion, version: version), to: id)
        case "ping": return reply(Nothing(), to: id)
        case "tools/list": return reply(ToolList(), to: id)
        case "tools/call":
            guard let use = parameters(message, as: ToolUse.self) else { throw .invalidParameters("`name` and `arguments` are needed.") }
            return reply(try await outcome(of: use), to: id)
        default: throw .noSuchMethod(method)
        }
    }

    private func parameters<P: Decodable>(_ message: Data, as shape: P.Type) -> P? {
        (try? JSONDecoder().decode(WithParameters<P>.self, from: message))?.params
    }

    private func outcome(of use: ToolUse) async throws(CallError) -> ToolOutcome {
        guard let tool = Tool(rawValue: use.name) else { throw .invalidParameters("There is no tool `\(use.name.prefix(60))`.") }
        do {
            return try await tool.run(use.arguments ?? ToolArguments(), over: content)
        } catch let trouble as ToolTrouble {
            return ToolOutcome(trouble: trouble.description)
        } catch let trouble as SiteTrouble {
            return ToolOutcome(trouble: trouble.title.english + ". " + trouble.advice.english)
        } catch {
            // A path or a statement of the database is nobody's business there.
            report("mcp: \(use.name): \(error)")
            return ToolOutcome(trouble: "The library could not be read. Run “bigpicture health” to see why.")
        }
    }

    private func reply(_ result: some Encodable, to id: JSONIdentifier) -> [UInt8] { encoded(Reply(id: id, result: result)) }

    private func failure(_ error: CallError, of id: JSONIdentifier?) -> [UInt8] { encoded(Failure(id: id, error: error)) }

    private func encoded(_ value: some Encodable) -> [UInt8] {
        do { return try APIAnswer.encoded(value) } catch {
            report("mcp: an answer could not be written: \(error)")
            return Array(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"Internal error"}}"#.utf8)
        }
    }
}

/// Why a call has no result (JSON-RPC 2.0, section 5.1).
enum CallError: Error {
    case parse, invalidRequest
    case noSuchMethod(String)
    case invalidParameters(String)

    var code: Int {
        switch self {
        case .parse: -32700
        case .invalidRequest: -32600
        case .noSuchMethod: -32601
        case .invalidParameters: -32602
        }
    }

    var message: String {
        switch self {
        case .parse: "This is no JSON."
        case .invalidRequest: "This is no request of JSON-RPC 2.0, or it is too long; batches are not answered."
        case .noSuchMethod(let name): "There is no method `\(name.prefix(60))`."
        case .invalidParameters(let why): why
        }
    }
}

/// Why a tool did not do what it was asked; said to the assistant, who may ask better.
enum ToolTrouble: Error, CustomStringConvertible {
    case missing(String)
    case outOfRange(String)

    var description: String {
        switch self {
        case .missing(let name): "The argument `\(name)` is missing."
        case .outOfRange(let what): what
        }
    }
}
