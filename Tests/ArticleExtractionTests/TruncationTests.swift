import ArticleExtraction
import Testing

/// Beginnings of articles told from whole ones. The pages are made up.
@Suite struct TruncationTests {
    private let story = BlockChoiceTests.sentences

    private func sign(_ paragraphs: [String], after: String = "", head: String = "") throws -> ExtractedArticle.Truncation? {
        let text = paragraphs.map { "<p>\($0)</p>" }.joined()
        let page =
            "<html><head><title>The bridge is saved</title>\(head)</head><body><main><h1>The bridge is saved</h1>\(text)\(after)</main></body></html>"
        return try ArticleExtractor().extract(page: Array(page.utf8), charset: "utf-8", address: "https://valepost.example/n/1").truncation
    }

    @Test(arguments: [
        "<div class=paywall><h2>Subscribe to read the full story</h2><p>From 2 a week.</p></div>",
        "<p>Sign in to continue reading</p>", "<section class=box><p>Jetzt weiterlesen mit dem Probeabo</p></section>",
        "<p>Cet article est réservé aux abonnés.</p>", "<div><span>Suscríbete para seguir leyendo</span></div>",
        "<p>Contenuto riservato agli abbonati</p>", "<p>Conteúdo exclusivo para assinantes</p>", "<p>Word lid om verder te lezen.</p>",
        "<div>この記事は会員限定です。</div>", "<div>订阅后阅读全文</div>", "<div>Чтобы продолжить чтение, войдите</div>",
    ])
    func whoAsksForASubscriptionToReadOnHoldsTextBack(_ box: String) throws {
        #expect(try sign(Array(story.prefix(2)), after: box) == .paywall)
    }

    @Test(arguments: ["Read more", "Continue reading →", "Weiterlesen »", "Lire la suite", "Leer más", "Lees verder", "続きを読む", "阅读全文"])
    func aLinkAtTheEndLeadsToTheRest(_ words: String) throws {
        #expect(try sign(Array(story.prefix(2)), after: "<a href=/n/1/full>\(words)</a>") == .continuation)
    }

    @Test(arguments: ["…", "...", " […]", " [...]", " (…)"])
    func aShortTextThatBreaksOffIsABeginning(_ mark: String) throws {
        #expect(try sign([story[0], String(story[1].dropLast(30)) + mark]) == .ellipsis)
    }

    @Test func aPageThatIsNotFreeAndShowsLittleIsABeginning() throws {
        let data =
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge is saved","isAccessibleForFree":false}</script>"#
        #expect(try sign([story[0]], head: data) == .paywall)
    }

    @Test(arguments: [
        "<div class=newsletter-signup><h3>Subscribe to our newsletter</h3><p>Sign up to read more stories like this every morning.</p></div>",
        "<section><h3>Support us</h3><p>Subscribe from 2 a week</p></section>",
        "<section class=related><h3>More news</h3><p>Floods are feared in the valley as the snow melts.</p><a href=/n/2>Read more</a></section>",
        "<section class=comments><p>ferry_fan: you must log in to read the rest, what a shame for a paper</p></section>", "",
    ])
    func aWholeArticleIsNotFlaggedForWhatStandsBelow(_ box: String) throws {
        #expect(try sign(story, after: box) == nil)
    }

    @Test func aLongArticleAboveAnOfferIsWhole() throws {
        let long = (0..<12).flatMap { number in story.map { "\(number). \($0)" } }
        #expect(try sign(long, after: "<div class=paywall><p>Subscribe to read the full archive</p></div>") == nil)
    }

    @Test func whoQuotesAPaywallHasNone() throws {
        #expect(try sign(["Readers were told to subscribe to read the report, the paper's rivals noted with some glee on Friday."] + story) == nil)
    }
}
