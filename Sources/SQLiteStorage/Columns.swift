import BriefModel

/// Lists as one column of text.
enum Columns {
    static func lines(_ items: [String]) -> String { items.map { $0.replacing("\n", with: " ") }.joined(separator: "\n") }

    static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// `title:0-12 paragraph:14-90`
    static func blocks(_ blocks: [TextBlock]) -> String {
        blocks.map { "\($0.kind.rawValue):\($0.range.lowerBound)-\($0.range.upperBound)" }.joined(separator: " ")
    }

    /// Nil for anything `blocks(_:)` does not write.
    static func blocks(_ text: String) -> [TextBlock]? {
        var blocks: [TextBlock] = []
        for part in text.split(separator: " ") {
            let halves = part.split(separator: ":")
            guard halves.count == 2, let kind = TextBlock.Kind(rawValue: String(halves[0])) else { return nil }
            let ends = halves[1].split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { return nil }
            blocks.append(TextBlock(kind: kind, range: ends[0]..<ends[1]))
        }
        return blocks
    }
}
