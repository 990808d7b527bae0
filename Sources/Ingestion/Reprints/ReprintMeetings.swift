import BriefModel

/// Which of many texts stand near each other under their keys, all in memory: what a text index does on disk.
struct ReprintMeetings {
    /// (earlier, later) place → what they share. Places are in the order that decides who is near.
    private(set) var shared: [(first: Int, second: Int, bands: Int, sentences: Int)] = []

    /// - Parameters:
    ///   - bands, sentences: the keys of each text, in order of date.
    init(bands: [[UInt64]], sentences: [[UInt64]]) {
        var meetings = Self.meetings(bands).map { $0 << 1 }
        meetings += Self.meetings(sentences).map { $0 << 1 | 1 }
        meetings.sort()
        var start = 0
        while start < meetings.count {
            let pair = meetings[start] >> 1
            var counts = (bands: 0, sentences: 0)
            while start < meetings.count, meetings[start] >> 1 == pair {
                if meetings[start] & 1 == 0 { counts.bands += 1 } else { counts.sentences += 1 }
                start += 1
            }
            shared.append((Int(pair >> 31), Int(pair & 0x7FFF_FFFF), counts.bands, counts.sentences))
        }
    }

    /// Two places in one number, once for every key under which they are near.
    private static func meetings(_ keys: [[UInt64]]) -> [UInt64] {
        var postings: [(key: UInt64, place: Int32)] = []
        for (place, keys) in keys.enumerated() { for key in keys { postings.append((key, Int32(place))) } }
        postings.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        var meetings: [UInt64] = []
        for later in postings.indices.dropFirst() {
            var earlier = later - 1
            while earlier >= max(0, later - ReprintKeys.reach), postings[earlier].key == postings[later].key {
                meetings.append(UInt64(postings[earlier].place) << 31 | UInt64(postings[later].place))
                earlier -= 1
            }
        }
        return meetings
    }
}
