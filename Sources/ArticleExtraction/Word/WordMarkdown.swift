import ContentCoding

/// A Word file (Office Open XML, ECMA-376 part 1, chapter 17) as Markdown: paragraphs, headings, lists, tables, links, foot- and endnotes. Deleted text of
/// tracked changes is not read, inserted text is.
struct WordMarkdown {
    /// Bytes of one part, unpacked; a report of a thousand pages has some ten million.
    private static let partLimit = 64 << 20

    static func read(_ bytes: [UInt8]) throws(ExtractionError) -> MarkdownDraft {
        guard !bytes.isEmpty else { throw .empty }
        do throws(ZipArchive.Problem) {
            let archive = try ZipArchive(bytes)
            guard let body = try archive.file(named: "word/document.xml", limit: partLimit) else { return MarkdownDraft() }
            var reader = WordMarkdown(links: links(try archive.file(named: "word/_rels/document.xml.rels", limit: partLimit) ?? []))
            reader.read(body, notes: nil)
            for (name, letter) in [("word/footnotes.xml", "f"), ("word/endnotes.xml", "e")] {
                if let part = try archive.file(named: name, limit: partLimit) { reader.read(part, notes: letter) }
            }
            return reader.draft
        } catch {
            throw .unreadable("could not be read as a Word file: \(error)")
        }
    }

    private let links: [String: String]
    private var draft = MarkdownDraft()
    private var prefix = ""
    private var isText = false
    /// Elements open whose text is not read.
    private var hidden = 0
    private var cells = 0
    /// The words of a field's instruction: `HYPERLINK "https://…"`.
    private var instruction: [UInt8]?
    private var fieldLink: String?

    private init(links: [String: String]) { self.links = links }

    private static let unread = ["del", "moveFrom", "Fallback"]

    private mutating func read(_ part: [UInt8], notes letter: String?) {
        var markup = WordMarkup(part)
        while let event = markup.next() {
            switch event {
            case .open(let name, let attributes, let isEmpty):
                let name = String(decoding: name, as: UTF8.self)
                if Self.unread.contains(name) { hidden += isEmpty ? 0 : 1 }
                open(name, { markup.attribute($0, in: attributes) }, notes: letter, isEmpty: isEmpty)
            case .close(let name): close(String(decoding: name, as: UTF8.self))
            case .text(let text) where hidden == 0:
                if isText { draft.append(text) } else if instruction != nil { instruction?.append(contentsOf: text) }
            case .text: break
            }
        }
        draft.end(prefix)
        prefix = ""
    }

    private mutating func open(_ name: String, _ attribute: (String) -> String?, notes letter: String?, isEmpty: Bool) {
        switch name {
        case "t": isText = !isEmpty
        case "instrText": isText = false
        case "tab", "br", "cr": draft.space()
        case "tc": cells += isEmpty ? 0 : 1
        case "pStyle": heading(attribute("val") ?? "")
        case "numPr" where prefix.isEmpty: prefix = "- "
        case "hyperlink" where !isEmpty:
            draft.openLink()
            fieldLink = attribute("id").flatMap { links[$0] }
        case "footnoteReference", "endnoteReference":
            if hidden == 0, let id = attribute("id") { draft.mark("[^\(name.prefix(1))\(id)]") }
        case "footnote", "endnote":
            // The first two are the lines that part notes from text.
            if let letter, attribute("type") == nil, let id = attribute("id") { prefix = "[^\(letter)\(id)]: " }
        case "fldChar": field(attribute("fldCharType") ?? "")
        case "fldSimple" where !isEmpty:
            draft.openLink()
            fieldLink = attribute("instr").flatMap { Self.address(in: Array($0.utf8)) }
        default: break
        }
    }

    private mutating func close(_ name: String) {
        if Self.unread.contains(name) { hidden = max(0, hidden - 1) }
        switch name {
        case "t": isText = false
        case "hyperlink", "fldSimple":
            draft.closeLink(fieldLink)
            fieldLink = nil
        case "p" where cells == 0:
            draft.end(prefix)
            prefix = ""
        case "p": draft.space()
        case "tc":
            cells = max(0, cells - 1)
            draft.space()
            if cells == 0 { draft.mark("|") }
            draft.space()
        case "tr" where cells == 0:
            draft.end("| ")
            prefix = ""
        default: break
        }
    }

    /// "Title", "Heading1", and their names in other languages, which keep the number.
    private mutating func heading(_ style: String) {
        let name = style.lowercased()
        let isHeading = ["heading", "title", "berschrift", "titre", "titolo", "kop"].contains { name.hasPrefix($0) || name.hasPrefix("ü" + $0) }
        if isHeading { prefix = "# " }
    }

    private mutating func field(_ kind: String) {
        switch kind {
        case "begin": instruction = []
        case "separate":
            fieldLink = instruction.flatMap(Self.address)
            instruction = nil
            if fieldLink != nil { draft.openLink() }
        default:
            instruction = nil
            if fieldLink != nil { draft.closeLink(fieldLink) }
            fieldLink = nil
        }
    }

    /// `HYPERLINK "https://example.org"`
    private static func address(in instruction: [UInt8]) -> String? {
        guard instruction.firstRange(of: Array("HYPERLINK".utf8)) != nil else { return nil }
        let quoted = instruction.split(separator: 0x22, omittingEmptySubsequences: false)
        return quoted.count > 2 ? String(decoding: quoted[1], as: UTF8.self) : nil
    }

    /// Addresses outside the file, by the names the text uses for them.
    private static func links(_ part: [UInt8]) -> [String: String] {
        var links: [String: String] = [:]
        var markup = WordMarkup(part)
        while let event = markup.next() {
            guard case .open(_, let attributes, _) = event, markup.attribute("TargetMode", in: attributes) == "External",
                let id = markup.attribute("Id", in: attributes), let target = markup.attribute("Target", in: attributes)
            else { continue }
            links[id] = target
        }
        return links
    }
}
