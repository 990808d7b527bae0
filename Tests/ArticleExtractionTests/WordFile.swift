/// A Word file put together for a test: parts stored in a zip archive, unpacked.
enum WordFile {
    static func make(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        func number(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        for part in parts {
            let (name, body) = (Array(part.name.utf8), Array(part.text.utf8))
            let place = bytes.count
            let sizes = number(0, 4) + number(body.count, 4) + number(body.count, 4) + number(name.count, 2)
            bytes += number(0x0403_4b50, 4) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes + number(0, 2) + name + body
            directory += number(0x0201_4b50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(place, 4) + name
        }
        let end = number(0x0605_4b50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
        return bytes + directory + end + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    }

    /// A document with these paragraphs as they stand in its XML.
    static func document(_ body: String, links: String = "", footnotes: String = "") -> [UInt8] {
        make([
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<?xml version=\"1.0\"?><w:document><w:body>\(body)</w:body></w:document>"),
            ("word/_rels/document.xml.rels", "<Relationships>\(links)</Relationships>"),
            ("word/footnotes.xml", "<w:footnotes>\(footnotes)</w:footnotes>"),
        ])
    }
}
