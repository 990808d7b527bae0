public import BriefEngine
public import BriefModel
import BriefRendering

/// A published brief with the evidence of every statement, packed so that anybody can check it without a library or a connection.
public struct EvidenceBundle: Sendable {
    public let brief: PublishedBrief
    /// As it was published, byte for byte.
    public let json: [UInt8]
    /// The versions that it cites, each once, in the order of their first citation.
    public let articles: [Article]
    public let outlets: [Outlet]
    public let software: SoftwareRecord

    public enum Problem: Error, Hashable, Sendable {
        /// A cited article version is not among the articles.
        case missing(ArticleID, version: Int)
        case failed(String)
    }

    /// - Parameter articles: at least the versions that the brief cites; others are left out.
    /// - Throws: the first version that is missing.
    public init(
        _ brief: PublishedBrief, json: [UInt8], articles: [Article], outlets: [Outlet], software: SoftwareRecord
    ) throws(Problem) {
        let held = Dictionary(articles.map { (ArticleVersion($0.id, $0.version), $0) }, uniquingKeysWith: { first, _ in first })
        var cited: [Article] = []
        for version in brief.citedVersions {
            guard let article = held[version] else { throw .missing(version.article, version: version.number) }
            cited.append(article)
        }
        self.brief = brief
        self.json = json
        self.articles = cited
        self.outlets = outlets.sorted { $0.id < $1.id }
        self.software = software
    }

    /// The bundle as a zip archive. The same brief, articles and key give the same bytes.
    public func archive(signedBy key: SigningKey) throws(Problem) -> [UInt8] {
        do {
            let files = try files()
            let manifest = try BundleFile.json(
                BundleManifest(
                    format: BundleManifest.format, topic: Topic.slug(ofTitle: brief.topic), title: brief.title, asOf: brief.asOf.description,
                    files: files.map { .init(name: $0.name, bytes: $0.bytes.count, sha256: Hash.sha256($0.bytes)) }))
            var zip = ZipWriter()
            zip.add(BundleFile.manifest, manifest)
            zip.add(BundleFile.signature, try key.signature(of: manifest))
            for file in files + [(BundleFile.key, Array(key.verifying.pem.utf8))] { zip.add(file.name, file.bytes) }
            return zip.finished()
        } catch {
            throw .failed("\(error)")
        }
    }

    private func files() throws -> [(name: String, bytes: [UInt8])] {
        let records = articles.enumerated().map { ArticleRecord($0.element, text: BundleFile.text($0.offset + 1)) }
        let passages = passages(records)
        return try [
            (BundleFile.readme, Array(BundleGuide.text.utf8)), (BundleFile.brief, json),
            (BundleFile.passages, BundleFile.json(passages)), (BundleFile.articles, BundleFile.json(records)),
            (BundleFile.outlets, BundleFile.json(outlets)), (BundleFile.software, BundleFile.json(software)),
            (BundleFile.provenance, BundleFile.json(ProvenanceGraph(self, articles: records, passages: passages).document)),
        ] + zip(records, articles).map { ($0.text, Array($1.text.utf8)) }
    }

    /// Every passage of statements, of those who say otherwise and of disputes, each once.
    private func passages(_ records: [ArticleRecord]) -> [PassageRecord] {
        let recordOf = Dictionary(records.map { (ArticleVersion(ArticleID($0.article), $0.version), $0) }, uniquingKeysWith: { first, _ in first })
        var citing: [Passage: [Int]] = [:]
        for (number, statement) in brief.numbered {
            for citation in statement.citations + statement.dissent.map(\.citation) { citing[citation.passage, default: []].append(number) }
        }
        return brief.citedPassages.compactMap { passage in
            guard let record = recordOf[ArticleVersion(passage.article, passage.version)] else { return nil }
            return PassageRecord(
                statements: Array(Set(citing[passage] ?? [])).sorted(), article: record.article, version: record.version,
                start: passage.range.lowerBound, end: passage.range.upperBound, exact: passage.exact, page: passage.page, outlet: record.outlet,
                address: record.address, accessed: record.accessed, sha256: record.sha256)
        }
    }
}

extension EvidenceBundle.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let article, let version): "The library no longer holds version \(version) of \(article), which the brief cites."
        case .failed(let why): "The bundle could not be written: \(why)."
        }
    }
}

/// Said inside every bundle.
enum BundleGuide {
    static let text = """
        This is an evidence bundle: a brief, and every source passage behind its statements, as they were held when it was written.

        To check it:             bigpicture verify FILE.zip
        What each file is:       Documentation/Bundle.md of Big Picture
        Without that program:    sha256sum the files and compare with manifest.json, and
                                 openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig

        The signature says that nothing was changed since it was signed, not who signed: ask the sender for the fingerprint of the key
        (bigpicture key show). The texts belong to their publishers and are here to be checked against, not to be published again.

        """
}
