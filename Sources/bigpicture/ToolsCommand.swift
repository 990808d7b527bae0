import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefWeb

struct ServeTools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Lets an assistant search, read, cite and check over this library (Model Context Protocol, standard input and output).",
        discussion: """
            An assistant starts it and speaks to it line by line; nobody types here. Its tools only read: `search`, `brief`, `passage` and `audit`. Every
            passage comes with its article, version and byte range, so that what the assistant says can be checked. It ends when its input ends.

            EXAMPLES
              bigpicture mcp --library ./library
              {"mcpServers": {"bigpicture": {"command": "bigpicture", "args": ["mcp", "--library", "/home/ana/library"]}}}   (an assistant's settings)
            """)

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let bootstrap = try Bootstrap.opening(library.place, for: .reading)
        let server = ToolServer(
            bootstrap.site(topics: TopicShelf(library.place), asOf: { Clock.system.now() }), version: BigPicture.configuration.version,
            report: { StandardError.line($0) })
        var lines = LineReader(longest: ToolServer.longestMessage)
        while let line = lines.next() {
            let answer = if let bytes = line.bytes { await server.answer(bytes) } else { server.answerToTooLong() as [UInt8]? }
            if let answer { try StandardOutput.write(answer + [UInt8(ascii: "\n")]) }
        }
    }
}
