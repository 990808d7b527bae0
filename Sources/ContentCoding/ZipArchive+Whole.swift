extension ZipArchive {
    /// Every file of an archive that somebody else packed, in the order of its directory, each with the path it has there.
    ///
    /// What an archive of plain files has no use for is refused: names that lead out of it, names given twice, files that lie over each other (which is how
    /// small archives hold endless bytes), and links. All sizes are checked before a byte is unpacked.
    /// - Parameters:
    ///   - most: files at most.
    ///   - limit: bytes of all of them together at most.
    public func files(most: Int, limit: Int) throws(Problem) -> [(name: String, bytes: [UInt8])] {
        guard entries.count <= most else { throw .tooManyFiles }
        var names: Set<String> = []
        var room = limit
        for entry in entries {
            guard Self.isSafe(entry.name) else { throw .unsafeName }
            guard names.insert(entry.name).inserted else { throw .sameNameTwice }
            guard entry.size <= room else { throw .tooLarge }
            room -= entry.size
        }
        var ends = 0
        for place in try entries.map({ (entry) throws(Problem) in try extent(of: entry) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard place.lowerBound >= ends else { throw .overlapping }
            ends = place.upperBound
        }
        var files: [(name: String, bytes: [UInt8])] = []
        for entry in entries { files.append((entry.name, try unpacked(entry, limit: limit))) }
        return files
    }

    /// A relative path of plain names.
    private static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 255, name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x5C && $0 != 0x3A && $0 != 0x7F }) else {
            return false
        }
        return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
