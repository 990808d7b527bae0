/// Which of some things must stand in one group and which must not, each named by its place. Who joins another takes all that holds of it along, so
/// what was said once cannot be undone by the way round.
struct Families: Sendable {
    private var parent: [Int]
    /// By root: on which side of which partings its family stands.
    private var sides: [Int: Sides] = [:]

    /// Of which anything was said.
    private var named: Set<Int> = []

    private struct Sides {
        var left: Set<Int> = []
        var right: Set<Int> = []

        func opposes(_ other: Sides) -> Bool { !left.isDisjoint(with: other.right) || !right.isDisjoint(with: other.left) }
    }

    /// Every thing for itself, and nothing said.
    init(count: Int) { parent = Array(0..<count) }

    func root(of place: Int) -> Int {
        var place = place
        while parent[place] != place { place = parent[place] }
        return place
    }

    /// Whether anything was said of it.
    func isNamed(_ place: Int) -> Bool { named.contains(place) }

    func mayJoin(_ first: Int, _ second: Int) -> Bool {
        guard !sides.isEmpty, let left = sides[root(of: first)], let right = sides[root(of: second)] else { return true }
        return !left.opposes(right)
    }

    /// Makes one family of two, under the root that comes first; of two that must not be one it makes none and returns false.
    @discardableResult
    mutating func join(_ first: Int, _ second: Int) -> Bool {
        let (left, right) = (root(of: first), root(of: second))
        guard left != right else { return true }
        guard mayJoin(left, right) else { return false }
        let (kept, gone) = (min(left, right), max(left, right))
        lead(first, to: kept)
        lead(second, to: kept)
        if let own = sides.removeValue(forKey: gone) {
            sides[kept, default: Sides()].left.formUnion(own.left)
            sides[kept, default: Sides()].right.formUnion(own.right)
        }
        return true
    }

    /// A short way up for whoever asks next.
    private mutating func lead(_ place: Int, to root: Int) {
        var place = place
        while parent[place] != root {
            let next = parent[place]
            parent[place] = root
            guard next != place else { return }
            place = next
        }
    }

    /// Joins all of them, or as many as may be joined with the first, and so on with the rest.
    /// - Returns: one of each family that came of it, in the order of the places.
    @discardableResult
    mutating func join(_ places: [Int]) -> [Int] {
        var heads: [Int] = []
        named.formUnion(places)
        for place in places {
            var isJoined = false
            for head in heads where !isJoined { isJoined = join(head, place) }
            if !isJoined { heads.append(place) }
        }
        return heads
    }

    /// From now on none of the first joins any of the others. A family that has both already is let be.
    mutating func part(_ first: [Int], from others: [Int], number: Int) {
        named.formUnion(first + others)
        let (left, right) = (Set(first.map { root(of: $0) }), Set(others.map { root(of: $0) }))
        for root in left.subtracting(right) { sides[root, default: Sides()].left.insert(number) }
        for root in right.subtracting(left) { sides[root, default: Sides()].right.insert(number) }
    }

    /// The families of groups of the things; groups that have things of one family are one family.
    func ofGroups(_ groups: [[Int]]) -> Families {
        var families = Families(count: groups.count)
        var groupOf: [Int: Int] = [:]
        for (group, places) in groups.enumerated() {
            for root in places.map({ root(of: $0) }) {
                if let own = sides[root] {
                    let sum = families.root(of: group)
                    families.sides[sum, default: Sides()].left.formUnion(own.left)
                    families.sides[sum, default: Sides()].right.formUnion(own.right)
                }
                if let other = groupOf[root] { families.join(other, group) } else { groupOf[root] = group }
            }
        }
        return families
    }
}
