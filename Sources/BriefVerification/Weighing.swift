import BriefModel
import Inference

/// What the rules found and what a reader of claims makes of the same sentences, weighed together: a logistic regression, fitted on sources that the
/// reader had not been trained on (`Training/entailment/weigh.py`; decision 0032).
package struct Weighing: Hashable, Sendable {
    /// How far the words are borne out; see `Judge`.
    package let bearing: Double
    /// The reader's odds (their logarithm), and how sure the first objection is to what the statement mainly says, 0 without one.
    package let support, objection: Double

    private static let constant = -0.82, ofBearing = 1.43, ofSupport = 0.21, ofObjection = -3.8
    /// The reader's odds count up to here.
    private static let most = 6.0

    init(_ judgement: Judgement, _ said: Entailment) {
        bearing = judgement.bearing
        support = Double(said.support).clamped(to: -Self.most...Self.most)
        objection = judgement.objections.first.map { $0.isCentral ? $0.certainty : 0 } ?? 0
    }

    /// Logarithm of the odds that the statement holds.
    var odds: Double { Self.constant + Self.ofBearing * bearing + Self.ofSupport * support + Self.ofObjection * objection }
}

extension Judgement {
    /// The one place where a reader's word is taken in. It never overturns a sure objection and never alone calls anything contradicted: that it is
    /// against something it cannot show; what the rules object, they show.
    mutating func weigh(_ said: Entailment) {
        let weighed = Weighing(self, said)
        let odds = weighed.odds
        let follows = logistic(odds)
        self.weighed = weighed
        if verdict == .contradicted, let first = objections.first, first.isCentral, first.certainty >= Ruling.firm {
            score = min(score, follows)
            return
        }
        score = follows
        if odds >= 0 {
            // What is objected to stays so; only what no passage seemed to say may be said after all.
            guard verdict != .supported, objections.isEmpty else { return }
            verdict = .supported
            reasons = [.ok]
            span = nil
            (instead, telling) = (nil, nil)
            witnesses = witnesses.map { Witness(entry: $0.entry, stance: .supports, marked: $0.marked, score: $0.score) }
        } else if verdict != .supported {
            span = span ?? said.wordsAtFault
        } else {
            verdict = said.isHalf ? .partly : .unsupported
            reasons = [said.fault.reason]
            span = said.wordsAtFault
            if verdict == .unsupported {
                witnesses = witnesses.map { Witness(entry: $0.entry, stance: .mentions, marked: $0.marked, score: $0.score) }
            }
        }
    }
}

extension Entailment {
    /// Of what is not borne out, whether it is so in part only.
    fileprivate var isHalf: Bool {
        let partly = share(of: .partly)
        return partly > share(of: .unsupported) && partly > share(of: .contradicted)
    }

    private func share(of outcome: Outcome) -> Float { zip(Outcome.allCases, outcomes).first { $0.0 == outcome }?.1 ?? 0 }

    /// The likeliest kind of fault, if there is one.
    fileprivate var fault: Fault {
        zip(Fault.allCases, faults).filter { $0.0 != .none }.max { $0.1 < $1.1 }?.0 ?? .noEvidence
    }

    /// From the word likeliest at fault as far as words around it are rather at fault than not.
    fileprivate var wordsAtFault: Range<Int>? {
        guard let most = words.indices.max(by: { (words[$0].fault, $1) < (words[$1].fault, $0) }) else { return nil }
        var (first, last) = (most, most)
        while first > words.startIndex, words[first - 1].fault >= 0.5 { first -= 1 }
        while last + 1 < words.endIndex, words[last + 1].fault >= 0.5 { last += 1 }
        return words[first].range.lowerBound..<words[last].range.upperBound
    }
}

extension Entailment.Fault {
    fileprivate var reason: ReasonCode {
        switch self {
        case .none: .ok
        case .number: .number
        case .date: .date
        case .entity: .name
        case .attribute: .attribute
        case .misattribution: .misattribution
        case .polarity: .negation
        case .relation: .relation
        case .quoteAltered: .quoteAltered
        case .outdated: .outdated
        case .overgeneralisation: .overgeneralisation
        case .scope: .scope
        case .planAsFact: .planAsFact
        case .hedgeLost: .hedgeLost
        case .noEvidence: .noEvidence
        case .causalLeap: .causalLeap
        case .partly: .partly
        }
    }
}
