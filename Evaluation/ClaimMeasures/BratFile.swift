import Foundation

/// Attributions marked in the standoff format of brat: `T1<tab>Source 89 106<tab>text`, `E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1`.
struct BratFile {
    /// One attribution: its parts as byte ranges of the text, in order. A part may be in several pieces, or missing.
    struct Attribution: Hashable {
        var source: [Range<Int>] = []
        var cue: [Range<Int>] = []
        var content: [Range<Int>] = []
    }

    let attributions: [Attribution]

    /// - Parameters:
    ///   - annotations: the content of an `.ann` file; its offsets count Unicode scalars.
    ///   - text: the text they count in.
    init(_ annotations: String, text: String) {
        var offsets = [0]
        for scalar in text.unicodeScalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
        var spans: [Substring: [Range<Int>]] = [:]
        var attributions: [Attribution] = []
        let lines = annotations.split(whereSeparator: \.isNewline).map { $0.split(separator: "\t", maxSplits: 2) }.filter { $0.count >= 2 }
        for line in lines where line[0].hasPrefix("T") {
            guard let space = line[1].firstIndex(of: " ") else { continue }
            spans[line[0]] = line[1][space...].split(separator: ";").compactMap { piece in
                let ends = piece.split(separator: " ").compactMap { Int($0) }
                guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1], ends[1] < offsets.count else { return nil }
                return offsets[ends[0]]..<offsets[ends[1]]
            }
        }
        for line in lines where line[0].hasPrefix("E") && line[1].hasPrefix("Attribution") {
            var attribution = Attribution()
            for role in line[1].split(separator: " ").dropFirst() {
                let ends = role.split(separator: ":")
                guard ends.count == 2, let pieces = spans[ends[1]] else { continue }
                // A second part of one kind is called Content2.
                switch ends[0].prefix(while: \.isLetter) {
                case "Source": attribution.source += pieces
                case "Cue": attribution.cue += pieces
                case "Content": attribution.content += pieces
                default: continue
                }
            }
            attribution.source.sort { $0.lowerBound < $1.lowerBound }
            attribution.cue.sort { $0.lowerBound < $1.lowerBound }
            attribution.content.sort { $0.lowerBound < $1.lowerBound }
            attributions.append(attribution)
        }
        self.attributions = attributions
    }
}
