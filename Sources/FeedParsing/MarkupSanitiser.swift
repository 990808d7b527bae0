/// Goes through the markup of a feed once and lets pass what the allow list has; tags are filtered, not balanced. Linear in time, bounded
/// in nesting: it keeps counts, no stack.
struct MarkupSanitiser {
    private let bytes: [UInt8]
    private let base: String?
    private var at = 0
    private var output: [UInt8] = []
    /// Looked for once in vain, `-->` is looked for no more.
    private var lacksCommentEnd = false
    private var drawings = 0
    private var formulas = 0

    private init(_ markup: String, base: String?) {
        bytes = Array(markup.utf8)
        self.base = base
        output.reserveCapacity(bytes.count + 16)
    }

    /// - Parameter base: what relative links are resolved against.
    static func clean(_ markup: String, base: String?) -> String {
        guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return markup }
        var sanitiser = MarkupSanitiser(markup, base: base)
        sanitiser.run()
        return PlainText.trimmed(String(decoding: sanitiser.output, as: UTF8.self)) ?? ""
    }

    private mutating func run() {
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "<"): markup()
            case UInt8(ascii: "&"): ampersand()
            default: text()
            }
        }
    }

    private mutating func emit(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    private mutating func text() {
        let start = at
        bytes.withUnsafeBufferPointer { bytes in
            while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
        }
        output += bytes[start..<at]
    }

    /// A reference stays as it is; a bare ampersand is written as one.
    private mutating func ampersand() {
        var end = at + 1
        while end < bytes.count, end - at < 40, XMLText.isNamePart(bytes[end]) || bytes[end] == UInt8(ascii: "#") { end += 1 }
        if end > at + 1, end < bytes.count, bytes[end] == UInt8(ascii: ";") {
            let first = output.count
            output += bytes[at...end]
            if bytes[at + 1] == UInt8(ascii: "#"), bytes[at + 2] == UInt8(ascii: "X") { output[first + 2] = UInt8(ascii: "x") }
            at = end + 1
        } else {
            emit("&amp;")
            at += 1
        }
    }

    private mutating func markup() {
        guard at + 1 < bytes.count else {
            emit("&lt;")
            at += 1
            return
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"): at = after(UInt8(ascii: ">"), from: at + 2)
        case UInt8(ascii: "/") where at + 2 < bytes.count && isLetter(bytes[at + 2]): endTag()
        case let byte where isLetter(byte): startTag()
        default:
            emit("&lt;")
            at += 1
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func after(_ mark: UInt8, from place: Int) -> Int {
        var place = place
        while place < bytes.count, bytes[place] != mark { place += 1 }
        return min(place + 1, bytes.count)
    }

    /// Comments and document types go; anything else that starts so is text.
    private mutating func declaration() {
        let rest = bytes[at...]
        if rest.starts(with: "<!--".utf8) {
            at = commentEnd(at + 4)
        } else if at + 2 < bytes.count, isLetter(bytes[at + 2]), let close = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
            at = close + 1
        } else {
            emit("&lt;")
            at += 1
        }
    }

    /// One past `-->`; of a comment that never ends, past its first bracket.
    private mutating func commentEnd(_ start: Int) -> Int {
        var place = start
        while !lacksCommentEnd, place < bytes.count {
            if bytes[place] == UInt8(ascii: ">"), bytes[place - 1] == UInt8(ascii: "-"), bytes[place - 2] == UInt8(ascii: "-") { return place + 1 }
            place += 1
        }
        lacksCommentEnd = true
        return after(UInt8(ascii: ">"), from: start)
    }

    // MARK: Tags

    private func name(from start: Int) -> (name: String, end: Int) {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, !"/><".utf8.contains(bytes[end]) { end += 1 }
        return (String(decoding: bytes[start..<end], as: UTF8.self), end)
    }

    private mutating func endTag() {
        let (written, end) = name(from: at + 2)
        at = after(UInt8(ascii: ">"), from: end)
        let name = written.lowercased()
        guard isAllowed(name, written) else { return }
        if name == "math", formulas > 0 { formulas -= 1 }
        if name == "svg", drawings > 0 { drawings -= 1 }
        guard !AllowedMarkup.isVoid(name) else { return }
        output += "</".utf8
        output += (AllowedMarkup.allows(element: name) ? name : written).utf8
        output.append(UInt8(ascii: ">"))
    }

    private func isAllowed(_ name: String, _ written: String) -> Bool {
        AllowedMarkup.allows(element: name) || (formulas > 0 && AllowedMarkup.mathElements.contains(written))
            || (drawings > 0 && AllowedMarkup.svgElements.contains(written))
    }

    private mutating func startTag() {
        let (written, end) = name(from: at + 1)
        let name = written.lowercased()
        if name == "math" { formulas += 1 }
        if name == "svg" { drawings += 1 }
        var (list, isEmpty) = attributes(from: end)
        if isEmpty, name == "math" { formulas -= 1 }
        if isEmpty, name == "svg" { drawings -= 1 }
        if AllowedMarkup.dropped.contains(name) {
            if !isEmpty { skipRawText(of: name) }
            return
        }
        guard isAllowed(name, written) else { return }
        declareNamespaces(name, &list)
        output.append(UInt8(ascii: "<"))
        output += (AllowedMarkup.allows(element: name) ? name : written).utf8
        for attribute in list.count < 2 ? list : list.sorted(by: { $0.name < $1.name }) { write(attribute) }
        output += AllowedMarkup.isVoid(name) ? " />".utf8 : ">".utf8
    }

    /// Code and style sheets end at their own end tag, whatever stands between.
    private mutating func skipRawText(of name: String) {
        while at < bytes.count {
            at = after(UInt8(ascii: "<"), from: at)
            guard at < bytes.count, bytes[at] == UInt8(ascii: "/") else { continue }
            let end = at + 1 + name.utf8.count
            if end <= bytes.count, bytes[(at + 1)..<end].lazy.map({ $0 | 0x20 }).elementsEqual(name.utf8) {
                at = after(UInt8(ascii: ">"), from: end)
                return
            }
        }
    }

    /// Drawings and formulas need their namespaces to be shown; HTML may leave them out.
    private func declareNamespaces(_ name: String, _ list: inout [Attribute]) {
        guard drawings > 0 || formulas > 0 else { return }
        func declare(_ attribute: String, _ namespace: String) {
            if !list.contains(where: { $0.name == attribute }) { list.append(Attribute(name: attribute, value: Array(namespace.utf8)[...])) }
        }
        if name == "svg" { declare("xmlns", "http://www.w3.org/2000/svg") }
        if name == "math" { declare("xmlns", "http://www.w3.org/1998/Math/MathML") }
        if list.contains(where: { $0.name.hasPrefix("xlink:") }) { declare("xmlns:xlink", "http://www.w3.org/1999/xlink") }
    }

    private struct Attribute {
        var name: String
        var value: ArraySlice<UInt8>
    }

    /// More than any honest tag has; the rest is passed over.
    private static let attributeLimit = 64

    private mutating func attributes(from start: Int) -> (list: [Attribute], isEmpty: Bool) {
        var list: [Attribute] = []
        at = start
        var isEmpty = false
        while at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") {
            if bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: "/") {
                isEmpty = bytes[at] == UInt8(ascii: "/")
                at += 1
                continue
            }
            isEmpty = false
            let nameStart = at
            while at < bytes.count, bytes[at] > 0x20, !"=>/<".utf8.contains(bytes[at]) { at += 1 }
            if at == nameStart { at += 1 }
            let written = String(decoding: bytes[nameStart..<at], as: UTF8.self)
            var value = bytes[nameStart..<nameStart]
            var next = at
            while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
            if next < bytes.count, bytes[next] == UInt8(ascii: "=") {
                at = next + 1
                value = attributeValue()
            } else {
                value = bytes[nameStart..<at]
            }
            guard list.count < Self.attributeLimit, !list.contains(where: { $0.name == written }) else { continue }
            list.append(Attribute(name: written, value: value))
        }
        if at < bytes.count, bytes[at] == UInt8(ascii: ">") { at += 1 }
        return (list.compactMap(allowed), isEmpty)
    }

    private mutating func attributeValue() -> ArraySlice<UInt8> {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count else { return [] }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = at
            while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">") { at += 1 }
            return bytes[start..<at]
        }
        let start = at + 1
        at = start
        while at < bytes.count, bytes[at] != quote { at += 1 }
        let value = bytes[start..<at]
        at = min(at + 1, bytes.count)
        return value
    }

    private func allowed(_ attribute: Attribute) -> Attribute? {
        let name = attribute.name.lowercased()
        if AllowedMarkup.allows(attribute: name) {
            if name == "style" {
                let style = StyleSanitiser.clean(attribute.value, inDrawing: drawings > 0)
                return style.isEmpty ? nil : Attribute(name: name, value: Array(style.utf8)[...])
            }
            return Attribute(name: name, value: AllowedMarkup.addresses.contains(name) ? address(attribute.value) : attribute.value)
        }
        let isNamespace = attribute.name == "xmlns" || attribute.name == "xmlns:xlink"
        guard formulas > 0 || drawings > 0 || isNamespace else { return nil }
        guard AllowedMarkup.svgAttributes.contains(attribute.name) || AllowedMarkup.mathAttributes.contains(attribute.name) else { return nil }
        return Attribute(name: attribute.name, value: attribute.name == "xlink:href" ? address(attribute.value) : attribute.value)
    }

    /// Absolute where that is possible; empty when it leads where nothing should.
    private func address(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let plain = XMLText.decoded(value, entities: XMLEntities(), inAttribute: true)
        let written = String(decoding: value, as: UTF8.self)
        // References could hide a scheme: what they stand for decides.
        let meant = String(decoding: plain.filter { $0 > 0x20 }, as: UTF8.self)
        if let scheme = FeedAddress.scheme(meant) {
            return AllowedMarkup.schemes.contains(scheme) ? Array(FeedAddress.trimmed(written).utf8)[...] : []
        }
        guard let base else { return value }
        return Array(FeedAddress.resolve(written, against: base).utf8)[...]
    }

    private mutating func write(_ attribute: Attribute) {
        output.append(0x20)
        output += attribute.name.utf8
        output += "=\"".utf8
        for byte in attribute.value {
            switch byte {
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
