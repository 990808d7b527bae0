import BriefModel

/// What changed since the last edition, in a few lines that lead to the statements, or else to the sources, that tell it.
struct ChangedBox {
    private let changes: Changes
    private let references: References
    private let frame: PageFrame
    private let delta: Delta?
    private let wording: DeltaWording?

    /// Lines at most; the count below says how much there is.
    private static let revisions = 3, withdrawn = 3, stories = 5

    /// Nil where no earlier edition was compared.
    init?(_ brief: Brief, references: References, frame: PageFrame) {
        guard let changes = brief.changes else { return nil }
        self.changes = changes
        self.references = references
        self.frame = frame
        delta = brief.delta
        wording = DeltaWording(brief, references: references)
    }

    func write(to html: inout HTMLWriter) {
        html.element("aside", .class("changed"), .labelledBy("h-changed")) { html in
            html.element("h2", .id("h-changed"), say: changes.heading)
            html.element("dl") { html in
                for revision in changes.revisions.prefix(Self.revisions) {
                    line(label(revision), words(revision), telling: [revision.now, revision.before].compactMap { $0 }, to: &html)
                }
                for item in withdrawn.prefix(Self.withdrawn) {
                    line(
                        "Withdrawn", Phrase("“{title}”", ["title": item.text.clipped(to: 120)]), after: item.reason.inWords, telling: [],
                        also: item.now,
                        to: &html)
                }
                for story in changes.stories.prefix(Self.stories) {
                    line(
                        story.lineage == .new ? "New" : "News", .verbatim(story.title),
                        after: story.updates.count > 1 ? Phrase("{count} updates", ["count": story.updates.count]) : nil,
                        telling: story.updates.reversed().flatMap(\.citations), to: &html)
                }
                for silence in changes.quiet.prefix(1) { line("Quiet", .verbatim(silence.title), telling: [], isSame: true, to: &html) }
            }
            html.element("p", .class("meta")) { html in
                html.say(.sentences([wording?.countLine, changes.countLine].compactMap { $0 }))
                guard let all = frame.changes else { return }
                html.text(" ")
                html.element("a", .href(all), say: "All of it")
            }
        }
        html.newline()
    }

    /// Those that no revision above tells already.
    private var withdrawn: [Delta.Withdrawal] {
        let told = Set(changes.revisions.prefix(Self.revisions).compactMap { $0.now?.passage.article })
        return (delta?.withdrawn ?? []).filter { item in item.now.map { !told.contains($0.article) } ?? true }
    }

    /// A word that fits the narrow column.
    private func label(_ revision: Changes.Revision) -> Phrase { revision.kind == .replaced ? "Later" : revision.kind.label }

    /// What differs, where that names or counts something; "announced: yes / no" tells less than the sentence followed.
    private func words(_ revision: Changes.Revision) -> Phrase {
        guard !Dispute.isTelling(revision.whatDiffers), let now = revision.now else { return .verbatim(revision.whatDiffers.capitalizedFirst) }
        return Phrase("“{title}”", ["title": now.passage.exact.clipped(to: 120)])
    }

    private func line(
        _ label: Phrase, _ text: Phrase, after: Phrase? = nil, telling citations: [TopicTimeline.Citation], also passage: Passage? = nil,
        isSame: Bool = false, to html: inout HTMLWriter
    ) {
        if isSame {
            html.element("dt", .class("same"), say: label)
        } else {
            html.element("dt", say: label)
        }
        html.element("dd", .directionOfText) { html in
            if let link = place(of: citations.map(\.passage) + [passage].compactMap { $0 }) {
                html.element("a", .href(link), .language("en"), say: text)
            } else {
                html.say(text, in: "en")
            }
            guard let after else { return }
            html.colon()
            html.say(after)
        }
    }

    /// The statement that rests on one of the passages, else one that rests on the same article, else the source.
    private func place(of passages: [Passage]) -> Link? {
        if let told = passages.lazy.compactMap({ references.statement(citing: $0) }).first { return .fragment("s\(references.number(of: told))") }
        let articles = Set(passages.map(\.article))
        if let near = references.statements.first(where: { $0.citations.contains { articles.contains($0.passage.article) } }) {
            return .fragment("s\(references.number(of: near))")
        }
        return passages.lazy.compactMap { references.source($0.article) }.first.map { .fragment("src-\($0.number)") }
    }
}

extension Brief {
    /// Whether a reader of the edition before has to look at a statement again. Where only the topic was compared, those are new of which every passage was
    /// published since; in a first edition none is.
    func isNew(_ statement: Statement) -> Bool {
        if let delta { return delta.change(of: statement.id).isNews }
        guard let since = changes?.since else { return false }
        return statement.citations.allSatisfy { $0.day > since }
    }
}
