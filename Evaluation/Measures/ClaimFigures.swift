import BriefEngine
import BriefModel
import Figures

extension SampleRun {
    func claimFigures() -> [Figure] {
        let claims = Dictionary(grouping: study.claims) { goldID[$0.passage.article] ?? "" }
        func claim(_ passage: Gold.Passage) -> Claim? {
            claims[passage.article, default: []].first { $0.passage.exact.contains(passage.text) || passage.text.contains($0.passage.exact) }
        }
        // "unhedged-copy" is the annotators' name for a flat statement that dropped somebody's caution.
        let modality = gold.claims.count { entry in
            claim(entry.evidence)?.modality.rawValue == (entry.modality == "unhedged-copy" ? "stated" : entry.modality)
        }
        let claimant = gold.claims.count { entry in
            guard let found = claim(entry.evidence)?.claimant.lowercased(), let wanted = entry.claimant?.lowercased() else { return false }
            return found.contains(wanted) || wanted.contains(found)
        }
        let quoted = gold.quotes.filter { articles[$0.article] != nil }
        let spoken = quoted.count { quote in
            study.onTopic.contains { analyzed in
                goldID[analyzed.article.id] == quote.article
                    && analyzed.sentences.contains { sentence in
                        sentence.quotations.contains { found in
                            (found.text.contains(quote.text) || quote.text.contains(found.text))
                                && sameSpeaker(found.speaker, quote.speaker)
                        }
                    }
            }
        }
        return [
            .init("claims.modality", share: modality, of: gold.claims.count),
            .init("claims.claimant", share: claimant, of: gold.claims.count),
            .init("quotes.speaker", share: spoken, of: quoted.count),
        ]
    }

    private func sameSpeaker(_ found: String?, _ wanted: String?) -> Bool {
        guard let found, let wanted else { return found == nil && wanted == nil }
        return wanted.contains(found) || found.contains(wanted)
    }

    func disputeFigures() -> [Figure] {
        func joins(_ dispute: Dispute, _ entry: Gold.Contradiction) -> Bool {
            let sides = [dispute.followed.passage, dispute.notFollowed.passage]
            // A copy speaks through its origin.
            func has(_ passage: Gold.Passage) -> Bool { sides.contains { isSame($0, passage) } }
            return has(entry.a) && has(entry.b)
        }
        let real = gold.contradictions.filter(\.is_contradiction)
        let alike = gold.contradictions.filter { !$0.is_contradiction }
        return [
            .init("disputes.recall", share: real.count { entry in study.disputes.contains { joins($0, entry) } }, of: real.count),
            .init("disputes.look-alikes-taken", Double(alike.count { entry in study.disputes.contains { joins($0, entry) } })),
            .init("disputes.found", Double(study.disputes.count)),
        ]
    }
}
