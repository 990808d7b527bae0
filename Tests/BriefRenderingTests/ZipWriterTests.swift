import Foundation
import Testing

@testable import BriefRendering

@Suite("A zip archive")
struct ZipWriterTests {
    private var archive: [UInt8] {
        var zip = ZipWriter()
        zip.add("mimetype", Array("text/plain".utf8))
        zip.add("texts/Überblick.txt", Array("One article.\n".utf8))
        zip.add("empty", [])
        return zip.finished()
    }

    @Test("bears the check sum that zip asks for")
    func checkSum() {
        // The check value of CRC-32 in the catalogue of CRC algorithms.
        #expect(CRC32.of(Array("123456789".utf8)) == 0xcbf4_3926)
        #expect(CRC32.of([]) == 0)
    }

    @Test("is the same bytes whenever it is written")
    func determinism() { #expect(archive == archive) }

    @Test("is opened by another program, with every file whole under its name")
    func independentReader() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).zip").path
        try Data(archive).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let reader = Process()
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        reader.arguments = [
            "python3", "-c",
            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print([(n, z.read(n).decode()) for n in z.namelist()])",
            path,
        ]
        let output = Pipe()
        reader.standardOutput = output
        try reader.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        reader.waitUntilExit()
        #expect(reader.terminationStatus == 0)
        #expect(said == "[('mimetype', 'text/plain'), ('texts/Überblick.txt', 'One article.\\n'), ('empty', '')]\n")
    }
}
