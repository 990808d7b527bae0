import BriefModel
import TextAnalysis

/// What has to be looked up for a brief before it can be judged.
extension BriefText {
    /// A line that is judged.
    public struct Question: Sendable {
        public let statement: String
        /// Its telling words, each in the forms that an article may have it in.
        public let words: [[String]]
    }

    /// The lines that are judged, in their order.
    public var questions: [Question] {
        lines.enumerated().filter { Claimhood.exemption($0.element, isFirst: $0.offset == 0) == nil }.map {
            Question(statement: $0.element.text, words: Self.words(of: $0.element.sentence))
        }
    }

    /// The addresses that its lines cite, as they are compared: without scheme, `www.` and slash.
    public var citedAddresses: [String] {
        let cited = lines.flatMap(\.marks).flatMap { mark -> [String] in
            switch mark.target {
            case .address(let address): [address]
            case .entry(let label): references.entry(label)?.addresses ?? []
            case .words: []
            }
        }
        return Set(cited.map(CitedAddress.key)).sorted()
    }

    /// The words that name a source without an address.
    public var citedWords: [String] {
        lines.flatMap(\.marks).compactMap { mark in
            switch mark.target {
            case .address: nil
            case .entry(let label): references.entry(label).flatMap { $0.addresses.isEmpty ? $0.words : nil }
            case .words(let words): words
            }
        }
    }

    private static func words(of sentence: Sentence) -> [[String]] {
        var seen: Set<String> = []
        return sentence.tokens.filter { $0.kind != .symbol && !$0.isStopword && $0.folded.utf8.count > 1 && seen.insert($0.stem).inserted }.map(forms)
    }

    /// A name or a figure is written one way; other English words as their stem with one of its usual endings.
    private static func forms(_ token: Token) -> [String] {
        guard token.kind == .word, !token.isCapitalized, token.folded.utf8.count > 3 else { return [token.folded] }
        let stem = token.stem
        let open = stem.hasSuffix("i") ? [stem.dropLast() + "y", stem + "es", stem + "ed"].map { String($0) } : []
        return Set([token.folded, stem, stem + "s", stem + "es", stem + "e", stem + "ed", stem + "ing"] + open).sorted()
    }
}
