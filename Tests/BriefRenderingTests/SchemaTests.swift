import BriefModel
import Foundation
import Testing

@testable import BriefRendering

@Suite("Published JSON") struct SchemaTests {
    private func schema(_ name: String) throws -> [String: Any] {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "Documentation/\(name).schema.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func problems(in bytes: [UInt8], schema name: String) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        let schema = try schema(name)
        return SchemaCheck(root: schema).problems(value, schema, at: "$")
    }

    @Test("a brief is what brief.schema.json says") func brief() throws {
        #expect(try problems(in: render(try SampleBrief.make(), as: .json), schema: "brief") == [])
        let wishes = UsageWishes(directives: [.noai], longestSnippet: 80, reservesMining: false, licences: ["https://a.example/l"])
        #expect(try problems(in: render(try SampleBrief.make(wishes: wishes), as: .json), schema: "brief") == [])
        #expect(try problems(in: render(try SampleBrief.make(), as: .json, notice: "A \"notice\"\n\u{1}"), schema: "brief") == [])
    }

    @Test("a brief that follows an edition is, too") func briefWithDelta() throws {
        let statements = try SampleBrief.make().draft.statements
        let kinds: [Delta.Change] = [.new, .toldNow, .strengthened(from: 1, to: 3), .revised(before: "“34”"), .disputed, .unchanged]
        let now = try #require(statements.first?.citations.first?.passage)
        let delta = Delta(
            since: Timestamp(day: SampleBrief.date(2, 14)),
            changes: Dictionary(zip(statements.map(\.id), kinds), uniquingKeysWith: { first, _ in first }),
            withdrawn: [
                Delta.Withdrawal(text: "It \"was\".", reason: .corrected, now: now), Delta.Withdrawal(text: "Gone.", reason: .passageGone, now: nil),
            ], leftOut: 2)
        #expect(try problems(in: render(try SampleBrief.make(delta: delta), as: .json), schema: "brief") == [])
    }

    @Test("an audit is what audit.schema.json says") func audit() throws {
        let (audit, sources) = try SampleBrief.audit()
        #expect(try problems(in: render(audit, sources: sources, as: .json), schema: "audit") == [])
        let bare = Audit(title: "", findings: [], articlesSearched: 0, firstDay: nil, lastDay: nil)
        #expect(try problems(in: render(bare, sources: [:], as: .json), schema: "audit") == [])
    }

    @Test("the check itself finds a missing key, a wrong type and a key too many") func checkWorks() throws {
        #expect(try problems(in: Array(#"{"format":"bigpicture.audit/1","statements":[{"verdict":"maybe","x":1}]}"#.utf8), schema: "audit").count > 6)
    }

    @Test("passages keep their place: the range cuts the exact words out of the article") func ranges() throws {
        let document = try #require(try JSONSerialization.jsonObject(with: Data(render(try SampleBrief.make(), as: .json))) as? [String: Any])
        let deck = try #require(document["deck"] as? [[String: Any]])
        let citation = try #require((deck[0]["citations"] as? [[String: Any]])?.first)
        let range = try #require(citation["range"] as? [Int])
        let text = try SampleBrief.text(try #require(citation["article"] as? String))
        #expect(text.slice(utf8: range[0]..<range[1]).map(String.init) == citation["exact"] as? String)
    }
}

/// As much of JSON Schema 2020-12 as our two schemas use.
private struct SchemaCheck {
    let root: [String: Any]

    func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let definitions = root["$defs"] as? [String: Any] ?? [:]
            guard let target = definitions[reference.replacing("#/$defs/", with: "")] as? [String: Any] else { return ["\(path): no \(reference)"] }
            return problems(value, target, at: path)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            return choices.contains { problems(value, $0, at: path).isEmpty } ? [] : ["\(path): fits none of the choices"]
        }
        var found: [String] = []
        if let constant = schema["const"] as? String, value as? String != constant { found.append("\(path): not \(constant)") }
        if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { "\($0)" == "\(value)" }) {
            found.append("\(path): \(value) is not allowed")
        }
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        if !types.isEmpty, !types.contains(where: { fits(value, $0) }) { return found + ["\(path): not \(types)"] }
        if let object = value as? [String: Any] { found += inObject(object, schema, at: path) }
        if let array = value as? [Any], let item = schema["items"] as? [String: Any] {
            if array.count < schema["minItems"] as? Int ?? 0 { found.append("\(path): too few") }
            for (place, element) in array.enumerated() { found += problems(element, item, at: "\(path)[\(place)]") }
        }
        return found
    }

    private func inObject(_ object: [String: Any], _ schema: [String: Any], at path: String) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
        for (key, value) in object {
            guard let property = properties[key] else {
                found.append("\(path): \(key) is not in the schema")
                continue
            }
            found += problems(value, property, at: "\(path).\(key)")
        }
        return found
    }

    private func fits(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        case "null": value is NSNull
        case "integer": value is Int
        case "boolean": value is Bool
        default: false
        }
    }
}
