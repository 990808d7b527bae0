import BriefModel

/// The files of a DOCX (Office Open XML, ISO/IEC 29500): the text, its notes, head and foot, looks and lists, packed into one archive.
struct WordPackage {
    let title: String
    let subject: String
    let summary: String
    let asOf: Timestamp
    let marking: TrafficLight?
    let body: WordText
    let notes: WordText

    /// The numbers of the list definitions in `lists.xml`.
    static let bullets = 1, numbers = 2

    func archive() -> [UInt8] {
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", contentTypes)
        zip.add("_rels/.rels", packageRelationships)
        zip.add("docProps/core.xml", properties)
        zip.add("word/document.xml", document)
        zip.add("word/_rels/document.xml.rels", body.links(and: Self.parts.map { ($0.id, $0.kind, $0.id + ".xml") }))
        zip.add("word/footnotes.xml", footnotes)
        zip.add("word/_rels/footnotes.xml.rels", notes.links())
        zip.add("word/header.xml", head.part("w:hdr"))
        zip.add("word/footer.xml", foot.part("w:ftr"))
        zip.add("word/styles.xml", PackageResources.word_styles_xml)
        zip.add("word/numbering.xml", PackageResources.word_lists_xml)
        zip.add("word/settings.xml", settings)
        return zip.finished()
    }

    private static let parts: [(id: String, kind: String)] = [
        ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("footnotes", "footnotes"), ("header", "header"),
        ("footer", "footer"),
    ]

    // MARK: text

    /// A4 with margins of 20 mm, in twentieths of a point.
    private var document: [UInt8] {
        var section = XMLWriter(isDocument: false)
        section.element("w:sectPr") { xml in
            xml.empty("w:headerReference", ["w:type": "default", "r:id": "header"])
            xml.empty("w:footerReference", ["w:type": "default", "r:id": "footer"])
            xml.empty("w:pgSz", ["w:w": "11906", "w:h": "16838"])
            xml.empty(
                "w:pgMar",
                ["w:top": "1418", "w:right": "1134", "w:bottom": "1418", "w:left": "1134", "w:header": "567", "w:footer": "567", "w:gutter": "0"])
        }
        var whole = WordText()
        whole.nested("w:body") { $0.append(body, section) }
        return whole.part("w:document")
    }

    private var footnotes: [UInt8] {
        var whole = WordText()
        for (id, kind, line) in [("0", "separator", "w:separator"), ("1", "continuationSeparator", "w:continuationSeparator")]
            as [(String, String, StaticString)]
        {
            whole.nested("w:footnote", ["w:type": kind, "w:id": id]) { text in
                text.paragraph("FootnoteText") { $0.line(line) }
            }
        }
        whole.append(notes)
        return whole.part("w:footnotes")
    }

    /// The running head: what the document is, and its marking at the right, as the standard asks.
    private var head: WordText {
        var text = WordText()
        text.paragraph("Header") { text in
            text.run("Big Picture · " + title.clipped(to: 70))
            guard let marking else { return }
            text.tab()
            text.marking(marking)
        }
        return text
    }

    private var foot: WordText {
        var text = WordText()
        text.paragraph("Footer") { text in
            text.run("As of \(asOf.day.inWords) · page ")
            text.field("PAGE")
            text.run(" of ")
            text.field("NUMPAGES")
            guard let marking else { return }
            text.tab()
            text.marking(marking)
        }
        return text
    }

    private var settings: [UInt8] {
        WordText().part("w:settings") { xml in
            xml.element("w:footnotePr") { xml in
                xml.empty("w:footnote", ["w:id": "0"])
                xml.empty("w:footnote", ["w:id": "1"])
            }
            xml.element("w:compat") {
                $0.empty(
                    "w:compatSetting",
                    ["w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"])
            }
        }
    }

    // MARK: package

    private var contentTypes: [UInt8] {
        var xml = XMLWriter()
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        xml.element("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) { xml in
            xml.empty("Default", ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            xml.empty("Override", ["PartName": "/word/document.xml", "ContentType": word + "document.main+xml"])
            for part in Self.parts { xml.empty("Override", ["PartName": "/word/\(part.id).xml", "ContentType": word + part.kind + "+xml"]) }
            xml.empty(
                "Override",
                ["PartName": "/docProps/core.xml", "ContentType": "application/vnd.openxmlformats-package.core-properties+xml"])
        }
        return xml.bytes
    }

    private var packageRelationships: [UInt8] {
        var xml = XMLWriter()
        xml.element("Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]) { xml in
            xml.empty(
                "Relationship", ["Id": "document", "Type": WordText.relationships + "/officeDocument", "Target": "word/document.xml"])
            xml.empty(
                "Relationship",
                [
                    "Id": "properties", "Type": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "Target": "docProps/core.xml",
                ])
        }
        return xml.bytes
    }

    /// Dublin Core, as the package format has it.
    private var properties: [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ]
        ) { xml in
            xml.element("dc:title", text: title)
            xml.element("dc:subject", text: subject)
            xml.element("dc:creator", text: "Big Picture")
            if let marking { xml.element("cp:keywords", text: marking.label) }
            xml.element("dc:description", text: summary)
            xml.element("dc:language", text: "en-GB")
            xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: asOf.description)
            xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: asOf.description)
        }
        return xml.bytes
    }
}

extension WordText {
    /// What was written apart; its addresses are counted where it was.
    fileprivate mutating func append(_ text: WordText, _ end: XMLWriter = XMLWriter(isDocument: false)) {
        append(xml: text.xml)
        append(xml: end)
    }

    fileprivate mutating func line(_ kind: StaticString) { nested("w:r") { $0.append(kind) } }
}
