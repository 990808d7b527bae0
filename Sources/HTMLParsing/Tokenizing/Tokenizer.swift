/// Cuts markup into tokens by the rules of the WHATWG HTML standard (section 13.2.5). Whoever builds the tree asks for the next token
/// and tells how what follows is to be read. A token that the bytes so far cut off is read again from its start when more have come.
struct Tokenizer: ~Copyable {
    /// How text is read; the states of the standard that outlast a token.
    enum State {
        case data, characterData, rawText, script, scriptEscaped, scriptDoubleEscaped, plaintext, section
    }

    var input: InputBuffer
    var at = 0
    var state = State.data
    /// `<![CDATA[` starts a section: so it is in SVG and MathML only.
    var allowsSections = false
    /// `<?target …>` is a token of its own, and not a comment.
    var readsInstructions = true
    /// What an end tag must be called to end raw text: a number in `elementNames`.
    var lastStartTag: UInt16 = 0

    /// Of the last token; good until the next one.
    var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var tag = TagToken()
    /// Of the tag, in the order they stand.
    var attributes = GrowingBuffer<TagAttribute>(capacity: 32)
    var doctype = DoctypeToken()
    var decoded = ByteBuffer(capacity: 256)

    var elementNames = NameTable.elements
    var attributeNames = NameTable.attributes
    let attributeLimit: Int
    let nameKey = Name.key
    /// Of every attribute name: the tag it was last met in.
    var lastTag = GrowingBuffer<UInt32>(capacity: 128)
    var tagCount: UInt32 = 0

    init(capacity: Int, attributeLimit: Int) {
        input = InputBuffer(capacity: capacity)
        self.attributeLimit = attributeLimit
    }

    mutating func next() -> Token {
        decoded.removeAll()
        let start = at
        let token =
            switch state {
            case .data: nextInData()
            case .characterData: rawText(orReference: true)
            case .rawText: rawText(orReference: false)
            case .script: script()
            case .scriptEscaped, .scriptDoubleEscaped: escapedScript()
            case .plaintext: plaintext()
            case .section: section()
            }
        if token == .more { at = start }
        return token
    }

    /// How many bytes have come that have not been read.
    var unread: Int { input.count - at }

    /// Drops what has been read, to make room for more.
    mutating func discardRead() {
        input.discard(at)
        at = 0
    }

    private mutating func nextInData() -> Token {
        while true {
            switch input[at] {
            case Byte.lessThan: if let token = markup() { return token }
            case Byte.ampersand: return reference()
            case 0: return at == input.count ? atEnd() : null()
            default: return run(to: Byte.find(Byte.lessThan, Byte.ampersand, in: input.base, from: at + 1))
            }
        }
    }

    /// From `<` on; nil when it was read and stands for nothing.
    private mutating func markup() -> Token? {
        let next = input[at + 1]
        if Byte.isLetter(next) {
            at += 1
            return readTag(.startTag)
        }
        switch next {
        case Byte.slash:
            let first = input[at + 2]
            if Byte.isLetter(first) {
                at += 2
                return readTag(.endTag)
            }
            if first == Byte.greaterThan {
                at += 3
                return nil
            }
            if at + 2 == input.count { return input.isComplete ? run(to: at + 2) : .more }
            return bogusComment(from: at + 2)
        case Byte.exclamation: return declaration()
        case Byte.question: return instruction()
        default:
            if at + 1 == input.count, !input.isComplete { return .more }
            return run(to: Byte.find(Byte.lessThan, Byte.ampersand, in: input.base, from: at + 1))
        }
    }

    /// The bytes up to `stop` as text.
    @inline(__always)
    mutating func run(to stop: Int) -> Token {
        text = UnsafeBufferPointer(start: input.base + at, count: stop - at)
        at = stop
        return .text
    }

    func atEnd() -> Token { input.isComplete ? .end : .more }

    mutating func null() -> Token {
        at += 1
        return .null
    }

    /// A zero byte where it always becomes U+FFFD.
    mutating func replacement() -> Token {
        at += 1
        decoded.append("\u{FFFD}")
        text = decoded.all
        return .text
    }

    /// From `&` on.
    mutating func reference() -> Token {
        switch CharacterReference.read(input.base, at: at, count: input.count, isComplete: input.isComplete, inAttribute: false) {
        case .incomplete: return .more
        case .none: return run(to: Byte.find(Byte.lessThan, Byte.ampersand, in: input.base, from: at + 1))
        case .characters(let first, let second, let end):
            append(first, second)
            text = decoded.all
            at = end
            return .text
        }
    }

    mutating func append(_ first: UInt32, _ second: UInt32) {
        decoded.append(Unicode.Scalar(first) ?? "\u{FFFD}")
        if second != 0 { decoded.append(Unicode.Scalar(second) ?? "\u{FFFD}") }
    }
}
