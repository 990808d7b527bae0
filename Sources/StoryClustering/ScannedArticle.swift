import BriefModel
import TextAnalysis

/// The words of an article and which of them stand in its headline and its lead.
struct ScannedArticle {
    let bytes: [UInt8]
    private(set) var words: [TermMention] = []
    /// Words of the headline: the title, or the first block of what has none.
    private(set) var headline = 0..<0
    /// Words of the first two sentences behind it.
    private(set) var lead = 0..<0
    /// Words of the headline that were run together, with their parts, in order.
    private(set) var compounds: [(place: Int, parts: [String])] = []

    private static let sentencesOfLead = 2
    /// Words behind the headline whose meaning is read.
    private static let wordsOfOpening = 60
    /// Words read of an article: what says no more about it is not worth waiting for.
    private static let mostWords = 20_000

    init(_ article: Article, scanner: inout TermScanner) {
        bytes = Array(article.text.utf8)
        words.reserveCapacity(bytes.count / 6)
        for (place, block) in article.blocks.enumerated() where block.kind != .code && block.range.upperBound <= bytes.count {
            scanner.scan(bytes, in: block.range, language: article.language, into: &words)
            if place == 0 { headline = 0..<words.count }
            if words.count > Self.mostWords { break }
        }
        var sentences = 0
        var end = headline.upperBound
        while end < words.count {
            if words[end].beginsSentence { sentences += 1 }
            if sentences > Self.sentencesOfLead { break }
            end += 1
        }
        lead = headline.upperBound..<end
    }

    /// Takes apart what was run together in the headline.
    mutating func split(by known: Compounds) {
        for place in headline where words[place].carriesMeaning {
            let parts = known.parts(of: bytes[words[place].range])
            if !parts.isEmpty { compounds.append((place, parts)) }
        }
    }

    /// What is encoded of an article: its headline, and of a report also the lead, which together are as long as what encoders are made for.
    var opening: String {
        guard let last = words.prefix(headline.upperBound + Self.wordsOfOpening).last else { return "" }
        guard !compounds.isEmpty else { return String(decoding: bytes[..<last.range.upperBound], as: UTF8.self) }
        var opening: [UInt8] = []
        var done = 0
        for (place, parts) in compounds {
            opening += bytes[done..<words[place].range.lowerBound]
            opening += Array(parts.joined(separator: " ").utf8)
            done = words[place].range.upperBound
        }
        opening += bytes[done..<max(done, last.range.upperBound)]
        return String(decoding: opening, as: UTF8.self)
    }
}

extension TermMention {
    var carriesMeaning: Bool {
        switch kind {
        case .word: !isStopword && range.count > 1
        case .ideographs: true
        case .number, .symbol: false
        }
    }
}

/// How the words of an article are written: which capitals make a name.
struct Capitals {
    /// Seen with a capital inside a sentence.
    private var inside = IntegerMap<Int32, Bool>(vacant: false)

    init(_ article: ScannedArticle) {
        let skipped = Self.tellsNothing(article.words[article.headline]) ? article.headline.upperBound : 0
        for word in article.words[skipped...] where word.kind == .word && word.isCapitalized && !word.beginsSentence {
            inside[word.known.folded] = true
        }
    }

    func makeName(_ word: TermMention) -> Bool {
        word.isCapitalized && !word.isStopword && (word.known.namesCountry || inside[word.known.folded])
    }

    /// A headline in title case or capitals.
    private static func tellsNothing(_ headline: ArraySlice<TermMention>) -> Bool {
        let long = headline.filter { $0.kind == .word && !$0.isStopword && $0.range.count > 3 }
        return long.count >= 4 && long.count(where: \.isCapitalized) * 10 >= long.count * 8
    }
}
