import BriefModel
import FoundationEssentials
import Storage

/// Lists as one column of text.
enum Columns {
    static func lines(_ items: [String]) -> String { items.map { $0.replacing("\n", with: " ") }.joined(separator: "\n") }

    static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// `title:0-12 paragraph:14-90`, with the page where there is one: `paragraph:14-90:xii`.
    static func blocks(_ blocks: [TextBlock]) -> String {
        blocks.map { block in
            let page = block.page.map { ":" + $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } } ?? ""
            return "\(block.kind.rawValue):\(block.range.lowerBound)-\(block.range.upperBound)\(page)"
        }.joined(separator: " ")
    }

    /// Nil for anything `blocks(_:)` does not write.
    static func blocks(_ text: String) -> [TextBlock]? {
        var blocks: [TextBlock] = []
        for part in text.split(separator: " ") {
            let halves = part.split(separator: ":")
            guard (2...3).contains(halves.count), let kind = TextBlock.Kind(rawValue: String(halves[0])) else { return nil }
            let ends = halves[1].split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { return nil }
            blocks.append(TextBlock(kind: kind, range: ends[0]..<ends[1], page: halves.count == 3 ? String(halves[2]) : nil))
        }
        return blocks
    }

    /// The same text for the same value.
    private static func json(_ value: some Encodable) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }

    static func history(_ history: PublicationHistory) -> String { history.moments.map { String($0.secondsSince1970) }.joined(separator: " ") }

    static func history(_ text: String) -> PublicationHistory {
        PublicationHistory(text.split(separator: " ").compactMap { Int64($0).map(Timestamp.init(secondsSince1970:)) })
    }

    static func subscription(_ subscription: HubSubscription?) -> String? {
        subscription.flatMap(json)
    }

    /// Nil for anything `subscription(_:)` does not write; it is asked for anew then.
    static func subscription(_ text: String?) -> HubSubscription? {
        text.flatMap { try? JSONDecoder().decode(HubSubscription.self, from: Data($0.utf8)) }
    }

    /// Nil for nothing asked.
    static func wishes(_ wishes: UsageWishes?) -> String? {
        wishes.flatMap { $0.isEmpty ? nil : json($0) }
    }

    static func provenance(_ provenance: Provenance?) -> String? {
        provenance.flatMap(json)
    }

    /// Nil for anything `provenance(_:)` does not write.
    static func provenance(_ text: String?) -> Provenance? { text.flatMap { try? JSONDecoder().decode(Provenance.self, from: Data($0.utf8)) } }

    static func wishes(_ text: String?) -> UsageWishes? { text.flatMap { try? JSONDecoder().decode(UsageWishes.self, from: Data($0.utf8)) } }
}
