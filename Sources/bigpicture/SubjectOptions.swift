import ArgumentParser
import BriefBootstrap
import BriefModel
import Glibc

/// What to follow: a topic of the library, a topic file, or plain sources.
struct SubjectOptions: ParsableArguments {
    @Argument(help: "A topic of the library by its name (bigpicture topic list), or a topic file.")
    var topic: String?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Read these instead of a topic's sources: OPML files, feeds, pages, folders.", valueName: "file|address"))
    var sources: [String] = []

    @Flag(name: .long, help: "Let sources lie on this machine or a private network.")
    var allowLocal = false

    func validate() throws {
        guard (topic == nil) != sources.isEmpty else {
            throw ValidationError("Name a topic, or give --sources; not both.")
        }
    }

    func topic(in place: LibraryPlace) throws -> Topic {
        guard let topic else {
            return Topic(title: "", sources: try sources.map(Self.location), allowsLocalAddresses: allowLocal)
        }
        var read = try topicWork { () throws(TopicShelfError) in try TopicShelf(place).topic(named: topic) }
        read.allowsLocalAddresses = read.allowsLocalAddresses || allowLocal
        return read
    }

    /// What a person means by a source.
    static func location(_ text: String) throws -> SourceLocation {
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return .address(text) }
        var status = stat()
        guard stat(text, &status) == 0 else {
            throw Exit.failing("\(text): neither an http(s) address nor a file or folder that exists.", code: Exit.noInput)
        }
        if status.st_mode & S_IFMT == S_IFDIR { return .folder(text) }
        return text.lowercased().hasSuffix(".opml") ? .opmlFile(text) : .file(text)
    }
}
