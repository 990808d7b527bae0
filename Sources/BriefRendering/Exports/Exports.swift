public import BriefModel
public import MailSending

/// The forms a list of sources can take for reference managers.
public enum CitationFormat: Hashable, Sendable { case cslJSON, bibTeX }

/// A brief for a word processor: DOCX.
public func wordDocument(_ brief: Brief, marking: TrafficLight? = nil, notice: String? = nil) -> [UInt8] {
    WordBrief(brief, marking: marking, notice: notice).document()
}

/// A brief as a mail message, to be sent or opened: its text, and its HTML for programs that show it.
public func mailMessage(_ brief: Brief, envelope: MailEnvelope = .file, marking: TrafficLight? = nil, notice: String? = nil) -> [UInt8] {
    MailMessage(brief: brief, envelope: envelope, marking: marking, notice: notice).document()
}

/// A brief as a STIX 2.1 bundle.
public func stixBundle(_ brief: Brief, marking: TrafficLight? = nil) -> [UInt8] { StixBundle(brief, marking: marking).document() }

/// The sources of a brief for a reference manager.
public func sourceCatalogue(of brief: Brief, as format: CitationFormat, marking: TrafficLight? = nil) -> [UInt8] {
    let catalogue = SourceCatalogue(brief, marking: marking)
    return switch format {
    case .cslJSON: catalogue.cslJSON()
    case .bibTeX: catalogue.bibTeX()
    }
}

/// A brief as the page that is printed to PDF: with running heads, without script.
public func printedPage(_ brief: Brief, marking: TrafficLight? = nil, notice: String? = nil) -> [UInt8] {
    var frame = PageFrame.file(notice: notice)
    frame.marking = marking
    frame.runningHead = brief.draft.headline.text
    return BriefPage(brief, frame: frame).document()
}
