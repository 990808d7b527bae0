/// Made-up feeds, one of each kind, with what real ones have.
enum FeedFixtures {
    static let all = [rss, atom, rdf, json, channelDefinition, podcast]

    static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
          xmlns:georss="http://www.georss.org/georss" xmlns:wfw="http://wellformedweb.org/CommentAPI/">
        <channel><title>Harbour Notes</title><link>https://harbour.example/</link><description>Ships &amp; cargo</description>
          <language>en-GB</language><atom:link rel="self" href="https://harbour.example/feed.xml" type="application/rss+xml"/>
          <managingEditor>desk@harbour.example (The Desk)</managingEditor><ttl>30</ttl><copyright>2026 Harbour Notes</copyright>
          <image><url>/logo.png</url><title>Harbour Notes</title><link>https://harbour.example/</link><width>88</width></image>
          <cloud domain="rpc.example" port="80" path="/RPC2" registerProcedure="notify" protocol="xml-rpc"/>
          <item><title>Crane &lt;b&gt;stops&lt;/b&gt; for good</title><link>/news/crane?id=1&amp;x=2</link><guid isPermaLink="false">tag-1</guid>
            <pubDate>Mon, 05 Jan 2026 10:20:30 +0100</pubDate><dc:creator>Ida Holm</dc:creator><category domain="https://harbour.example/c">Ports</category>
            <description><![CDATA[<p>The crane <a href="/c">stopped</a>.</p>]]></description>
            <content:encoded><![CDATA[<p>The crane stopped.</p><img src="crane.jpg" onerror="x()">]]></content:encoded>
            <enclosure url="/crane.mp3" length="1234" type="audio/mpeg"/><slash:comments>7</slash:comments>
            <comments>/news/crane#comments</comments><wfw:commentRss>/news/crane/feed</wfw:commentRss>
            <source url="https://wire.example/feed">Coast Wire</source><georss:point>45.5 -71.25</georss:point>
            <media:group><media:content url="/crane.jpg" type="image/jpeg" medium="image" isDefault="true"><media:credit>Photo Pool</media:credit></media:content>
            <media:thumbnail url="/small.jpg" width="80"/></media:group></item>
        </channel></rss>
        """

    static let atom = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="de" xml:base="https://werft.example/blog/">
          <title type="html">Werft &amp;amp; Hafen</title><subtitle>Aus dem Dock</subtitle><id>urn:x:1</id><updated>2026-01-05T10:20:30Z</updated>
          <link href="./"/><link rel="self" href="feed.atom"/><rights>2026</rights><generator uri="https://tool.example/" version="3">Tool</generator>
          <author><name>Jan Petersen</name><email>jan@werft.example</email><uri>/jan</uri></author>
          <entry xml:base="2026/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Neues <em>Dock</em></div></title><id>urn:x:2</id>
            <link href="dock"/><link rel="enclosure" href="dock.pdf" type="application/pdf" length="9" title="Plan"/>
            <published>2026-01-04T08:00:00+01:00</published><updated>2026-01-05T10:20:30Z</updated><category term="bau" label="Bau"/>
            <summary>Kurz &lt;gut&gt;</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein <a href="plan">Plan</a>.</p></div></content>
            <thr:in-reply-to ref="urn:x:0"/><source><title>Ostwind</title><author><name>Uwe</name></author></source></entry>
        </feed>
        """

    static let rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://amt.example/"><title>Amt</title><link>https://amt.example/</link><description>Notices</description></channel>
          <item rdf:about="https://amt.example/1"><title>Notice 1</title><link>https://amt.example/1</link><dc:date>2026-01-05T10:20Z</dc:date></item>
        </rdf:RDF>
        """

    static let json = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Lattice", "home_page_url": "https://lattice.example/", "language": "en",
         "authors": [{"name": "Mo"}], "items": [{"id": 3, "url": "/three", "title": "Three", "content_html": "<p>3</p>", "tags": ["a", "b"],
         "date_published": "2026-01-05T10:20:30Z", "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}]}]}
        """

    static let channelDefinition = """
        <?xml version="1.0"?><CHANNEL HREF="https://old.example/" LASTMOD="2026-01-05T10:20:30Z"><TITLE>Old</TITLE><ABSTRACT>Still here</ABSTRACT>
        <ITEM HREF="https://old.example/1"><TITLE>One</TITLE></ITEM></CHANNEL>
        """

    static let podcast = """
        <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:psc="http://podlove.org/simple-chapters"><channel>
        <title>Quay Talk</title><itunes:author>Rosa Lind</itunes:author><itunes:explicit>no</itunes:explicit><itunes:image href="https://quay.example/i.png"/>
        <itunes:category text="News"><itunes:category text="Trade"/></itunes:category><itunes:owner><itunes:name>Quay</itunes:name><itunes:email>q@quay.example</itunes:email></itunes:owner>
        <item><title>One</title><itunes:duration>12:30</itunes:duration><itunes:keywords>tide, crane</itunes:keywords>
        <psc:chapters version="1.2"><psc:chapter start="00:00:00" title="Start"/><psc:chapter start="03:07.250" title="Tide"/></psc:chapters></item></channel></rss>
        """
}
