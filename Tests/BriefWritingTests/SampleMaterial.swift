import BriefModel
import BriefWriting
import Foundation
import TextAnalysis

/// The sample library as material: real texts, stories and themes put together by hand, disputes as a careful reader would find them.
enum SampleMaterial {
    static let asOf = Timestamp(day: CalendarDay(daysSince1970: 20_513), hour: 12)  // 1 March 2026

    static let library = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/SampleLibrary/Resources/sample-library/text")

    static let outlets: [OutletID: Outlet] = Dictionary(
        uniqueKeysWithValues: [
            ("nw", "Northlight Wire", .wireAgency), ("ct", "The Calder Tribune", .nationalDaily), ("hv", "Harbour & Vale Post", .nationalDaily),
            ("tv", "Tern Valley Courier", .regional), ("ll", "Lattice Ledger", .tradePress), ("qi", "Quillhaven Institute Notes", .thinkTank),
            ("av", "Office of Trade Notices", .government), ("bo", "Bulkhead & Orbit", .blog), ("dk", "The Daily Klaxon", .tabloid),
            ("sc", "The Slow Column", .opinion), ("zc", "Zibbleclick Now", .contentFarm), ("or", "Ostwind Rundschau", .nationalDaily),
            ("fn", "Le Fanal du Nord", .nationalDaily), ("lj", "Linjiang Keji", .tradePress),
        ].map { (id: String, name: String, kind: OutletKind) in (OutletID(id), Outlet(id: OutletID(id), name: name, kind: kind)) })

    static let stories: [(id: String, theme: String, articles: String)] = [
        (
            "copying", "Model copying",
            "ll-0213-openai-memo nw-0223-distil ct-0224-distil tv-0224-distil zc-0224-distil or-0224-destillation ct-0225-distil-critics dk-0225-distil sc-0226-model-layer qi-0226-distil-note zc-0227-injection"
        ),
        (
            "h200", "Chips",
            "nw-0114-h200-rule av-0116-notice-14 lj-0120-h200-haiguan ct-0129-h200-batch dk-0130-h200-grab nw-0224-h200-none hv-0225-h200-none tv-0225-h200-none ll-0226-nvda-results"
        ),
        ("chipmakers", "Chips", "ll-0112-china-gpus ll-0206-ascend dk-0207-ascend hv-0225-champions hv-0227-correction nw-0224-matx"),
        (
            "label", "The Pentagon",
            "nw-0113-memo ct-0130-standstill hv-0217-review bo-0220-not-democratic nw-0224-deadline nw-0226-amodei nw-0227-label ct-0228-label hv-0228-label tv-0228-label fn-0228-pentagone"
        ),
        ("deal", "The Pentagon", "nw-0228-openai hv-0301-openai-terms"),
        ("swarms", "Drones and satellites", "bo-0115-orchestrator nw-0123-swarm dk-0124-swarm bo-0128-swarm-analysis ct-0221-swarm-us"),
        ("orbit", "Drones and satellites", "nw-0123-saltzman bo-0204-sj25 dk-0205-space qi-0219-orbit"),
        ("norms", "Rules", "qi-0129-gge av-0205-reaim nw-0205-reaim ct-0206-reaim tv-0206-reaim nw-0206-reaim-corr hv-0207-reaim ct-0228-norms"),
        ("gulf", "Gulf money", "ct-0122-humain-infra nw-0218-humain-xai dk-0220-saudi ll-0227-saudi-40bn"),
    ]

    static let reprints = [
        ReprintGroup(origin: "nw-0205-reaim", copies: ["ct-0206-reaim", "tv-0206-reaim"]),
        ReprintGroup(origin: "nw-0224-h200-none", copies: ["hv-0225-h200-none", "tv-0225-h200-none"]),
        ReprintGroup(origin: "nw-0227-label", copies: ["ct-0228-label", "hv-0228-label", "tv-0228-label"]),
        ReprintGroup(origin: "nw-0223-distil", copies: ["ct-0224-distil", "tv-0224-distil", "zc-0224-distil"]),
    ]

    static let material: BriefMaterial = make()
    static let draft: Draft? = BriefWriter().draft(from: material)

    static func make(stories wanted: [String]? = nil, articles extra: [AnalyzedArticle] = [], words: Int? = nil, quoteLimit: QuoteLimit? = nil)
        -> BriefMaterial
    {
        let stories = Self.stories.filter { wanted?.contains($0.id) ?? true }
        var articles: [ArticleID: AnalyzedArticle] = [:]
        for story in stories { for id in story.articles.split(separator: " ") { articles[ArticleID(String(id))] = article(String(id)) } }
        for article in extra { articles[article.article.id] = article }
        let told = stories.map { story in
            Story(
                id: StoryID(story.id), title: story.id, articles: story.articles.split(separator: " ").map { ArticleID(String($0)) },
                updates: updates(story.articles, articles), keyTerms: [])
        }
        var themes: [Theme] = []
        for story in stories {
            if let index = themes.firstIndex(where: { $0.title == story.theme }) {
                themes[index].stories.append(StoryID(story.id))
            } else {
                themes.append(Theme(title: story.theme, stories: [StoryID(story.id)]))
            }
        }
        return BriefMaterial(
            topic: Topic(title: "Military AI", sources: [], words: words, quoteLimit: quoteLimit), articles: articles, outlets: outlets,
            reprints: reprints.filter { articles[$0.origin] != nil }, stories: told, themes: themes, claims: [], disputes: disputes(articles),
            asOf: asOf)
    }

    static func article(_ id: String) -> AnalyzedArticle? {
        guard let text = try? String(contentsOf: library.appending(path: id + ".txt"), encoding: .utf8) else { return nil }
        let blocks = text.components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
        let date = id.split(separator: "-")[1]
        let day = CalendarDay(year: 2026, month: Int(date.prefix(2)) ?? 1, day: Int(date.suffix(2)) ?? 1)
        return article(id, blocks, day: day ?? asOf.day)
    }

    static func article(_ id: String, _ blocks: [String], day: CalendarDay) -> AnalyzedArticle {
        let outlet = String(id.prefix(2))
        return TextAnalyzer().analyze(
            Article(
                id: ArticleID(id), address: "http://example.org/\(id)", outlet: OutletID(outlet), title: blocks[0],
                published: Timestamp(day: day, hour: 8),
                fetched: Timestamp(day: day, hour: 9), language: ["or": "de", "fn": "fr", "lj": "zh"][outlet] ?? "en",
                isCorrection: blocks[0].lowercased().hasPrefix("correction"), body: blocks.dropFirst().map { (.paragraph, $0) }))
    }

    private static func updates(_ ids: String, _ articles: [ArticleID: AnalyzedArticle]) -> [Update] {
        let copies = Set(reprints.flatMap(\.copies))
        return ids.split(separator: " ").map { ArticleID(String($0)) }.filter { !copies.contains($0) }.compactMap { id in
            guard let article = articles[id], let lead = article.sentences.first(where: { $0.block == 1 }) else { return nil }
            return Update(day: article.article.day, article: id, passage: article.passage(lead))
        }
    }

    private static func disputes(_ articles: [ArticleID: AnalyzedArticle]) -> [Dispute] {
        func claim(_ id: ArticleID, _ words: String) -> Claim? {
            guard let article = articles[id], let sentence = article.sentences.first(where: { $0.text.contains(words) }) else { return nil }
            return Claim(
                id: ClaimID("\(id) \(sentence.range)"), passage: article.passage(sentence), claimant: "", claimantIsAnonymous: false,
                modality: .stated,
                isAffirmed: true, names: sentence.names, quantities: sentence.quantities, dates: sentence.dates, cues: [], story: nil)
        }
        let pairs: [(Dispute.Kind, Claim?, Claim?, String)] = [
            (.corrected, claim("nw-0206-reaim-corr", "The correct number"), claim("nw-0205-reaim", "Thirty-four"), "number of countries: 34 / 35"),
            (
                .corrected, claim("hv-0227-correction", "MatX is a United States"), claim("hv-0225-champions", "MatX"),
                "country of MatX: China / United States"
            ),
            (.laterOverrides, claim("nw-0224-h200-none", "Not one"), claim("dk-0130-h200-grab", "has bought"), "H200 sold: 400,000 / none"),
            (.hedgeDropped, claim("ll-0206-ascend", "intends"), claim("dk-0207-ascend", "will churn"), "caution dropped"),
        ]
        return pairs.compactMap { kind, followed, other, label in
            guard let followed, let other else { return nil }
            return Dispute(kind: kind, followed: followed, notFollowed: other, whatDiffers: label, why: "It came later and was checked.")
        }
    }
}
