/// Words that authors of pages use in class and id names. General knowledge of how pages are written; checked against public pages.
enum NameWords {
    /// Whole words of a name ("post-comments" has two).
    static let words: [(NameTraits, String)] = [
        (
            .furniture,
            "ad ads adv advertisement advertising adsense adslot banner carousel cmt cmts cmp consent crumbs dialog dontmiss download email facebook "
                + "feedback follow foot gallery gdpr hdr jobs legal login logo lightbox menu modal nav notification overlay pager paywall "
                + "player popup prefooter print printonly privacy promo promotion promoted rel related relatedposts reply respond rss "
                + "share shares sharebar skip skyscraper slideshow social sticky tag tags tagged taglist teaser teasers toc topics trending "
                + "tweet twitter upsell visuallyhidden hidden widget widgets caption credit noprint hide toplinks"
        ),
        (
            .byline,
            "byline bylines author authors byauthor dateline date datetime pubdate published publishdate posted timestamp time stamp meta postmeta "
                + "metadata info updated contributor writer"
        ),
        (.navigation, "nav menu menus crumbs foot hdr header pager skip tabs tab toc toplinks topbar sitemap nextprev prevnext next prev previous"),
        (
            .related,
            "related relatedposts rel trending teaser teasers topics more readmore dontmiss read also rail river latest headlines stories upnext carousel "
                + "card cards feed links linklist explore discover similar"
        ),
        (
            .advert,
            "ad ads adv advertisement advertising adsense adslot banner promo promos promotion promoted skyscraper upsell affiliate affiliates deal shop buy "
                + "product products dfp gpt mpu"
        ),
        (.sharing, "share shares sharebar social facebook twitter whatsapp print email follow pinterest linkedin reddit telegram tweet like"),
        (.comments, "cmt cmts reply respond replies disqus discussion forum"),
        (.author, "author authors byline bylines bio biography profile contributor contributors writer staff about vcard avatar"),
        (
            .caption,
            "caption captions credit credits gallery slideshow lightbox player photo photos image images img picture video media figure copyright"
        ),
        (.signup, "paywall login register registration signup form subscription subscriber membership premium donate donation optin mailchimp"),
        (.overlay, "modal popup overlay lightbox dialog consent gdpr cmp privacy notification tooltip dropdown hidden hide visuallyhidden sr toast"),
        (.labels, "tag tags tagged taglist category categories keyword keywords label labels topic kicker eyebrow flag meta postmeta info date time"),
        (.box, "box infobox widget widgets aside sidebar inset module panel callout block fact factbox inline embed table"),
        (.body, "article body content text post entry story paragraph copy prose main richtext markdown"),
        (.summary, "summary excerpt dek deck lead lede standfirst intro subtitle subheadline subhead description abstract teaser strapline"),
        (.pullQuote, "pullquote pull quote blockquote highlight"),
    ]

    /// Beginnings of words.
    static let stems: [(NameTraits, String)] = [
        (.furniture, "advert breadcrumb comment cookie newsletter outbrain recommend sidebar sponsor subscri taboola disqus"),
        (.furniture, "navbar navigation footer popular pagination recirc masthead sharing signup toolbar copyright"),
        (.navigation, "breadcrumb navbar navigation footer pagination masthead toolbar"),
        (.related, "outbrain recommend taboola popular recirc related"),
        (.advert, "advert sponsor promo affiliat"),
        (.comments, "comment disqus"),
        (.signup, "newsletter subscri signup regist"),
        (.overlay, "cookie consent"),
        (.box, "sidebar"),
        (.caption, "caption photogra"),
    ]

    /// Names as a whole that mark the article's own text, or a post of a social network quoted in it.
    static let wholes: [(NameTraits, String)] = [
        (
            .article,
            "article-body articlebody article-content article-text articletext article__body article__content article-main body-content content-body "
                + "entry entry-content entry-body post-body post-content post-entry story story-body story-content story-text storytext story-body-text "
                + "news-content news-body article-detail main-content text-content rich-text post-text blog-content content-article article post "
                + "td-post-content single-content"
        ),
        (.byline, "entry-meta post-meta article-meta posted-on"),
        (.furniture, "more-links read-more top-nav sr-only screen-reader wp-caption no-print"),
        (.quotedPost, "twitter-tweet twitter-video instagram-media fb-post tiktok-embed reddit-card bluesky-embed mastodon-embed"),
    ]
}

/// Short texts that pages put between the paragraphs of an article; whole blocks, lower case.
enum FurniturePhrases {
    /// Whether a block, marks and spaces at its ends left out, is one of them.
    static func isWhole(_ text: [UInt8]) -> Bool {
        var from = 0
        var to = text.count
        func isMark(_ byte: UInt8) -> Bool { byte < 0x80 && !(byte | 0x20 &- 0x61 < 26) && !(byte &- 0x30 < 10) }
        while from < to, isMark(text[from]) { from += 1 }
        while to > from, isMark(text[to - 1]) { to -= 1 }
        var hash = NameHash()
        for byte in text[from..<to] { hash.add(Phrases.lower(byte)) }
        return wholeHashes.contains(hash.value)
    }

    private static let wholeHashes = Set(whole.map { NameHash($0).value })

    private static let whole: Set<String> = [
        "advertisement", "advertisment", "anzeige", "publicité", "ad", "sponsored", "share", "share this", "share this article", "print", "email",
        "read more", "more", "comments", "comment", "related", "related stories", "related articles", "you may also like", "most read",
        "most popular", "sign up", "subscribe", "follow us", "tags", "loading", "continue reading", "story continues below",
        "article continues below advertisement", "story continues below advertisement", "read next", "recommended", "watch", "photo", "image",
        "reuse content", "report a typo", "back to top", "top", "close", "next", "previous", "skip to content", "weiterlesen", "kommentare",
        "mehr zum thema", "lire aussi", "à lire aussi", "partager", "分享", "广告", "相关阅读", "打印",
    ]
}
