import BriefRendering
import FoundationEssentials
import Hummingbird
import Logging

/// What only a program can do wrong.
enum APITrouble: Error, Equatable {
    case unknownParameter
    /// A name and what its value has to be.
    case badParameter(String, String)
    case notJSON
    case unreadableBody
    /// What is wrong with a topic, a sentence each.
    case badTopic([String])
    case topicExists
    case notAsHeld
    case onlyShown
}

/// An error as a program reads it (RFC 9457). It says nothing of this machine: what failed inside is for the log alone.
struct APIProblem: Encodable {
    private let type: String
    private let title: String
    private let status: Int
    private let detail: String

    private init(_ name: String, _ status: HTTPResponse.Status, _ title: String, _ detail: String) {
        type = "https://big-picture.invalid/problem/\(name)"
        self.title = title
        self.status = status.code
        self.detail = detail
    }

    init(_ trouble: SiteTrouble) { self.init(trouble.name, trouble.status, trouble.title.english, trouble.advice.english) }

    init(_ trouble: APITrouble) {
        switch trouble {
        case .unknownParameter:
            self.init(
                "unknown-parameter", .badRequest, "Unknown parameter", "The query has a name that is not taken here; /api/v1/openapi.json lists them."
            )
        case .badParameter(let name, let rule): self.init("bad-parameter", .badRequest, "A value is not what it should be", "`\(name)` \(rule).")
        case .notJSON: self.init("not-json", .unsupportedMediaType, "Not JSON", "Send the body as application/json.")
        case .unreadableBody:
            self.init(
                "bad-body", .badRequest, "The body cannot be read", "Send an object with the members that /api/v1/openapi.json names, in UTF-8.")
        case .badTopic(let faults): self.init("bad-topic", .unprocessableContent, "The topic cannot be kept so", faults.joined(separator: " "))
        case .topicExists: self.init("topic-exists", .conflict, "There is such a topic", "Choose another title, or change that topic.")
        case .notAsHeld:
            self.init("not-as-held", .preconditionFailed, "The topic was changed meanwhile", "Get it again, and send its ETag as If-Match.")
        case .onlyShown:
            self.init(
                "only-shown", .forbidden, "Nothing is changed here",
                "“bigpicture serve” was started with --read-only, or may not write to the library.")
        }
    }

    /// - Returns: Nil for what is no fault of the request, and is to be noted in the log.
    private init?(_ error: any Error) {
        switch error {
        case let trouble as SiteTrouble: self.init(trouble)
        case let trouble as APITrouble: self.init(trouble)
        case let error as HTTPError where error.status == .notFound: self.init(.noSuchPage)
        case let error as HTTPError where error.status == .contentTooLarge: self.init(.tooLong)
        case let error as HTTPError where error.status.kind == .clientError:
            self.init("bad-request", error.status, "This did not work", "The request cannot be read.")
        default: return nil
        }
    }

    private static let internalTrouble = APIProblem(
        "internal", .internalServerError, "This could not be answered", "The log of “bigpicture serve” says why. Nothing was changed.")

    /// The answer to a request that failed; a method that an address does not take is told those it takes.
    static func response(to error: any Error, _ request: Request, _ context: SiteContext) -> Response {
        let methods = APIRoute.methods(at: request.uri.path)
        if (error as? HTTPError)?.status == .notFound, !methods.isEmpty, !methods.contains(request.method) {
            var response = APIProblem(.methodNotAllowed).response
            response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
            return response
        }
        guard let problem = APIProblem(error) else {
            context.logger.error("A request was not answered", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return internalTrouble.response
        }
        var response = problem.response
        if let trouble = error as? SiteTrouble { response.headers.append(contentsOf: trouble.fields) }
        return response
    }

    private var response: Response {
        .bytes((try? APIAnswer.encoded(self)) ?? [], mediaType: "application/problem+json", status: HTTPResponse.Status(code: status))
    }
}

extension SiteTrouble {
    /// As the last part of a problem's type.
    fileprivate var name: String {
        switch self {
        case .noSuchBrief: "no-such-brief"
        case .noSuchArticle: "no-such-article"
        case .noSuchStory: "no-such-story"
        case .noSuchPerson: "no-such-person"
        case .noSuchPage: "no-such-address"
        case .noSuchTopic: "no-such-topic"
        case .noSuchRound: "no-such-check"
        case .tooManyWatch: "too-many-watch"
        case .badAddress: "bad-address"
        case .notAForm: "not-a-form"
        case .emptyText: "empty-text"
        case .tooLong: "too-long"
        case .otherOrigin: "other-origin"
        case .otherHost: "other-host"
        case .methodNotAllowed: "method-not-allowed"
        case .signInNeeded: "sign-in-needed"
        case .notAllowed: "not-allowed"
        case .tooMany: "too-many"
        }
    }
}
