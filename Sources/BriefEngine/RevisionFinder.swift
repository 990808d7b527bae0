import BriefModel

/// What no longer stands as it did: disputes of which a side is new, and corrections that say what was wrong in words no dispute was read from.
struct RevisionFinder {
    let later: Study
    let fresh: Set<ArticleID>
    let copies: Set<ArticleID>
    let storyOf: [ArticleID: StoryID]

    /// Corrections first, then what replaces something known, then what is newly disputed; within these the one most outlets stand behind first.
    func revisions() -> [Changes.Revision] {
        let leads = Set(later.stories.flatMap(\.updates).map(\.passage))
        let found = grouped(newDisputes).compactMap { revision($0, leads: leads) }
        let told = Set(found.compactMap { $0.now?.passage.article })
        return (found + otherCorrections(besides: told)).enumerated().sorted { a, b in
            let (left, right) = (Self.rank(a.element.kind), Self.rank(b.element.kind))
            return (left, b.element.outlets, a.offset) < (right, a.element.outlets, b.offset)
        }.map(\.element)
    }

    private static func rank(_ kind: Changes.Revision.Kind) -> Int { Changes.Revision.Kind.allCases.firstIndex(of: kind) ?? 0 }

    private var newDisputes: [Dispute] {
        later.disputes.filter { dispute in
            dispute.kind != .hedgeDropped && (isFresh(dispute.followed) || isFresh(dispute.notFollowed))
        }
    }

    private func isFresh(_ claim: Claim) -> Bool { fresh.contains(claim.passage.article) }

    /// Disputes with one telling difference in one story, or against one and the same passage, are told once.
    private func grouped(_ disputes: [Dispute]) -> [[Dispute]] {
        struct Difference: Hashable {
            let label: String
            let story: StoryID?
        }
        var groups: [[Dispute]] = []
        var against: [Passage: Int] = [:]
        var differing: [Difference: Int] = [:]
        for dispute in disputes {
            let difference = Difference(label: dispute.whatDiffers, story: dispute.followed.story)
            let home = against[dispute.notFollowed.passage] ?? (Dispute.isTelling(dispute.whatDiffers) ? differing[difference] : nil) ?? groups.count
            if home == groups.count { groups.append([]) }
            groups[home].append(dispute)
            against[dispute.notFollowed.passage] = home
            differing[difference] = differing[difference] ?? home
        }
        return groups
    }

    /// - Parameter leads: the sentences reports lead with, which say most; where none is among what is followed, the first found serves.
    private func revision(_ group: [Dispute], leads: Set<Passage>) -> Changes.Revision? {
        let kind = group.map(kind).min { Self.rank($0) < Self.rank($1) } ?? .disputed
        let candidates = group.filter { self.kind($0) == kind }
        guard let dispute = candidates.first(where: { leads.contains($0.followed.passage) }) ?? candidates.first else { return nil }
        return Changes.Revision(
            kind: kind, story: storyOf[dispute.followed.passage.article], whatDiffers: dispute.whatDiffers, why: dispute.why,
            now: later.citation(dispute.followed.passage.withoutDateline),
            before: later.citation(dispute.notFollowed.passage.withoutDateline),
            outlets: later.houses(group.map(\.followed.passage.article)).count)
    }

    /// Where neither report overrides the other by itself, what was known is contradicted by what is new; the rest is a dispute.
    private func kind(_ dispute: Dispute) -> Changes.Revision.Kind {
        if dispute.kind == .corrected { return .corrected }
        if dispute.kind == .laterOverrides { return .replaced }
        let wasKnown = !isFresh(dispute.notFollowed), isNew = isFresh(dispute.followed)
        return wasKnown && isNew ? .replaced : .disputed
    }

    /// Articles that call themselves corrections, with their own words.
    private func otherCorrections(besides told: Set<ArticleID>) -> [Changes.Revision] {
        later.stories.flatMap(\.updates).filter { update in
            fresh.contains(update.article) && !told.contains(update.article) && later.articles[update.article]?.article.isCorrection == true
        }.map { update in
            Changes.Revision(
                kind: .corrected, story: storyOf[update.article], whatDiffers: later.articles[update.article]?.article.title ?? "", why: "",
                now: later.citation(update.passage.withoutDateline), before: nil, outlets: 1)
        }
    }
}
