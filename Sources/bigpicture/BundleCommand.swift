import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
import EvidenceBundle
import Storage

/// Packs an edition with its evidence.
struct BundleExport {
    let place: LibraryPlace

    func write(_ name: String, of topic: Topic, to path: String) async throws {
        let bootstrap = try Bootstrap.opening(place, for: .reading)
        let edition = try await EditionName.edition(name, of: topic, in: bootstrap)
        let key = try keyWork { () throws(SigningKeyError) in try SigningKeyFile(place).key() }
        let bundle: EvidenceBundle
        do throws(BundlingError) {
            bundle = try await bootstrap.bundle(of: edition, version: BigPicture.configuration.version)
        } catch {
            throw Exit.failing(error.description, code: Exit.libraryUnusable)
        }
        let archive: [UInt8]
        do throws(EvidenceBundle.Problem) {
            archive = try bundle.archive(signedBy: key)
        } catch {
            throw Exit.failing(error.description, code: Exit.cannotWrite)
        }
        try OutputFile.write(archive, to: path)
        try StandardOutput.line(
            "\(path): \(bundle.brief.numbered.count) statements, \(bundle.brief.citedPassages.count) passages of \(bundle.articles.count) articles, "
                + "signed by \(key.verifying.fingerprint).\nCheck it with: bigpicture verify \(path)")
    }
}

struct VerifyBundle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks an evidence bundle, without a library or a connection.",
        discussion: """
            That nothing was changed since it was signed, that every passage stands where it is said to, and that every statement holds against the passages in
            the bundle; one line each. Leaves with exit code 3 when one of them fails.

            A signature says that nothing was changed, not who signed. Whoever sent the bundle can tell you the fingerprint of the key (bigpicture key show);
            give it with --key.

            EXAMPLES
              bigpicture verify military-ai.zip
              bigpicture verify military-ai.zip --failures --key FINGERPRINT
            """)

    @Argument(help: "The bundle.") var bundle: String
    @Option(help: ArgumentHelp("The fingerprint of the key it must be signed with.", valueName: "fingerprint")) var key: String?
    @Flag(help: "Print only what fails, and the sum.") var failures = false

    func run() async throws {
        let check = BundleCheck(archive: try InputFile.read(bundle, limit: 256 << 20), expecting: key)
        for line in check.lines where !failures || !line.holds { try StandardOutput.line((line.holds ? "ok    " : "FAIL  ") + line.text) }
        let failed = check.lines.count { !$0.holds }
        try StandardOutput.line(failed == 0 ? "The bundle holds." : "The bundle does not hold: \(failed) of \(check.lines.count) checks failed.")
        if failed > 0 { throw ExitCode(Exit.foundFault) }
    }
}

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The key a library signs its evidence bundles with.", subcommands: [Show.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the fingerprint and the public key; makes the key when there is none yet.",
            discussion: """
                Tell the fingerprint to those who get bundles from you, by another way than the bundle itself.

                EXAMPLE
                  bigpicture key show
                """)

        @OptionGroup var library: LibraryOptions

        func run() throws {
            try OutputFolder.make(library.place.folder)
            let key = try keyWork { () throws(SigningKeyError) in try SigningKeyFile(library.place).key() }.verifying
            try StandardOutput.line("\(key.fingerprint)\n\(key.pem)")
        }
    }
}

/// Work on the key whose failure is told to the user.
private func keyWork(_ body: () throws(SigningKeyError) -> SigningKey) throws -> SigningKey {
    do throws(SigningKeyError) { return try body() } catch { throw Exit.failing(error.description, code: Exit.cannotWrite) }
}
