public import BriefModel
import FoundationEssentials

/// A brief as it was published (Documentation/brief.schema.json), read back: its statements with what stands behind them.
public struct PublishedBrief: Sendable {
    public let title: String
    public let topic: String
    public let asOf: Timestamp
    /// Without disputes: they are published for readers, with less than the engine knows of them.
    public let draft: Draft
    /// The passages of its disputes, followed or not.
    public let disputed: [Passage]
    /// What verification said of each statement when it was published.
    public let verdicts: [StatementID: Verdict]

    /// Nil where the JSON is not one of ours.
    public init?(json: some Sequence<UInt8>) {
        let record: Record
        do { record = try JSONDecoder().decode(Record.self, from: Data(json)) } catch { return nil }
        guard record.format == "bigpicture.brief/1", let asOf = Timestamp(iso: record.asOf) else { return nil }
        title = record.title
        topic = record.topic
        self.asOf = asOf
        draft = Draft(
            title: record.title, topic: record.topic, series: record.series, headline: record.headline.statement,
            deck: record.deck.map(\.statement),
            sections: record.sections.map { section in
                Section(
                    kind: section.kind, title: section.title,
                    blocks: section.blocks.map { Block(heading: $0.heading, style: $0.style, statements: $0.statements.map(\.statement)) })
            },
            timeline: record.timeline.compactMap { dated in
                CalendarDay(iso: dated.day).map { DatedStatement(day: $0, statement: dated.statement.statement) }
            })
        disputed = record.disputes.flatMap { [$0.followed.passage, $0.notFollowed.passage] }
        let all = [record.headline] + record.deck + record.sections.flatMap { $0.blocks.flatMap(\.statements) } + record.timeline.map(\.statement)
        verdicts = Dictionary(
            all.compactMap { line in line.finding.map { (StatementID(line.id), $0.verdict) } }, uniquingKeysWith: { first, _ in first })
    }
}

// MARK: the shape of the JSON

private struct Record: Decodable {
    struct Part: Decodable {
        let kind: Section.Kind
        let title: String
        let blocks: [Stretch]
    }

    struct Stretch: Decodable {
        let heading: String?
        let style: Block.Style
        let statements: [Line]
    }

    struct Dated: Decodable {
        let day: String
        let statement: Line
    }

    struct Line: Decodable {
        let id: String
        let text: String
        let story: String?
        let outlets: [String]
        let origins: [String]
        let citations: [Cited]
        let dissent: [Otherwise]
        let finding: Found?

        var statement: Statement {
            Statement(
                id: StatementID(id), text: text, citations: citations.map(\.citation),
                corroboration: Corroboration(outlets: outlets.map { OutletID($0) }, origins: origins),
                dissent: dissent.map { Dissent(citation: $0.citation.citation, why: $0.why) }, story: story.map { StoryID($0) })
        }
    }

    struct Found: Decodable { let verdict: Verdict }

    struct Otherwise: Decodable {
        let why: String
        let citation: Cited
    }

    struct Disputed: Decodable {
        let followed: Quoted
        let notFollowed: Quoted

        enum CodingKeys: String, CodingKey { case followed, notFollowed = "not_followed" }
    }

    /// Ranges are published as `[start, end]`.
    struct Quoted: Decodable {
        let passage: Passage

        private enum Key: String, CodingKey { case article, version, range, exact, page }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            let ends = try values.decode([Int].self, forKey: .range)
            guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else {
                throw DecodingError.dataCorruptedError(forKey: .range, in: values, debugDescription: "not [start, end]")
            }
            passage = Passage(
                article: ArticleID(try values.decode(String.self, forKey: .article)), version: try values.decode(Int.self, forKey: .version),
                range: ends[0]..<ends[1], exact: try values.decode(String.self, forKey: .exact),
                page: try values.decodeIfPresent(String.self, forKey: .page))
        }
    }

    struct Cited: Decodable {
        let citation: Citation

        private enum Key: String, CodingKey { case marked, outlet, day, language, reprinted = "reprinted_by" }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            guard let day = CalendarDay(iso: try values.decode(String.self, forKey: .day)) else {
                throw DecodingError.dataCorruptedError(forKey: .day, in: values, debugDescription: "no day")
            }
            let marked = try values.decodeIfPresent([Int].self, forKey: .marked)
            citation = Citation(
                passage: try Quoted(from: decoder).passage, marked: marked.flatMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]..<$0[1] : nil },
                outlet: OutletID(try values.decode(String.self, forKey: .outlet)), day: day,
                reprintedBy: try values.decode([String].self, forKey: .reprinted).map { OutletID($0) },
                language: try values.decode(String.self, forKey: .language))
        }
    }

    private enum CodingKeys: String, CodingKey {
        case format, title, topic, series, asOf = "as_of", headline, deck, sections, timeline, disputes
    }

    let format: String
    let title: String
    let topic: String
    let series: String?
    let asOf: String
    let headline: Line
    let deck: [Line]
    let sections: [Part]
    let timeline: [Dated]
    let disputes: [Disputed]
}
