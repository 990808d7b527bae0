import BriefModel

extension TopicFile {
    /// A topic file to fill in; every key is there with a word on it.
    public static func template(title: String) -> String {
        """
        # What to follow. Lines that start with # are notes.
        title: "\(title.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })"

        # A series the briefs belong to, and the question that guides what belongs. Both may be left out.
        # series: Weekly outlook
        # question: What has changed, and who says so?

        # Words and phrases that speak for an article, and such that rule it out.
        # Without `include`, the topic is what the sources have in common.
        include: []
        exclude: []

        # Sections of the brief that you name, in your order, each with words that speak for it (without words, those of its title).
        # What belongs to none of them is put into sections of its own.
        sections: []
          # - title: Export rules
          #   words: [export licence, export control]

        # Where to look: feeds, sitemaps, pages, OPML files or addresses, folders and files on this machine.
        # A sitemap may also be a site's front page; its sitemaps are looked for, and articles of the last week are read.
        # Paths are taken from the folder of this file.
        sources:
          # - feed: https://example.org/feed.xml
          # - opml: feeds.opml
          # - sitemap: https://example.org/
          # - page: https://example.org/report.html
          # - folder: papers

        # manual, hourly, daily or weekly.
        schedule: manual

        # About how many words a brief may have (200 a minute of reading). Left out: as many as a ten-minute brief needs.
        # words: 800

        # Hold only what the whole library bears out as well, not the passages cited alone.
        strict: false

        # The most words in a row, and in all, that the sentences of a brief may take from one article. Passages shown as evidence are not counted.
        # quote-limit: \(QuoteLimit.standard.run)
        # article-limit: \(QuoteLimit.standard.article)

        # Let sources lie on this machine or a private network.
        allow-local: false

        # What you know of outlets; feeds say the rest. Outlets of one owner group count once.
        # reliability goes from A (reliable) to E (unreliable); F cannot be judged.
        outlets: []
          # - name: Example Daily
          #   kind: national daily
          #   country: Norway
          #   owner-group: Example Media
          #   reliability: B
        """ + "\n"
    }
}
