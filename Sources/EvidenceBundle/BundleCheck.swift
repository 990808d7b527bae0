import BriefEngine
import BriefModel
import ContentCoding
import FoundationEssentials

/// A bundle checked, line by line: that nothing was changed since it was signed, that every passage stands where it is said to, and that every statement
/// holds against the passages in the bundle. Needs neither a library nor a connection, and believes nothing that it was handed.
public struct BundleCheck: Sendable {
    public struct Line: Hashable, Sendable {
        public let holds: Bool
        /// A sentence.
        public let text: String
    }

    public private(set) var lines: [Line] = []
    /// Of the key it was signed with; nil where there is none.
    public private(set) var fingerprint: String?

    /// Whether everything held.
    public var isSound: Bool { lines.allSatisfy(\.holds) }

    /// More than any brief needs, and little enough for any machine: files, bytes of all together, bytes of the brief.
    static let mostFiles = 2_000, mostBytes = 128 << 20, mostBrief = 16 << 20

    /// - Parameter expected: the fingerprint that the sender gave; nil: any key will do, and the reader compares.
    public init(archive: [UInt8], expecting expected: String? = nil) {
        do throws(ZipArchive.Problem) {
            let files = try ZipArchive(archive).files(most: Self.mostFiles, limit: Self.mostBytes)
            let held = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
            note(true, "The archive holds \(files.count) files.")
            check(held, expected)
        } catch {
            note(false, "The archive cannot be used: \(error).")
        }
    }

    private mutating func check(_ files: [String: [UInt8]], _ expected: String?) {
        guard let manifest = checkedManifest(files, expected) else { return }
        checkFiles(files, manifest)
        guard let articles = articles(in: files), let brief = brief(in: files) else { return }
        let held = Dictionary(articles.map { (ArticleVersion($0.id, $0.version), $0) }, uniquingKeysWith: { first, _ in first })
        checkPassages(of: brief, in: held)
        checkRecords(in: files, held)
        let outlets: [Outlet]? = decoded(BundleFile.outlets, in: files)
        checkStatements(of: brief, against: articles, outlets ?? [])
    }

    private mutating func note(_ holds: Bool, _ text: String) { lines.append(Line(holds: holds, text: text)) }

    // MARK: nothing changed

    private mutating func checkedManifest(_ files: [String: [UInt8]], _ expected: String?) -> BundleManifest? {
        guard let bytes = files[BundleFile.manifest], let manifest: BundleManifest = decoded(BundleFile.manifest, in: files) else {
            note(false, "There is no manifest, or it is not one of Big Picture.")
            return nil
        }
        guard manifest.format == BundleManifest.format else {
            note(false, "Its format is “\(manifest.format.prefix(60))”; this program knows \(BundleManifest.format).")
            return nil
        }
        let key = files[BundleFile.key].flatMap { VerifyingKey(pem: String(decoding: $0, as: UTF8.self)) }
        fingerprint = key?.fingerprint
        if let key, let signature = files[BundleFile.signature], key.isSigned(bytes, by: signature) {
            note(true, "The manifest is signed by the key \(key.fingerprint).")
        } else {
            note(false, "The manifest is not signed by the key in the bundle.")
        }
        if let expected, fingerprint != expected.lowercased() { note(false, "That is not the key asked for, \(expected).") }
        return manifest
    }

    private mutating func checkFiles(_ files: [String: [UInt8]], _ manifest: BundleManifest) {
        var listed: Set<String> = [BundleFile.manifest, BundleFile.signature, BundleFile.key]
        var wrong = 0
        for file in manifest.files {
            guard listed.insert(file.name).inserted, let bytes = files[file.name] else {
                note(false, "\(file.name) is listed and missing, or listed twice.")
                wrong += 1
                continue
            }
            guard bytes.count == file.bytes, Hash.sha256(bytes) == file.sha256 else {
                note(false, "\(file.name) is not the file that was signed: its SHA-256 is another.")
                wrong += 1
                continue
            }
        }
        for name in files.keys.sorted() where !listed.contains(name) {
            note(false, "\(name) is not listed in the manifest.")
            wrong += 1
        }
        if wrong == 0 { note(true, "All \(manifest.files.count) files listed are there, each with its SHA-256, and no other.") }
    }

    // MARK: what is said to be there is there

    private mutating func articles(in files: [String: [UInt8]]) -> [Article]? {
        guard let records: [ArticleRecord] = decoded(BundleFile.articles, in: files), records.count <= Self.mostFiles else {
            note(false, "\(BundleFile.articles) cannot be read.")
            return nil
        }
        var articles: [Article] = []
        for record in records {
            guard let bytes = files[record.text], Hash.sha256(bytes) == record.sha256, let article = record.article(text: bytes) else {
                note(false, "The text of \(record.article), version \(record.version), is missing or not the one held when the brief was written.")
                continue
            }
            articles.append(article)
        }
        return articles
    }

    private mutating func brief(in files: [String: [UInt8]]) -> PublishedBrief? {
        guard let json = files[BundleFile.brief], json.count <= Self.mostBrief, let brief = PublishedBrief(json: json) else {
            note(false, "\(BundleFile.brief) cannot be read.")
            return nil
        }
        return brief
    }

    private mutating func checkPassages(of brief: PublishedBrief, in articles: [ArticleVersion: Article]) {
        let passages = brief.citedPassages
        let wrong = passages.filter { passage in
            articles[ArticleVersion(passage.article, passage.version)].map { !passage.holds(in: $0) } ?? true
        }
        for passage in wrong {
            note(
                false,
                "Bytes \(passage.range.lowerBound) to \(passage.range.upperBound) of \(passage.article), version \(passage.version), are not “\(passage.exact.prefix(80))”."
            )
        }
        if wrong.isEmpty { note(true, "All \(passages.count) passages stand in their articles where the brief says.") }
    }

    /// The list made for readers says the same as the brief.
    private mutating func checkRecords(in files: [String: [UInt8]], _ articles: [ArticleVersion: Article]) {
        guard let records: [PassageRecord] = decoded(BundleFile.passages, in: files) else {
            return note(false, "\(BundleFile.passages) cannot be read.")
        }
        let wrong = records.count { record in
            guard record.start >= 0, record.start <= record.end, let article = articles[ArticleVersion(ArticleID(record.article), record.version)]
            else {
                return true
            }
            return article.text.slice(utf8: record.start..<record.end).map { $0 != record.exact } ?? true || article.address != record.address
                || article.fetched.description != record.accessed
        }
        if wrong > 0 { note(false, "\(wrong) entries of \(BundleFile.passages) say otherwise than the articles.") }
    }

    // MARK: what is stated holds

    private mutating func checkStatements(of brief: PublishedBrief, against articles: [Article], _ outlets: [Outlet]) {
        let findings = brief.verifiedAgain(articles: articles, outlets: outlets)
        for (number, statement) in brief.numbered {
            guard let finding = findings[statement.id], finding.verdict == .supported else {
                let reasons = (findings[statement.id]?.reasons ?? [.noEvidence]).map(\.rawValue).joined(separator: ", ")
                note(false, "Statement \(number) does not hold (\(reasons)): \(statement.text)")
                continue
            }
            let count = statement.citations.count
            note(true, "Statement \(number) holds against \(count == 1 ? "its passage" : "its \(count) passages"): \(statement.text)")
        }
    }

    private func decoded<Value: Decodable>(_ name: String, in files: [String: [UInt8]]) -> Value? {
        guard let bytes = files[name] else { return nil }
        do { return try JSONDecoder().decode(Value.self, from: Data(bytes)) } catch { return nil }
    }
}
