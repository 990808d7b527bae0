/// What became of statements between two editions: how each one of the new edition stands to the last, and which of the last no longer stand.
public struct Delta: Hashable, Sendable, Codable {
    /// The moment of the edition it was compared with.
    public let since: Timestamp
    /// Of each statement of the new edition.
    public let changes: [StatementID: Change]
    /// What the last edition stated and this one does not, because it no longer holds as it stood; in the order of the last edition.
    public let withdrawn: [Withdrawal]
    /// Statements of the last edition that still hold and gave way to others.
    public let leftOut: Int

    public enum Change: Hashable, Sendable, Codable {
        /// It rests on a report that was not known then.
        case new
        /// The last edition did not say it, though what it rests on was known.
        case toldNow
        /// The same, by more independent outlets than then.
        case strengthened(from: Int, to: Int)
        /// The same matter, with another figure, day or answer than then.
        case revised(before: String)
        /// The same, and somebody newly says otherwise.
        case disputed
        case unchanged
    }

    public struct Withdrawal: Hashable, Sendable, Codable {
        public enum Reason: String, Hashable, Sendable, Codable {
            /// Its publisher, or the origin it copied, corrected it.
            case corrected
            /// A later report says otherwise, and is followed.
            case contradicted
            /// Its publisher changed the text, and the passage is gone.
            case passageGone = "passage-gone"
        }

        /// As the last edition had it.
        public let text: String
        public let reason: Reason
        /// What says otherwise; nil for a passage that is gone.
        public let now: Passage?

        public init(text: String, reason: Reason, now: Passage?) {
            self.text = text
            self.reason = reason
            self.now = now
        }
    }

    public init(since: Timestamp, changes: [StatementID: Change], withdrawn: [Withdrawal], leftOut: Int) {
        self.since = since
        self.changes = changes
        self.withdrawn = withdrawn
        self.leftOut = leftOut
    }

    /// How a statement stands to the last edition; unchanged where nothing is known of it.
    public func change(of statement: StatementID) -> Change { changes[statement] ?? .unchanged }
}

extension Delta.Change {
    /// Whether a reader of the last edition has to look at it again.
    public var isNews: Bool { self != .unchanged && self != .toldNow }
}
