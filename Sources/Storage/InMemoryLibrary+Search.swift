public import BriefModel

extension InMemoryLibrary {
    public func matches(_ question: SearchQuestion, limit: Int) async throws(StorageError) -> SearchMatches {
        let found = try await articles().map { SearchedArticle($0) }.filter { $0.answers(question) }
            .sorted { ($1.article.dated, $0.article.id) < ($0.article.dated, $1.article.id) }
        return SearchMatches(matches: found.prefix(limit).map { SearchMatch($0.article) }, isCut: found.count > limit, isRanked: false)
    }

    public func excerpts(of ids: [ArticleID], answering question: SearchQuestion) async throws(StorageError) -> [ArticleID: Excerpt] {
        let held = try await articles(ids).map { ($0.id, Excerpt(of: $0.title, text: $0.text, runs: question.runs)) }
        return Dictionary(held, uniquingKeysWith: { first, _ in first })
    }

    public func openings(after mark: Int64, limit: Int) async throws(StorageError) -> [Opening] {
        let before = Set(try await articles(through: mark).map { VersionName($0) })
        let later = try await articles().filter { !before.contains(VersionName($0)) }
        let last = try await self.mark()
        return later.map { Opening(mark: last, match: SearchMatch($0), text: String($0.text.prefix(Opening.length))) }
    }

    private struct VersionName: Hashable {
        let id: ArticleID
        let version: Int

        init(_ article: Article) {
            id = article.id
            version = article.version
        }
    }
}

extension SearchMatch {
    public init(_ article: Article) {
        self.init(article: article.id, outlet: article.outlet, language: article.language, dated: article.dated)
    }
}

/// An article as its words, for looking through a few.
private struct SearchedArticle {
    let article: Article
    private let words: [Substring], title: [Substring]

    init(_ article: Article) {
        self.article = article
        words = Self.words(article.text)
        title = Self.words(article.title)
    }

    private static func words(_ text: String) -> [Substring] {
        let lower = text.lowercased()
        return (UnspacedLetters.spaced(lower) ?? lower).split { !$0.isLetter && !$0.isNumber && $0 != "\u{E000}" }
    }

    func answers(_ question: SearchQuestion) -> Bool {
        question.wanted.allSatisfy { $0.contains(where: holds) } && !question.unwanted.contains(where: holds)
    }

    private func holds(_ term: SearchQuestion.Term) -> Bool { term.runs.allSatisfy { holds($0, in: term.isInTitle ? title : words) } }

    private func holds(_ run: SearchQuestion.Run, in words: [Substring]) -> Bool {
        let sought = Self.words(run.text)
        guard let last = sought.last, sought.count <= words.count else { return false }
        return (0...words.count - sought.count).contains { start in
            zip(words[start...], sought.dropLast()).allSatisfy { $0 == $1 }
                && (run.isBeginning ? words[start + sought.count - 1].hasPrefix(last) : words[start + sought.count - 1] == last)
        }
    }
}

extension Excerpt {
    /// Letters shown before and after what was found.
    private static let before = 60, after = 180

    /// The first place of a text where one of the runs stands, and what is around it. Of a long text only the beginning is looked through.
    public init(of title: String, text: String, runs: [SearchQuestion.Run]) {
        let body = text.unicodeScalars.prefix(1 << 16)
        let beginning = String(body)
        let places = runs.compactMap { beginning.range(ofFolded: $0.text) }
        guard let first = places.min(by: { $0.lowerBound < $1.lowerBound }) else {
            self.init(title: title, parts: [Part(String(beginning.prefix(Self.before + Self.after)))])
            return
        }
        let start = beginning.index(first.lowerBound, offsetBy: -Self.before, limitedBy: beginning.startIndex) ?? beginning.startIndex
        let end = beginning.index(first.upperBound, offsetBy: Self.after, limitedBy: beginning.endIndex) ?? beginning.endIndex
        self.init(
            title: title,
            parts: [
                Part((start > beginning.startIndex ? "… " : "") + beginning[start..<first.lowerBound]),
                Part(String(beginning[first]), isMarked: true),
                Part(beginning[first.upperBound..<end] + (end < beginning.endIndex ? " …" : "")),
            ])
    }
}

extension String {
    /// Where another stands in it, whatever the case.
    fileprivate func range(ofFolded sought: String) -> Range<Index>? {
        if let exact = firstRange(of: sought) { return exact }
        let pattern = Array(sought.lowercased())
        guard let head = pattern.first else { return nil }
        var start = startIndex
        while let found = self[start...].firstIndex(where: { $0.lowercased() == String(head) }) {
            if let end = index(found, offsetBy: pattern.count, limitedBy: endIndex), self[found..<end].lowercased() == sought.lowercased() {
                return found..<end
            }
            start = index(after: found)
        }
        return nil
    }
}
