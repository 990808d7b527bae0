/// Where topics are made and changed. Whoever starts the site fills it in; a site without one only shows.
public struct TopicDesk: Sendable {
    /// A topic's file, by its name in the library or by the topic's own short name; nil when there is none.
    public var sheet: @Sendable (_ name: String) async throws -> TopicSheet?
    /// What is wrong with what was typed, and what is worth knowing before it is kept. Nothing is written.
    /// - Parameter name: the file that is changed; nil for a new topic.
    public var check: @Sendable (_ form: TopicForm, _ name: String?) async throws -> TopicCheck
    /// Keeps what was typed, where nothing is wrong with it.
    public var save: @Sendable (_ form: TopicForm, _ name: String?) async throws -> TopicOutcome
    /// Moves a topic's file aside, if it is the one that was seen; its editions stay.
    public var remove: @Sendable (_ name: String, _ seen: String) async throws -> TopicOutcome
    /// The topics there are, by title: name of the file, title.
    public var names: @Sendable () async throws -> [(name: String, title: String)]
    /// The feeds that an OPML file lists.
    public var outline: @Sendable (_ bytes: [UInt8]) async throws -> TopicOutline

    public init(
        sheet: @escaping @Sendable (_ name: String) async throws -> TopicSheet?,
        check: @escaping @Sendable (_ form: TopicForm, _ name: String?) async throws -> TopicCheck,
        save: @escaping @Sendable (_ form: TopicForm, _ name: String?) async throws -> TopicOutcome,
        remove: @escaping @Sendable (_ name: String, _ seen: String) async throws -> TopicOutcome,
        names: @escaping @Sendable () async throws -> [(name: String, title: String)],
        outline: @escaping @Sendable (_ bytes: [UInt8]) async throws -> TopicOutline
    ) {
        self.sheet = sheet
        self.check = check
        self.save = save
        self.remove = remove
        self.names = names
        self.outline = outline
    }
}

/// What a person types on a topic: its fields, lists with an item a line; or the whole file.
public struct TopicForm: Hashable, Sendable {
    public var title = ""
    public var series = ""
    public var question = ""
    public var include = ""
    public var exclude = ""
    public var sources = ""
    public var schedule = "manual"
    public var words = ""
    /// The file as text, instead of its fields.
    public var text: String?
    /// Tells the file that was there when the form was made; empty where none was.
    public var seen = ""

    public init() {}

    static let fields = ["title", "question", "sources", "include", "exclude", "series", "words", "schedule"]

    /// As a form sends it.
    init(_ body: String) {
        func field(_ name: String) -> String { FormText.value(of: name, in: body) ?? "" }
        title = field("title")
        series = field("series")
        question = field("question")
        include = field("include")
        exclude = field("exclude")
        sources = field("sources")
        schedule = FormText.value(of: "schedule", in: body) ?? "manual"
        words = field("words")
        text = FormText.value(of: "text", in: body)
        seen = field("seen")
    }

    /// The items of a list, one a line.
    public static func items(_ lines: String) -> [String] {
        lines.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}

/// A topic's file as it stands.
public struct TopicSheet: Sendable {
    /// Of the file, without its ending.
    public let name: String
    /// What the topic's editions are kept under; nil where the file cannot be read.
    public let slug: String?
    /// Its fields; nil where the file is no list of keys and values.
    public let form: TopicForm?
    public let text: String
    /// Tells this content from any other.
    public let seen: String
    /// The addresses it names, as states of sources know them.
    public let addresses: [String]
    /// Keys of the file that the fields do not show.
    public let others: [String]

    public init(name: String, slug: String?, form: TopicForm?, text: String, seen: String, addresses: [String] = [], others: [String] = []) {
        self.name = name
        self.slug = slug
        self.form = form
        self.text = text
        self.seen = seen
        self.addresses = addresses
        self.others = others
    }
}

/// What came of keeping or removing a topic.
public enum TopicOutcome: Sendable {
    /// - Parameter slug: what its editions are kept under.
    case kept(name: String, slug: String)
    case removed
    case wrong(TopicCheck)
    /// Somebody changed the file since the form was made; nothing was written.
    case changedMeanwhile(TopicSheet)
    case gone
}

/// What an OPML file lists.
public struct TopicOutline: Sendable {
    public struct Feed: Hashable, Sendable {
        public let title: String?
        public let address: String
        public let category: String?

        public init(title: String?, address: String, category: String?) {
            self.title = title
            self.address = address
            self.category = category
        }
    }

    /// Why a file is no such list.
    public enum Fault: Hashable, Sendable {
        case empty, isPage, isFeed, isOther, namesNone, tooLarge
        case broken(line: Int)
    }

    public let feeds: [Feed]
    /// Why there are none.
    public let fault: Fault?

    public init(feeds: [Feed], fault: Fault? = nil) {
        self.feeds = feeds
        self.fault = fault
    }
}
