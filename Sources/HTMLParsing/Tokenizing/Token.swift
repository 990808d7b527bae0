/// A step through the markup. What belongs to it stands in the tokenizer until the next one is asked for.
enum Token {
    /// A run of characters: `Tokenizer.text`. Runs may follow each other.
    case text
    /// A zero byte where what becomes of it depends on the tree.
    case null
    case startTag
    case endTag
    /// `Tokenizer.text`
    case comment
    /// `Tokenizer.text`: all between `<` and `>`.
    case instruction
    case doctype
    case end
    /// The bytes that have come so far do not make a token.
    case more
}

/// A start or end tag.
struct TagToken {
    /// Number in the tokenizer's table of element names.
    var name: UInt16 = 0
    var tag = HTMLTag.other
    var isSelfClosing = false
}

/// The value is a range of the input, or of the tokenizer's decoded bytes.
struct TagAttribute: BitwiseCopyable {
    var name: UInt16
    var isDecoded = false
    var lower: Int
    var upper: Int
}

struct DoctypeToken {
    var name: [UInt8]?
    var publicIdentifier: [UInt8]?
    var systemIdentifier: [UInt8]?
    var forcesQuirks = false
}
