import BriefModel

/// A brief as a STIX 2.1 bundle (OASIS Standard, 10 June 2021): a report of notes, one a statement, with the passages as external references; an opinion
/// for each voice that says otherwise; the outlets as identities. Identifiers are made of what an object says, so that the same edition gives the same
/// bundle, and another one never contradicts it.
struct StixBundle {
    let brief: Brief
    let references: References
    let marking: TrafficLight?

    init(_ brief: Brief, marking: TrafficLight?) {
        self.brief = brief
        references = References(brief)
        self.marking = marking
    }

    func document() -> [UInt8] {
        let notes = references.statements.map(note)
        let opinions = opinions(on: notes)
        let outlets = outlets
        let report = report(on: (notes + opinions + outlets).map(\.id))
        var json = JSONWriter()
        json.object { json in
            json.field("type", "bundle")
            json.field("id", StixObject.identifier(.bundle, [report.id]))
            var objects = ([report] + notes + opinions + outlets + [Self.ourselves]).map { object in
                { (json: inout JSONWriter) in object.write(createdBy: Self.ourselves.id, marking: marking, to: &json) }
            }
            if let marking { objects.append { $0.marking(marking) } }
            json.array("objects", objects) { json, write in write(&json) }
        }
        json.newline()
        return json.bytes
    }

    // MARK: objects

    private var moment: Timestamp { brief.asOf }

    /// What sets this edition's objects apart from those of every other.
    private var edition: [String] { [brief.draft.topic, moment.description, marking?.label ?? ""] }

    private func report(on objects: [String]) -> StixObject {
        let deck = brief.draft.deck.map(\.text).joined(separator: " ")
        let description = [deck, brief.countLine(statements: references.statements.count).english].filter { !$0.isEmpty }.joined(separator: "\n\n")
        return StixObject(.report, named: edition + objects, moment: moment) { json in
            json.field("name", brief.draft.headline.text)
            json.field("description", description)
            json.field("published", moment.stix)
            json.field("lang", "en")
            json.field("object_refs", objects)
        }
    }

    private func note(_ statement: Statement) -> StixObject {
        let number = references.number(of: statement)
        let external = statement.citations.map { ExternalReference($0, in: references) }
        let outlets = Set(statement.citations.map(\.outlet)).sorted().map { identity(of: $0).id }
        return StixObject(
            .note, named: edition + [String(number), statement.text] + external.map(\.place) + outlets, moment: moment
        ) { json in
            json.field("abstract", "Statement \(number): \(references.corroboration(statement).english)")
            json.field("content", statement.text)
            json.field("lang", "en")
            if let confidence = references.credibility(statement).grade.stixConfidence { json.field("confidence", confidence) }
            json.array("external_references", external) { json, item in json.object { item.write(to: &$0) } }
            json.field("object_refs", outlets)
        }
    }

    /// Who says otherwise of a statement; and both sides of a dispute about something that a statement rests on.
    private func opinions(on notes: [StixObject]) -> [StixObject] {
        var opinions: [StixObject] = []
        var told: Set<[String]> = []
        func add(_ passage: ExternalReference, outlet: String, why: String, on statement: Statement) {
            let note = notes[references.number(of: statement) - 1].id
            guard told.insert([note, passage.place]).inserted else { return }
            opinions.append(
                StixObject(.opinion, named: edition + [note, passage.place, why], moment: moment) { json in
                    json.field("explanation", "“\(passage.words)” \(why)")
                    json.field("authors", [outlet])
                    json.field("opinion", "disagree")
                    json.array("external_references", [passage]) { json, item in json.object { item.write(to: &$0) } }
                    json.field("object_refs", [note])
                })
        }
        for statement in references.statements {
            for dissent in statement.dissent {
                add(
                    ExternalReference(dissent.citation, in: references), outlet: references.outlet(dissent.citation.outlet).name,
                    why: dissent.notFollowed, on: statement)
            }
        }
        for dispute in brief.draft.disputes {
            guard let statement = references.statement(citing: dispute.followed.passage),
                let source = references.source(dispute.notFollowed.passage.article)
            else { continue }
            let told = Wording.explanation(dispute)
            let why =
                "Not followed. \(dispute.whatDiffers.capitalizedFirst.closed) "
                + [told.label?.english, told.why].compactMap { $0 }.joined(separator: " ")
            add(ExternalReference(dispute.notFollowed.passage, of: source), outlet: source.outlet.name, why: why, on: statement)
        }
        return opinions
    }

    private var outlets: [StixObject] {
        let cited = references.statements.flatMap { $0.citations.map(\.outlet) } + brief.sources.map(\.outlet.id)
        return Set(cited).sorted().map(identity)
    }

    /// An outlet is the same in every edition as long as the same is known of it, so its moment is none of an edition's.
    private func identity(of id: OutletID) -> StixObject {
        let outlet = references.outlet(id)
        let description = [outlet.kind == .unknown ? nil : outlet.kind.rawValue, outlet.country, outlet.ownerGroup.map { "of " + $0 }]
            .compactMap { $0 }.joined(separator: ", ").capitalizedFirst
        return StixObject(.identity, named: [id.rawValue, outlet.name, description, marking?.label ?? ""], moment: Self.beginning) { json in
            json.field("name", outlet.name)
            if !description.isEmpty { json.field("description", description.closed) }
            json.field("identity_class", "organization")
        }
    }

    private static var ourselves: StixObject {
        StixObject(.identity, named: ["Big Picture"], moment: beginning) { json in
            json.field("name", "Big Picture")
            json.field("description", "Software that writes briefs whose every statement carries the passages behind it.")
            json.field("identity_class", "system")
        }
    }

    private static let beginning = Timestamp(secondsSince1970: 0)
}

extension Credibility.Grade {
    /// The scale of STIX 2.1, appendix A, for the second character of the Admiralty code; nil where it cannot be judged.
    fileprivate var stixConfidence: Int? {
        switch self {
        case .confirmed: 90
        case .probablyTrue: 70
        case .possiblyTrue: 50
        case .doubtful: 30
        case .improbable: 10
        case .cannotBeJudged: nil
        }
    }
}
