/// What a style attribute says about whether text can be seen.
struct InlineStyle {
    let hides: Bool

    init(_ style: ArraySlice<UInt8>) {
        var color: String?
        var background: String?
        var hides = false
        for declaration in style.prefix(4096).split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            guard Self.mayHide(declaration[..<colon]) else { continue }
            let property = Self.tidy(declaration[..<colon])
            let value = Self.tidy(declaration[(colon + 1)...])
            switch property {
            case "display": hides = hides || value.hasPrefix("none")
            case "visibility": hides = hides || value.hasPrefix("hidden") || value.hasPrefix("collapse")
            case "font-size", "opacity", "max-height", "line-height": hides = hides || Self.isZero(value)
            case "height", "width": hides = hides || (Self.isZero(value) && String(decoding: style, as: UTF8.self).contains("overflow"))
            case "left", "top", "right", "text-indent", "margin-left", "margin-top": hides = hides || Self.isFarOff(value)
            case "clip", "clip-path":
                hides =
                    hides || value.hasPrefix("rect(0") || value.hasPrefix("rect(1px") || value.hasPrefix("inset(50%") || value.hasPrefix("inset(100%")
            case "color": color = value
            case "background", "background-color": background = value
            default: break
            }
        }
        // White text on a ground that is white, or not said to be anything else.
        let isWhite = color.map(Self.isWhite) ?? false
        self.hides = hides || (isWhite && (background.map(Self.isWhite) ?? true)) || (color == "transparent")
    }

    /// Whether a property is one of those that are looked at; most styles are of others.
    private static func mayHide(_ property: ArraySlice<UInt8>) -> Bool {
        let name = property.drop { $0 <= 0x20 }
        return name.first.map { properties.length(in: property, at: name.startIndex) > 0 || $0 >= 0x80 } ?? false
    }

    private static let properties = Phrases([
        "display", "visibility", "font-size", "opacity", "max-height", "line-height", "height", "width", "left", "top", "right", "text-indent",
        "margin-left", "margin-top", "clip", "color", "background",
    ])

    /// Lower case, no white space, no `!important`.
    private static func tidy(_ bytes: ArraySlice<UInt8>) -> String {
        let kept = bytes.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let text = String(decoding: kept, as: UTF8.self)
        return text.hasSuffix("!important") ? String(text.dropLast(10)) : text
    }

    private static func isZero(_ value: String) -> Bool {
        let digits = value.utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return (Double(String(decoding: Array(digits), as: UTF8.self)) ?? 1) == 0
    }

    private static func isFarOff(_ value: String) -> Bool {
        guard value.hasPrefix("-") else { return false }
        let digits = value.utf8.dropFirst().prefix { (0x30...0x39).contains($0) }
        return (Int(String(decoding: Array(digits), as: UTF8.self)) ?? 0) >= 500
    }

    private static func isWhite(_ value: String) -> Bool {
        ["white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"].contains(value)
    }
}
