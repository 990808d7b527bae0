import BriefModel

extension HTMLWriter {
    /// Our own words, in the reader's language. A moment stands in `<time>`; what a source says inside is kept apart where it runs from right to left.
    public mutating func say(_ phrase: Phrase) { say(phrase, [:]) }

    public mutating func say(_ english: StaticString, _ values: KeyValuePairs<String, any Sayable>) { say(Phrase(english, values)) }

    /// With elements in some of its places: `html.say("{command} writes a file.", ["command": { $0.element("code", text: line) }])`.
    public mutating func say(_ phrase: Phrase, _ elements: KeyValuePairs<String, (inout HTMLWriter) -> Void>) {
        for piece in words.pieces(of: phrase) {
            switch piece {
            case .ours(let words): text(words)
            case .theirs(let words): isolated(words)
            case .moment(let moment, let words): element("time", .datetime(moment.description), text: words)
            case .open(let name): elements.first { $0.key == name }?.value(&self)
            }
        }
    }

    /// `<tag …>our words</tag>`.
    public mutating func element(_ tag: StaticString, _ attributes: Attribute..., say phrase: Phrase) {
        element(tag, attributes) { $0.say(phrase) }
    }

    public mutating func element(
        _ tag: StaticString, _ attributes: Attribute..., say english: StaticString, _ values: KeyValuePairs<String, any Sayable>
    ) {
        element(tag, attributes) { $0.say(Phrase(english, values)) }
    }

    /// Between what a caption sets side by side: signs, too, are a language's own.
    public mutating func comma() { say(", ") }
    mutating func semicolon() { say("; ") }
    mutating func colon() { say(": ") }
    public mutating func stop() { say(". ") }

    /// What is in a language of its own, told where that is not the page's.
    public mutating func text(_ content: some StringProtocol, in tag: String) {
        if Attribute.language(tag).isImplied(in: words.language) {
            text(content)
        } else {
            element("span", .language(tag), .directionOfText, text: content)
        }
    }

    /// The same for a phrase that is nothing but such content.
    public mutating func say(_ content: Phrase, in tag: String) {
        if Attribute.language(tag).isImplied(in: words.language) {
            say(content)
        } else {
            element("span", .language(tag), .directionOfText, say: content)
        }
    }

    /// Words of a source or of the reader among ours: such as run from right to left do not disturb the line.
    public mutating func isolated(_ words: some StringProtocol) {
        if words.runsFromRightToLeft { element("bdi", text: words) } else { text(words) }
    }
}

extension StringProtocol {
    /// Whether any of it does: Hebrew, Arabic and their kin (the blocks that Unicode keeps for right-to-left scripts).
    var runsFromRightToLeft: Bool {
        // All of them are beyond U+0590, which in UTF-8 begins with a byte above 0xD5.
        utf8.contains { $0 > 0xD5 }
            && unicodeScalars.contains { scalar in
                switch scalar.value {
                case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
                default: false
                }
            }
    }
}
