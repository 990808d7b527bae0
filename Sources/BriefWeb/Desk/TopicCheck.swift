/// What was found in what was typed.
public struct TopicCheck: Hashable, Sendable {
    public struct Fault: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            case noTitle
            case longTitle(most: Int)
            /// Another topic goes by this name.
            case taken
            /// The file is laid out so that single fields of it cannot be changed.
            case layout
            /// A file or folder of the machine that keeps the library.
            case localSource(String)
            case localAddresses
            case noSource
            case sourceForm
            case notAnAddress(String)
            case length(least: Int, most: Int)
            /// What whoever reads topic files says of it, in English, with its line where the whole file was typed.
            case file(String, line: Int? = nil)
        }

        /// The field it is in; nil where it is in none.
        public let field: String?
        public let kind: Kind

        public init(field: String?, _ kind: Kind) {
            self.field = field
            self.kind = kind
        }
    }

    public enum Note: Hashable, Sendable {
        /// Notes in the file beside what is changed go.
        case losesNotes
        /// Editions are kept under another name from now on.
        case isRenamed
    }

    /// Each with its remedy.
    public var faults: [Fault]
    /// Worth knowing before it is kept.
    public var notes: [Note]
    /// Another topic goes by this name.
    public var isTaken = false

    public init(faults: [Fault] = [], notes: [Note] = []) {
        self.faults = faults
        self.notes = notes
    }
}
