/// Lets pass the declarations of a `style` attribute that only dress text: known properties, and colours and sizes for borders, margins,
/// paddings and backgrounds. Nothing that loads, moves or hides; one strange character and the whole attribute goes.
enum StyleSanitiser {
    static func clean(_ style: ArraySlice<UInt8>, inDrawing: Bool) -> String {
        let text = String(decoding: withoutAddresses(style), as: UTF8.self)
        guard isPlain(Array(text.utf8)) else { return "" }
        var kept: [String] = []
        for declaration in text.split(separator: ";") {
            guard PlainText.trimmed(String(declaration)) != nil else { continue }
            let parts = declaration.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let property = PlainText.trimmed(String(parts[0])), isName(property) else { return "" }
            guard let value = PlainText.trimmed(String(parts[1])) else { continue }
            if isAllowed(property.lowercased(), value, inDrawing) { kept.append("\(property): \(value);") }
        }
        return kept.joined(separator: " ")
    }

    private static func isAllowed(_ property: String, _ value: String, _ inDrawing: Bool) -> Bool {
        if properties.contains(property) { return true }
        if inDrawing, drawingProperties.contains(property) { return true }
        let family = property.prefix { $0 != "-" }
        guard ["background", "border", "margin", "padding"].contains(family) else { return false }
        return value.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }).allSatisfy {
            keywords.contains(String($0)) || isMeasure(Array($0.utf8))
        }
    }

    private static func isName(_ property: String) -> Bool {
        property.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
    }

    /// `url(…)` goes before anything is looked at.
    private static func withoutAddresses(_ style: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var at = style.startIndex
        while at < style.endIndex {
            let rest = style[at...]
            if style[at] | 0x20 == UInt8(ascii: "u"), rest.prefix(3).map({ $0 | 0x20 }).elementsEqual("url".utf8),
                let open = rest.dropFirst(3).first(where: { $0 > 0x20 }), open == UInt8(ascii: "("),
                let close = rest.prefix(2048).firstIndex(of: UInt8(ascii: ")"))
            {
                output.append(0x20)
                at = close + 1
            } else {
                output.append(style[at])
                at += 1
            }
        }
        return output
    }

    /// Letters, digits, `: , ; # % . !` and spaces; a hyphen inside a word; words in quotes; numbers in brackets.
    private static func isPlain(_ style: [UInt8]) -> Bool {
        var at = 0
        while at < style.count {
            let byte = style[at]
            switch byte {
            case UInt8(ascii: "-"):
                guard at > 0, at + 1 < style.count, isWord(style[at - 1]), isWord(style[at + 1]) else { return false }
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                guard let end = style[(at + 1)...].firstIndex(of: byte), style[(at + 1)..<end].allSatisfy({ isWord($0) || $0 <= 0x20 }) else {
                    return false
                }
                at = end
            case UInt8(ascii: "("):
                guard let end = style[at...].firstIndex(of: UInt8(ascii: ")")),
                    style[(at + 1)..<end].allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") || $0 <= 0x20 })
                else { return false }
                at = end
            default: guard isWord(byte) || byte <= 0x20 || ":,;#%.!".utf8.contains(byte) else { return false }
            }
            at += 1
        }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }

    /// A colour, or a length of at most two digits before and after the point: a margin of 99999em takes text out of sight.
    private static func isMeasure(_ word: [UInt8]) -> Bool {
        if word.first == UInt8(ascii: "#") {
            return word.count > 1 && word.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        }
        if word.starts(with: "rgb(".utf8) {
            return word.dropFirst(4).allSatisfy { (0x30...0x39).contains($0) || "%,)".utf8.contains($0) }
        }
        let digits = word.prefix { (0x30...0x39).contains($0) }
        var rest = word[digits.endIndex...]
        guard digits.count <= 2 else { return false }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard fraction.count <= 2 else { return false }
            rest = word[fraction.endIndex...]
        }
        return ["", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")", "rem"].contains(String(decoding: rest, as: UTF8.self))
    }

    private static let properties = AllowedMarkup.words(
        """
        azimuth background-color border-bottom-color border-collapse border-color border-left-color border-right-color border-top-color clear
        color cursor direction display elevation float font font-family font-size font-style font-variant font-weight height letter-spacing
        line-height overflow pause pause-after pause-before pitch pitch-range richness speak speak-header speak-numeral speak-punctuation
        speech-rate stress text-align text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width
        """)
    private static let drawingProperties = AllowedMarkup.words(
        "fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity")
    private static let keywords = AllowedMarkup.words(
        """
        auto aqua black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green !important italic left lime maroon
        medium none navy normal nowrap olive pointer purple red right solid silver teal top transparent underline white yellow
        """)
}
