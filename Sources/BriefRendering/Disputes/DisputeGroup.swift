import BriefModel

/// Disputes about one thing with one claim to follow, told together.
struct DisputeGroup {
    let title: String
    let followed: Claim
    /// Each with a passage of its own that is not followed.
    var disputes: [Dispute]
}

extension Brief {
    /// In the order of its disputes.
    var disputeGroups: [DisputeGroup] {
        var groups: [DisputeGroup] = []
        for dispute in draft.disputes {
            if let place = groups.firstIndex(where: { $0.title == dispute.whatDiffers && $0.followed.passage == dispute.followed.passage }) {
                if !groups[place].disputes.contains(where: { $0.notFollowed.passage == dispute.notFollowed.passage }) {
                    groups[place].disputes.append(dispute)
                }
            } else {
                groups.append(DisputeGroup(title: dispute.whatDiffers, followed: dispute.followed, disputes: [dispute]))
            }
        }
        return groups
    }
}
