/// Reads XML in one pass and in linear time. It never refuses: what is not well-formed is read as its author most likely meant it, and
/// the first fault is noted. No recursion; nesting, attributes and nodes are bounded.
struct XMLReader {
    typealias Record = XMLDocument.Record
    private typealias Attribute = XMLDocument.Attribute

    let bytes: [UInt8]
    var at = 0
    private var records: [Record] = []
    private var attributes: [Attribute] = []
    private var scope = XMLScope()
    var entities = XMLEntities()
    private var fault: (why: String, at: Int)?

    struct Open {
        let element: Int
        let rawName: Int32
        let declaresNames: Bool
    }

    private(set) var open: [Open] = []
    /// Start tags beyond the bound on nesting, whose end tags are still to come.
    private var unheld = 0
    private(set) var sawRoot = false
    var documentTypeRange = 0..<0
    /// A document type with an outside part may declare any entity: naming one of those is no fault.
    var hasOutsideDeclarations = false
    /// One that is never closed is looked through to the end only once.
    var sawOpenDocumentType = false

    private init(_ utf8: [UInt8]) {
        bytes = utf8
        records.reserveCapacity(utf8.count / 24 + 16)
        attributes.reserveCapacity(utf8.count / 128 + 16)
    }

    /// - Parameter utf8: the document; whatever encoding it declares no longer counts.
    static func read(_ utf8: [UInt8]) -> XMLDocument {
        var reader = XMLReader(utf8)
        reader.run()
        let fault = reader.fault.map { fault in
            XMLFault(why: fault.why, line: utf8[..<min(fault.at, utf8.count)].reduce(into: 1) { if $1 == 0x0A { $0 += 1 } })
        }
        return XMLDocument(
            bytes: reader.bytes, records: reader.records, attributes: reader.attributes, scope: reader.scope, entities: reader.entities, fault: fault,
            documentType: String(decoding: utf8[reader.documentTypeRange].prefix(512), as: UTF8.self))
    }

    mutating func note(_ why: String, at place: Int? = nil) { if fault == nil { fault = (why, place ?? at) } }

    private mutating func run() {
        while at < bytes.count, records.count < XMLDocument.limits.nodes {
            if bytes[at] == UInt8(ascii: "<"), markup() { continue }
            text()
        }
        if records.count >= XMLDocument.limits.nodes { note("too many elements") }
        if let unclosed = open.last { note("<\(scope.names[Int(records[unclosed.element].name)].local)> is not closed", at: bytes.count) }
        while !open.isEmpty { close() }
        if !sawRoot { note("no element") }
    }

    // MARK: What starts with <

    /// False when the bracket is only text.
    private mutating func markup() -> Bool {
        guard at + 1 < bytes.count else {
            note("a bare <")
            return false
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"): return endTag()
        case UInt8(ascii: "!"): return declaration()
        case UInt8(ascii: "?"):
            if at > 0, starts(at + 2, "xml"), at + 5 < bytes.count, bytes[at + 5] <= 0x20, !isOnlySpace(before: at) {
                note("an XML declaration that is not at the start")
            }
            skip(past: "?>", from: at + 2, unclosed: "a processing instruction is not closed")
            return true
        case let byte where XMLText.isNameStart(byte):
            startTag()
            return true
        default:
            note("a bare <")
            return false
        }
    }

    private func isOnlySpace(before place: Int) -> Bool { place < 1024 && bytes[..<place].allSatisfy { $0 <= 0x20 } }

    func starts(_ place: Int, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[place + $0] == word.utf8Start[$0] }
    }

    func find(_ mark: StaticString, from place: Int) -> Int? {
        let count = mark.utf8CodeUnitCount
        let first = mark.utf8Start[0]
        var place = place
        while place + count <= bytes.count {
            if bytes[place] == first, starts(place, mark) { return place }
            place += 1
        }
        return nil
    }

    private mutating func skip(past mark: StaticString, from place: Int, unclosed: String) {
        guard let end = find(mark, from: place) else {
            note(unclosed)
            at = bytes.count
            return
        }
        at = end + mark.utf8CodeUnitCount
    }

    private mutating func declaration() -> Bool {
        if starts(at, "<!--") {
            skip(past: "-->", from: at + 4, unclosed: "a comment is not closed")
            return true
        }
        if starts(at, "<![CDATA[") {
            section()
            return true
        }
        if !sawOpenDocumentType, starts(at, "<!DOCTYPE") || starts(at, "<!doctype") {
            documentType()
            return true
        }
        note("a bare <!")
        return false
    }

    // MARK: Text

    private mutating func text() {
        let start = at
        // The bracket that brought us here is text.
        if bytes[at] == UInt8(ascii: "<") { at += 1 }
        let (end, flags) = XMLByteClass.upTo(UInt8(ascii: "<"), bytes, at)
        if end == bytes.count, flags & XMLByteClass.other == 0, open.isEmpty {
            at = end
            return
        }
        at = end
        if open.isEmpty {
            if flags & XMLByteClass.other != 0 || bytes[start] == UInt8(ascii: "<") {
                note(sawRoot ? "text after the document's element" : "text before the document's element", at: start)
            }
            return
        }
        if flags & XMLByteClass.forbidden != 0 { note("a control character", at: start) }
        if flags & XMLByteClass.ampersand != 0 { checkReferences(start, end) }
        append(start, end, isDirty: flags & XMLByteClass.undecoded != 0, as: .text)
    }

    mutating func append(_ start: Int, _ end: Int, isDirty: Bool, as kind: Record.Kind) {
        guard let parent = open.last?.element, start < end else { return }
        records.append(
            Record(
                kind: kind, needsDecoding: isDirty, parent: Int32(parent), end: Int32(records.count + 1), lower: Int32(start), upper: Int32(end))
        )
    }

    private mutating func checkReferences(_ start: Int, _ end: Int) {
        guard fault == nil else { return }
        var place = start
        while place < end {
            guard bytes[place] == UInt8(ascii: "&") else {
                place += 1
                continue
            }
            var stop = place + 1
            while stop < end, XMLText.isNamePart(bytes[stop]) || bytes[stop] == UInt8(ascii: "#") { stop += 1 }
            let name = bytes[(place + 1)..<stop]
            guard !name.isEmpty, stop < end, bytes[stop] == UInt8(ascii: ";") else { return note("a bare &", at: place) }
            if name.first == UInt8(ascii: "#") {
                if XMLText.scalar(number: name.dropFirst()) == nil { return note("a reference to no character", at: place) }
            } else if XMLText.predefined(name) == nil, entities.values[Array(name)] == nil, !hasOutsideDeclarations {
                return note("the entity &\(String(decoding: name, as: UTF8.self)); is not declared", at: place)
            }
            place = stop
        }
    }

    // MARK: Tags

    private mutating func endTag() -> Bool {
        let start = at + 2
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") { end += 1 }
        guard end > start, XMLText.isNameStart(bytes[start]) else {
            note("a bare </")
            return false
        }
        // Nearly every end tag closes the element that is open.
        let isOpen = unheld == 0 && open.last.map { scope.isSpelled($0.rawName, bytes, start, end) } == true
        let raw = isOpen ? open[open.count - 1].rawName : scope.intern(bytes, start, end)
        var close = end
        while close < bytes.count, bytes[close] != UInt8(ascii: ">"), bytes[close] != UInt8(ascii: "<") { close += 1 }
        if close == bytes.count || bytes[close] == UInt8(ascii: "<") { note("an end tag is not closed") }
        let tag = at
        at = close < bytes.count && bytes[close] == UInt8(ascii: ">") ? close + 1 : close
        if unheld > 0 {
            unheld -= 1
            return true
        }
        if open.last?.rawName == raw {
            self.close()
        } else if let depth = open.lastIndex(where: { $0.rawName == raw }) {
            note("</\(String(decoding: bytes[start..<end], as: UTF8.self))> closes another element", at: tag)
            while open.count > depth { self.close() }
        } else {
            note("</\(String(decoding: bytes[start..<end], as: UTF8.self))> closes nothing", at: tag)
        }
        return true
    }

    private mutating func close() {
        guard let last = open.popLast() else { return }
        records[last.element].end = Int32(records.count)
        if last.declaresNames { scope.leave() }
    }

    private mutating func startTag() {
        let start = at + 1
        let tag = at
        at = start
        let end = nameEnd()
        let raw = scope.intern(bytes, start, end)
        let firstAttribute = attributes.count
        var declaresNames = false
        let isEmpty = attributeList(from: firstAttribute, &declaresNames)
        if open.isEmpty {
            if sawRoot { note("a second element after the document's own", at: tag) }
            sawRoot = true
        }
        guard open.count < XMLDocument.limits.depth else {
            note("nested too deep", at: tag)
            attributes.removeLast(attributes.count - firstAttribute)
            if declaresNames { scope.leave() }
            if !isEmpty { unheld += 1 }
            return
        }
        let (name, isDeclared) = scope.element(raw)
        if !isDeclared { note("the prefix of <\(String(decoding: bytes[start..<end], as: UTF8.self))> is not declared", at: tag) }
        for place in firstAttribute..<attributes.count {
            let (name, isDeclared) = scope.attribute(attributes[place].name)
            attributes[place].name = name
            if !isDeclared { note("the prefix of an attribute is not declared", at: tag) }
        }
        let number = records.count
        records.append(
            Record(
                kind: .element, name: name, parent: Int32(open.last?.element ?? -1), end: Int32(number + 1), lower: Int32(firstAttribute),
                upper: Int32(attributes.count)))
        if isEmpty {
            if declaresNames { scope.leave() }
        } else {
            open.append(Open(element: number, rawName: raw, declaresNames: declaresNames))
        }
    }

    private mutating func nameEnd() -> Int {
        while at < bytes.count, XMLByteClass.isNameByte(bytes[at]) { at += 1 }
        return at
    }

    /// Reads up to and with the closing bracket; true for an empty-element tag.
    private mutating func attributeList(from first: Int, _ declaresNames: inout Bool) -> Bool {
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: ">"):
                at += 1
                return false
            case UInt8(ascii: "/"):
                at += 1
                if at < bytes.count, bytes[at] == UInt8(ascii: ">") {
                    at += 1
                    return true
                }
                note("a stray / in a tag")
            case UInt8(ascii: "<"):
                note("a tag is not closed")
                return false
            case 0...0x20: at += 1
            default: attribute(from: first, &declaresNames)
            }
        }
        note("a tag is not closed")
        return false
    }

    private mutating func attribute(from first: Int, _ declaresNames: inout Bool) {
        let start = at
        while at < bytes.count, XMLByteClass.isNameByte(bytes[at]) { at += 1 }
        guard at > start else {
            note("a stray character in a tag")
            at += 1
            return
        }
        let end = at
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
            note("an attribute without a value")
            return keep(start, end, at..<at, 0, from: first, &declaresNames)
        }
        at += 1
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count else { return }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            note("an attribute value without quotes")
            let value = at
            while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at += 1 }
            return keep(start, end, value..<at, XMLByteClass.all(bytes, value, at), from: first, &declaresNames)
        }
        at += 1
        let value = at
        let (stop, flags) = XMLByteClass.upTo(quote, bytes, at)
        if stop == bytes.count { note("an attribute value is not closed") }
        if flags & XMLByteClass.bracket != 0 { note("a < in an attribute value", at: value) }
        if flags & XMLByteClass.ampersand != 0 { checkReferences(value, stop) }
        if flags & XMLByteClass.forbidden != 0 { note("a control character", at: value) }
        at = min(stop + 1, bytes.count)
        keep(start, end, value..<stop, flags, from: first, &declaresNames)
    }

    private mutating func keep(_ start: Int, _ end: Int, _ value: Range<Int>, _ flags: UInt8, from first: Int, _ declaresNames: inout Bool) {
        let raw = scope.intern(bytes, start, end)
        if let prefix = scope.declaredPrefix(raw) {
            if !declaresNames {
                scope.enter()
                declaresNames = true
            }
            let isDirty = flags & XMLByteClass.undecoded != 0
            let namespace = isDirty ? XMLText.decoded(bytes[value], entities: entities, inAttribute: true) : Array(bytes[value])
            scope.declare(prefix, String(decoding: namespace, as: UTF8.self))
            return
        }
        guard attributes.count - first < XMLDocument.limits.attributes else { return note("too many attributes") }
        guard !attributes[first...].contains(where: { $0.name == raw }) else { return note("an attribute twice") }
        let isDirty = flags & (XMLByteClass.undecoded | XMLByteClass.lineFeed) != 0
        attributes.append(Attribute(name: raw, needsDecoding: isDirty, lower: Int32(value.lowerBound), upper: Int32(value.upperBound)))
    }
}
