import BriefModel
import BriefRendering
import Storage

/// How a source is doing, as `SourceState.account` tells it, in the reader's language and by their clock.
struct SourceAccount {
    let state: SourceState
    let now: Timestamp

    /// "failing".
    var condition: Phrase {
        switch state.condition(at: now) {
        case .gone: Phrase("gone", context: "condition of a source")
        case .failing: Phrase("failing", context: "condition of a source")
        case .refused: Phrase("refused", context: "condition of a source")
        case .silent: Phrase("silent", context: "condition of a source")
        case .good: Phrase("good", context: "condition of a source")
        case .neverRead: "never read"
        }
    }

    /// Why it fails or is refused, in the words of whoever read it.
    var reason: String? {
        switch state.condition(at: now) {
        case .failing(_, _, let why), .refused(let why): why
        case .gone, .silent, .good, .neverRead: nil
        }
    }

    /// All of it.
    func write(to html: inout HTMLWriter) {
        if let reason {
            html.text(reason.shown(upTo: 1_000), in: "en")
            html.text(" ")
        }
        html.say(sentences)
    }

    /// All but the reason, which stands before it.
    var sentences: Phrase {
        var sentences: [Phrase] = []
        switch state.condition(at: now) {
        case .gone: sentences.append("Taken down for good by its publisher.")
        case .failing(let since, let inARow, _):
            sentences.append(Phrase("Failing since {moment}, {count} times in a row.", ["moment": since, "count": inARow]))
        case .refused: break
        case .silent(let since, let gap):
            sentences.append(Phrase("Nothing new since {moment}; usually something {interval}.", ["moment": since, "interval": Self.every(gap)]))
        case .good:
            if let usual = state.publications.usualGap {
                sentences.append(Phrase("Usually something new {interval}.", ["interval": Self.every(usual)]))
            }
        case .neverRead: sentences.append("Not read yet.")
        }
        if let lastRead = state.lastRead { sentences.append(Phrase("Last read {moment}.", ["moment": lastRead])) }
        if let movedTo = state.movedTo { sentences.append(moved(to: movedTo)) }
        if let notBefore = state.notBefore, notBefore > now { sentences.append(Phrase("Asked again from {moment} on.", ["moment": notBefore])) }
        if state.subscription?.stage == .active { sentences.append("Its hub tells us when it changes.") }
        return .sentences(sentences)
    }

    private func moved(to address: String) -> Phrase {
        let address = address.shown()
        return state.announcesFeed
            ? Phrase(
                "It is a page, not a feed; the feed it announces, {address}, is read instead; write that address into your topic.",
                ["address": address])
            : Phrase("It has moved for good to {address} and is read there; write that address into your topic.", ["address": address])
    }

    /// "every 40 minutes", "every 6 hours", "every 3 days".
    private static func every(_ seconds: Int64) -> Phrase {
        switch seconds {
        case ..<5400: Phrase("every {count} minutes", ["count": Int(max(1, (seconds + 30) / 60))])
        case ..<172_800: Phrase("every {count} hours", ["count": Int((seconds + 1800) / 3600)])
        default: Phrase("every {count} days", ["count": Int((seconds + 43_200) / 86_400)])
        }
    }
}
