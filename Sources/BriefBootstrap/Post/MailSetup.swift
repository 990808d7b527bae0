import Foundation
public import MailSending
import SMTPSending
import TopicFiles

/// The mail server of a user and whom it sends what, as `mail.yaml` in the library's folder says.
public struct MailSetup: Sendable {
    public let sender: any MailSender
    /// The address that mail comes from.
    public let from: String
    private let envelopes: [String: MailEnvelope]

    init(sender: any MailSender, from: String, recipients: [String: [String]]) throws(MailEnvelope.NotAnAddress) {
        self.sender = sender
        self.from = from
        var envelopes: [String: MailEnvelope] = [:]
        for (topic, addresses) in recipients.sorted(by: { $0.key < $1.key }) {
            envelopes[topic] = try MailEnvelope(sender: from, recipients: addresses)
        }
        self.envelopes = envelopes
    }

    /// To whom the editions of a topic go, by its name in the library; nil: to nobody.
    public func envelope(of topic: String) -> MailEnvelope? { envelopes[topic].flatMap { $0.recipients.isEmpty ? nil : $0 } }

    /// Where the file lies.
    public static func path(in place: LibraryPlace) -> String { place.folder + "/mail.yaml" }

    /// Nil where there is no such file.
    /// - Throws: what is wrong with file or password; nobody is asked yet.
    public static func read(in place: LibraryPlace) throws(PostError) -> MailSetup? {
        try read(in: place, environment: ProcessInfo.processInfo.environment)
    }

    static func read(in place: LibraryPlace, environment: [String: String]) throws(PostError) -> MailSetup? {
        let path = path(in: place)
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let file: MailFile
        do throws(TopicFileError) { file = try MailFile.read(text: String(decoding: bytes, as: UTF8.self), path: path) } catch {
            throw .settings(error.description)
        }
        let login = try login(file, path: path, environment: environment)
        let server = SMTPServer(
            host: file.host, port: file.port, encryption: SMTPServer.Encryption(file.encryption), login: login, trustedFile: file.trustedFile)
        let sender: any MailSender
        do throws(MailError) { sender = try SMTPSender(server) } catch { throw .mail(error) }
        do throws(MailEnvelope.NotAnAddress) {
            return try MailSetup(sender: sender, from: file.sender, recipients: file.recipients)
        } catch {
            throw .settings("\(path): '\(error.text)' is not a mail address; write it as somebody@example.org.")
        }
    }

    private static func login(_ file: MailFile, path: String, environment: [String: String]) throws(PostError) -> SMTPServer.Login? {
        guard let user = file.user else { return nil }
        var password = environment["BIGPICTURE_MAIL_PASSWORD"] ?? ""
        if let secret = file.passwordFile {
            do throws(ClosedFile.Unusable) { password = try ClosedFile.text(of: secret, kind: "password file") } catch {
                throw .settings("\(secret): \(error.why).")
            }
            // An editor ends the line; a password may hold anything else.
            while password.last?.isNewline == true { password.removeLast() }
        }
        guard !password.isEmpty else {
            throw .settings(
                "\(path): `user` needs a password: name a file that holds it as `password-file`, or put it into BIGPICTURE_MAIL_PASSWORD.")
        }
        return SMTPServer.Login(user: user, password: password)
    }
}

extension SMTPServer.Encryption {
    fileprivate init(_ encryption: MailFile.Encryption) {
        self =
            switch encryption {
            case .implicit: .implicit
            case .starttls: .startTLS
            case .none: .none
            }
    }
}

/// Why a brief was sent to nobody.
public enum PostError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the mail file or the password, told whole.
    case settings(String)
    case noSettings(path: String)
    case nobody(topic: String, path: String)
    /// Another process sends from this library.
    case busy
    case book(path: String, why: String)
    case mail(MailError)

    public var description: String {
        switch self {
        case .settings(let words): words
        case .noSettings(let path): "No mail server is known: there is no \(path). It needs `host:` and `from:`."
        case .nobody(let topic, let path): "Nobody is named to send it to: give --to, or `to:` with `\(topic):` in \(path)."
        case .busy: "Another bigpicture is sending mail from this library; try again when it is done."
        case .book(let path, let why): "\(path): \(why). Nothing was sent, since it could not be noted who has what."
        case .mail(let error): error.description
        }
    }
}
