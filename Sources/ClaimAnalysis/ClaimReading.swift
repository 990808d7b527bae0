import BriefModel

/// How firmly a sentence asserts what it asserts, and whether it affirms or denies.
struct ClaimReading {
    let modality: Claim.Modality
    let isAffirmed: Bool
    let cues: [String]

    init(sentence: Sentence, claimant: Claimant) {
        let outside = sentence.cues.filter { cue in
            !sentence.quotations.contains { $0.range.overlaps(cue.range) && $0.range.count * 10 < sentence.range.count * 8 }
        }
        let attributionCue = sentence.attribution?.cue
        isAffirmed = !Self.isDenied(sentence, cues: outside)
        modality = Self.modality(cues: outside, claimant: claimant, attributionCue: attributionCue, isAffirmed: isAffirmed)
        cues = ([attributionCue].compactMap { $0 } + outside.filter { $0.kind != .opinion }.map(\.text))
    }

    private static func modality(cues: [Cue], claimant: Claimant, attributionCue: String?, isAffirmed: Bool) -> Claim.Modality {
        if let attributionCue, denials.contains(attributionCue.lowercased()) { return .denied }
        if claimant.isAnonymous { return .hedged }
        // A general belief ("most trackers believe") is a hedge; "supporters say" is their word.
        if let attributionCue, beliefs.contains(attributionCue.lowercased()) { return .hedged }
        if claimant.isNamed { return .attributed }
        if cues.contains(where: { $0.kind == .hedge || $0.kind == .forecast }) { return .hedged }
        if cues.contains(where: { $0.kind == .plan }) { return .planned }
        if !isAffirmed, cues.contains(where: { $0.kind == .negation && denials.contains($0.text.lowercased()) }) { return .denied }
        return .stated
    }

    private static let denials: Set<String> = [
        "denied", "denies", "deny", "rejected", "rejects", "disputes", "disputed", "refused", "bestreitet", "bestritt", "dement", "dément", "否认",
    ]
    private static let beliefs: Set<String> = [
        "believe", "believes", "believed", "suggest", "suggests", "suggested", "reckon", "reckons", "expect", "expects", "hint", "hints", "suspect",
    ]

    /// The main clause is negated: a negation before the first "but", "which", "while" and their like.
    private static func isDenied(_ sentence: Sentence, cues: [Cue]) -> Bool {
        let end = mainClauseEnd(sentence)
        return cues.contains {
            $0.kind == .negation && $0.range.lowerBound < end && !weak.contains($0.text.lowercased()) && !isRestrictive($0, sentence)
        }
    }

    /// Missing or ruled out things within an affirmed sentence ("without limits").
    private static let weak: Set<String> = ["without", "ohne", "sans", "lack of", "absence of", "lacks", "refused to", "refuses to", "declined to"]

    /// "not only", and "came to nothing", where the pronoun is not what the sentence is about.
    private static func isRestrictive(_ cue: Cue, _ sentence: Sentence) -> Bool {
        if ["nothing", "nobody", "none"].contains(cue.text.lowercased()),
            let place = sentence.tokens.firstIndex(where: { $0.range.lowerBound == cue.range.lowerBound }), place > 3
        {
            return true
        }
        guard let index = sentence.tokens.firstIndex(where: { $0.range.lowerBound >= cue.range.upperBound }) else { return false }
        return ["only", "just", "merely", "least"].contains(sentence.tokens[index].folded)
    }

    private static func mainClauseEnd(_ sentence: Sentence) -> Int {
        let text = Array(sentence.text.utf8)
        for (index, token) in sentence.tokens.enumerated() where index > 1 && boundaries.contains(token.folded) {
            let start = token.range.lowerBound - sentence.range.lowerBound
            guard start >= 2 else { continue }
            if text[start - 2] == UInt8(ascii: ",") || text[start - 2] == UInt8(ascii: ";") || token.folded == "but" { return token.range.lowerBound }
        }
        return sentence.range.upperBound
    }

    private static let boundaries: Set<String> = [
        "but", "which", "while", "although", "though", "because", "who", "whereas", "and", "aber", "wahrend", "mais", "tandis", "where", "if", "so",
    ]
}
