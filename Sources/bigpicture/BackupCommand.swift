import ArgumentParser
import BriefBootstrap
import Glibc
import Storage

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies a library, also while others use it.",
        discussion: """
            The copy is of one moment, whatever is written meanwhile, and is checked after it is written. With the database go the topic files, the key
            that bundles are signed with (signing-key.pem), and whom the library mails and what each was sent (mail.yaml, mail.jsonl). Keep the folder as
            safe as the library. Users with their passwords and
            tokens (access.sqlite) are not copied, nor a file with a password that mail.yaml names, nor models.

            The folder is a library itself: look into it with --library, and bring it back with: bigpicture restore FOLDER

            EXAMPLES
              bigpicture backup ./backups/monday
              bigpicture backup --library ./library /media/disk/library-2026-03-01
            """)

    @Argument(help: "The folder to make; nothing may be there.") var folder: String
    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let made = try LibraryBackup.copying(library.place, to: folder)
        try StandardOutput.line("\(folder): \(made.account)")
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings a library back from a backup.",
        discussion: """
            The backup stays as it is. A library that is there is never written over: move it away, or name another place with --library.

            EXAMPLE
              bigpicture restore ./backups/monday --library ./library
            """)

    @Argument(help: "The folder that bigpicture backup made.") var backup: String
    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let target = library.place.folder
        let parts = target.split(separator: "/").dropLast()
        if !parts.isEmpty { try OutputFolder.make((target.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")) }
        let made = try LibraryBackup.copying(LibraryPlace(path: backup), to: target)
        try StandardOutput.line("\(target): \(made.account)")
    }
}

extension LibraryBackup {
    /// With progress on standard error.
    fileprivate static func copying(_ place: LibraryPlace, to folder: String) throws -> LibraryBackup {
        var target = folder
        while target.count > 1, target.hasSuffix("/") { target.removeLast() }
        let progress = ProgressLine()
        defer { progress.end() }
        do throws(BackupError) {
            return try write(of: place, to: target) { done, total in
                // One step is no wait.
                if total > 4_096 { progress.show(done, of: total, verb: "copied", item: "pages copied") }
            }
        } catch {
            let isOurs = if case .storage = error { true } else if case .cannotRead = error { true } else { false }
            throw Exit.failing(error.description, code: isOurs ? Exit.libraryUnusable : Exit.cannotWrite)
        }
    }

    fileprivate var account: String {
        func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
        let held = [
            count(articles, "article", "articles"), count(versions, "version", "versions"), count(editions, "edition", "editions"),
            count(decisions, "decision on stories", "decisions on stories"),
        ]
        return held.joined(separator: ", ") + "; checked." + (files.isEmpty ? "" : "\nWith it: \(files.joined(separator: ", "))")
    }
}
