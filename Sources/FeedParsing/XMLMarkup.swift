/// Markup that stands in a feed as elements, written back as HTML text. No recursion: nesting is the feed's.
enum XMLMarkup {
    /// - Parameter unwrapping: leave out a single `div` around everything.
    static func write(_ document: XMLDocument, _ element: XMLDocument.Node, unwrapping: Bool) -> String {
        var first = element + 1
        var end = document.end(of: element)
        if unwrapping, let wrapper = onlyDivision(document, element) {
            first = wrapper + 1
            end = document.end(of: wrapper)
        }
        var output: [UInt8] = []
        var open: [(name: String, end: Int)] = []
        var node = first
        while node < end {
            while let last = open.last, last.end <= node {
                output += "</\(last.name)>".utf8
                open.removeLast()
            }
            if document.isText(node) {
                var text: [UInt8] = []
                document.append(document.records[node], to: &text)
                escape(text, into: &output)
            } else {
                let name = document.name(node).local
                startTag(document, node, name, into: &output)
                if AllowedMarkup.isVoid(name) {
                    output += " />".utf8
                } else {
                    output.append(UInt8(ascii: ">"))
                    open.append((name, document.end(of: node)))
                }
            }
            node += 1
        }
        for last in open.reversed() { output += "</\(last.name)>".utf8 }
        return String(decoding: output, as: UTF8.self)
    }

    private static func startTag(_ document: XMLDocument, _ node: XMLDocument.Node, _ name: String, into output: inout [UInt8]) {
        output += "<\(name)".utf8
        let vocabulary = document.vocabulary(node)
        let isNested = document.parent(node).map { document.vocabulary($0) == vocabulary } ?? false
        if !isNested, let namespace = namespaces[vocabulary] { output += " xmlns=\"\(namespace)\"".utf8 }
        var linksAnywhere = false
        for (name, value) in document.attributeList(node) {
            let written = name.vocabulary == .xlink ? "xlink:\(name.local)" : name.vocabulary == .xml ? "xml:\(name.local)" : name.local
            linksAnywhere = linksAnywhere || name.vocabulary == .xlink
            output += " \(written)=\"\(PlainText.escaped(value, inAttribute: true))\"".utf8
        }
        if linksAnywhere { output += " xmlns:xlink=\"http://www.w3.org/1999/xlink\"".utf8 }
    }

    private static let namespaces: [XMLVocabulary: String] = [
        .svg: "http://www.w3.org/2000/svg", .mathML: "http://www.w3.org/1998/Math/MathML",
    ]

    private static func onlyDivision(_ document: XMLDocument, _ element: XMLDocument.Node) -> XMLDocument.Node? {
        var found: XMLDocument.Node?
        var node = element + 1
        while node < document.end(of: element) {
            if document.isText(node) {
                let record = document.records[node]
                guard document.bytes[Int(record.lower)..<Int(record.upper)].allSatisfy({ $0 <= 0x20 }) else { return nil }
            } else {
                guard found == nil, document.term(node) == .div else { return nil }
                found = node
            }
            node = document.end(of: node)
        }
        return found
    }

    private static func escape(_ text: [UInt8], into output: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            default: output.append(byte)
            }
        }
    }
}
