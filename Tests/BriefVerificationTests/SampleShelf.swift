import BriefModel
import BriefVerification
import FoundationEssentials
import TextAnalysis

/// The sample library read from its canonical texts, so that a fault of a reader cannot hide one of the verifier.
enum SampleShelf {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/SampleLibrary/Resources/sample-library")
    static let asOf = Timestamp(secondsSince1970: 1_772_366_400)

    static func text(_ path: String) -> String {
        String(decoding: (try? Data(contentsOf: folder.appending(path: path))) ?? Data(), as: UTF8.self)
    }

    static let outlets: [String: Outlet] = {
        let rows: [(String, String, String, OutletKind, String)] = [
            ("nw", "northlight-wire", "Northlight Wire", .wireAgency, "en"), ("ct", "calder-tribune", "The Calder Tribune", .nationalDaily, "en"),
            ("hv", "harbour-vale-post", "Harbour Vale Post", .nationalDaily, "en"),
            ("tv", "tern-valley-courier", "Tern Valley Courier", .regional, "en"),
            ("ll", "lattice-ledger", "Lattice Ledger", .tradePress, "en"), ("qi", "quillhaven-institute", "Quillhaven Institute", .thinkTank, "en"),
            ("av", "averland-trade-office", "Office of Trade Notices", .government, "en"), ("bo", "bulkhead-orbit", "Bulkhead & Orbit", .blog, "en"),
            ("dk", "daily-klaxon", "The Daily Klaxon", .tabloid, "en"), ("sc", "slow-column", "Slow Column", .opinion, "en"),
            ("zc", "zibbleclick", "Zibbleclick", .contentFarm, "en"), ("or", "ostwind-rundschau", "Ostwind-Rundschau", .nationalDaily, "de"),
            ("fn", "fanal-du-nord", "Fanal du Nord", .nationalDaily, "fr"), ("lj", "linjiang-keji", "Linjiang Keji", .tradePress, "zh"),
        ]
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, Outlet(id: OutletID($0.1), name: $0.2, kind: $0.3, language: $0.4)) })
    }()

    static let articles: [AnalyzedArticle] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "text").path())) ?? []
        return names.sorted().compactMap { name in
            let id = String(name.dropLast(4))
            let parts = id.split(separator: "-")
            guard parts.count > 2, let outlet = outlets[String(parts[0])], let date = Int(parts[1]),
                let day = CalendarDay(year: 2026, month: date / 100, day: date % 100)
            else { return nil }
            let paragraphs = text("text/\(name)").split(separator: "\n").map(String.init)
            guard let title = paragraphs.first else { return nil }
            let published = Timestamp(day: day, hour: 9)
            return TextAnalyzer().analyze(
                Article(
                    id: ArticleID(id), address: "http://localhost/\(id)", outlet: outlet.id, title: title, published: published, fetched: published,
                    language: outlet.language ?? "en", body: paragraphs.dropFirst().map { (.paragraph, $0) }))
        }
    }()

    static let reprints = [
        ReprintGroup(origin: "nw-0205-reaim", copies: ["ct-0206-reaim", "tv-0206-reaim"]),
        ReprintGroup(origin: "nw-0223-distil", copies: ["ct-0224-distil", "tv-0224-distil", "zc-0224-distil"]),
        ReprintGroup(origin: "nw-0224-h200-none", copies: ["hv-0225-h200-none", "tv-0225-h200-none"]),
        ReprintGroup(origin: "nw-0224-matx", copies: ["ct-0224-matx", "tv-0225-matx"]),
        ReprintGroup(origin: "nw-0227-label", copies: ["ct-0228-label", "hv-0228-label", "tv-0228-label"]),
    ]

    static let index = EvidenceIndex(
        articles: articles, outlets: Dictionary(uniqueKeysWithValues: outlets.values.map { ($0.id, $0) }), reprints: reprints)
    static let verifier = BriefVerifier(index: index, asOf: asOf)
    static let olderBrief = verifier.audit(text("brief-2026-03-01.txt"))
    static let controlBrief = verifier.audit(text("control_brief.txt"))

    static func passage(_ article: String, _ exact: String) -> Passage? {
        guard let found = articles.first(where: { $0.article.id.rawValue == article })?.article, let range = found.text.utf8Range(of: exact) else {
            return nil
        }
        return Passage(of: found, range: range)
    }
}

extension String {
    func utf8Range(of part: String) -> Range<Int>? {
        let whole = Array(utf8)
        let piece = Array(part.utf8)
        guard !piece.isEmpty, whole.count >= piece.count else { return nil }
        return (0...(whole.count - piece.count)).first { whole[$0] == piece[0] && Array(whole[$0..<($0 + piece.count)]) == piece }.map {
            $0..<($0 + piece.count)
        }
    }
}

struct GoldLine: Decodable, Sendable {
    let id: String
    let text: String
    let verdict: String
    let evidence: [Passage]

    struct Passage: Decodable, Sendable {
        let article: String
        let text: String
    }

    static func read(_ name: String) throws -> [GoldLine] {
        try JSONDecoder().decode([GoldLine].self, from: Data(contentsOf: SampleShelf.folder.appending(path: "gold/\(name)")))
    }
}
