import Figures
import Foundation
import HTMLParsing

/// html5lib's `encoding` folder: `.dat` files of pages (`#data`) with the encoding a browser would read them in (`#encoding`), and files to be
/// told by their bytes, named for their encoding.
enum EncodingSniffing {
    static func figures(_ set: LabelledSet, show: (String) -> Void) throws -> [Figure] {
        let folder = set.folder.appending(path: "encoding")
        var right = 0
        var all = 0
        func score(_ name: String, _ wanted: String, _ found: String) {
            all += 1
            if wanted == found { right += 1 } else { show("encoding \(name): \(found), not \(wanted)") }
        }
        for name in try names(in: folder) where name.hasSuffix(".dat") {
            for (number, item) in pages(in: [UInt8](try Data(contentsOf: folder.appending(path: name)))).enumerated() {
                score("\(name) \(number + 1)", CharacterDecoding.encodingName(item.encoding) ?? item.encoding, sniffed(item.page))
            }
        }
        let chardet = folder.appending(path: "chardet")
        for name in try names(in: chardet) {
            let bytes = [UInt8](try Data(contentsOf: chardet.appending(path: name)))
            // test_big5.txt
            let label = name.split(separator: ".").first.map { $0.split(separator: "_").dropFirst().joined(separator: "_") } ?? name
            score(name, CharacterDecoding.encodingName(label) ?? label, CharacterDecoding.decode(bytes, declared: nil).encoding)
        }
        return all == 0 ? [] : [Figure("encoding", share: right, of: all)]
    }

    /// The set's default for a page of ASCII that declares nothing is windows-1252, where we say UTF-8: the same characters.
    private static func sniffed(_ page: [UInt8]) -> String {
        if let marked = CharacterDecoding.markedEncoding(page) { return marked.name }
        if let declared = CharacterDecoding.declaredEncoding(page) { return declared }
        return page.allSatisfy { $0 < 0x80 } ? "windows-1252" : CharacterDecoding.decode(page, declared: nil).encoding
    }

    private static func names(in folder: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private static func pages(in bytes: [UInt8]) -> [(page: [UInt8], encoding: String)] {
        var items: [(page: [UInt8], encoding: String)] = []
        var page: [UInt8] = []
        var part = ""
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.elementsEqual("#data".utf8) {
                (page, part) = ([], "data")
            } else if line.elementsEqual("#encoding".utf8) {
                part = "encoding"
            } else if part == "data" {
                page += line + [0x0A]
            } else if part == "encoding", !line.isEmpty {
                items.append((page, String(decoding: line, as: UTF8.self)))
                part = ""
            }
        }
        return items
    }
}
