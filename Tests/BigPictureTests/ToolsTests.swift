import Foundation
import Testing

/// `bigpicture mcp`, spoken to by line and by the client library that assistants are built on (PyPI: mcp).
@Suite struct ToolsTests {
    private static let python = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: ".build-peers/bin/python3")
    static let hasClient = FileManager.default.isExecutableFile(atPath: python.path)

    private static let report = """
        Tern bridge reopens to lorries

        HARBOUR VALE, 3 March 2026. The Tern bridge reopened to lorries on Tuesday after repairs that cost 4.2 million euros, the city council said.
        Mayor Anna Keller said that traffic would return to normal within a week.
        """

    private func withLibrary(_ body: (URL) throws -> Void) throws {
        try Program.withFolder { folder in
            try Data(Self.report.utf8).write(to: folder.appending(path: "report.txt"))
            let run = try Program.run(["brief", "--sources", "report.txt", "--library", "library"], in: folder)
            #expect(run.status == 0, "\(run.errors)")
            try body(folder)
        }
    }

    @Test func eachLineIsAnsweredByALineUntilTheInputEnds() throws {
        try withLibrary { folder in
            let input = """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                {"jsonrpc":"2.0","method":"notifications/initialized"}
                this is no message
                {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"lorries"}}}
                """
            let run = try Program.run(["mcp", "--library", "library"], input: input, in: folder)
            let lines = run.output.split(separator: "\n")
            #expect(run.status == 0 && lines.count == 3, "\(run.errors)")
            #expect(lines.first?.contains(#""protocolVersion":"2025-06-18""#) == true)
            #expect(lines.dropFirst().first?.contains("-32700") == true)
            #expect(lines.last?.contains("Tern bridge reopens") == true)
        }
    }

    @Test(.enabled(if: hasClient, "the client of Scripts/peers.txt is not installed: run Scripts/peers"), .timeLimit(.minutes(10)))
    func theClientLibraryOfAssistantsUsesEveryTool() throws {
        try withLibrary { folder in
            let process = Process(), output = Pipe()
            process.executableURL = Self.python
            process.arguments = ["-c", Self.client, Program.path.path, "library"]
            process.currentDirectoryURL = folder
            process.standardOutput = output
            try process.run()
            let said = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            let answer = try #require(try JSONSerialization.jsonObject(with: said) as? [String: Any])
            #expect(answer["tools"] as? [String] == ["search", "brief", "passage", "audit"])
            #expect(answer["headline"] as? String == answer["exact"] as? String || (answer["exact"] as? String)?.contains("Tern bridge") == true)
            #expect(answer["verdict"] as? String == "contradicted")
        }
    }

    private static let client = """
        import asyncio, json, sys
        from mcp import ClientSession, StdioServerParameters
        from mcp.client.stdio import stdio_client
        def values(answer): return json.loads(answer.content[0].text)
        async def main():
            async with stdio_client(StdioServerParameters(command=sys.argv[1], args=["mcp", "--library", sys.argv[2]])) as (read, write):
                async with ClientSession(read, write) as session:
                    await session.initialize()
                    tools = [tool.name for tool in (await session.list_tools()).tools]
                    found = values(await session.call_tool("search", {"query": "bridge"}))["articles"]
                    topic = values(await session.call_tool("brief", {}))["topics"][0]["topic"]
                    headline = values(await session.call_tool("brief", {"topic": topic}))["headline"]
                    place = {key: headline["passages"][0][key] for key in ("article", "version", "from", "to")}
                    passage = values(await session.call_tool("passage", place))
                    audit = values(await session.call_tool("audit", {"text": "The repairs of the Tern bridge cost 9.7 million euros."}))
                    assert found[0]["article"] == passage["article"]
                    print(json.dumps({"tools": tools, "headline": headline["text"], "exact": passage["exact"], "verdict": audit["lines"][0]["verdict"]}))
        asyncio.run(main())
        """
}
