/// Reads people: Atom's person construct, and the one line of RSS ("mail@example.org (Name)", "Name <mail@example.org>").
struct PersonReader {
    let context: FeedContext
    private var document: XMLDocument { context.document }

    func read(_ element: XMLDocument.Node) -> FeedPerson? {
        var person = FeedPerson()
        for child in document.children(element) {
            switch document.term(child) {
            case .name: person.name = context.text(child) ?? person.name
            case .email: person.email = context.text(child) ?? person.email
            case .uri, .url, .homepage, .href: person.address = context.address(document.text(child), at: child) ?? person.address
            default: break
            }
        }
        if person.isEmpty, let text = context.text(element) { person = Self.parse(text) }
        return person.isEmpty ? nil : person
    }

    /// A name, an address, or both.
    static func parse(_ line: String) -> FeedPerson {
        let line = PlainText.tidy(line) ?? line
        guard let email = email(in: line) else {
            return FeedPerson(name: PlainText.looksLikeMarkup(line) ? PlainText.visible(line) ?? line : line)
        }
        var rest = line
        rest.replaceSubrange(email, with: "")
        for empty in ["()", "<>", "[]", "&lt;&gt;", "mailto:"] { if let range = rest.firstRange(of: empty) { rest.removeSubrange(range) } }
        var name = PlainText.tidy(rest)
        if let inner = name, inner.hasPrefix("("), inner.hasSuffix(")") { name = PlainText.tidy(String(inner.dropFirst().dropLast())) }
        name = name.flatMap { PlainText.tidy(String($0.drop { ",;:-".contains($0) })) }
        return FeedPerson(name: name, email: String(line[email]))
    }

    /// One `@` with a name before and a domain after it.
    private static func email(in line: String) -> Range<String.Index>? {
        let utf8 = line.utf8
        guard let at = utf8.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        let isPart: (UInt8) -> Bool = {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "._+-%!#$*/=?^'{|}~".utf8.contains($0) || $0 >= 0x80
        }
        var start = at
        while start > utf8.startIndex, isPart(utf8[utf8.index(before: start)]) { start = utf8.index(before: start) }
        var end = utf8.index(after: at)
        while end < utf8.endIndex, isPart(utf8[end]) { end = utf8.index(after: end) }
        while end > at, utf8[utf8.index(before: end)] == UInt8(ascii: ".") { end = utf8.index(before: end) }
        guard start < at, end > utf8.index(after: at), utf8[at..<end].contains(UInt8(ascii: ".")) else { return nil }
        return start..<end
    }
}
