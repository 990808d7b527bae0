/// What a class says, read once: a page says the same few over and over. Remembers as many as have room, the latest where two would stand in
/// one place.
struct ClassMemo {
    struct Reading {
        var traits: NameTraits
        /// It is the name of readers' words, or of links to other stories.
        var isDiscussion: Bool
        /// What microformats and the names systems have in common call the element.
        var signs: [PageMark.Sign]
    }

    private var hashes = [UInt64](repeating: 0, count: size)
    private var readings: [Reading] = [Reading](repeating: Reading(traits: [], isDiscussion: false, signs: []), count: size)
    private static let size = 512

    mutating func reading(_ value: ArraySlice<UInt8>) -> Reading {
        let hash = ByteText.hash(value)
        let place = Int(truncatingIfNeeded: hash) & (Self.size - 1)
        if hashes[place] == hash { return readings[place] }
        hashes[place] = hash
        readings[place] = Reading(traits: .reading(value), isDiscussion: ClassNames.isDiscussion(value), signs: ClassNames.signs(value))
        return readings[place]
    }
}
