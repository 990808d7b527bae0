/// The local names that feeds use, in lower case: feeds write `pubdate` and `PubDate`.
enum XMLTerm: String, CaseIterable, Hashable {
    case other = ""
    // Documents and their parts.
    case rss, rdf, feed, channel, item, items, entry, opml, html, kml, source, head, body, outline, div, script
    // Texts.
    case title, subtitle, tagline, description, summary, abstract, encoded, content, fullitem, info, rights, copyright, shortsummary
    // Addresses.
    case link, url, uri, href, homepage, id, guid, identifier, comments, docs, about, base, permalink, comment, commentrss, logo, icon, image
    case thumbnail, enclosure, cloud, license, newFeedURL = "new-feed-url"
    // People.
    case author, contributor, creator, publisher, owner, managingeditor, webmaster, name, email, person, editor
    // Dates.
    case pubdate, published, updated, modified, created, issued, date, lastbuilddate, lastmod, expirationdate, valid, dateadded
    // The rest of RSS and Atom.
    case category, subject, keywords, keyword, generator, generatoragent, language, lang, ttl, rating, textinput, skiphours, skipdays, hour, day
    case width, height, version, hub, total, inReplyTo = "in-reply-to", errorreportsto, updateperiod, updatefrequency, updatebase
    // Media, podcasts and places.
    case group, credit, restriction, player, hash, text, community, statistics, duration, explicit, block, episode
    case season, episodetype, transcript, chapters, chapter, funding, locked, location, soundbite, `where`, point, line, polygon, box, lat, long
    case pos, poslist, linestring, exterior, linearring, envelope, lowercorner, uppercorner, coordinates
    // Attributes.
    case rel, type, hreflang, length, mode, src, scheme, term, label, domain, ispermalink, resource, medium, isdefault, role, start
    case srsname, srsdimension, xmlurl, htmlurl, feedurl, path, port, registerprocedure, protocolName = "protocol", bitrate, filesize
    case ref, count, value

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    init(local: String) { self = Self.byName[local.lowercased()] ?? .other }
}
