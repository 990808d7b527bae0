// CDATA sections and document types.
extension XMLReader {
    mutating func section() {
        let start = at + 9
        var end = start
        var classes: UInt8 = 0
        while true {
            let (stop, found) = XMLByteClass.upTo(UInt8(ascii: "]"), bytes, end)
            classes |= found
            end = stop
            if end >= bytes.count || starts(end, "]]>") { break }
            end += 1
        }
        if end >= bytes.count { note("a CDATA section is not closed") }
        if open.isEmpty { note("text outside the document's element") }
        if classes & XMLByteClass.forbidden != 0 { note("a control character") }
        append(start, end, isDirty: classes & (XMLByteClass.undecoded & ~XMLByteClass.ampersand) != 0, as: .section)
        at = min(end + 3, bytes.count)
    }

    /// Only the short internal entities are read; everything else in it is skipped.
    mutating func documentType() {
        if sawRoot { note("a document type inside the document") }
        var place = at + 9
        var inside = false
        let start = at
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "["): inside = true
            case UInt8(ascii: "]"): inside = false
            case UInt8(ascii: ">") where !inside:
                documentTypeRange = start..<place
                at = place + 1
                return
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if !inside { hasOutsideDeclarations = true }
                place = quoted(place)
            case UInt8(ascii: "<") where starts(place, "<!--"): place = (find("-->", from: place + 4) ?? bytes.count - 3) + 2
            case UInt8(ascii: "<") where starts(place, "<!ENTITY"):
                place = entity(place + 8)
                continue
            case UInt8(ascii: "%"): hasOutsideDeclarations = true
            default: break
            }
            place += 1
        }
        note("a document type is not closed", at: start)
        sawOpenDocumentType = true
        // A document type that never ends would swallow the feed: read on after its first bracket.
        at = find(">", from: start).map { $0 + 1 } ?? bytes.count
    }

    /// The closing quote, or the last byte.
    private func quoted(_ place: Int) -> Int {
        var end = place + 1
        while end < bytes.count, bytes[end] != bytes[place] { end += 1 }
        return min(end, bytes.count - 1)
    }

    private mutating func entity(_ start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        let name = place
        while place < bytes.count, XMLText.isNamePart(bytes[place]) { place += 1 }
        let nameEnd = place
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
        if place < bytes.count, nameEnd > name, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
            let end = quoted(place)
            entities.declare(bytes[name..<nameEnd], bytes[(place + 1)..<max(place + 1, end)])
            place = end + 1
        }
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") { place = quoted(place) }
            place += 1
        }
        return place + 1
    }
}
