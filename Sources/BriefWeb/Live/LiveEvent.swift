public import BriefModel
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

    /// As a stream of events carries it (HTML Standard, 9.2).
    var bytes: [UInt8] {
        let (name, value) =
            switch self {
            case .edition(let topic, let asOf): ("edition", Told(topic: topic, asOf: asOf.description))
            case .work(let topic, let state):
                ("work", Told(topic: topic, line: state.line, done: state.done, of: state.total, end: state.isEnd ? true : nil))
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

    /// A sentence for a person.
    public var line: String {
        switch self {
        case .reading(_, 0): "Reading the sources."
        case .reading(let done, let total): "Reading the sources: \(done) of \(total)."
        case .writing: "Writing the edition."
        case .read(let new, let changed, let failures):
            "Read: \(new) new, \(changed) changed; \(failures == 0 ? "every source answered" : "\(failures) could not be read")."
        case .written(let headline): "Written: \(headline)"
        case .failed(let reason): "This failed: \(reason)"
        case .checking(_, 0): "Looking for articles that speak to it."
        case .checking(let done, let total): "\(done) of \(total) lines checked."
        case .checked: "Checked."
        }
    }

    public var isEnd: Bool {
        switch self {
        case .reading, .writing, .checking: false
        case .read, .written, .failed, .checked: true
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
