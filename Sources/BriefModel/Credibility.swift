/// How far a piece of information can be believed, after the second character of the Admiralty code (NATO STANAG 2511, AJP-2.1), proposed by rules that are
/// shown with it. It says nothing of an outlet's reliability, which is the first character and the user's to give.
public struct Credibility: Hashable, Sendable, Codable {
    public enum Grade: Int, Hashable, Sendable, Codable, CaseIterable {
        case confirmed = 1, probablyTrue, possiblyTrue, doubtful, improbable, cannotBeJudged
    }

    /// The rule that applied; each leads to one grade.
    public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
        /// Two outlets or more, no shared origin known, nobody says otherwise.
        case severalOrigins = "several-origins"
        /// The same, but every one of them is graded D or E, or prints what needs another's word.
        case severalWeakOrigins = "several-weak-origins"
        /// One origin, told by an outlet graded A or B.
        case reliableOutlet = "reliable-outlet"
        /// One origin, however many pass it on.
        case singleOrigin = "single-origin"
        /// Several origins say so, and somebody says otherwise.
        case disputedBySome = "disputed-by-some"
        /// One origin says so, and somebody says otherwise.
        case disputed
        /// One origin, and only outlets whose word needs another's: tabloids, content farms, opinion, or graded D or E.
        case weakOutlet = "weak-outlet"
        /// The sources bear out a part only.
        case partly
        /// The sources say otherwise.
        case contradicted
        /// No source speaks to it.
        case nothingFound = "nothing-found"

        public var grade: Grade {
            switch self {
            case .severalOrigins: .confirmed
            case .severalWeakOrigins, .reliableOutlet: .probablyTrue
            case .singleOrigin, .disputedBySome: .possiblyTrue
            case .disputed, .weakOutlet, .partly: .doubtful
            case .contradicted: .improbable
            case .nothingFound: .cannotBeJudged
            }
        }
    }

    /// How good the basis is, after ICD 203 ("Analytic Standards", 2015): kept apart from how likely the thing itself is.
    public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable { case high, moderate, low }

    public let rule: Rule
    public let confidence: Confidence
    /// The best reliability among the outlets that say so, where the user graded one.
    public let reliability: Reliability?

    public var grade: Grade { rule.grade }

    /// - Parameters:
    ///   - outlets: who says so, each house once, reprints left out.
    ///   - sharesOrigin: they are known to pass on one person's or body's word.
    ///   - isDisputed: somebody says otherwise and that was not settled by a correction.
    public init(outlets: [Outlet], sharesOrigin: Bool, isDisputed: Bool) {
        let reliability = outlets.compactMap(\.reliability).min { $0.rawValue < $1.rawValue }
        let isWeak = !outlets.isEmpty && outlets.allSatisfy(\.needsAnotherWord)
        let isSeveral = outlets.count > 1 && !sharesOrigin
        let isReliable = reliability == .a || reliability == .b
        rule =
            switch true {
            case outlets.isEmpty: .nothingFound
            case isDisputed: isSeveral ? .disputedBySome : .disputed
            case isSeveral: isWeak ? .severalWeakOrigins : .severalOrigins
            case isWeak: .weakOutlet
            default: isReliable ? .reliableOutlet : .singleOrigin
            }
        self.reliability = reliability
        confidence =
            switch rule {
            case .severalOrigins: outlets.count > 2 || isReliable ? .high : .moderate
            case .severalWeakOrigins, .reliableOutlet, .disputedBySome: .moderate
            default: .low
            }
    }

    /// Of a line that the sources do not bear out as it stands.
    public init(_ rule: Rule, reliability: Reliability? = nil, confidence: Confidence = .low) {
        self.rule = rule
        self.reliability = reliability
        self.confidence = confidence
    }
}

extension Outlet {
    /// Its unattributed word alone carries nothing: by its kind, or because the user grades it D or E.
    public var needsAnotherWord: Bool { kind.needsCorroboration || reliability == .d || reliability == .e }
}

extension Statement {
    /// - Parameters:
    ///   - outlet: what is known of one.
    ///   - settled: passages that a correction or a later report has replaced: they dispute nothing any more. Nor does a word that needs another's.
    public func credibility(outlet: (OutletID) -> Outlet, settled: Set<Passage> = []) -> Credibility {
        Credibility(
            outlets: corroboration.outlets.map(outlet), sharesOrigin: corroboration.sharesOneOrigin,
            isDisputed: dissent.contains { !settled.contains($0.citation.passage) && !outlet($0.citation.outlet).needsAnotherWord })
    }
}

extension Finding {
    /// Nil for a line that was not judged.
    /// - Parameter outlet: who published an article; nil when that is not known.
    public func credibility(outlet: (ArticleID) -> Outlet?) -> Credibility? {
        var houses: Set<String> = []
        let shown = evidence.filter { $0.stance == .supports }.compactMap { outlet($0.passage.article) }
        let outlets = (shown + alsoSaying).filter { houses.insert($0.house).inserted }
        let against = evidence.filter { $0.stance == .contradicts }.compactMap { outlet($0.passage.article) }
        switch verdict {
        case .supported: return Credibility(outlets: outlets, sharesOrigin: false, isDisputed: !against.isEmpty)
        case .partly: return Credibility(.partly, reliability: outlets.compactMap(\.reliability).min { $0.rawValue < $1.rawValue })
        case .contradicted:
            let reliability = against.compactMap(\.reliability).min { $0.rawValue < $1.rawValue }
            return Credibility(.contradicted, reliability: reliability, confidence: Set(against.map(\.house)).count > 1 ? .high : .moderate)
        case .unsupported: return Credibility(.nothingFound)
        case .notAClaim, .notChecked: return nil
        }
    }
}
