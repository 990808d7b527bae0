import HTMLParsing

/// Class and id names that say what an element is: microformats (hAtom, h-entry, hCard) and the names systems have in common.
enum ClassNames {
    /// Signs of one element, each once.
    static func signs(_ document: HTMLDocument, _ node: Int) -> [PageMark.Sign] {
        guard let range = document.attributeRange(.class, of: node), range.count <= 400 else { return [] }
        var found: [PageMark.Sign] = []
        var start = range.lowerBound
        for place in range.lowerBound...range.upperBound where place == range.upperBound || document.bytes[place] <= 0x20 {
            if place > start, place - start <= 32, let sign = sign(document.bytes[start..<place]), !found.contains(sign) { found.append(sign) }
            start = place + 1
        }
        return found
    }

    private static func sign(_ name: ArraySlice<UInt8>) -> PageMark.Sign? {
        for (sign, names) in byLength[name.count] where ByteText.isEqual(name, names) { return sign }
        return nil
    }

    /// By length, so that most names of a page are told apart by one look.
    private static let byLength: [[(PageMark.Sign, [UInt8])]] = {
        let names: [(PageMark.Sign, String)] = [
            (.published, "published entry-date dt-published published-date publish-date date-published post-date pubdate article-date posted-on"),
            (.modified, "updated dt-updated modified date-modified modified-date last-modified updated-date entry-modified"),
            (
                .title,
                "entry-title p-name post-title article-title headline page-title story-title title article-headline article__title article__headline"
            ),
            (
                .authorClass,
                "author p-author entry-author vcard author-name authorname author__name byline byline-name byline__name post-author article-author "
                    + "article__author story-author by-author byauthor autor auteur autore author-link author_name article-byline name-author meta-author "
                    + "entry-meta-author contributor article-byline__author"
            ), (.name, "fn"),
        ]
        var table = [[(PageMark.Sign, [UInt8])]](repeating: [], count: 33)
        for (sign, list) in names {
            for name in list.split(separator: " ") { table[name.utf8.count].append((sign, Array(name.utf8))) }
        }
        return table
    }()

    /// Whether an address is that of an author's page: `/author/jane-doe`.
    static func namesAuthor(_ address: ArraySlice<UInt8>) -> Bool {
        guard address.count <= 300 else { return false }
        return address.indices.dropLast().contains { address[$0] == UInt8(ascii: "/") && authorPaths.length(in: address, at: $0 + 1) > 0 }
    }

    private static let authorPaths = Phrases([
        "author/", "authors/", "autor/", "autoren/", "autores/", "auteur/", "auteurs/", "autore/", "autori/", "profile/", "profil/", "profiles/",
        "user/", "users/",
        "people/", "person/", "staff/", "journalist/", "journalists/", "redakteur/", "redaktion/", "newsteam/", "contributor/", "contributors/",
        "by/", "writer/", "writers/", "member/", "members/", "reporter/", "team/", "firma/", "periodista/",
    ])

    static let discussion = Phrases(["comment", "disqus", "respond", "replies", "related", "recommend", "similar", "most-read", "popular"])

    /// Whether a class or id begins with one of these, as a whole or after a separator.
    static func has(_ document: HTMLDocument, _ node: Int, _ phrases: Phrases) -> Bool {
        for attribute in [HTMLAttribute.class, .id] {
            guard let range = document.attributeRange(attribute, of: node), range.count <= 200 else { continue }
            var isStart = true
            for place in range {
                if isStart, phrases.length(in: document.bytes, at: place) > 0 { return true }
                isStart = !ByteText.isLetter(document.bytes[place])
            }
        }
        return false
    }
}

/// Comparing bytes whatever the case of ASCII letters.
enum ByteText {
    static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    /// - Parameter name: lower case.
    static func isEqual(_ bytes: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        bytes.count == name.count && zip(bytes, name).allSatisfy { Phrases.lower($0) == $1 }
    }

    /// Whether a text holds a piece; an empty piece is in every text.
    static func holds(_ text: [UInt8], _ piece: [UInt8]) -> Bool {
        guard let first = piece.first else { return true }
        guard text.count >= piece.count else { return false }
        return text.withUnsafeBufferPointer { text in
            piece.withUnsafeBufferPointer { piece in
                for start in 0...(text.count - piece.count) where text[start] == first {
                    var at = 1
                    while at < piece.count, text[start + at] == piece[at] { at += 1 }
                    if at == piece.count { return true }
                }
                return false
            }
        }
    }

    static func contains(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return word.withUTF8Buffer { wanted in
            for start in bytes.startIndex...(bytes.endIndex - count) where bytes[start] == wanted[0] {
                if (1..<count).allSatisfy({ bytes[start + $0] == wanted[$0] }) { return true }
            }
            return false
        }
    }
}
