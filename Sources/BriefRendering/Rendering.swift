public import BriefModel

/// The forms a brief, an audit, trends or changes can take.
public enum BriefFormat: String, CaseIterable, Sendable { case terminal, markdown, html, json }

/// How a terminal likes its text. Whether it is a terminal, and whether colour is wanted, is the caller's to know.
public struct TerminalStyle: Hashable, Sendable {
    /// Columns; at least 40 are used.
    public var width: Int
    public var usesColor: Bool

    public init(width: Int = 80, usesColor: Bool = false) {
        self.width = max(40, width)
        self.usesColor = usesColor
    }

    public static let plain = TerminalStyle()
}

/// A brief as UTF-8. Equal input gives equal bytes: no clock, no dictionary order.
/// - Parameters:
///   - notice: said at the end, for instance that the outlets of a sample are invented.
///   - marking: who may be shown it, said at head and foot.
public func render(
    _ brief: Brief, as format: BriefFormat, style: TerminalStyle = .plain, notice: String? = nil, marking: TrafficLight? = nil
) -> [UInt8] {
    switch format {
    case .terminal: BriefText(brief, style: style, notice: notice, marking: marking).document()
    case .markdown: BriefMarkdown(brief, notice: notice, marking: marking).document()
    case .html: BriefPage(brief, frame: .file(notice: notice, marking: marking)).document()
    case .json: BriefJSON(brief, notice: notice, marking: marking).document()
    }
}

/// An audit as UTF-8.
/// - Parameter sources: the articles its evidence comes from.
public func render(
    _ audit: Audit, sources: [ArticleID: BriefSource], as format: BriefFormat, style: TerminalStyle = .plain, notice: String? = nil
) -> [UInt8] {
    switch format {
    case .terminal: AuditText(audit, sources: sources, style: style, notice: notice).document()
    case .markdown: AuditMarkdown(audit, sources: sources, notice: notice).document()
    case .html: AuditPage(audit, sources: sources, frame: .file(notice: notice)).document()
    case .json: AuditJSON(audit, sources: sources, notice: notice).document()
    }
}

/// Trends as UTF-8.
public func render(_ trends: Trends, as format: BriefFormat, style: TerminalStyle = .plain) -> [UInt8] {
    switch format {
    case .terminal: TrendsText(trends: trends, style: style).document()
    case .markdown: TrendsMarkdown(trends: trends).document()
    case .html: TrendsPage(trends, frame: .file()).document()
    case .json: TrendsJSON(trends: trends).document()
    }
}

/// Changes as UTF-8.
public func render(_ changes: Changes, as format: BriefFormat, style: TerminalStyle = .plain) -> [UInt8] {
    switch format {
    case .terminal: ChangesText(changes: changes, style: style).document()
    case .markdown: ChangesMarkdown(changes: changes).document()
    case .html: ChangesPage(changes: changes, frame: .file()).document()
    case .json: ChangesJSON(changes: changes).document()
    }
}

/// A brief as a page of a site.
public func page(_ brief: Brief, in frame: PageFrame) -> [UInt8] { BriefPage(brief, frame: frame).document() }

/// An audit as a page of a site.
public func page(_ audit: Audit, sources: [ArticleID: BriefSource], in frame: PageFrame) -> [UInt8] {
    AuditPage(audit, sources: sources, frame: frame).document()
}

/// Changes as a page of a site.
public func page(_ changes: Changes, in frame: PageFrame) -> [UInt8] { ChangesPage(changes: changes, frame: frame).document() }

/// The sources of a brief, the outlets behind them and what could not be read, as a page of a site.
public func sourcesPage(_ brief: Brief, in frame: PageFrame) -> [UInt8] {
    Page.document(title: Phrase("Sources: {title}", ["title": brief.draft.headline.text]), description: "The sources of a brief", frame: frame) {
        html in
        html.element("p", .class("kick"), say: brief.kickLine)
        html.element("h1", .class("page"), .language("en"), text: brief.draft.headline.text)
        html.element("div", .class("story list")) { SourceList(brief: brief, references: References(brief), frame: frame).write(to: &$0) }
    }
}
