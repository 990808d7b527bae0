import BriefModel
import BriefRendering
import FoundationEssentials
import Hummingbird
import Storage

/// Topics as programs make and change them: the values and checks of the form.
struct TopicAPI: Sendable {
    private let content: SiteContent

    init(_ content: SiteContent) { self.content = content }

    /// Bytes of a topic; a character takes at most six in JSON.
    private static let longest = 1 << 20

    func topic(_ name: String) async throws -> APIAnswer { try APIAnswer(try await record(name)) }

    func add(_ request: Request) async throws -> APIAnswer {
        let desk = try desk()
        let form = try await sent(request).form
        try Self.judge(form.sources, held: "")
        guard try await desk.sheet(Topic.slug(ofTitle: form.title)) == nil else { throw APITrouble.topicExists }
        return try await kept(desk.save(form, nil), isNew: true)
    }

    func put(_ request: Request, _ name: String) async throws -> APIAnswer {
        let desk = try desk()
        let sent = try await sent(request)
        let sheet = try await held(name, for: request)
        var form = sent.form
        try Self.judge(form.sources, held: sheet.form?.sources ?? "")
        form.seen = sheet.seen
        return try await kept(desk.save(form, sheet.name), isNew: false)
    }

    func remove(_ request: Request, _ name: String) async throws -> APIAnswer {
        let desk = try desk()
        let sheet = try await held(name, for: request)
        guard case .removed = try await desk.remove(sheet.name, sheet.seen) else { throw APITrouble.notAsHeld }
        var answer = APIAnswer([])
        answer.isEmpty = true
        return answer
    }

    /// What a program sends is written as the document says, so that a slip is told; what the topic has already may stay.
    private static func judge(_ sources: String, held: String) throws(APITrouble) {
        let shape = /(?:(?:feed|page|sitemap|opml): )?https?:\/\/[A-Za-z0-9.\-]+(?::[0-9]{1,4})?(?:[\/?#][!-~]*)?/
        let known = Set(TopicForm.items(held))
        for source in TopicForm.items(sources) where !known.contains(source) && (try? shape.wholeMatch(in: source)) == nil {
            throw .badTopic(["`sources`: “\(source)” is no address with an optional kind before it, such as `feed: https://example.org/feed.xml`."])
        }
    }

    private func desk() throws -> TopicDesk {
        guard let desk = content.topics else { throw APITrouble.onlyShown }
        return desk
    }

    /// The topic at hand, if it is still as the asker holds it (`If-Match`; RFC 9110, section 13.1.1).
    private func held(_ name: String, for request: Request) async throws -> TopicSheet {
        guard let sheet = try await content.topics?.sheet(name) else { throw SiteTrouble.noSuchTopic }
        if let match = request.headers[.ifMatch] {
            let tag = EntityTag(of: try APIAnswer.encoded(try await record(name)))
            guard tag.isAmong(match) else { throw APITrouble.notAsHeld }
        }
        return sheet
    }

    private func kept(_ outcome: TopicOutcome, isNew: Bool) async throws -> APIAnswer {
        switch outcome {
        case .kept(let name, let slug):
            var answer = try APIAnswer(try await record(name))
            if isNew { answer.made = .site("api", "v1", "topics", slug) }
            return answer
        case .wrong(let check) where check.isTaken: throw APITrouble.topicExists
        case .wrong(let check):
            throw APITrouble.badTopic(check.faults.map { fault in (fault.field.map { "`\($0)`: " } ?? "") + fault.phrase.english })
        case .changedMeanwhile: throw APITrouble.notAsHeld
        case .gone, .removed: throw SiteTrouble.noSuchTopic
        }
    }

    /// What its file says; of one that has none here, what its editions do.
    private func record(_ name: String) async throws -> TopicRecord {
        if let sheet = try await content.topics?.sheet(name) { return TopicRecord(sheet) }
        guard let summary = try await content.home().topics.first(where: { $0.slug == name }) else { throw SiteTrouble.noSuchTopic }
        return TopicRecord(topic: summary.slug, title: summary.title)
    }

    private func sent(_ request: Request) async throws -> TopicRequest {
        let type = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard type == "application/json" else { throw APITrouble.notJSON }
        let body = try await request.wholeBody(upTo: Self.longest)
        guard let sent = try? JSONDecoder().decode(TopicRequest.self, from: Data(body.readableBytesView)) else { throw APITrouble.unreadableBody }
        return sent
    }
}

/// A topic as a program sends it: the fields of its form. A name that is none of them is a slip of the pen.
private struct TopicRequest: Decodable {
    let form: TopicForm

    private enum Key: String, CodingKey, CaseIterable { case title, question, series, include, exclude, sources, schedule, words }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where Key(rawValue: key.stringValue) == nil {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "unknown member \(key.stringValue)"))
        }
        let values = try decoder.container(keyedBy: Key.self)
        // A member that is there has a value; null is none.
        func value<Value: Decodable>(_ key: Key, or other: Value) throws -> Value {
            values.contains(key) ? try values.decode(Value.self, forKey: key) : other
        }
        func lines(_ key: Key) throws -> String {
            try value(key, or: [String]()).map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
                .joined(separator: "\n")
        }
        var form = TopicForm()
        form.title = try values.decode(String.self, forKey: .title)
        form.question = try value(.question, or: "")
        form.series = try value(.series, or: "")
        form.include = try lines(.include)
        form.exclude = try lines(.exclude)
        form.sources = try lines(.sources)
        form.schedule = try value(.schedule, or: Schedule.manual.rawValue)
        form.words = values.contains(.words) ? String(try values.decode(Int.self, forKey: .words)) : ""
        self.form = form
    }
}

/// A topic as a program reads it. Keys of its file that no form shows are not told, and stay.
private struct TopicRecord: Encodable {
    let topic, title: String
    var question, series: String?
    var include, exclude, sources: [String]?
    var schedule: String?
    var words: Int?

    init(topic: String, title: String) {
        self.topic = topic
        self.title = title
    }

    init(_ sheet: TopicSheet) {
        self.init(topic: sheet.slug ?? sheet.name, title: sheet.form?.title ?? sheet.name)
        guard let form = sheet.form else { return }
        question = form.question.isEmpty ? nil : form.question
        series = form.series.isEmpty ? nil : form.series
        include = TopicForm.items(form.include)
        exclude = TopicForm.items(form.exclude)
        sources = TopicForm.items(form.sources)
        schedule = form.schedule
        words = Int(form.words)
    }
}
