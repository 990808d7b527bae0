import BriefModel

/// A figure as a caption writes it.
enum Figure {
    static func words(_ quantity: Quantity) -> String {
        if quantity.value == 0 { return "none" }
        let number = words(quantity.value)
        return switch quantity.unit {
        case "USD": "$" + number
        case "EUR": "€" + number
        case "GBP": "£" + number
        case "percent": number + "%"
        default: number
        }
    }

    /// `400,000`, `16 million`, `1.2 billion`, `0.45`.
    static func words(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return String(value) }
        for (size, name) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] where value.magnitude >= size {
            return short(value / size) + name
        }
        return short(value)
    }

    /// At most two decimals, without trailing zeros.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let whole = Wording.grouped(hundredths / 100)
        let rest = Int(hundredths.magnitude % 100)
        if rest == 0 { return whole }
        return whole + "." + (rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
    }

    /// What a caption writes, read back: `34`, `400,000`, `$1.2 billion`, `12%`, `none`; nil for anything else, dates among them.
    static func value(of text: some StringProtocol) -> Double? {
        var words = text.split(separator: " ").map { $0.lowercased() }
        if words == ["none"] || words == ["no"] { return 0 }
        var scale = 1.0
        if words.count == 2, let size = ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12][words[1]] {
            scale = size
            words.removeLast()
        }
        guard words.count == 1, let number = words.first else { return nil }
        let digits = number.filter { !"$€£%,".contains($0) }
        guard digits.utf8.first.map({ (0x30...0x39).contains($0) }) == true, let value = Double(digits) else { return nil }
        return value * scale
    }
}
