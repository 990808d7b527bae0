import BriefModel
import MailSending

/// A brief as a message (RFC 5322) with its text and, for programs that show it, its HTML (RFC 2046, multipart/alternative).
struct MailMessage {
    let brief: Brief
    let envelope: MailEnvelope
    let marking: TrafficLight?
    let notice: String?

    private var identifier: NameUUID {
        NameUUID(["mail", brief.draft.topic, brief.asOf.description, envelope.sender, marking?.label ?? ""] + envelope.recipients)
    }

    func document() -> [UInt8] {
        // "=_" stands in no quoted-printable text (RFC 2045, section 6.7), so no part can end another.
        let boundary = "=_\(identifier)"
        let html = html
        var lines = headers + ["Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", ""]
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            lines += ["--" + boundary, "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""]
            lines += QuotedPrintable.lines(of: content)
        }
        lines += ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private var headers: [String] {
        let subject = (marking.map { "[\($0.label)] " } ?? "") + brief.draft.headline.text
        return [
            "Date: \(brief.asOf.mail)", "From: Big Picture <\(envelope.sender)>",
            "To: " + (envelope.recipients.isEmpty ? "undisclosed-recipients:;" : envelope.recipients.joined(separator: ",\r\n ")),
            "Subject: " + HeaderText.folded(subject), "Message-ID: <\(identifier)@big-picture.invalid>", "Auto-Submitted: auto-generated",
            "Content-Language: en-GB", "MIME-Version: 1.0",
        ]
    }

    private var text: [UInt8] { render(brief, as: .terminal, style: TerminalStyle(width: 72), notice: notice, marking: marking) }

    private var html: [UInt8] {
        var html = HTMLWriter(capacity: 1 << 16)
        html.verbatim("<!doctype html>\n<html lang=\"en-GB\">")
        html.element("head") { html in
            html.void("meta", .charset)
            html.element("title", text: brief.draft.headline.text)
            html.element("style") { $0.verbatim("body { font: 16px/1.5 Georgia, serif; max-width: 42em; margin: 1em auto; padding: 0 1em; }") }
        }
        html.element("body") { html in
            if let edition = PublishedEdition(json: render(brief, as: .json)) {
                EditionFragment(edition, marking: marking).write(hasTitle: true, to: &html)
            }
            if let notice { html.element("p", text: notice) }
        }
        html.verbatim("</html>\n")
        return html.bytes
    }
}

extension Timestamp {
    /// `Sun, 01 Mar 2026 23:59:59 +0000`.
    fileprivate var mail: String {
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        let number = (day.day < 10 ? "0" : "") + String(day.day)
        let clock = description.suffix(9).dropLast()
        return "\(weekday), \(number) \(CalendarDay.monthNames[day.month - 1].prefix(3)) \(day.year) \(clock) +0000"
    }
}
