/// Writes XML 1.0 into a byte buffer. Text and attribute values are escaped on the way in and names are constants: nothing a source wrote becomes markup.
struct XMLWriter {
    typealias Attributes = KeyValuePairs<StaticString, String>

    private(set) var bytes: [UInt8] = []

    /// - Parameter isDocument: begins with the declaration; false for what is put into a document later.
    init(isDocument: Bool = true) {
        if isDocument { verbatim("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], content: (inout XMLWriter) -> Void) {
        open(name, attributes)
        verbatim(">")
        content(&self)
        verbatim("</")
        verbatim(name)
        verbatim(">")
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: some StringProtocol) {
        element(name, attributes) { $0.text(text) }
    }

    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        verbatim("/>")
    }

    /// Text; characters XML does not know are left out.
    mutating func text(_ text: some StringProtocol) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: verbatim("&amp;")
            case 0x3C: verbatim("&lt;")
            case 0x3E: verbatim("&gt;")
            case 0x22: verbatim("&quot;")
            case 0x09, 0x0A, 0x20..<0xFFFE, 0x1_0000...: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: break
            }
        }
    }

    mutating func verbatim(_ constant: StaticString) { constant.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    /// What another writer wrote.
    mutating func append(_ fragment: XMLWriter) { bytes += fragment.bytes }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        verbatim("<")
        verbatim(name)
        for (key, value) in attributes {
            verbatim(" ")
            verbatim(key)
            verbatim("=\"")
            text(value)
            verbatim("\"")
        }
    }
}
