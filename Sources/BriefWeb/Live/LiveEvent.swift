public import BriefModel
import BriefRendering
import FoundationEssentials

/// What those who watch are told.
public enum LiveEvent: Hashable, Sendable {
    /// The newest edition of a topic.
    case edition(topic: String, asOf: Timestamp)
    /// How far the reading or writing of a topic is.
    case work(topic: String, WorkState)

    /// The topic it is on.
    public var topic: String {
        switch self {
        case .edition(let topic, _), .work(let topic, _): topic
        }
    }

    /// As a stream of events carries it (HTML Standard, 9.2), with its line for who hears it.
    func bytes(in words: Words) -> [UInt8] {
        let (name, value) =
            switch self {
            case .edition(let topic, let asOf): ("edition", Told(topic: topic, asOf: asOf.description))
            case .work(let topic, let state):
                ("work", Told(topic: topic, line: words(state.phrase), done: state.done, of: state.total, end: state.isEnd ? true : nil))
            }
        let data = (try? APIAnswer.encoded(value)) ?? []
        return Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8)
    }

    private struct Told: Encodable {
        let topic: String
        var asOf: String?
        var line: String?
        var done: Int?
        var of: Int?
        var end: Bool?
    }
}

/// Where the reading or writing of a topic stands.
public enum WorkState: Hashable, Sendable {
    case reading(done: Int, total: Int)
    case writing
    /// What was read; no edition was asked for.
    case read(new: Int, changed: Int, failures: Int)
    case written(headline: String)
    case failed(String)
    /// The lines of a text that somebody had checked.
    case checking(done: Int, total: Int)
    case checked
    case notChecked

    /// A sentence for a person.
    var phrase: Phrase {
        switch self {
        case .reading(_, 0): "Reading the sources."
        case .reading(let done, let total): Phrase("Reading the sources: {done} of {total}.", ["done": done, "total": total])
        case .writing: "Writing the edition."
        case .read(let new, let changed, let failures):
            Phrase("Read: {new} new, {changed} changed; {failures} could not be read.", ["new": new, "changed": changed, "failures": failures])
        case .written(let headline): Phrase("Written: {headline}", ["headline": headline])
        case .failed(let reason): Phrase("This failed: {reason}", ["reason": reason])
        case .checking(_, 0): "Looking for articles that speak to it."
        case .checking(let done, let total): Phrase("{done} of {total} lines checked.", ["done": done, "total": total])
        case .checked: "Checked."
        case .notChecked: "The check failed."
        }
    }

    /// The same on a page, which tells what is in a language of its own.
    func write(to html: inout HTMLWriter) {
        switch self {
        case .failed(let reason): html.say("This failed: {reason}", ["reason": { $0.text(reason.shown(upTo: 1_000), in: "en") }])
        case .written(let headline): html.say("Written: {headline}", ["headline": { $0.text(headline, in: "en") }])
        default: html.say(phrase)
        }
    }

    public var isEnd: Bool {
        switch self {
        case .reading, .writing, .checking: false
        case .read, .written, .failed, .checked, .notChecked: true
        }
    }

    private var count: (done: Int, total: Int)? {
        switch self {
        case .reading(let done, let total), .checking(let done, let total): (done, total)
        default: nil
        }
    }

    var done: Int? { count?.done }
    var total: Int? { count?.total }
}
