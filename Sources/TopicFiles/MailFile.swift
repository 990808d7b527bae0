import BriefModel
import Yams

/// How and to whom editions are sent, as a person writes it beside the topics: `mail.yaml`. Whom a brief is sent to is nothing of the topic: topics and editions
/// are passed on, addresses are not.
public struct MailFile: Hashable, Sendable {
    public enum Encryption: String, CaseIterable, Sendable { case implicit, starttls, none }

    public let host: String
    public let port: Int?
    public let encryption: Encryption
    public let user: String?
    /// Where the password lies; nil: in a variable.
    public let passwordFile: String?
    /// Certificates to trust instead of those of the system.
    public let trustedFile: String?
    public let sender: String
    /// By the topic's name in the library.
    public let recipients: [String: [String]]

    /// - Throws: all problems at once, in the order of the file.
    public static func read(text: String, path: String) throws(TopicFileError) -> MailFile {
        let mapping = try TopicFile.mapping(of: text, path: path, kind: "the mail file", first: "host")
        var reader = MailReader(folder: TopicFile.folder(of: path))
        guard let file = reader.file(mapping), reader.problems.isEmpty else {
            throw TopicFileError(path: path, problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return file
    }
}

private struct MailReader: ProblemCollector {
    let folder: String
    var problems: [TopicProblem] = []

    static let keys = ["host", "port", "tls", "user", "password-file", "ca-file", "from", "to"]

    mutating func file(_ mapping: Node.Mapping) -> MailFile? {
        let fields = fields(of: mapping, allowed: Self.keys, in: "the mail file")
        if let secret = mapping.first(where: { ["password", "pass"].contains($0.key.string) }) {
            problems = [
                TopicProblem(
                    secret.key,
                    "a password does not stand in this file: put it into one that nobody else can read and name that as `password-file`, or into the "
                        + "variable BIGPICTURE_MAIL_PASSWORD.")
            ]
            return nil
        }
        for key in ["host", "from"] where fields[key] == nil {
            problems.append(TopicProblem(.mapping(mapping), "`\(key)` is missing."))
        }
        let host = fields["host"].flatMap { hostName($0) }, sender = fields["from"].flatMap { text($0, of: "from") }
        let port = fields["port"].flatMap { portNumber($0) }, encryption = kind(fields["tls"]), recipients = lists(fields["to"])
        guard let host, let sender else { return nil }
        return MailFile(
            host: host, port: port, encryption: encryption, user: fields["user"].flatMap { text($0, of: "user") },
            passwordFile: fields["password-file"].flatMap { path($0, of: "password-file") },
            trustedFile: fields["ca-file"].flatMap { path($0, of: "ca-file") }, sender: sender, recipients: recipients)
    }

    private mutating func hostName(_ node: Node) -> String? {
        guard let host = text(node, of: "host") else { return nil }
        if host.utf8.count <= 253, host.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !host.contains("/"), !host.contains("@") { return host }
        problems.append(TopicProblem(node, "`host` is the name of a mail server, such as `host: smtp.example.org`."))
        return nil
    }

    private mutating func portNumber(_ node: Node) -> Int? {
        if let port = text(node, of: "port").flatMap({ Int($0) }), (1...65_535).contains(port) { return port }
        problems.append(TopicProblem(node, "`port` is a number from 1 to 65535; left out, it is 465, 587 or 25, as `tls` says."))
        return nil
    }

    private mutating func kind(_ node: Node?) -> MailFile.Encryption {
        guard let node, let word = text(node, of: "tls") else { return .implicit }
        if let encryption = MailFile.Encryption(rawValue: word) { return encryption }
        problems.append(TopicProblem(node, "`tls` is one of \(Self.quoted(MailFile.Encryption.allCases.map(\.rawValue)))."))
        return .implicit
    }

    private mutating func lists(_ node: Node?) -> [String: [String]] {
        guard let node else { return [:] }
        guard case .mapping(let mapping) = node else {
            problems.append(TopicProblem(node, "`to` names for each topic who gets it, such as `port-of-tern: [desk@example.org]`."))
            return [:]
        }
        var found: [String: [String]] = [:]
        for (topic, addresses) in mapping {
            guard let name = topic.string else { continue }
            var seen: Set<String> = []
            found[name] = words(addresses, of: name).filter { seen.insert($0).inserted }
        }
        return found
    }

    private mutating func path(_ node: Node, of key: String) -> String? {
        text(node, of: key).map { $0.hasPrefix("/") ? $0 : folder + $0 }
    }
}
