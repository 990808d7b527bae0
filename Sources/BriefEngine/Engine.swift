public import BriefModel
import BriefVerification
import BriefWriting
import ClaimAnalysis
public import DocumentConversion
public import Fetching
public import Inference
public import Ingestion
public import Storage
import StoryClustering
import TextAnalysis

/// One run, in the order things happen: read the sources, then write what they say, then check what was written.
public struct Engine: Sendable {
    let store: any LibraryStore
    private let fetcher: any Fetcher
    private let converter: any PDFConverter
    let encoder: any SentenceEncoder
    private let clock: Clock

    public init(store: any LibraryStore, fetcher: any Fetcher, converter: any PDFConverter, encoder: any SentenceEncoder, clock: Clock) {
        self.store = store
        self.fetcher = fetcher
        self.converter = converter
        self.encoder = encoder
        self.clock = clock
    }

    /// The same over the library as it stands now: an answer that takes several questions is then given from one state of it, whoever writes meanwhile.
    func atOneMoment() async throws(EngineError) -> Engine {
        do throws(StorageError) { return over(try await store.snapshot()) } catch { throw .storage(error) }
    }

    /// The same over another library.
    func over(_ store: any LibraryStore) -> Engine {
        Engine(store: store, fetcher: fetcher, converter: converter, encoder: encoder, clock: clock)
    }

    /// Reads every source of the topic into the library. A source that fails is in the report; the rest go on.
    public func read(
        _ topic: Topic, progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws(StorageError) -> ReadingReport {
        let reader = SourceReader(fetcher: fetcher, converter: converter, store: store, clock: clock)
        let report = try await reader.read(topic.sources, outlets: topic.outlets, progress: progress)
        if !Task.isCancelled { try await catchUpSigns() }
        return report
    }

    /// Brings the index of wordings, by which reprints are found, and the signs, by which articles on a topic are, up to what the library holds. Reading does
    /// so itself; a library from before there were any takes some seconds per ten thousand articles, once.
    public func catchUp(progress: (ReprintIndex.Progress) -> Void) async throws(StorageError) {
        try await ReprintIndex(store: store).catchUp(progress: progress)
        try await catchUpSigns { progress(ReprintIndex.Progress(done: $0, total: $1)) }
    }

    /// Writes the brief on a topic from what the library held at `asOf`. Same library, topic and dates: same brief, byte for byte.
    /// - Parameters:
    ///   - since: when the edition before looked back from; the brief then says what changed.
    ///   - writer: words what was chosen; nil: it is worded by shortening what the sources say.
    public func brief(
        on topic: Topic, asOf: Timestamp, since: Timestamp? = nil, wordedBy writer: ModelWriter? = nil
    ) async throws(EngineError) -> Brief {
        let decisions = try await decisions(on: topic, asOf: asOf)
        let grouping = try await grouping(topic, asOf: asOf, obeying: decisions)
        // What stood at the edition before is found out on another core meanwhile.
        async let before = before(topic, asOf: since, beside: grouping, obeying: decisions)
        let study = try await study(of: grouping, on: topic, obeying: decisions)
        async let evidence = EvidenceIndex(articles: study.onTopic, outlets: study.outlets, reprints: study.reprints)
        guard let draft = BriefWriter().draft(from: study.material) else { throw .nothingToSay(onTopic: study.onTopic.count) }

        // The author never grades itself: only what its own passages support is admitted.
        let verifier = BriefVerifier(index: await evidence, asOf: asOf, isStrict: topic.isStrict)
        let cited = draft.striking(verifier.unfounded(in: draft))
        var report = verifier.report(on: cited)
        guard var admitted = cited.keepingSupported(report) else { throw .nothingVerified(dropped: draft.statements.count) }
        let dropped = draft.statements.count - admitted.statements.count
        var wording: ModelWording?
        if let writer { (admitted, report, wording) = await worded(admitted, report, by: writer, verifier: verifier, study: study) }
        let news =
            if let since, let before = await before { try await news(in: study, since: since, from: before.get(), told: admitted) } else {
                nil as News?
            }
        return try publish(admitted, report: report, dropped: dropped, study: study, news: news, wording: wording)
    }

    /// Everything that is known before a word is written: what belongs, what belongs together, who says what.
    public func study(_ topic: Topic, asOf: Timestamp) async throws(EngineError) -> Study {
        let decisions = try await decisions(on: topic, asOf: asOf)
        return try await study(of: try await grouping(topic, asOf: asOf, obeying: decisions), on: topic, obeying: decisions)
    }

    func study(of grouping: Grouping, on topic: Topic, obeying decisions: [StoryDecision]) async throws(EngineError) -> Study {
        let byID = Dictionary(uniqueKeysWithValues: grouping.onTopic.map { ($0.article.id, $0) })
        let themes = ThemeBuilder().themes(
            of: grouping.stories, articles: byID, topic: topic, earlier: try await earlierSections(on: topic, asOf: grouping.asOf))
        let claims = claims(of: grouping.onTopic, stories: grouping.stories, outlets: grouping.outlets)
        let disputes = DisputeFinder().disputes(
            among: claims, articles: byID.mapValues(\.article), outlets: grouping.outlets, reprints: grouping.reprints)
        return Study(
            of: grouping, on: topic.titled(by: themes), themes: themes, claims: claims, disputes: disputes,
            languagesRead: encoder.identity.languages, decisions: decisions)
    }

    func stories(of articles: [AnalyzedArticle], reprints: [ReprintGroup], decisions: [StoryDecision]) throws(EngineError) -> [Story] {
        do throws(InferenceError) {
            var clusterer = StoryClusterer(encoder: encoder)
            for article in articles { _ = try clusterer.place(article) }
            return clusterer.stories(reprints: reprints, decisions: decisions)
        } catch {
            throw .inference(error)
        }
    }

    /// What each sentence of an article asserts, and on whose word.
    public static func claims(in article: Article, outletName: String) -> [Claim] {
        ClaimAnalyzer().claims(in: markUp(article), story: nil, outletName: outletName)
    }

    private func claims(of articles: [AnalyzedArticle], stories: [Story], outlets: [OutletID: Outlet]) -> [Claim] {
        var storyOf: [ArticleID: StoryID] = [:]
        for story in stories { for article in story.articles { storyOf[article] = story.id } }
        let analyzer = ClaimAnalyzer()
        return articles.flatMap { article in
            analyzer.claims(
                in: article, story: storyOf[article.article.id],
                outletName: outlets[article.article.outlet]?.name ?? article.article.outlet.rawValue)
        }
    }
}

/// Why there is no brief. Each case tells the reader what to do next.
public enum EngineError: Error, Hashable, Sendable {
    case storage(StorageError)
    case inference(InferenceError)
    case emptyLibrary(asOf: CalendarDay)
    case nothingOnTopic(read: Int)
    case nothingToSay(onTopic: Int)
    case nothingVerified(dropped: Int)
    case notAdmitted(Brief.AdmissionError)
}

extension EngineError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .storage(let error): error.description
        case .inference(let error): error.description
        case .emptyLibrary(let day):
            "The library holds no article published up to \(day.inWords); read sources first (bigpicture read) or choose a later --as-of."
        case .nothingOnTopic(let read):
            "None of the \(read) articles in the library is about the topic; widen its `include` terms or add sources."
        case .nothingToSay(let count):
            "\(count == 1 ? "The one article on the topic holds" : "The \(count) articles on the topic hold") no sentence that can stand alone in a brief."
        case .nothingVerified(let dropped):
            "None of the \(dropped) drafted statements passed verification, so there is no brief."
        case .notAdmitted(let error):
            "The draft was not admitted: \(error)."
        }
    }
}
