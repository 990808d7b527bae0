import TextAnalysis

/// Term → the strands that used it last: which strands an article is held against.
struct StrandIndex: Sendable {
    var listOf = IntegerMap<Int32, Int32>(vacant: -1)
    var lists: [[Int32]] = []
    var free: [Int32] = []
    /// What the strands looked up have in common with an article, by strand; zero between look-ups.
    var scores: [Float] = []

    /// An article's heaviest terms by which strands are looked up.
    static let lookupTerms = 24
    /// Strands kept of a term; a new one takes the place of the oldest.
    private static let mostStrandsOfTerm = 400
    private static let mostCandidates = 12

    mutating func add(_ strand: Int, terms: [Int32]) {
        if strand >= scores.count { scores.append(contentsOf: repeatElement(0, count: strand + 1 - scores.count)) }
        for term in terms {
            let list = Int(list(of: term))
            if lists[list].count >= Self.mostStrandsOfTerm { lists[list].removeFirst() }
            lists[list].append(Int32(strand))
        }
    }

    private mutating func list(of term: Int32) -> Int32 {
        let known = listOf[term]
        guard known < 0 else { return known }
        let list: Int32
        if let old = free.popLast() {
            list = old
        } else {
            list = Int32(lists.count)
            lists.append([])
        }
        listOf[term] = list
        return list
    }

    mutating func remove(_ strand: Int, terms: [Int32]) {
        for term in terms {
            let list = Int(listOf[term])
            guard list >= 0, let place = lists[list].firstIndex(of: Int32(strand)) else { continue }
            lists[list].remove(at: place)
            if lists[list].isEmpty {
                listOf.remove(term)
                free.append(Int32(list))
            }
        }
    }

    /// The strands that share most with the article, the earliest first of equal ones.
    mutating func candidates(for vector: TermVector) -> [Int] {
        var touched: [Int32] = []
        vector.forEachOfHeaviest(Self.lookupTerms) { term, weight in
            let list = listOf[term]
            guard list >= 0 else { return }
            for strand in lists[Int(list)] {
                if scores[Int(strand)] == 0 { touched.append(strand) }
                scores[Int(strand)] += weight
            }
        }
        var best: [(strand: Int32, score: Float)] = []
        best.reserveCapacity(Self.mostCandidates + 1)
        for strand in touched {
            let score = scores[Int(strand)]
            scores[Int(strand)] = 0
            if best.count == Self.mostCandidates {
                let last = best[best.count - 1]
                guard (last.score, strand) < (score, last.strand) else { continue }
                best.removeLast()
            }
            var place = best.count
            while place > 0, (best[place - 1].score, strand) < (score, best[place - 1].strand) { place -= 1 }
            best.insert((strand, score), at: place)
        }
        return best.map { Int($0.strand) }
    }
}
