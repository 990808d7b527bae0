/// One-permutation MinHash (Li, Owen and Zhang 2012) with rotation (Shrivastava and Li 2014), cut into bands: two texts that share half of all their
/// shingles meet in a band nine times in ten, two that share a twentieth five times in a thousand.
enum MinHash {
    static let bands = 16
    static let rows = 3
    private static let bins = bands * rows

    /// - Parameter hashes: the set's hashes, sorted. The upper bits choose the bin, so the smallest of a bin is the first that falls into it.
    /// - Returns: a key a band; none for the empty set.
    static func keys(ofSorted hashes: [UInt64]) -> [UInt64] {
        guard !hashes.isEmpty else { return [] }
        var smallest = [UInt64?](repeating: nil, count: bins)
        for hash in hashes {
            let bin = Int(hash.multipliedFullWidth(by: UInt64(bins)).high)
            if smallest[bin] == nil { smallest[bin] = hash }
        }
        let signature = (0..<bins).map { bin -> UInt64 in
            // An empty bin borrows from the next that is not, and remembers how far that is.
            var distance = 0
            while true {
                if let hash = smallest[(bin + distance) % bins] { return Mixing.mixed(hash, UInt64(distance)) }
                distance += 1
            }
        }
        return (0..<bands).map { band in
            let row = band * rows
            return Mixing.mixed(UInt64(band) &+ 0x6d69_6e68, Mixing.mixed(signature[row], signature[row + 1], signature[row + 2]))
        }
    }
}
