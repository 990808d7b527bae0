import BriefModel

/// What a tool found. A place in an article is its identifier, version and UTF-8 byte range, as briefs cite it.
enum Found: Encodable {
    case articles([Hit])
    case topics([Topic])
    case brief(BriefSummary)
    case passage(PassageText)
    case audit(AuditSummary)

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .articles(let hits): try ["articles": hits].encode(to: encoder)
        case .topics(let topics): try ["topics": topics].encode(to: encoder)
        case .brief(let brief): try brief.encode(to: encoder)
        case .passage(let passage): try passage.encode(to: encoder)
        case .audit(let audit): try audit.encode(to: encoder)
        }
    }

    struct Hit: Encodable {
        let article, title, outlet, day, language, snippet: String

        init(_ found: FoundArticle) {
            article = found.id.rawValue
            title = found.title
            outlet = found.outlet.name
            day = found.day.description
            language = found.language
            snippet = found.snippet
        }
    }

    struct Topic: Encodable {
        let topic, title: String
        let headline, asOf: String?

        init(_ summary: TopicSummary) {
            topic = summary.slug
            title = summary.title
            headline = summary.headline
            asOf = summary.asOf?.description
        }
    }

    struct Place: Encodable {
        let article: String
        let version, from, to: Int
        let outlet, exact: String

        init(_ passage: Passage, outlet: String) {
            article = passage.article.rawValue
            version = passage.version
            from = passage.range.lowerBound
            to = passage.range.upperBound
            exact = passage.exact
            self.outlet = outlet
        }
    }

    struct Line: Encodable {
        let text: String
        /// Independent ones; reprints are folded in.
        let outlets: Int
        let passages: [Place]
        let saysOtherwise: [Otherwise]

        struct Otherwise: Encodable {
            let why: String
            let passage: Place
        }

        init(_ statement: Statement, outlets names: [OutletID: String]) {
            text = statement.text
            outlets = statement.corroboration.outlets.count
            passages = statement.citations.map { Place($0.passage, outlet: names[$0.outlet] ?? $0.outlet.rawValue) }
            saysOtherwise = statement.dissent.map {
                Otherwise(why: $0.why, passage: Place($0.citation.passage, outlet: names[$0.citation.outlet] ?? $0.citation.outlet.rawValue))
            }
        }
    }

    struct BriefSummary: Encodable {
        struct Part: Encodable {
            let title: String
            let heading: String?
            let statements: [Line]
        }

        let title, asOf: String
        let headline: Line
        let deck: [Line]
        let sections: [Part]

        init(_ brief: Brief) {
            let draft = brief.draft
            let names = Dictionary(brief.outlets.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            title = draft.title
            asOf = brief.asOf.description
            headline = Line(draft.headline, outlets: names)
            deck = draft.deck.map { Line($0, outlets: names) }
            sections = draft.sections.flatMap { section in
                section.blocks.map { Part(title: section.title, heading: $0.heading, statements: $0.statements.map { Line($0, outlets: names) }) }
            }
        }
    }

    struct PassageText: Encodable {
        let article: String
        let version, from, to: Int
        let exact, title, outlet, address, day, language: String
        /// The paragraphs it stands in, whole.
        let paragraphs: [String]

        init(_ stored: StoredArticle, range: Range<Int>, exact: String) {
            let article = stored.article
            self.article = article.id.rawValue
            version = article.version
            from = range.lowerBound
            to = range.upperBound
            self.exact = exact
            title = article.title
            outlet = stored.outlet.name
            address = article.address
            day = article.day.description
            language = article.language
            paragraphs = article.blocks.filter { $0.range.overlaps(range) }.compactMap { article.text.slice(utf8: $0.range).map(String.init) }
        }
    }

    struct AuditSummary: Encodable {
        struct Checked: Encodable {
            let text, verdict, note: String
            let reasons: [String]
            let evidence: [Place]
        }

        let articlesSearched: Int
        let lines: [Checked]

        init(_ audit: Audit, sources: [ArticleID: BriefSource]) {
            articlesSearched = audit.articlesSearched
            lines = audit.findings.map { finding in
                Checked(
                    text: finding.text, verdict: finding.verdict.rawValue, note: finding.note, reasons: finding.reasons.map(\.rawValue),
                    evidence: finding.evidence.map { Place($0.passage, outlet: sources[$0.passage.article]?.outlet.name ?? "") })
            }
        }
    }
}
