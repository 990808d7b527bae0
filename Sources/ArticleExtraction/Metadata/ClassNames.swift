import HTMLParsing

/// Class and id names that say what an element is: microformats (hAtom, h-entry, hCard) and the names systems have in common.
enum ClassNames {
    /// Signs of a class, each once.
    static func signs(_ value: ArraySlice<UInt8>) -> [PageMark.Sign] {
        guard value.count <= 400 else { return [] }
        var found: [PageMark.Sign] = []
        var start = value.startIndex
        for place in value.startIndex...value.endIndex where place == value.endIndex || value[place] <= 0x20 {
            if place > start, place - start <= 32, let sign = sign(value[start..<place]), !found.contains(sign) { found.append(sign) }
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

    private static let discussion = Phrases([
        "comment", "disqus", "respond", "replies", "related", "recommend", "similar", "most-read", "popular",
    ])

    /// Whether one of a value's words begins like the names of readers' words, or of links to other stories.
    static func isDiscussion(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count <= 200 else { return false }
        var isStart = true
        for place in value.indices {
            if isStart, discussion.length(in: value, at: place) > 0 { return true }
            isStart = !ByteText.isLetter(value[place])
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

    /// Of all bytes, eight at a time; never 0.
    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = UInt64(bytes.count) &+ 1
            var at = 0
            while at + 8 <= bytes.count {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
                hash ^= hash >> 29
                at += 8
            }
            for byte in bytes[at...] { hash = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15 }
            hash ^= hash >> 29
            return hash == 0 ? 1 : hash
        }
    }

    /// Whether a text holds a piece; an empty piece is in every text. By the last byte of each place, as far ahead as it allows
    /// (Horspool, 1980).
    static func holds(_ text: [UInt8], _ piece: [UInt8]) -> Bool {
        let count = piece.count
        guard count > 0 else { return true }
        guard text.count >= count else { return false }
        return text.withUnsafeBufferPointer { text in
            piece.withUnsafeBufferPointer { piece in
                withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { steps in
                    steps.initialize(repeating: count)
                    for place in 0..<(count - 1) { steps[Int(piece[place])] = count - 1 - place }
                    let last = piece[count - 1]
                    var end = count - 1
                    while end < text.count {
                        let byte = text[end]
                        if byte == last {
                            let start = end - count + 1
                            var at = 0
                            while at < count - 1, text[start + at] == piece[at] { at += 1 }
                            if at == count - 1 { return true }
                        }
                        end += steps[Int(byte)]
                    }
                    return false
                }
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
