import Yams

/// What of a topic file a form shows: values as they are written in the file, places of sources without its folder. Empty where a key is not there.
public struct TopicFields: Hashable, Sendable {
    public var title = ""
    public var series = ""
    public var question = ""
    public var include: [String] = []
    public var exclude: [String] = []
    /// An address, a path, or a kind and one (`feed: https://example.org/feed.xml`).
    public var sources: [String] = []
    public var schedule = ""
    public var words = ""

    public init() {}

    /// As they stand in a file, whether or not each is right there.
    /// - Throws: when the text is no list of keys and values.
    public init(text: String, path: String) throws(TopicFileError) {
        let mapping = try TopicFile.mapping(of: text, path: path, kind: "a topic file", first: "title")
        func line(_ key: String) -> String { mapping[key].flatMap(Self.line) ?? "" }
        func lines(_ key: String) -> [String] {
            guard case .sequence(let items)? = mapping[key] else { return [] }
            return items.compactMap(Self.line)
        }
        title = line("title")
        series = line("series")
        question = line("question")
        include = lines("include")
        exclude = lines("exclude")
        sources = lines("sources")
        schedule = line("schedule")
        words = line("words")
    }

    /// A value in one line: of a scalar its text, of a kind with a place both; nil for anything else.
    static func line(_ node: Node) -> String? {
        switch node {
        case .scalar(let scalar): inOneLine(scalar.string)
        case .mapping(let mapping):
            if let (kind, place) = mapping.first, mapping.count == 1, let kind = kind.scalar?.string, let place = place.scalar?.string {
                inOneLine("\(kind): \(place)")
            } else {
                nil
            }
        default: nil
        }
    }

    /// Without breaks, marks of byte order and doubled blanks.
    public static func inOneLine(_ text: some StringProtocol) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFEFF } }.joined(
            separator: " ")
    }

    /// The same with every value in one line, and no empty item.
    var tidied: TopicFields {
        var fields = self
        for key in [\TopicFields.title, \.series, \.question, \.schedule, \.words] { fields[keyPath: key] = Self.inOneLine(self[keyPath: key]) }
        for key in [\TopicFields.include, \.exclude, \.sources] {
            fields[keyPath: key] = self[keyPath: key].map { Self.inOneLine($0) }.filter { !$0.isEmpty }
        }
        return fields
    }
}

extension TopicFields {
    /// In the order of the template; what a file lacks is put in after the last one before it that is there.
    static let keys = ["title", "series", "question", "include", "exclude", "sources", "schedule", "words"]

    enum Value: Hashable {
        case line(String)
        case list([String])

        var isEmpty: Bool {
            switch self {
            case .line(let text): text.isEmpty
            case .list(let items): items.isEmpty
            }
        }
    }

    func value(of key: String) -> Value {
        switch key {
        case "title": .line(title)
        case "series": .line(series)
        case "question": .line(question)
        case "include": .list(include)
        case "exclude": .list(exclude)
        case "sources": .list(sources)
        case "schedule": .line(schedule)
        default: .line(words)
        }
    }
}
