/// Which texts are worth comparing: those that share sampled shingles, found through an inverted index, never by all pairs.
struct ReprintCandidates {
    /// Pairs of places (first < second), in order.
    let pairs: [(first: Int, second: Int)]

    /// Up to this many texts with one shingle, every two of them meet. Beyond it (a stock phrase, or a wire story printed everywhere) each meets only
    /// the first few and its neighbours: the cost stays linear, and a widely printed story is still tied together through its first print.
    private static let fullMeeting = 16
    private static let neighbours = 4

    init(_ shingles: [ReprintShingles]) {
        var postings: [(hash: UInt64, place: Int32)] = []
        for (place, text) in shingles.enumerated() { for hash in text.sample { postings.append((hash, Int32(place))) } }
        postings.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }

        var meetings: [UInt64] = []
        var start = 0
        while start < postings.count {
            var end = start + 1
            while end < postings.count, postings[end].hash == postings[start].hash { end += 1 }
            if end - start > 1 { Self.meet(postings[start..<end].map(\.place), into: &meetings) }
            start = end
        }
        pairs = Self.worthComparing(meetings.sorted(), shingles)
    }

    private static func meet(_ places: [Int32], into meetings: inout [UInt64]) {
        for later in 1..<places.count {
            let partners: [Int]
            if places.count <= fullMeeting {
                partners = Array(0..<later)
            } else {
                let near = max(0, later - neighbours)..<later
                partners = Array(0..<min(neighbours, near.lowerBound)) + Array(near)
            }
            for earlier in partners { meetings.append(UInt64(places[earlier]) << 32 | UInt64(places[later])) }
        }
    }

    /// One shared phrase in a text of some length says nothing.
    private static func worthComparing(_ meetings: [UInt64], _ shingles: [ReprintShingles]) -> [(first: Int, second: Int)] {
        var pairs: [(first: Int, second: Int)] = []
        var start = 0
        while start < meetings.count {
            var end = start + 1
            while end < meetings.count, meetings[end] == meetings[start] { end += 1 }
            let first = Int(meetings[start] >> 32)
            let second = Int(meetings[start] & 0xFFFF_FFFF)
            if end - start > 1 || min(shingles[first].count, shingles[second].count) <= 16 { pairs.append((first, second)) }
            start = end
        }
        return pairs
    }
}
