import BriefModel
import BriefRendering
import ContentCoding
import Testing

@testable import EvidenceBundle

/// A bundle is believed in nothing that it was handed.
@Suite struct BundleCheckTests {
    private func failures(_ archive: [UInt8], expecting key: String? = nil) -> [String] {
        BundleCheck(archive: archive, expecting: key).lines.filter { !$0.holds }.map(\.text)
    }

    /// The archive with its files changed and nothing signed anew.
    private func tampered(_ change: (inout [(name: String, bytes: [UInt8])]) -> Void) throws -> [UInt8] {
        var files = try ZipArchive(try SmallBundle.bundle().archive(signedBy: SmallBundle.key)).files(most: 100, limit: 1 << 20)
        change(&files)
        var zip = ZipWriter()
        for file in files { zip.add(file.name, file.bytes) }
        return zip.finished()
    }

    @Test func aBundleHoldsWithALineForEveryStatement() throws {
        let archive = try SmallBundle.bundle().archive(signedBy: SmallBundle.key)
        let check = BundleCheck(archive: archive, expecting: SmallBundle.key.verifying.fingerprint)
        #expect(check.isSound, "\(check.lines)")
        #expect(check.lines.count { $0.text.hasPrefix("Statement ") } == 2)
        #expect(archive == (try SmallBundle.bundle().archive(signedBy: SmallBundle.key)), "the same files and key give the same bytes")
    }

    @Test func whateverIsChangedLaterIsFound() throws {
        for name in [BundleFile.brief, BundleFile.text(1), BundleFile.passages, BundleFile.provenance, BundleFile.software, BundleFile.readme] {
            let archive = try tampered { files in
                for place in files.indices where files[place].name == name { files[place].bytes[files[place].bytes.count / 2] ^= 1 }
            }
            #expect(failures(archive).contains { $0.hasPrefix("\(name) is not the file that was signed") }, "\(name)")
        }
        for name in [BundleFile.manifest, BundleFile.signature] {
            let archive = try tampered { files in
                for place in files.indices where files[place].name == name { files[place].bytes[20] ^= 1 }
            }
            #expect(!failures(archive).isEmpty, "\(name)")
        }
        #expect(failures(try tampered { $0.append((name: "more.txt", bytes: [1])) }) == ["more.txt is not listed in the manifest."])
        #expect(!failures(try tampered { $0.removeAll { $0.name == BundleFile.text(2) } }).isEmpty)
    }

    @Test func anotherKeyIsFoundByWhoeverKnowsTheFirst() throws {
        let archive = try SmallBundle.bundle().archive(signedBy: SigningKey())
        #expect(failures(archive).isEmpty)
        #expect(failures(archive, expecting: SmallBundle.key.verifying.fingerprint).count == 1)
    }

    @Test func whatIsSignedAndNotTrueIsFoundToo() throws {
        let figure = try SmallBundle.bundle(
            changing: ("\"text\": \"The port of Tern handled 34 ships", "\"text\": \"The port of Tern handled 43 ships"))
        let found = failures(try figure.archive(signedBy: SmallBundle.key))
        #expect(found.count == 1 && found[0].hasPrefix("Statement 2 does not hold (number): The port of Tern handled 43"), "\(found)")

        let passage = try SmallBundle.bundle(changing: ("\"exact\": \"Averland signed", "\"exact\": \"Averland scorned"))
        #expect(failures(try passage.archive(signedBy: SmallBundle.key)).contains { $0.contains("are not “Averland scorned") })

        let other = Article(
            id: "wire-1", address: "https://wire-1.example/tern", outlet: "outlet-0", title: "News", published: nil,
            fetched: Timestamp(day: SmallBundle.day),
            language: "en", body: [(.paragraph, "Averland did not sign.")])
        let text = try SmallBundle.bundle(articles: [other, SmallBundle.articles[1]])
        #expect(!failures(try text.archive(signedBy: SmallBundle.key)).isEmpty)
    }

    @Test func aVersionThatIsNotHeldIsNotPacked() throws {
        #expect(throws: EvidenceBundle.Problem.missing("post-1", version: 2)) { try SmallBundle.bundle(articles: [SmallBundle.articles[0]]) }
    }

    @Test func whatIsNoBundleIsSaidToBeNone() throws {
        let whole = try SmallBundle.bundle().archive(signedBy: SmallBundle.key)
        var other = ZipWriter()
        other.add("manifest.json", Array("{\"format\":\"bigpicture.bundle/9\"}".utf8))
        for archive in [[], [0x50, 0x4B, 0x03, 0x04], Array(whole.dropLast(30)), Array(whole.prefix(whole.count / 2)), other.finished()] {
            #expect(!failures(archive).isEmpty)
        }
        for cut in stride(from: 0, to: whole.count, by: 97) { _ = BundleCheck(archive: Array(whole.prefix(cut))) }
        for place in stride(from: 0, to: whole.count, by: 101) {
            var bytes = whole
            bytes[place] = ~bytes[place]
            _ = BundleCheck(archive: bytes)
        }
    }
}
