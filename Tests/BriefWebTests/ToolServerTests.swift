import BriefModel
import BriefWeb
import Foundation
import Testing

@Suite struct ToolServerTests {
    private func ask(_ message: String) async throws -> [String: Any]? {
        guard let answer = await ToolServer(try SampleSite.content(), version: "9", report: { _ in }).answer(Array(message.utf8)) else { return nil }
        #expect(!answer.contains(0x0A), "a message is one line")
        return try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any]
    }

    /// What a tool brought, as values; nil where it says it failed.
    private func use(_ tool: String, _ arguments: String) async throws -> (found: [String: Any]?, text: String, failed: Bool) {
        let answer = try await ask(#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#)
        let result = try #require(answer?["result"] as? [String: Any])
        let text = try #require((result["content"] as? [[String: Any]])?.first?["text"] as? String)
        return (result["structuredContent"] as? [String: Any], text, result["isError"] as? Bool ?? false)
    }

    private func code(_ message: String) async throws -> Int? { (try await ask(message)?["error"] as? [String: Any])?["code"] as? Int }

    @Test(arguments: [("2025-03-26", "2025-03-26"), ("2024-11-05", "2024-11-05"), ("1999-01-01", "2025-06-18")])
    func itSpeaksTheRevisionItIsAskedForWhereItKnowsIt(_ asked: String, _ spoken: String) async throws {
        let answer = try await ask(#"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\#(asked)","capabilities":{}}}"#)
        let result = try #require(answer?["result"] as? [String: Any])
        #expect(result["protocolVersion"] as? String == spoken)
        #expect(answer?["id"] as? String == "a")
        #expect((result["serverInfo"] as? [String: Any])?["version"] as? String == "9")
    }

    @Test func itListsToolsThatOnlyRead() async throws {
        let answer = try await ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
        let tools = try #require((answer?["result"] as? [String: Any])?["tools"] as? [[String: Any]])
        #expect(tools.compactMap { $0["name"] as? String } == ["search", "brief", "passage", "audit"])
        for tool in tools {
            #expect((tool["annotations"] as? [String: Any])?["readOnlyHint"] as? Bool == true)
            #expect((tool["inputSchema"] as? [String: Any])?["type"] as? String == "object")
        }
    }

    @Test func aSearchBringsArticlesAndASayingOfNothingIsNoError() async throws {
        let found = try #require(try await use("search", #"{"query":"chips"}"#).found?["articles"] as? [[String: Any]])
        #expect(found.count == 1 && found[0]["article"] as? String == "wire-1" && found[0]["outlet"] as? String == "Wire & Co")
        let none = try await use("search", #"{"query":"zebra"}"#)
        #expect((none.found?["articles"] as? [Any])?.isEmpty == true && !none.failed)
    }

    @Test func aBriefBringsEachStatementWithThePlacesOfItsPassages() async throws {
        let brief = try #require(try await use("brief", #"{"topic":"chips"}"#).found)
        let headline = try #require(brief["headline"] as? [String: Any])
        let place = try #require((headline["passages"] as? [[String: Any]])?.first)
        let (article, from, to) = (place["article"] as? String, place["from"] as? Int, place["to"] as? Int)
        #expect(article == "wire-1" && headline["outlets"] as? Int == 1)
        // The place leads to the very words.
        let passage = try await use("passage", #"{"article":"wire-1","version":1,"from":\#(try #require(from)),"to":\#(try #require(to))}"#)
        #expect(passage.found?["exact"] as? String == place["exact"] as? String)
        #expect(passage.found?["paragraphs"] as? [String] == ["Customs held the chips back."])
        #expect(passage.found?["address"] as? String == "https://wire.example/1")
    }

    @Test func withoutATopicTheTopicsAreListed() async throws {
        let topics = try #require(try await use("brief", "{}").found?["topics"] as? [[String: Any]])
        #expect(topics.first?["topic"] as? String == "chips")
    }

    @Test func whatASourceSaysIsDataAndNothingMore() async throws {
        let passage = try await use("passage", #"{"article":"wire-1"}"#)
        #expect((passage.found?["exact"] as? String)?.contains(SampleSite.hostile) == true)
        #expect(!passage.failed)
    }

    @Test(arguments: [
        ("passage", #"{"article":"nobody"}"#), ("passage", "{}"), ("passage", #"{"article":"wire-1","from":-1,"to":4}"#),
        ("passage", #"{"article":"wire-1","from":5,"to":900000}"#), ("passage", #"{"article":"wire-1","from":9,"to":3}"#),
        ("brief", #"{"topic":"nothing"}"#), ("brief", #"{"topic":"broken"}"#), ("search", #"{"query":"  "}"#),
        ("search", #"{"query":"chips","limit":100000}"#), ("audit", #"{"text":""}"#),
    ])
    func aToolThatCannotSaysWhyAndTellsNoPath(_ tool: String, _ arguments: String) async throws {
        let outcome = try await use(tool, arguments)
        #expect(outcome.failed && outcome.found == nil)
        #expect(outcome.text.count > 20 && !outcome.text.contains("page 3") && !outcome.text.contains("/"), "\(outcome.text)")
    }

    @Test func whatFailsInsideIsToldToWhoeverRunsTheProgramAlone() async throws {
        let (told, noting) = AsyncStream.makeStream(of: String.self)
        let server = ToolServer(try SampleSite.content(), version: "9", report: { noting.yield($0) })
        let call = #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"brief","arguments":{"topic":"broken"}}}"#
        let answer = String(decoding: try #require(await server.answer(Array(call.utf8))), as: UTF8.self)
        noting.finish()
        var words: [String] = []
        for await line in told { words.append(line) }
        #expect(words.count == 1 && words[0].contains("page 3") && !answer.contains("page 3"))
    }

    @Test func badMessagesAreAnsweredByTheProtocolsCodes() async throws {
        #expect(try await code("{") == -32700)
        #expect(try await code("[]") == -32600)
        #expect(try await code("7") == -32600)
        #expect(try await code(#"{"id":1,"method":"ping"}"#) == -32600)
        #expect(try await code(#"{"jsonrpc":"2.0","id":1,"method":"tools/burn"}"#) == -32601)
        #expect(try await code(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#) == -32602)
        #expect(try await code(#"{"jsonrpc":"2.0","id":1,"method":"tools/call"}"#) == -32602)
        #expect(try await code(String(repeating: "[", count: 100_000)) == -32700)
    }

    @Test func aNotificationHasNoAnswer() async throws {
        #expect(try await ask(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
        #expect(try await ask(#"{"jsonrpc":"2.0","id":3,"method":"ping"}"#)?["result"] != nil)
    }
}
