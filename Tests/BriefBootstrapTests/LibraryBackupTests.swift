import BriefBootstrap
import BriefModel
import Foundation
import Storage
import Testing

/// A library, its topics and its key are copied and brought back.
@Suite struct LibraryBackupTests {
    /// A folder for one test, with a library in it.
    private final class Rooms {
        let folder = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)")
        var library: LibraryPlace { LibraryPlace(path: path("library")) }

        init() throws {
            try FileManager.default.createDirectory(at: folder.appending(path: "library/topics"), withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func path(_ name: String) -> String { folder.appending(path: name).path }

        func write(_ text: String, to name: String, mode: Int = 0o600) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
        }

        func text(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }

        func names(in name: String = "") throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted() }

        func store(_ access: LibraryAccess, in name: String = "library") throws -> any LibraryStore {
            try Bootstrap(
                library: LibraryPlace(path: path(name)), access: access, allowsLocalAddresses: false,
                clock: .fixed(Timestamp(secondsSince1970: 1_772_000_000))
            ).store
        }
    }

    private static func fill(_ rooms: Rooms) async throws {
        let moment = Timestamp(secondsSince1970: 1_772_000_000)
        let store = try rooms.store(.writing)
        for text in ["Thirty-four signed.", "Thirty-five signed."] {
            let article = Article(
                id: "a", address: "https://courier.example/a", outlet: "courier", title: "News", published: moment, fetched: moment, language: "en",
                body: [(.paragraph, text)])
            _ = try await store.record(Reading(article: article, rawBytes: Array(text.utf8), mediaType: "text/html"))
        }
        try await store.save(edition: StoredEdition(topic: "chips", title: "Chips", asOf: moment, json: "{}"))
        _ = try await store.keep(.pinned("a"), topic: "chips", made: moment)
        try rooms.write("title: Chips\n", to: "library/topics/chips.yaml", mode: 0o644)
        try rooms.write("secret key", to: "library/signing-key.pem")
        try rooms.write("host: mail.example\npassword-file: library/password\n", to: "library/mail.yaml")
        try rooms.write("{}\n", to: "library/mail.jsonl")
        try rooms.write("hunter2", to: "library/password")
        try rooms.write("", to: "library/run.lock")
    }

    @Test func `a backup is a library with its topics, its key and its mail book, and without a password`() async throws {
        let rooms = try Rooms()
        try await Self.fill(rooms)
        let backup = try LibraryBackup.write(of: rooms.library, to: rooms.path("monday"))
        #expect((backup.articles, backup.versions, backup.editions, backup.decisions) == (1, 2, 1, 1))
        #expect(backup.files == ["topics/chips.yaml", "signing-key.pem", "mail.yaml", "mail.jsonl"])
        #expect(try rooms.names(in: "monday") == ["library.sqlite", "mail.jsonl", "mail.yaml", "signing-key.pem", "topics"])
        let mode = try FileManager.default.attributesOfItem(atPath: rooms.path("monday/signing-key.pem"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.attributesOfItem(atPath: rooms.path("monday"))[.posixPermissions] as? Int == 0o700)
    }

    @Test func `what is brought back holds every version, edition and decision`() async throws {
        let rooms = try Rooms()
        try await Self.fill(rooms)
        _ = try LibraryBackup.write(of: rooms.library, to: rooms.path("monday"))
        try FileManager.default.removeItem(atPath: rooms.path("library") + "/signing-key.pem")
        _ = try LibraryBackup.write(of: LibraryPlace(path: rooms.path("monday")), to: rooms.path("again"))
        let (was, restored) = (try rooms.store(.reading), try rooms.store(.writing, in: "again"))
        #expect(try await restored.versions(of: "a") == was.versions(of: "a"))
        #expect(try await restored.rawBytes(of: "a", version: 1) == was.rawBytes(of: "a", version: 1))
        #expect(try await restored.editions(topic: nil) == was.editions(topic: nil))
        #expect(try await restored.storyDecisions(topic: "chips") == was.storyDecisions(topic: "chips"))
        #expect(try rooms.text("again/signing-key.pem") == "secret key" && rooms.text("again/topics/chips.yaml") == "title: Chips\n")
    }

    @Test func `nothing is written over, and what fails leaves nothing behind`() async throws {
        let rooms = try Rooms()
        try await Self.fill(rooms)
        try rooms.write("mine", to: "taken")
        #expect(throws: BackupError.exists(rooms.path("taken"))) { try LibraryBackup.write(of: rooms.library, to: rooms.path("taken")) }
        #expect(throws: BackupError.exists(rooms.path("library"))) { try LibraryBackup.write(of: rooms.library, to: rooms.path("library")) }
        #expect(throws: BackupError.self) { try LibraryBackup.write(of: LibraryPlace(path: rooms.path("none")), to: rooms.path("monday")) }
        try FileManager.default.removeItem(atPath: rooms.path("library/mail.yaml"))
        try FileManager.default.createDirectory(atPath: rooms.path("library/mail.yaml"), withIntermediateDirectories: true)
        #expect(throws: BackupError.cannotRead(rooms.path("library") + "/mail.yaml")) {
            try LibraryBackup.write(of: rooms.library, to: rooms.path("monday"))
        }
        #expect(try rooms.text("taken") == "mine")
        #expect(try rooms.names() == ["library", "taken"])
    }
}
