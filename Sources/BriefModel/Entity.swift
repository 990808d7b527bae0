/// Somebody or something that an article names, with every mention of it. All ranges are UTF-8 byte offsets into the article's text.
public struct Entity: Hashable, Sendable, Codable {
    /// The key its names meet under.
    public let key: String
    public let kind: Name.Kind
    /// The longest form it is named by.
    public let name: String
    /// Its other forms, in the order they are met.
    public let aliases: [String]
    /// In the order of the text.
    public let mentions: [Mention]
    /// What the article says of it, in the order of the text.
    public let attributes: [Attribute]

    public init(key: String, kind: Name.Kind, name: String, aliases: [String], mentions: [Mention], attributes: [Attribute]) {
        self.key = key
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.mentions = mentions
        self.attributes = attributes
    }

    public struct Mention: Hashable, Sendable, Codable {
        /// By a name, or by what it is: "the company".
        public enum Form: String, Hashable, Sendable, Codable { case name, description }

        public let form: Form
        public let range: Range<Int>
        public let text: String

        public init(_ form: Form, range: Range<Int>, text: String) {
            self.form = form
            self.range = range
            self.text = text
        }
    }

    /// Something the text states: it is nobody's knowledge but the article's.
    public struct Attribute: Hashable, Sendable, Codable {
        public enum Kind: String, Hashable, Sendable, Codable {
            /// A country's key ("united states").
            case country
            /// A city or region as the text has it ("Mountain View").
            case place
            /// What it is ("start-up", "chief executive of Nvidia").
            case role
            /// In what field ("AI chip").
            case sector
        }

        public let kind: Kind
        public let value: String
        /// The words that say it.
        public let range: Range<Int>

        public init(_ kind: Kind, value: String, range: Range<Int>) {
            self.kind = kind
            self.value = value
            self.range = range
        }
    }
}
