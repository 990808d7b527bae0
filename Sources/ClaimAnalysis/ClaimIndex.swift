import BriefModel

/// Claims by the keys they carry, so that only claims with something in common are compared.
struct ClaimIndex {
    private var places: [String: [Int]] = [:]

    /// A key carried by more claims than this tells nothing and is not followed.
    private static let longestBucket = 300

    init(_ facts: [ClaimFacts], keys: (ClaimFacts) -> Set<String>) {
        for (index, fact) in facts.enumerated() { for key in keys(fact) { places[key, default: []].append(index) } }
    }

    /// Indices of the claims that share a key with these, in order.
    func candidates(for keys: Set<String>) -> [Int] {
        var found: Set<Int> = []
        for key in keys { if let bucket = places[key], bucket.count <= Self.longestBucket { found.formUnion(bucket) } }
        return found.sorted()
    }
}

extension ClaimFacts {
    /// What the sentence itself speaks of: stems, kinds of event, things, figures.
    var keys: Set<String> {
        var keys = stems
        for family in families { keys.insert("event \(family)") }
        for thing in things { keys.insert("thing \(thing)") }
        for quantity in claim.quantities where quantity.value >= 10 { keys.insert("figure \(quantity.value)") }
        return keys
    }

    /// With what it refers back to.
    var keysWithContext: Set<String> { keys.union(context).union(contextThings.map { "thing \($0)" }) }
}
