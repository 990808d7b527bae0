import BriefModel
import HTMLParsing

extension ArticleExtractor {
    /// A newsletter or letter as it was sent (RFC 5322, MIME), or a mailbox file whose first message is read.
    ///
    /// The subject is the title, the sender the author or the outlet, and the link "view in browser" its address. Where a message was only
    /// passed on, what was passed on is read. Attached files are not read; `attachments` names them.
    public func extract(mail bytes: [UInt8], address: String) throws(ExtractionError) -> ExtractedArticle {
        guard !bytes.isEmpty else { throw .empty }
        let message = MailMessage(bytes[...])
        var envelope = MailEnvelope(message.header)
        var letter = MailLetter(message)
        if let forward = MailForward(letter.blocks, subject: envelope.subject) {
            letter.blocks = forward.rest
            envelope.take(forward)
        }
        // A message that holds another as a part of it passes it on.
        if envelope.subject.isEmpty, let title = letter.title { envelope.subject = title }
        let blocks = MailFurniture.letter(letter.blocks)
        envelope.readByline(blocks)
        let text = blocks.first.map { Folding.key($0.text) == Folding.key(envelope.subject) } == true ? Array(blocks.dropFirst()) : blocks
        let body = PlainParts.blocks(text)
        guard !body.isEmpty else { throw .noText }
        let paragraphs = body.map(\.text)
        let fromHeader = Provenance.Mark(.fileHeader, confidence: 0.95)
        return ExtractedArticle(
            title: envelope.subject, authors: envelope.authors, published: envelope.date,
            language: LanguageChoice.language(
                declared: [message.header.value("content-language"), letter.language], text: paragraphs.joined(separator: "\n")),
            siteName: envelope.site, canonicalAddress: letter.address, creditLine: CreditLine.find(authors: envelope.authors, paragraphs: paragraphs),
            isCorrection: CorrectionSign.isPresent(title: envelope.subject, section: nil, notice: CorrectionSign.notice(in: paragraphs)), body: body,
            links: letter.links,
            attachments: message.parts.compactMap(\.attachment),
            provenance: Provenance(
                title: envelope.subject.isEmpty ? nil : fromHeader, authors: envelope.authors.isEmpty ? nil : fromHeader,
                published: envelope.date == nil ? nil : fromHeader))
    }
}

/// The text of a message: its page where that says as much as its plain text does.
struct MailLetter {
    var blocks: [LinedBlock] = []
    var links: [String] = []
    var address: String?
    var language: String?
    var title: String?

    /// Bytes of pages and texts taken together; real newsletters have a tenth of it.
    private static let longest = 10 << 20

    init(_ message: MailMessage) {
        let shown = message.parts.filter { $0.attachment == nil }
        let plain = Self.text(shown.filter { $0.type == "text/plain" })
        let page = Self.text(shown.filter { $0.type == "text/html" || $0.type == "application/xhtml+xml" })
        let plainBlocks = PlainBlocks.read(PlainParts.withoutSignature(plain))
        if !page.isEmpty { read(page: page) }
        let own = MailFurniture.letter(blocks).reduce(0) { $0 + $1.text.utf8.count }
        if own < 40 || own * 2 < MailFurniture.letter(plainBlocks).reduce(0, { $0 + $1.text.utf8.count }) { blocks = plainBlocks }
        if address == nil { address = Self.address(in: plainBlocks) }
    }

    private static func text(_ parts: [MailMessage.Part]) -> [UInt8] {
        var text: [UInt8] = []
        for part in parts where text.count < longest { text += part.text.prefix(longest - text.count) + [0x0A] }
        return text
    }

    private mutating func read(page bytes: [UInt8]) {
        do throws(HTMLError) {
            let document = try HTMLDocument(utf8: bytes)
            let page = MailPage(document)
            (blocks, links, address, title) = (page.blocks, page.links, page.address, page.title)
            language = document.first(.html).flatMap { document.attribute(.lang, of: $0) }
        } catch {
            // Its plain text is left.
        }
    }

    /// "View this email in your browser: https://…", on one line or two.
    private static func address(in blocks: [LinedBlock]) -> String? {
        for block in blocks {
            for (place, line) in block.lines.enumerated()
            where MailFurniture.opensInBrowser(String(line.prefix { $0 != "(" && $0 != "<" && $0 != "[" })) || MailFurniture.opensInBrowser(line) {
                for text in block.lines[place...].prefix(2) { if let found = link(in: text) { return found } }
            }
        }
        return nil
    }

    private static func link(in line: String) -> String? {
        let bytes = Array(line.utf8)
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: "https://".utf8) || bytes[$0...].starts(with: "http://".utf8) })
        else { return nil }
        let end = bytes[start...].firstIndex { $0 <= 0x20 || ")>]\"".utf8.contains($0) } ?? bytes.endIndex
        return WebAddress(String(decoding: bytes[start..<end], as: UTF8.self))?.text
    }
}

/// Who sent what when.
struct MailEnvelope {
    var subject: String
    private(set) var authors: [String] = []
    private(set) var site: String?
    private(set) var date: Timestamp?

    init(_ header: MailHeader) {
        subject = MailForward.withoutPrefixes(header.text("subject") ?? "")
        read(from: header.text("from") ?? header.text("sender") ?? "")
        if let list = header.text("list-id") {
            let name = MailSender(list).name
            if !name.isEmpty { site = site ?? name }
        }
        // The last hop's date where the message has none: "…; Tue, 3 Mar 2026 08:00:00 +0000".
        let received = header.raw("received").flatMap { $0.split(separator: ";").last.map(String.init) }
        date = [header.raw("date"), received].lazy.compactMap { $0.flatMap { WrittenDate.parse($0) } }.first?.timestamp
    }

    /// What was passed on says who wrote it, when and under which title.
    mutating func take(_ forward: MailForward) {
        if !forward.from.isEmpty {
            (authors, site) = ([], nil)
            read(from: forward.from)
        }
        if !forward.subject.isEmpty { subject = forward.subject }
        date = forward.date ?? date
    }

    /// "By Jane Doe" near the top, where the sender is no person.
    mutating func readByline(_ blocks: [LinedBlock]) {
        guard authors.isEmpty else { return }
        let lines = blocks.prefix(5).map(\.text).filter { $0.utf8.count <= 120 && BylineWords.openings.open(Array($0.utf8)) }
        authors = lines.lazy.map { BylineReader.names(in: $0) }.first { !$0.isEmpty && $0.allSatisfy(DocumentTitle.isPerson) } ?? []
    }

    private mutating func read(from field: String) {
        let sender = MailSender(field)
        authors = sender.person.map { [$0] } ?? []
        site = sender.outlet
    }
}

/// "Jane Doe from The Letter <jane@letter.example>": a person, an outlet, or both.
struct MailSender {
    let name: String
    let person: String?
    let outlet: String?

    init(_ field: String) {
        name = Self.name(field)
        for separator in [" from ", " at ", " @ ", " | ", " via ", ", ", " - ", " – ", " of ", " von ", " de "] {
            guard let (first, second) = Self.parts(name, separator), DocumentTitle.isPerson(first), !second.isEmpty else { continue }
            // "Doe, Jane"
            if separator == ", ", !second.contains(" "), !first.contains(" ") { continue }
            (person, outlet) = (first, second)
            return
        }
        if let (last, first) = Self.parts(name, ", "), !last.contains(" "), DocumentTitle.isPerson(first + " " + last) {
            (person, outlet) = (first + " " + last, nil)
        } else {
            let isPerson = DocumentTitle.isPerson(name) && !Self.namesOutlet(name)
            (person, outlet) = isPerson ? (name, nil) : (nil, name.isEmpty ? nil : name)
        }
    }

    /// Words that papers, letters and offices are called by, and no person.
    private static func namesOutlet(_ name: String) -> Bool {
        let words = name.lowercased().split(separator: " ").map(String.init)
        return words.first.map(articles.contains) ?? false || words.contains(where: outletWords.contains)
    }

    private static let articles: Set<String> = ["the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "het", "de", "o", "a"]
    private static let outletWords: Set<String> = [
        "daily", "weekly", "monthly", "morning", "evening", "today", "tonight", "news", "newsletter", "newsroom", "letter", "brief", "briefing",
        "briefings", "digest", "bulletin", "update", "updates", "alert", "alerts", "times", "post", "journal", "herald", "tribune", "gazette",
        "chronicle", "observer", "review", "magazine", "report", "reports", "media", "press", "team", "desk", "blog", "podcast", "zeitung",
        "anzeiger",
        "nachrichten", "rundschau", "bote", "kurier", "heute", "matin", "monde", "lettre", "infolettre", "diario", "noticias", "boletín", "giornale",
        "corriere", "notizie", "support", "service", "services", "info", "foundation", "society", "association", "agency", "company", "inc", "inc.",
        "ltd", "gmbh", "ag", "labs", "project", "network", "club", "board",
    ]

    /// The words before the address, or those in brackets behind it, or the address itself.
    private static func name(_ field: String) -> String {
        let words = field.prefix { $0 != "<" }
        var name = Whitespace.normalised(String(words))
        if name.contains("@"), let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
            name = String(name[name.index(after: open)..<close])
        }
        while name.count >= 2, let first = name.first, first == name.last, first == "\"" || first == "'" {
            name = String(name.dropFirst().dropLast())
        }
        return name.contains("@") ? "" : Whitespace.normalised(name)
    }

    private static func parts(_ name: String, _ separator: String) -> (String, String)? {
        let (bytes, mark) = (Array(name.utf8), Array(separator.utf8))
        guard let found = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }), found > 0 else { return nil }
        return (String(decoding: bytes[..<found], as: UTF8.self), String(decoding: bytes[(found + mark.count)...], as: UTF8.self))
    }
}

/// The wrapper around a message that was passed on within the text.
struct MailForward {
    private(set) var from = ""
    private(set) var subject = ""
    private(set) var date: Timestamp?
    private(set) var rest: [LinedBlock] = []

    /// Nil when this is no such message: little stands above the wrapper, which holds two fields at least.
    init?(_ blocks: [LinedBlock], subject outer: String) {
        var above = 0
        for place in blocks.indices.prefix(12) {
            guard above <= 600 else { return nil }
            let start = blocks[place].lines.firstIndex { Self.field($0)?.name == .from }
            if let start, let end = read(blocks[place...], from: start) {
                rest = end
                return
            }
            above += blocks[place].text.utf8.count
        }
        return nil
    }

    /// Fields from a line on, over blocks that hold nothing else; what follows is the message.
    private mutating func read(_ blocks: ArraySlice<LinedBlock>, from start: Int) -> [LinedBlock]? {
        var rest = Array(blocks)
        rest[0].lines.removeFirst(start)
        var fields = 0
        while let line = rest.first?.lines.first, let field = Self.field(line), fields < 12 {
            fields += 1
            switch field.name {
            case .from: from = field.value
            case .subject: subject = Self.withoutPrefixes(field.value)
            case .date: date = WrittenDate.parse(field.value)?.timestamp ?? WrittenDate.first(in: field.value.utf8)?.timestamp
            case .other: break
            }
            rest[0].lines.removeFirst()
            if rest[0].lines.isEmpty { rest.removeFirst() }
        }
        return fields >= 3 || fields == 2 && !subject.isEmpty ? rest : nil
    }

    private enum Name { case from, subject, date, other }

    private static func field(_ line: String) -> (name: Name, value: String)? {
        guard let colon = line.utf8.prefix(16).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let label = line[..<colon].lowercased().split { $0 == " " || $0 == "*" || $0 == ">" }.joined()
        return names[label].map { ($0, Whitespace.normalised(String(line[line.utf8.index(after: colon)...].drop { $0 == "*" }))) }
    }

    private static let names: [String: Name] = [
        "from": .from, "von": .from, "de": .from, "da": .from, "van": .from, "date": .date, "sent": .date, "datum": .date, "gesendet": .date,
        "envoyé": .date,
        "fecha": .date, "data": .date, "enviado": .date, "subject": .subject, "betreff": .subject, "objet": .subject, "asunto": .subject,
        "oggetto": .subject,
        "onderwerp": .subject, "to": .other, "an": .other, "à": .other, "para": .other, "a": .other, "aan": .other, "cc": .other, "reply-to": .other,
    ]

    private static let prefixes = ["fwd:", "fw:", "wg:", "tr:", "rv:", "doorst:", "re:", "aw:", "sv:"]

    static func withoutPrefixes(_ subject: String) -> String {
        var subject = subject
        while let prefix = prefixes.first(where: { subject.lowercased().hasPrefix($0) }) {
            subject = Whitespace.normalised(String(decoding: subject.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
        }
        return subject
    }
}
