import BriefModel

/// Paragraphs of runs (WordprocessingML, ISO/IEC 29500-1, Transitional), and the addresses their links lead to, which the format keeps in a file apart.
struct WordText {
    /// The looks of a run that our documents use, as the names of character styles and properties.
    struct Look: OptionSet {
        let rawValue: Int
        static let bold = Look(rawValue: 1), marked = Look(rawValue: 2), raised = Look(rawValue: 4), linked = Look(rawValue: 8)
    }

    private(set) var xml = XMLWriter(isDocument: false)
    /// In the order of their numbers, from 1.
    private(set) var addresses: [String] = []

    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// - Parameters:
    ///   - style: the identifier of a paragraph style.
    ///   - list: the number of a list's definition, for an item of one.
    ///   - bookmark: the name by which links find the paragraph, with a number of its own.
    mutating func paragraph(
        _ style: String = "Normal", list: Int? = nil, bookmark: (name: String, number: Int)? = nil, content: (inout WordText) -> Void
    ) {
        nested("w:p") { text in
            text.xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": style])
                guard let list else { return }
                xml.element("w:numPr") { xml in
                    xml.empty("w:ilvl", ["w:val": "0"])
                    xml.empty("w:numId", ["w:val": String(list)])
                }
            }
            if let bookmark {
                text.bookmark(bookmark.name, number: bookmark.number, content: content)
            } else {
                content(&text)
            }
        }
    }

    mutating func paragraph(_ style: String = "Normal", text: String) { paragraph(style) { $0.run(text) } }

    mutating func run(_ text: some StringProtocol, _ look: Look = [], language: String? = nil) {
        guard !text.isEmpty else { return }
        xml.element("w:r") { xml in
            Self.properties(look, language, to: &xml)
            xml.element("w:t", ["xml:space": "preserve"], text: text)
        }
    }

    /// A link out of the document; the words alone where the address may not be followed.
    mutating func link(_ words: String, to link: Link?) {
        guard let link, !link.text.hasPrefix("file:") else { return run(words) }
        addresses.append(link.text)
        nested("w:hyperlink", ["r:id": "link\(addresses.count)"]) { $0.run(words, .linked) }
    }

    /// A link to a bookmark of the document.
    mutating func jump(_ words: String, to bookmark: String, _ look: Look = .linked) {
        nested("w:hyperlink", ["w:anchor": bookmark]) { $0.run(words, look) }
    }

    mutating func bookmark(_ name: String, number: Int, content: (inout WordText) -> Void) {
        xml.empty("w:bookmarkStart", ["w:id": String(number), "w:name": name])
        content(&self)
        xml.empty("w:bookmarkEnd", ["w:id": String(number)])
    }

    /// The mark of a note.
    mutating func note(_ number: Int) {
        xml.element("w:r") { xml in
            xml.element("w:rPr") { $0.empty("w:rStyle", ["w:val": "FootnoteReference"]) }
            xml.empty("w:footnoteReference", ["w:id": String(number)])
        }
    }

    /// The mark of a note that stands elsewhere, by its bookmark: the word processor keeps the number right.
    mutating func noteAgain(_ number: Int, bookmark: String) {
        nested("w:fldSimple", ["w:instr": " NOTEREF \(bookmark) \\f \\h "]) { $0.run(String(number), .raised) }
    }

    /// The number with which a note begins.
    mutating func noteNumber() {
        xml.element("w:r") { xml in
            xml.element("w:rPr") { $0.empty("w:rStyle", ["w:val": "FootnoteReference"]) }
            xml.empty("w:footnoteRef")
        }
        run(" ")
    }

    /// What the word processor reckons: `PAGE`, `NUMPAGES`.
    mutating func field(_ name: String) {
        nested("w:fldSimple", ["w:instr": " \(name) "]) { $0.run("1") }
    }

    mutating func tab() {
        xml.element("w:r") { $0.empty("w:tab") }
    }

    /// The label as the standard has it: bold, its colour on black, twelve points.
    mutating func marking(_ marking: TrafficLight) {
        xml.element("w:r") { xml in
            xml.element("w:rPr") { xml in
                xml.empty("w:b")
                xml.empty("w:color", ["w:val": marking.colour])
                xml.empty("w:sz", ["w:val": "24"])
                xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "000000"])
            }
            xml.element("w:t", text: marking.label)
        }
    }

    /// Relationships of the part, as they stand in a file beside it.
    func links(and others: [(id: String, kind: String, target: String)] = []) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]) { xml in
            for other in others {
                xml.empty("Relationship", ["Id": other.id, "Type": Self.relationships + "/" + other.kind, "Target": other.target])
            }
            for (place, address) in addresses.enumerated() {
                xml.empty(
                    "Relationship",
                    ["Id": "link\(place + 1)", "Type": Self.relationships + "/hyperlink", "Target": address, "TargetMode": "External"])
            }
        }
        return xml.bytes
    }

    /// The part itself.
    func part(_ root: StaticString, foot: (inout XMLWriter) -> Void = { _ in }) -> [UInt8] {
        var document = XMLWriter()
        document.element(root, ["xmlns:w": Self.namespace, "xmlns:r": Self.relationships]) { document in
            document.append(xml)
            foot(&document)
        }
        return document.bytes
    }

    /// XML that was written apart.
    mutating func append(xml other: XMLWriter) { xml.append(other) }

    /// An element without content.
    mutating func append(_ name: StaticString) { xml.empty(name) }

    /// An element around what is written with the same list of addresses.
    mutating func nested(_ name: StaticString, _ attributes: XMLWriter.Attributes = [:], content: (inout WordText) -> Void) {
        var inner = WordText()
        inner.addresses = addresses
        content(&inner)
        addresses = inner.addresses
        xml.element(name, attributes) { $0.append(inner.xml) }
    }

    /// In the order the schema sets.
    private static func properties(_ look: Look, _ language: String?, to xml: inout XMLWriter) {
        guard !look.isEmpty || language != nil else { return }
        xml.element("w:rPr") { xml in
            if look.contains(.linked) { xml.empty("w:rStyle", ["w:val": "Hyperlink"]) }
            if look.contains(.raised) { xml.empty("w:rStyle", ["w:val": "FootnoteReference"]) }
            if look.contains(.bold) { xml.empty("w:b") }
            if look.contains(.marked) { xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "FBEAA0"]) }
            guard let language else { return }
            if rightToLeft.contains(String(language.prefix { $0 != "-" })) { xml.empty("w:rtl") }
            xml.empty("w:lang", ["w:val": language, "w:eastAsia": language, "w:bidi": language])
        }
    }

    private static let rightToLeft: Set<String> = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]
}
