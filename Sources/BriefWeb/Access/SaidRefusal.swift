import Access
import BriefRendering
import Hummingbird
import Storage

extension AccessRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .wait, .busy: .tooManyRequests
        case .wrong: .forbidden
        case .noSuchUser, .noSuchToken: .notFound
        default: .unprocessableContent
        }
    }

    /// What a page says: in English the words of the description.
    /// - Throws: What only the log may know.
    var phrase: Phrase {
        get throws {
            switch self {
            case .wrong: "The name or the password is not right."
            case .wait(let seconds) where seconds < 100:
                Phrase("There were too many tries. Try again in {seconds} seconds.", ["seconds": Int(seconds)])
            case .wait(let seconds): Phrase("There were too many tries. Try again in {minutes} minutes.", ["minutes": Int((seconds + 59) / 60)])
            case .busy: "Too many people are signing in at this moment. Try again."
            case .badName(let name):
                Phrase(
                    "“{name}” is no name for a user: 1 to 64 letters (a to z), digits, points, hyphens, underscores and @, a letter or digit first.",
                    ["name": name.shown(upTo: 80)])
            case .nameTaken(let name): Phrase("There is a user “{name}” already.", ["name": name.rawValue])
            case .noSuchUser(let name): Phrase("There is no user “{name}”.", ["name": name.rawValue])
            case .firstIsAdmin: "The first user has to be an admin, or nobody could add the next one."
            case .lastAdmin(let name): Phrase("“{name}” is the only admin. Make another user an admin first.", ["name": name.rawValue])
            case .password(let fault): fault.phrase
            case .badLabel: "A token needs a name of 1 to 80 characters, so that it can be told from others."
            case .noScope: "A token needs something it may be used for."
            case .badDays: Phrase("A token lasts 1 to {days} days.", ["days": Doorkeeper.longestToken])
            case .tooManyTokens:
                Phrase("A user has at most {count} tokens. Revoke some that are not in use.", ["count": Doorkeeper.mostTokens])
            case .noSuchToken: "There is no such token."
            case .storage(let error): throw error
            }
        }
    }
}

extension PasswordFault {
    fileprivate var phrase: Phrase {
        switch self {
        case .tooShort: Phrase("A password has at least {count} characters; a few words in a row are good.", ["count": Self.shortest])
        case .tooLong: Phrase("A password has at most {count} characters.", ["count": Self.longest])
        case .isName: "The password is hardly more than the name."
        case .tooPlain: "The password repeats a few characters; use more different ones."
        }
    }
}
