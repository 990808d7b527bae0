public import BriefModel
import Yams

/// A topic as a person writes it: YAML to `Topic`, with every problem named by line, column and remedy.
public enum TopicFile {
    /// Larger files are refused: a topic is written by hand.
    static let sizeLimit = 1 << 20

    /// - Parameters:
    ///   - text: the YAML.
    ///   - path: where it lies; relative paths inside are taken from its folder.
    /// - Throws: all problems at once, in the order of the file.
    public static func read(text: String, path: String) throws(TopicFileError) -> Topic {
        let mapping = try mapping(of: text, path: path, kind: "a topic file", first: "title")
        var reader = TopicReader(folder: folder(of: path))
        guard let topic = reader.topic(mapping), reader.problems.isEmpty else {
            throw TopicFileError(path: path, problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return topic
    }

    /// The keys and values of a file, once it is known that to parse it is safe.
    static func mapping(of text: String, path: String, kind: String, first: String) throws(TopicFileError) -> Node.Mapping {
        guard text.utf8.count <= sizeLimit else {
            throw TopicFileError(
                path: path, problems: [TopicProblem(line: 1, column: 1, message: "the file is larger than 1 MiB; such a file is a page of text.")])
        }
        if let problem = Nesting.problem(in: text) { throw TopicFileError(path: path, problems: [problem]) }
        let node: Node?
        do {
            node = try compose(yaml: text)
        } catch {
            throw TopicFileError(path: path, problems: [TopicProblem(error)])
        }
        guard case .mapping(let mapping)? = node else {
            let mark = node?.mark
            throw TopicFileError(
                path: path,
                problems: [
                    TopicProblem(
                        line: mark?.line ?? 1, column: mark?.column ?? 1,
                        message: "\(kind) is a list of `key: value` lines; it begins with `\(first):`.")
                ])
        }
        return mapping
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }
}

/// Everything wrong with a topic file.
public struct TopicFileError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let problems: [TopicProblem]

    /// One `path:line:column: message` a line.
    public var description: String {
        problems.map { "\(path):\($0.line):\($0.column): \($0.message)" }.joined(separator: "\n")
    }
}

/// One thing wrong, with what is allowed there.
public struct TopicProblem: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// From 1.
    public let column: Int
    public let message: String
    /// What people often get wrong in a form, apart from the words for it.
    public let matter: Matter?

    public enum Matter: Hashable, Sendable {
        case noSource
        case sourceForm
        case address(String)
        case length
    }

    init(line: Int, column: Int, message: String, about matter: Matter? = nil) {
        self.line = line
        self.column = column
        self.message = message
        self.matter = matter
    }

    init(_ node: Node, _ message: String, about matter: Matter? = nil) {
        self.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message, about: matter)
    }

    /// What the YAML parser says, without its drawing.
    init(_ error: any Error) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            self.init(line: mark.line, column: mark.column, message: "not YAML: \(problem).")
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            self.init(
                line: context.mark.line, column: context.mark.column,
                message: "the key \(keys.map { "`\($0)`" }.joined(separator: ", ")) is given twice.")
        default:
            self.init(line: 1, column: 1, message: "not YAML: the text cannot be read.")
        }
    }
}
