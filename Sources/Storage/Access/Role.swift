/// How much a user may do; each includes what those before it may.
public enum Role: String, CaseIterable, Comparable, Sendable {
    /// Sees everything and has texts checked.
    case reader
    /// Also changes topics, sources and what belongs together.
    case editor
    /// Also keeps users, their tokens and the settings.
    case admin

    private var rank: Int {
        switch self {
        case .reader: 0
        case .editor: 1
        case .admin: 2
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// What a token may be used for, as far as its user may do it.
public enum TokenScope: String, CaseIterable, Sendable {
    case read, audit, write
}
