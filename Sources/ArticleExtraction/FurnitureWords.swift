/// What class and id names say of an element's role. General knowledge of how pages are written; checked against public pages.
enum FurnitureWords {
    enum Role { case furniture, byline, article }

    /// Whole words of a name ("post-comments" has two).
    static let words: [String: Role] = {
        var table: [String: Role] = [:]
        for word in furniture.split(separator: " ") { table[String(word)] = .furniture }
        for word in byline.split(separator: " ") { table[String(word)] = .byline }
        return table
    }()

    /// Beginnings of words.
    static let furnitureStems = Phrases([
        "advert", "breadcrumb", "comment", "cookie", "newsletter", "outbrain", "recommend", "sidebar", "sponsor", "subscri", "taboola", "disqus",
        "navbar", "navigation", "footer", "popular", "pagination", "recirc", "masthead", "sharing", "signup", "toolbar", "copyright",
    ])

    /// Names as a whole, words joined by a hyphen, that mark the article's own text.
    static let articleNames: Set<String> = [
        "article-body", "articlebody", "article-content", "article-text", "articletext", "article__body", "article__content", "article-main",
        "body-content", "content-body", "entry", "entry-content", "entry-body", "post-body", "post-content", "post-entry", "story", "story-body",
        "story-content", "story-text", "storytext", "story-body-text", "news-content", "news-body", "article-detail", "main-content", "text-content",
        "rich-text", "post-text", "blog-content", "content-article", "article", "post", "td-post-content", "single-content",
    ]

    private static let furniture =
        "ad ads adv advertisement advertising adsense adslot banner carousel cmt cmts cmp consent crumbs dialog dontmiss download email facebook "
        + "feedback follow foot gallery gdpr hdr jobs legal login logo lightbox menu modal more-links nav notification overlay pager paywall "
        + "player popup prefooter print printonly privacy promo promotion promoted read-more readmore rel related relatedposts reply respond rss "
        + "share shares sharebar skip skyscraper slideshow social sticky tag tags tagged taglist teaser teasers toc top-nav topics trending "
        + "tweet twitter upsell visuallyhidden hidden sr-only screen-reader widget widgets whatsapp wp-caption caption credit "
        + "noprint no-print hide toplinks"

    private static let byline =
        "byline bylines author authors byauthor dateline date datetime pubdate published publishdate posted timestamp time stamp meta postmeta "
        + "metadata entry-meta post-meta article-meta info posted-on updated contributor writer"
}

/// Short texts that pages put between the paragraphs of an article; whole blocks, lower case.
enum FurniturePhrases {
    static let whole: Set<String> = [
        "advertisement", "advertisment", "anzeige", "publicité", "ad", "sponsored", "share", "share this", "share this article", "print", "email",
        "read more", "more", "comments", "comment", "related", "related stories", "related articles", "you may also like", "most read",
        "most popular", "sign up", "subscribe", "follow us", "tags", "loading", "loading...", "continue reading", "story continues below",
        "article continues below advertisement", "story continues below advertisement", "read next", "recommended", "watch", "photo", "image",
        "reuse content", "report a typo", "back to top", "top", "close", "next", "previous", "skip to content", "weiterlesen", "kommentare",
        "mehr zum thema", "lire aussi", "à lire aussi", "partager", "分享", "广告", "相关阅读", "打印",
    ]

    /// Beginnings of blocks that are furniture when they are short.
    static let openings = Phrases([
        "read more:", "read also:", "also read:", "see also:", "related:", "share this", "follow us", "sign up for", "subscribe to", "click here",
        "photo:", "image:", "image copyright", "photograph:", "picture:", "advertisement", "story continues", "tags:", "filed under", "posted in",
        "copyright ©", "© ", "lesen sie auch", "lire aussi", "à lire aussi", "all rights reserved", "this site uses cookies", "we use cookies",
    ])
}
