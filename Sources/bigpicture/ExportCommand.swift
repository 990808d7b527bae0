public import ArgumentParser
import BriefBootstrap
import BriefEngine
import BriefModel
public import BriefRendering
import Glibc
import MailSending
import PagePrinting
import Storage

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the brief on a topic in a form to pass on, or packs it with its evidence.",
        discussion: """
            Reads nothing new and keeps no edition; the same library, topic and --as-of (or --edition) give the same bytes, a PDF as long as Chromium and its
            fonts stay the same. Feeds (atom, json-feed) hold the editions that `bigpicture brief` kept up to --as-of, the newest thirty. A mail is a
            message to open, to hand to a mail program of yours, or with --send to be sent by the server that `mail.yaml` in the library's folder names: each
            edition once to each recipient. stix is a STIX 2.1 bundle; csl-json and bibtex are the sources for a reference manager.

            With --tlp the Traffic Light Protocol 2.0 label stands at head and foot, on every page of a PDF or DOCX, in the subject of a mail, and in STIX as
            the marking definition everybody uses.

            With --bundle a kept edition is packed: the brief, every cited passage and the text it stands in, where and when that was read, what wrote
            the brief, and a manifest signed with the library's own key. Anybody can check it with `bigpicture verify`, without a library or a connection.

            EXAMPLES
              bigpicture export military-ai --format pdf --tlp amber --output brief.pdf
              bigpicture export military-ai --format docx --edition 2026-03-01 --output brief.docx
              bigpicture export military-ai --format atom --output feed.atom
              bigpicture export military-ai --format mail --to board@example.org | sendmail -t
              bigpicture export military-ai --format mail --send
              bigpicture export military-ai --format stix --tlp green | jq .objects
              bigpicture export military-ai --edition 2026-03-01 --bundle march.zip
            """)

    @OptionGroup var subject: StudyOptions
    @Option(help: "markdown, html, json, pdf, docx, atom, json-feed, mail, stix, csl-json or bibtex.") var format: ExportFormat?
    @Option(help: ArgumentHelp("Pack an edition with its evidence into this file, and nothing else.", valueName: "file")) var bundle: String?
    @Option(
        help: ArgumentHelp(
            "A kept edition: that of a day, the last, or that of a moment.",
            discussion: "Default: the brief as of --as-of; of a bundle and with --send, the last.",
            valueName: "date|last|moment")) var edition: String?
    @Option(help: ArgumentHelp("Who may be shown it: clear, green, amber, amber+strict or red.", valueName: "label")) var tlp: TrafficLight?
    @Option(
        help: ArgumentHelp(
            "The sender of a mail.", discussion: "Default: \(MailEnvelope.file.sender); with --send that of mail.yaml.", valueName: "address"))
    var from: String?
    @Option(
        help: ArgumentHelp(
            "A recipient of a mail; may be given again.", discussion: "Default: with --send those that mail.yaml names for the topic.",
            valueName: "address"))
    var to: [String] = []
    @Flag(help: "Send the mail to those who were not sent the edition yet.") var send = false
    @Flag(help: "Send it to those who were, too.") var again = false
    @Option(
        name: .customLong("feed-url"), help: ArgumentHelp("The address under which a feed will be to be had, for it to say.", valueName: "address"))
    var feedAddress: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file")) var output: String?

    func validate() throws {
        _ = try envelope()
        guard !send || (format == .mail && output == nil && subject.asOf.asOf == nil) else {
            throw ValidationError("--send goes with --format mail and an edition; --output and --as-of do not go with it.")
        }
        if let feedAddress {
            let parts = WebAddress(feedAddress)
            guard format?.feed != nil, ["http", "https"].contains(parts?.scheme), parts?.host.isEmpty == false else {
                throw ValidationError("--feed-url is a web address and goes with --format atom or json-feed.")
            }
        }
        guard send || !again else { throw ValidationError("--again goes with --send.") }
        guard (format == nil) != (bundle == nil) else { throw ValidationError("Give --format or --bundle; not both.") }
        guard bundle == nil || (tlp == nil && output == nil) else { throw ValidationError("--tlp and --output do not go with --bundle.") }
        guard edition == nil || subject.asOf.asOf == nil else { throw ValidationError("--edition has its own date; --as-of does not go with it.") }
        guard edition == nil || format?.feed == nil else { throw ValidationError("A feed holds every edition; --edition does not go with it.") }
        guard output != nil || format?.isBinary != true || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("A terminal cannot show this form; name a file with --output.")
        }
    }

    func run() async throws {
        let topic = try subject.followed
        guard let format else {
            guard let bundle else { return }
            return try await BundleExport(place: subject.library.place).write(edition ?? "last", of: topic, to: bundle)
        }
        if send { return try await MailExport(place: subject.library.place, again: again).send(edition ?? "last", of: topic, from, to, tlp) }
        let bytes = try await bytes(topic, as: format)
        guard let output else { return try StandardOutput.write(bytes) }
        try OutputFile.write(bytes, to: output)
    }

    private func bytes(_ topic: Topic, as format: ExportFormat) async throws -> [UInt8] {
        if let feed = format.feed { return try await self.feed(feed, of: topic) }
        let brief = try await brief(on: topic)
        return switch format {
        case .markdown: render(brief, as: .markdown, marking: tlp)
        case .html: render(brief, as: .html, marking: tlp)
        case .json: render(brief, as: .json, marking: tlp)
        case .pdf: try await printed(brief)
        case .docx: wordDocument(brief, marking: tlp)
        case .mail: mailMessage(brief, envelope: try envelope(), marking: tlp)
        case .stix: stixBundle(brief, marking: tlp)
        case .cslJSON: sourceCatalogue(of: brief, as: .cslJSON, marking: tlp)
        case .bibtex: sourceCatalogue(of: brief, as: .bibTeX, marking: tlp)
        case .atom, .jsonFeed: []
        }
    }

    private func envelope() throws -> MailEnvelope { try MailEnvelope(from: from ?? MailEnvelope.file.sender, to: to) }

    private var asOf: Timestamp { subject.asOf.moment(.system) }

    private func brief(on topic: Topic) async throws -> Brief {
        if let edition {
            let bootstrap = try Bootstrap.opening(subject.library.place, for: .reading)
            return try await EditionName.brief(edition, of: topic, in: bootstrap)
        }
        let bootstrap = try await subject.open(), asOf = asOf
        let last = try await libraryWork { () async throws(StorageError) in try await bootstrap.lastEdition(of: topic, before: asOf) }
        return try await bootstrap.engine.writing(topic, asOf: asOf, since: last)
    }

    private func printed(_ brief: Brief) async throws -> [UInt8] {
        do throws(PrintingError) {
            return try await Bootstrap.printer.pdf(of: printedPage(brief, marking: tlp), dated: brief.asOf)
        } catch {
            throw Exit.failing(error.description, code: Exit.cannotWrite)
        }
    }

    private func feed(_ format: FeedFormat, of topic: Topic) async throws -> [UInt8] {
        let bootstrap = try Bootstrap.opening(subject.library.place, for: .reading)
        let asOf = asOf
        let kept = try await libraryWork { () async throws(StorageError) in try await bootstrap.editions(of: topic) }.filter { $0.asOf <= asOf }
        guard !kept.isEmpty else {
            throw Exit.failing(
                "No brief on the topic was kept up to \(asOf.day), so there is nothing for a feed; `bigpicture brief \(subject.topic)` writes and keeps one.",
                code: Exit.noInput)
        }
        let editions = kept.map { EditionFeed.Kept(asOf: $0.asOf, json: $0.json) }
        return EditionFeed(title: topic.title, slug: topic.slug, editions: editions, marking: tlp, address: feedAddress).document(as: format)
    }
}

/// The forms a brief can be passed on in.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case markdown, html, json, pdf, docx, atom
    case jsonFeed = "json-feed"
    case mail, stix
    case cslJSON = "csl-json"
    case bibtex

    var isBinary: Bool { self == .pdf || self == .docx }

    /// Of the forms that hold every edition.
    var feed: FeedFormat? {
        switch self {
        case .atom: .atom
        case .jsonFeed: .json
        default: nil
        }
    }
}

extension TrafficLight: ExpressibleByArgument {}
