public import BriefModel
public import TextAnalysis

/// What relevance asks of an article, as numbers: which words stand in which sentence, which names are named, and the counted terms. It is read in a
/// fiftieth of the time a mark-up takes, so a library is asked for its articles on a topic without marking any of them up.
public struct TopicSigns: Sendable {
    /// How these numbers are made. Raise it whenever anything of them changes: words, sentences, stems, names, terms. A test tells when.
    public static let scheme = 1

    public let article: ArticleID
    public let outlet: OutletID
    /// Numbers of the words of each sentence, as written and as stems, each once and in order, one sentence after another.
    let words: [Int32]
    /// Where each sentence's words end.
    let wordEnds: [Int32]
    /// First letters of the words that carry meaning, 0 where something stands between, one sentence after another.
    let initials: [UInt8]
    let initialEnds: [Int32]
    /// Keys of the names, each once and in order.
    let names: [String]
    let terms: ArticleTerms

    public init(_ analyzed: AnalyzedArticle, scanner: inout TermScanner) {
        var words: [Int32] = [], initials: [UInt8] = []
        var wordEnds: [Int32] = [], initialEnds: [Int32] = []
        for sentence in analyzed.sentences {
            var own: Set<Int32> = []
            for token in sentence.tokens {
                own.insert(WordHash.number(of: token.stem))
                own.insert(WordHash.number(of: token.folded))
                initials.append(token.kind == .word && !token.isStopword ? token.folded.utf8.first ?? 0 : 0)
            }
            words += own.sorted()
            wordEnds.append(Int32(words.count))
            initialEnds.append(Int32(initials.count))
        }
        self.words = words
        self.wordEnds = wordEnds
        self.initials = initials
        self.initialEnds = initialEnds
        article = analyzed.article.id
        outlet = analyzed.article.outlet
        names = Set(analyzed.sentences.flatMap { $0.names.map(\.key) }).sorted()
        terms = ArticleTerms(ScannedArticle(analyzed.article, scanner: &scanner), configuration: .standard)
    }

    var sentences: Int { wordEnds.count }

    func words(of sentence: Int) -> ArraySlice<Int32> { words[(sentence == 0 ? 0 : Int(wordEnds[sentence - 1]))..<Int(wordEnds[sentence])] }

    func initials(of sentence: Int) -> ArraySlice<UInt8> {
        initials[(sentence == 0 ? 0 : Int(initialEnds[sentence - 1]))..<Int(initialEnds[sentence])]
    }
}

// MARK: as bytes

extension TopicSigns {
    /// Little-endian: five counts, then the lists.
    public var bytes: [UInt8] {
        let names = Array(names.joined(separator: "\n").utf8)
        var bytes: [UInt8] = []
        func append(_ values: [UInt32]) { for value in values { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } } }
        append([words.count, wordEnds.count, initials.count, names.count, terms.counts.count].map(UInt32.init))
        append((words + wordEnds + initialEnds).map(UInt32.init(bitPattern:)))
        append(terms.counts.map { UInt32(bitPattern: $0.term) } + terms.counts.map(\.count.bitPattern))
        return bytes + initials + names
    }

    /// Nil for what `bytes` does not write.
    public init?(article: ArticleID, outlet: OutletID, bytes: [UInt8]) {
        var reader = PlainNumbers(bytes)
        guard let counts = reader.next(5)?.map({ Int(UInt32(bitPattern: $0)) }), let words = reader.next(counts[0]),
            let wordEnds = reader.next(counts[1]), let initialEnds = reader.next(counts[1]), let terms = reader.next(counts[4]),
            let weights = reader.next(counts[4]), reader.left.count == counts[2] + counts[3],
            Self.areEnds(wordEnds, of: counts[0]), Self.areEnds(initialEnds, of: counts[2])
        else { return nil }
        self.article = article
        self.outlet = outlet
        self.words = words
        self.wordEnds = wordEnds
        self.initialEnds = initialEnds
        initials = Array(reader.left.prefix(counts[2]))
        names = reader.left.dropFirst(counts[2]).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        self.terms = ArticleTerms(
            counts: zip(terms, weights).map { (term: $0, count: Float(bitPattern: UInt32(bitPattern: $1))) })
    }

    private static func areEnds(_ ends: [Int32], of count: Int) -> Bool {
        (ends.last.map(Int.init) ?? 0) == count && zip([0] + ends, ends).allSatisfy { 0 <= $0 && $0 <= $1 }
    }
}

/// Numbers of 32 bits, one after another.
private struct PlainNumbers {
    private(set) var left: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { left = bytes[...] }

    /// Nil where there are not so many.
    mutating func next(_ count: Int) -> [Int32]? {
        guard count >= 0, count <= left.count / 4 else { return nil }
        defer { left = left.dropFirst(count * 4) }
        return left.withUnsafeBytes { raw in
            (0..<count).map { Int32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self)) }
        }
    }
}
