public import BriefModel
public import Inference

/// Articles to stories as they come, without end: each is placed once, and memory does not grow with what has passed.
public struct StoryStream: Sendable {
    private let configuration: ClusteringConfiguration
    private let encoder: EncoderIdentity
    private var reader: ArticleReader
    private var live: LiveStrands

    /// Strands held at a time: some weeks of a busy newsroom's input, in about 100 MB.
    public static let usualCapacity = 16_384

    /// - Parameters:
    ///   - encoder: tells what headlines and leads mean.
    ///   - capacity: groups of like articles that may still grow; the ones that were silent longest leave.
    public init(encoder: any SentenceEncoder, configuration: ClusteringConfiguration = .standard, capacity: Int = usualCapacity) {
        self.configuration = configuration
        self.encoder = encoder.identity
        reader = ArticleReader(encoder: encoder, configuration: configuration)
        live = LiveStrands(configuration: configuration, capacity: max(16, capacity))
    }

    /// The stories of articles as far as is known now, in their order. However many come at a time, the answer is the same.
    /// - Throws: when the encoder cannot be used; the stream cannot go on then.
    public mutating func place(_ articles: [Article]) throws(InferenceError) -> [StoryID] { place(try read(articles)) }

    /// Reads articles, which are to be placed before others are read.
    public mutating func read(_ articles: [Article]) throws(InferenceError) -> ArticlesRead {
        ArticlesRead(ids: articles.map(\.id), read: try reader.read(articles))
    }

    public mutating func place(_ articles: ArticlesRead) -> [StoryID] {
        zip(articles.ids, articles.read).map { id, read in
            let strand = live.place(read.vector, span: read.span, named: StoryID(id.rawValue))
            return live.story(ofStrand: strand)
        }
    }

    /// Stories that turned out to be one since this was last asked: the first is part of the second.
    public mutating func takeJoined() -> [(StoryID, StoryID)] { live.takeJoined() }

    /// Groups of like articles in memory.
    public var strands: Int { live.count }

    // MARK: What leaves memory

    /// What left since this was last asked, to be kept by whoever wants to give it back when its story goes on.
    public mutating func takeRetired() -> [RetiredStrand] { live.takeRetired() }

    /// Takes back those that had left and that one of the articles would join.
    /// - Returns: their numbers.
    public mutating func reopen(_ strands: [RetiredStrand], for articles: ArticlesRead) -> [Int] {
        let vectors = articles.read.map { ($0.vector, $0.span) }
        return strands.sorted { $0.number < $1.number }.filter { old in
            let joins = vectors.contains { vector, span in
                old.strand.likeness(to: vector) * old.strand.span.freshness(beside: span, configuration) >= configuration.strandThreshold
            }
            if joins { live.reopen(old) }
            return joins
        }.map(\.number)
    }

    // MARK: Keeping

    private static let format = "Big Picture story stream 2"

    /// All that the stream knows, to go on from later as if nothing had been between.
    public var state: [UInt8] {
        var writer = StateWriter()
        writer.write(Self.format)
        writer.write("\(configuration)")
        writer.write(encoder.name)
        writer.write(encoder.hash)
        reader.write(to: &writer)
        live.write(to: &writer)
        writer.seal()
        return writer.bytes
    }

    /// Goes on from `state`.
    public mutating func restore(_ state: [UInt8]) throws(StoryStateError) {
        var reader = try StateReader(state)
        guard try reader.string() == Self.format, try reader.string() == "\(configuration)" else { throw .otherSettings }
        let (name, hash) = (try reader.string(), try reader.string())
        guard name == encoder.name, hash == encoder.hash else { throw .otherEncoder(name) }
        try self.reader.read(&reader)
        try live.read(&reader)
        guard reader.isAtEnd else { throw .damaged }
    }
}

/// Articles as a stream has read them.
public struct ArticlesRead: Sendable {
    public let ids: [ArticleID]
    let read: [ReadArticle]

    /// Of each article the terms that say most, by which strands that had left are found again.
    public var terms: [[Int32]] {
        read.map { article in
            var terms: [Int32] = []
            article.weighed.vector.forEachOfHeaviest(StrandIndex.lookupTerms) { term, _ in terms.append(term) }
            return terms
        }
    }
}
