import ContentCoding
import Foundation
import Testing

@testable import EvidenceBundle

@Suite struct SigningKeyTests {
    @Test func aKeyComesBackFromItsText() throws {
        let key = SigningKey()
        #expect(try #require(SigningKey(pem: key.pem)).verifying.fingerprint == key.verifying.fingerprint)
        #expect(try #require(VerifyingKey(pem: key.verifying.pem)).fingerprint == key.verifying.fingerprint)
        #expect(SigningKey().verifying.fingerprint != key.verifying.fingerprint)
        for text in ["", "x", key.verifying.pem, key.pem.replacing("M", with: "N"), String(key.pem.dropLast(40))] {
            #expect(SigningKey(pem: text) == nil)
        }
        #expect(VerifyingKey(pem: key.pem) == nil)
    }

    /// OpenSSL knows nothing of this program.
    @Test func anotherProgramChecksTheSignature() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let archive = try ZipArchive(try SmallBundle.bundle().archive(signedBy: SmallBundle.key))
        for file in try archive.files(most: 100, limit: 1 << 20) where !file.name.contains("/") {
            try Data(file.bytes).write(to: folder.appending(path: file.name))
        }
        func verify() throws -> Int32 {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [
                "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", BundleFile.key, "-rawin", "-in", BundleFile.manifest, "-sigfile",
                BundleFile.signature,
            ]
            process.currentDirectoryURL = folder
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
        #expect(try verify() == 0)
        try Data("{}".utf8).write(to: folder.appending(path: BundleFile.manifest))
        #expect(try verify() != 0)
    }
}
