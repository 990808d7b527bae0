import BriefModel

/// Which of two claims is followed, and why.
struct Preference {
    let followed: ClaimFacts
    let notFollowed: ClaimFacts
    let kind: Dispute.Kind
    let why: String

    /// A correction beats what it corrects; then the better source; then the later.
    init(_ left: ClaimFacts, _ right: ClaimFacts) {
        let (first, second) = left.day <= right.day ? (left, right) : (right, left)
        if first.isCorrection != second.isCorrection {
            let (correction, corrected) = second.isCorrection ? (second, first) : (first, second)
            followed = correction
            notFollowed = corrected
            let isOwn = correction.outletID == corrected.outletID
            kind = isOwn ? .corrected : correction.day >= corrected.day ? .laterOverrides : .disagreement
            why =
                isOwn
                ? "Corrected by \(correction.outletName) itself on \(correction.day.inWords)."
                : "\(correction.outletName) published a correction on \(correction.day.inWords)."
            return
        }
        if second.rank >= first.rank, second.day > first.day || second.rank > first.rank {
            followed = second
            notFollowed = first
            kind =
                second.day > first.day && first.rank < second.rank
                ? .laterOverrides : first.outletID == second.outletID ? .laterOverrides : .disagreement
            why = Self.reason(second, over: first)
            return
        }
        followed = first
        notFollowed = second
        kind = .disagreement
        why = Self.reason(first, over: second)
    }

    private static func reason(_ better: ClaimFacts, over worse: ClaimFacts) -> String {
        if worse.needsCorroboration, !better.needsCorroboration {
            return "\(worse.outletName) (\(worse.outlet?.kind.rawValue ?? "outlet"), \(worse.day.inWords)) stands alone; "
                + "\(better.outletName) reports otherwise on \(better.day.inWords)."
        }
        if better.day > worse.day {
            return "\(better.outletName) reports it later, on \(better.day.inWords); \(worse.outletName) wrote on \(worse.day.inWords)."
        }
        return
            "\(better.outletName) (\(better.outlet?.kind.rawValue ?? "outlet")) is the nearer source; both wrote by \(max(better.day, worse.day).inWords)."
    }

    init(detailed followed: ClaimFacts, over notFollowed: ClaimFacts) {
        self.followed = followed
        self.notFollowed = notFollowed
        kind = .disagreement
        why =
            "\(followed.outletName) (\(followed.day.inWords)) names those involved; \(notFollowed.outletName) (\(notFollowed.day.inWords)) says otherwise."
    }

    func dispute(about whatDiffers: String, why: String? = nil, kind: Dispute.Kind? = nil) -> Dispute {
        Dispute(kind: kind ?? self.kind, followed: followed.claim, notFollowed: notFollowed.claim, whatDiffers: whatDiffers, why: why ?? self.why)
    }
}
