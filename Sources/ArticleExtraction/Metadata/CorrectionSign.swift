/// Says whether a text puts right another report, or an earlier version of itself.
enum CorrectionSign {
    /// - Parameter notice: what `notice(in:)` found.
    static func isPresent(title: String, section: String?, notice: String?) -> Bool {
        if openings.open(Array(title.utf8)) { return true }
        if let section, sections.contains(section.lowercased()) { return true }
        return notice != nil
    }

    /// The paragraph that says what was put right.
    static func notice(in paragraphs: [String]) -> String? {
        paragraphs.first { openings.open(Array($0.utf8.prefix(40))) || phrases.occur(in: $0) }
    }

    /// A note on what was put right, by how it begins or what it says.
    static func isNote(_ text: [UInt8]) -> Bool { openings.open(text) || phrases.occur(in: text) }

    private static let openings = Phrases([
        "correction:", "correction -", "correction –", "correction—", "corrections:", "corrected:", "corrected version", "(corrects", "corrects ",
        "korrektur:",
        "berichtigung:", "rectificatif", "correctif", "erratum", "errata", "更正", "clarification:", "corrigendum",
    ])
    private static let sections: Set<String> = ["correction", "corrections", "corrections and clarifications", "korrekturen", "rectificatifs", "更正"]
    private static let phrases = Phrases([
        "an earlier version of this article", "an earlier version of this story", "an earlier version of this report", "a previous version of this",
        "this article has been corrected", "this story has been corrected", "this article was corrected", "in einer früheren version dieses",
        "une version précédente de cet article", "una versión anterior de este", "una versione precedente di questo", "uma versão anterior deste",
        "this post has been corrected", "this article has been amended", "this article was amended", "this article has been updated to correct",
        "in einer früheren fassung", "in einer ersten version", "wir haben den fehler korrigiert", "wir haben das korrigiert",
        "cet article a été corrigé",
    ])
}
