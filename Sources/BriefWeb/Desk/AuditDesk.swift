public import BriefModel
import BriefRendering
import Logging
import Storage

/// What the check of a text takes beside pasted words. Whoever starts the site fills it in.
public struct AuditDesk: Sendable {
    /// Checks a text line by line, and tells how far it is.
    public var check: @Sendable (_ text: String, _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void) async throws -> CheckedText
    /// The text of a file, as Markdown.
    /// - Parameter name: as its sender calls it; its ending alone is looked at.
    public var read: @Sendable (_ bytes: [UInt8], _ name: String) async -> Result<String, DocumentFault>
    /// The text of a page or file on the web, asked for as any source is: never on this machine or its network.
    public var fetch: @Sendable (_ address: String) async -> Result<String, DocumentFault>

    public init(
        check: @escaping @Sendable (_ text: String, _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void) async throws -> CheckedText,
        read: @escaping @Sendable (_ bytes: [UInt8], _ name: String) async -> Result<String, DocumentFault>,
        fetch: @escaping @Sendable (_ address: String) async -> Result<String, DocumentFault>
    ) {
        self.check = check
        self.read = read
        self.fetch = fetch
    }
}

/// What came of a check, with the articles its evidence comes from.
public struct CheckedText: Sendable {
    public let audit: Audit
    public let sources: [ArticleID: BriefSource]

    public init(audit: Audit, sources: [ArticleID: BriefSource]) {
        self.audit = audit
        self.sources = sources
    }
}

/// Why no text came of a file or an address.
public enum DocumentFault: Error, Hashable, Sendable {
    /// What whoever read it says, in English sentences.
    case file(String)
    case address(String)
    case emptyAddress
    /// Of this machine or its network.
    case nearAddress
    /// The check itself failed, for this reason.
    case check(String)
}

/// Checks under way and those just done. Nothing of them is on disk, and each is known to those alone who were told its name.
actor AuditRounds {
    enum State: Sendable {
        case checking(done: Int, total: Int)
        case checked(CheckedText)
        /// With what was typed.
        case failed(AuditForm.Trouble, text: String)
    }

    struct TooMany: Error {}

    typealias Check = @Sendable (_ text: String, _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void) async throws -> CheckedText

    private let check: Check
    private let streams: EventStreams?
    private let logger = Logger(label: "big-picture.audit")
    private var rounds: [String: State] = [:]
    /// Names, the oldest first.
    private var order: [String] = []

    /// Checks at once, and how many that are done are kept.
    private static let mostAtOnce = 4, mostKept = 24

    init(_ check: @escaping Check, streams: EventStreams?) {
        self.check = check
        self.streams = streams
    }

    func state(of name: String) -> State? { rounds[name] }

    /// Begins a check.
    /// - Returns: its name, which nobody can guess.
    func begin(_ text: String) throws(TooMany) -> String {
        guard rounds.values.count(where: { if case .checking = $0 { true } else { false } }) < Self.mostAtOnce else { throw TooMany() }
        var generator = SystemRandomNumberGenerator()
        let name = (0..<2).map { _ in String(UInt64.random(in: .min ... .max, using: &generator), radix: 36) }.joined()
        rounds[name] = .checking(done: 0, total: 0)
        order.append(name)
        while order.count > Self.mostKept { rounds.removeValue(forKey: order.removeFirst()) }
        Task { await run(name, text) }
        return name
    }

    private func run(_ name: String, _ text: String) async {
        do {
            let checked = try await check(text) { done, total in
                // Told in hundredths; a long text has thousands of lines.
                if done % max(1, total / 100) == 0 { Task { await self.progress(done, of: total, in: name) } }
            }
            await end(name, .checked(checked), .checked)
        } catch {
            if !(error is DocumentFault) { logger.error("A text could not be checked", metadata: ["error": "\(error)"]) }
            let known = (error as? DocumentFault)?.trouble ?? (error as? StorageError).map { AuditForm.Trouble($0.advice) }
            await end(name, .failed(known ?? .init("The log of “bigpicture serve” says why. Nothing was changed."), text: text), .notChecked)
        }
    }

    private func end(_ name: String, _ state: State, _ told: WorkState) async {
        rounds[name] = state
        await streams?.tell(.work(topic: EventStreams.own + name, told))
    }

    private func progress(_ done: Int, of total: Int, in name: String) async {
        guard case .checking(let before, _)? = rounds[name], done > before else { return }
        rounds[name] = .checking(done: done, total: total)
        await streams?.tell(.work(topic: EventStreams.own + name, .checking(done: done, total: total)))
    }

    /// Waits a moment: most texts are checked before anybody would look at a page that says so.
    func settled(_ name: String, within time: Duration) async throws -> State? {
        let clock = ContinuousClock(), end = clock.now + time
        while clock.now < end {
            guard case .checking? = rounds[name] else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        return rounds[name]
    }
}
