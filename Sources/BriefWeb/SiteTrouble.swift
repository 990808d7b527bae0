import BriefRendering
import Hummingbird
import Storage

/// What can go wrong with a request.
enum SiteTrouble: Error, Equatable {
    case noSuchBrief, noSuchArticle, noSuchStory, noSuchPerson, noSuchPage, badAddress, notAForm, emptyText, tooLong, otherOrigin, otherHost,
        methodNotAllowed
    case signInNeeded, notAllowed
    case noSuchTopic, noSuchRound, tooManyWatch
    /// More than may be asked at once; so many seconds to wait.
    case tooMany(seconds: Int64)

    var status: HTTPResponse.Status {
        switch self {
        case .noSuchBrief, .noSuchArticle, .noSuchStory, .noSuchPerson, .noSuchPage, .noSuchTopic, .noSuchRound: .notFound
        case .tooManyWatch: .serviceUnavailable
        case .badAddress, .notAForm, .emptyText: .badRequest
        case .tooLong: .contentTooLarge
        case .signInNeeded: .unauthorized
        case .otherOrigin, .notAllowed: .forbidden
        case .otherHost: .misdirectedRequest
        case .tooMany: .tooManyRequests
        case .methodNotAllowed: .methodNotAllowed
        }
    }

    var title: Phrase {
        switch self {
        case .noSuchBrief: "No such brief"
        case .noSuchArticle: "No such article"
        case .noSuchStory: "No such story"
        case .noSuchPerson: "Nobody of this name"
        case .noSuchPage: "No such page"
        case .noSuchTopic: "No such topic"
        case .noSuchRound: "This check is no longer kept"
        case .tooManyWatch: "Too many are watching"
        case .badAddress: "The address is not complete"
        case .notAForm: "Nothing to check arrived"
        case .emptyText: "The text is empty"
        case .tooLong: "The text is too long"
        case .otherOrigin: "Sent from another site"
        case .otherHost: "Not the name of this site"
        case .methodNotAllowed: "This page only shows"
        case .signInNeeded: "Sign in first"
        case .tooMany: "Too much at once"
        case .notAllowed: "Not yours to do"
        }
    }

    var advice: Phrase {
        switch self {
        case .noSuchBrief: "There is no topic of this name, or nothing was written on it yet. “bigpicture topic list” shows the topics."
        case .noSuchArticle: "The library holds no article, or no version of it, under this address."
        case .noSuchTopic: "The library has no topic file of this name. It may have been removed; the first page lists the topics."
        case .noSuchRound: "Results are kept for a while, and not on disk. Send the text again."
        case .tooManyWatch: "As many pages as may wait for news do so already. Load the page again to see what is new."
        case .noSuchStory:
            "The latest editions know no story under this address; stories are joined and parted as reports come in. “Stories” shows those of now."
        case .noSuchPerson: "The articles behind the latest editions name nobody under this address. “People” shows whom they name."
        case .noSuchPage: "Nothing is kept under this address."
        case .badAddress: "A part of the address is missing or is not what it should be. Go back and follow the link again."
        case .notAForm: "Send the text with the form under “Check a brief”."
        case .emptyText: "Paste the text of a brief into the form under “Check a brief”."
        case .tooLong: "Up to 1 MiB of text is checked at once. Cut it into parts, or use “bigpicture audit FILE”."
        case .otherOrigin: "A page elsewhere tried to use this site. Open the form here and send the text from it."
        case .otherHost: "Open this site under the address that “bigpicture serve” printed."
        case .methodNotAllowed: "Nothing can be sent to this address."
        case .tooMany(let seconds):
            Phrase("More was asked from here than is answered at once. Ask again in {seconds} seconds.", ["seconds": Int(seconds)])
        case .signInNeeded: "Only users of this library are answered here."
        case .notAllowed: "Your role or your token does not allow it. An administrator of this library can change that."
        }
    }
}

extension SiteTrouble {
    /// What goes with the answer, for programs (RFC 6750; RFC 9110, section 10.2.3).
    var fields: HTTPFields {
        switch self {
        case .signInNeeded: [.wwwAuthenticate: "Bearer realm=\"Big Picture\""]
        case .notAllowed: [.wwwAuthenticate: "Bearer realm=\"Big Picture\", error=\"insufficient_scope\""]
        case .tooMany(let seconds): [.retryAfter: String(seconds)]
        default: [:]
        }
    }
}

extension StorageError {
    /// What a reader of the site may know: what to do, and no path of this machine.
    var advice: Phrase {
        switch self {
        case .damaged: "It fails its integrity check; restore it from a backup. Nothing was changed."
        case .busy: "It is being written by another process; try again when that has finished."
        case .newerSchema: "It was written by a newer bigpicture; update the program."
        case .cannotOpen, .readOnly, .diskFull, .failed: "The log of “bigpicture serve” says why. Nothing was changed."
        }
    }
}
