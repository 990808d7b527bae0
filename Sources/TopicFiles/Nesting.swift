/// What YAML allows and a topic never needs: values that stand for other values, and depth. A small file could make a parser repeat itself
/// without end by the one and run out of stack by the other, so both are looked for in the text before it is parsed.
enum Nesting {
    private static let deepest = 32

    static func problem(in text: String) -> TopicProblem? {
        let bytes = Array(text.utf8)
        var anchors: Set<ArraySlice<UInt8>> = []
        var brackets = 0
        var line = 1
        var lineStart = 0
        var dashes = 0
        var isIndent = true
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                lineStart = place + 1
                dashes = 0
                isIndent = true
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
            case UInt8(ascii: "-"), UInt8(ascii: "?"): if isIndent { dashes += 1 }
            case UInt8(ascii: "&"): if let name = name(bytes, after: place) { anchors.insert(name) }
            case UInt8(ascii: "*"):
                if let name = name(bytes, after: place), anchors.contains(name) {
                    return TopicProblem(
                        line: line, column: place - lineStart + 1,
                        message: "`*` stands for a value named elsewhere; a topic file writes each value out.")
                }
            default: break
            }
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "?") { isIndent = false }
            if brackets > deepest || dashes > deepest {
                return TopicProblem(
                    line: line, column: place - lineStart + 1,
                    message: "lists within lists, more than \(deepest) deep; a topic has lists of lines and of keys.")
            }
        }
        return nil
    }

    /// The word after `&` or `*` where these begin a value.
    private static func name(_ bytes: [UInt8], after place: Int) -> ArraySlice<UInt8>? {
        guard place == 0 || bytes[place - 1] <= 0x20 || "[{,".utf8.contains(bytes[place - 1]) else { return nil }
        let name = bytes[(place + 1)...].prefix { $0 > 0x20 && !"[]{},".utf8.contains($0) }
        return name.isEmpty ? nil : name
    }
}
