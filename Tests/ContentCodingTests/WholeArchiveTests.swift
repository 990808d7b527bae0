import ContentCoding
import Testing

/// An archive that somebody else packed is taken whole, or refused.
@Suite struct WholeArchiveTests {
    private struct File {
        var name: String
        var bytes: [UInt8] = Array("text".utf8)
        /// What the directory says of its size; nil: the truth.
        var claimed: Int?
        /// Lies where the file of this place lies.
        var over: Int?
    }

    /// Stored files, their directory and its end, by the format's own description.
    private func archive(_ files: [File]) -> [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var body: [UInt8] = []
        var directory: [UInt8] = []
        var starts: [Int] = []
        for file in files {
            let name = Array(file.name.utf8)
            let size = file.claimed ?? file.bytes.count
            let common =
                number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + number(size, 4) + number(size, 4) + number(name.count, 2)
                + number(0, 2)
            starts.append(file.over.map { starts[$0] } ?? body.count)
            directory += number(0x0201_4b50, 4) + number(20, 2) + common + number(0, 10) + number(starts[starts.count - 1], 4) + name
            if file.over == nil { body += number(0x0403_4b50, 4) + common + name + file.bytes }
        }
        return body + directory + number(0x0605_4b50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2) + number(directory.count, 4)
            + number(body.count, 4) + number(0, 2)
    }

    private func files(_ files: [File], most: Int = 10, limit: Int = 1_000) throws -> [String] {
        try ZipArchive(archive(files)).files(most: most, limit: limit).map(\.name)
    }

    @Test func plainFilesComeInTheirOrder() throws {
        #expect(try files([File(name: "b.txt"), File(name: "a/ü 1.txt"), File(name: "empty", bytes: [])]) == ["b.txt", "a/ü 1.txt", "empty"])
    }

    @Test(arguments: ["../up", "a/../../up", "/etc/passwd", "a//b", "C:\\x", "a\\..\\b", "", ".", "a/.", "nul\u{0}l", "line\nbreak", "folder/"])
    func aNameThatLeadsOutOfItIsRefused(_ name: String) {
        #expect(throws: ZipArchive.Problem.unsafeName) { try files([File(name: name)]) }
    }

    @Test func aNameGivenTwiceIsRefused() {
        #expect(throws: ZipArchive.Problem.sameNameTwice) { try files([File(name: "a"), File(name: "a")]) }
    }

    @Test func filesThatLieOverEachOtherAreRefused() {
        #expect(throws: ZipArchive.Problem.overlapping) { try files([File(name: "a"), File(name: "b", over: 0)]) }
    }

    @Test func moreThanIsAllowedIsRefusedBeforeAnythingIsUnpacked() {
        #expect(throws: ZipArchive.Problem.tooLarge) { try files([File(name: "a", claimed: 0x7FFF_FFFF)]) }
        #expect(throws: ZipArchive.Problem.tooLarge) { try files([File(name: "a", bytes: [1, 2, 3]), File(name: "b", bytes: [1, 2])], limit: 4) }
        #expect(throws: ZipArchive.Problem.tooManyFiles) { try files([File(name: "a"), File(name: "b"), File(name: "c")], most: 2) }
    }
}
