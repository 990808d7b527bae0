public import BriefModel
import Foundation
import TopicFiles

/// The topics of a library: one YAML file each, in its `topics` folder.
public struct TopicShelf: Sendable {
    let place: LibraryPlace
    private var folder: String { place.topics }

    public init(_ place: LibraryPlace) { self.place = place }

    /// A topic by its name in the library, or by the path of a file.
    public func topic(named name: String) throws(TopicShelfError) -> Topic {
        let path = FileManager.default.fileExists(atPath: name) ? name : "\(folder)/\(name).yaml"
        guard let bytes = FileManager.default.contents(atPath: path) else { throw .notFound(name: name, known: try names()) }
        return try Self.topic(yaml: String(decoding: bytes, as: UTF8.self), path: path)
    }

    /// A topic from the text of a topic file.
    public static func topic(yaml: String, path: String) throws(TopicShelfError) -> Topic {
        do throws(TopicFileError) {
            return try TopicFile.read(text: yaml, path: path)
        } catch {
            throw .wrong(error.description)
        }
    }

    /// The names of the topics, sorted.
    public func names() throws(TopicShelfError) -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
                .sorted()
        } catch {
            throw .cannotUse(path: folder)
        }
    }

    /// Every topic whose file can be read; of the others it is told why not.
    public func readable(_ report: (String) -> Void) -> [Topic] {
        let names: [String]
        do throws(TopicShelfError) {
            names = try self.names()
        } catch {
            report(error.description)
            return []
        }
        return names.compactMap { name in
            do throws(TopicShelfError) {
                return try topic(named: name)
            } catch {
                report(error.description)
                return nil
            }
        }
    }

    /// Writes a topic file to fill in.
    /// - Returns: where it lies.
    /// - Throws: when there is one of that name already; it is never overwritten.
    public func add(title: String) throws(TopicShelfError) -> String {
        let name = Topic.slug(ofTitle: title)
        guard try keepIfNew(TopicFile.template(title: title), named: name) else { throw .exists(path: "\(folder)/\(name).yaml") }
        return "\(folder)/\(name).yaml"
    }

    /// Keeps a topic file under a name; one that is there stays as it is.
    /// - Returns: whether it was written.
    @discardableResult
    public func keepIfNew(_ yaml: String, named name: String) throws(TopicShelfError) -> Bool {
        let path = "\(folder)/\(name).yaml"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard !FileManager.default.fileExists(atPath: path) else { return false }
            try Data(yaml.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
            return true
        } catch {
            throw .cannotUse(path: path)
        }
    }
}

/// Why a topic cannot be had.
public enum TopicShelfError: Error, Hashable, Sendable, CustomStringConvertible {
    case notFound(name: String, known: [String])
    /// Every problem with line and remedy, one a line.
    case wrong(String)
    case exists(path: String)
    case cannotUse(path: String)

    public var description: String {
        switch self {
        case .notFound(let name, let known):
            "There is no topic or file '\(name)'. "
                + (known.isEmpty ? "Make one with: bigpicture topic new \"TITLE\"" : "The library has: \(known.joined(separator: ", ")).")
        case .wrong(let problems): problems
        case .exists(let path): "\(path) is there already and was left as it is; edit it, or choose another title."
        case .cannotUse(let path): "\(path) cannot be read or written."
        }
    }
}
