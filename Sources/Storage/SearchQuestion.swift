/// What a reader looks for, as typed: every word has to occur, `"a phrase"` word by word, `word*` with any ending, `-word` nowhere, `one OR other` either of
/// them, `title:word` in the title. Letters of scripts without spaces are found wherever they stand together.
public struct SearchQuestion: Hashable, Sendable {
    /// Words that stand together, or the beginning of one.
    public struct Term: Hashable, Sendable {
        /// Parts of it that are looked up apart: a word, the words of a phrase, or a run of letters without spaces.
        public let runs: [Run]
        public let isInTitle: Bool
    }

    public struct Run: Hashable, Sendable {
        public let text: String
        /// Of a script that parts no words: Chinese, Japanese and their like.
        public let isUnspaced: Bool
        /// The last word may go on.
        public let isBeginning: Bool
    }

    /// One of each has to occur.
    public let wanted: [[Term]]
    /// None of these may.
    public let unwanted: [Term]

    /// Terms that are looked up at most, and the letters a beginning has at least: what is looked at for a question stays bounded.
    public static let mostTerms = 16, shortestBeginning = 3

    /// - Throws: what is wrong with it, in words for who typed it.
    public init(_ typed: String) throws(SearchQuestionError) {
        var wanted: [[Term]] = []
        var unwanted: [Term] = []
        var isJoining = false
        for piece in try Self.pieces(of: typed) {
            if piece.text == "OR", !piece.isQuoted {
                guard !wanted.isEmpty, !isJoining, unwanted.isEmpty else { throw .loneOr }
                isJoining = true
                continue
            }
            guard let term = try Term(piece) else { continue }
            if piece.isUnwanted {
                guard !isJoining else { throw .loneOr }
                unwanted.append(term)
            } else if isJoining {
                wanted[wanted.count - 1].append(term)
            } else {
                wanted.append([term])
            }
            isJoining = false
        }
        guard !isJoining else { throw .loneOr }
        guard !wanted.isEmpty else { throw unwanted.isEmpty ? .nothing : .onlyUnwanted }
        guard wanted.reduce(unwanted.count, { $0 + $1.count }) <= Self.mostTerms else { throw .tooManyTerms }
        self.wanted = wanted
        self.unwanted = unwanted
    }

    /// All that may be met in what is found, for marking it.
    public var runs: [Run] { wanted.flatMap { $0.flatMap(\.runs) } }

    /// The words of any text, each in quotation marks: a question to which no sign in it means anything. Empty where it has none.
    public static func quoting(wordsOf text: String) -> String {
        text.split { !$0.isLetter && !$0.isNumber }.prefix(mostTerms).map { "\"\($0)\"" }.joined(separator: " ")
    }

    // MARK: reading

    fileprivate struct Piece {
        var text = ""
        var isQuoted = false
        var isUnwanted = false
        var isInTitle = false
        var isBeginning = false
    }

    /// Parts the text at its blanks; what stands in quotation marks, straight or curly, is one piece.
    private static func pieces(of typed: String) throws(SearchQuestionError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = typed[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            var piece = Piece()
            if rest.first == "-" || rest.first == "−" {
                piece.isUnwanted = true
                rest = rest.dropFirst()
            }
            if rest.lowercased().hasPrefix("title:") {
                piece.isInTitle = true
                rest = rest.dropFirst(6)
            }
            if let mark = rest.first, marks.contains(mark) {
                rest = rest.dropFirst()
                guard let end = rest.firstIndex(where: { marks.contains($0) }) else { throw .openQuotation }
                piece.isQuoted = true
                piece.text = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
            } else {
                let word = rest.prefix { !$0.isWhitespace && !marks.contains($0) }
                rest = rest[word.endIndex...]
                piece.isBeginning = word.last == "*"
                piece.text = String(piece.isBeginning ? word.dropLast() : word)
                guard !piece.text.contains("*") else { throw .starInside }
            }
            pieces.append(piece)
        }
        return pieces
    }

    private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
}

extension SearchQuestion.Term {
    /// Nil for what holds no letter and no digit.
    fileprivate init?(_ piece: SearchQuestion.Piece) throws(SearchQuestionError) {
        var parts: [(text: String, isUnspaced: Bool)] = []
        for letter in piece.text where !letter.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            let isUnspaced = letter.isUnspacedLetter
            if let last = parts.indices.last, parts[last].isUnspaced == isUnspaced {
                parts[last].text.append(letter)
            } else {
                parts.append((String(letter), isUnspaced))
            }
        }
        parts.removeAll { !$0.text.contains { $0.isLetter || $0.isNumber } }
        guard !parts.isEmpty else { return nil }
        let last = parts.count - 1
        if piece.isBeginning, !parts[last].isUnspaced,
            parts[last].text.count(where: { $0.isLetter || $0.isNumber }) < SearchQuestion.shortestBeginning
        {
            throw .shortBeginning
        }
        runs = parts.enumerated().map { place, part in
            SearchQuestion.Run(text: part.text, isUnspaced: part.isUnspaced, isBeginning: piece.isBeginning && place == last && !part.isUnspaced)
        }
        isInTitle = piece.isInTitle
    }
}

extension Character {
    /// A letter of a script that parts no words: ideographs, kana and what lies beyond them.
    public var isUnspacedLetter: Bool { (unicodeScalars.first?.value ?? 0) >= 0x2E80 && (isLetter || isNumber) }
}

/// Why something typed is no question.
public enum SearchQuestionError: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case nothing, openQuotation, onlyUnwanted, loneOr, starInside, shortBeginning, tooManyTerms

    /// What to do about it.
    public var description: String {
        switch self {
        case .nothing: "There is no word in it. Type a word to look for."
        case .openQuotation: "A quotation mark is open. Close it at the end of the phrase, or take it away."
        case .onlyUnwanted: "It only says what shall not occur. Add a word that shall."
        case .loneOr: "OR stands between two words of which either will do. Put a wanted word on both sides, or write “or”."
        case .starInside: "A star stands at the end of a word, for any ending. Take the other stars away."
        case .shortBeginning: "A star needs at least \(SearchQuestion.shortestBeginning) letters before it."
        case .tooManyTerms:
            "It has more than \(SearchQuestion.mostTerms) parts. Leave some away, or put words that stand together in quotation marks."
        }
    }
}
