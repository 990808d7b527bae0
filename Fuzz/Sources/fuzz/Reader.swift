import ArticleExtraction
import BriefModel
import ContentCoding
import DocumentConversion
import FeedParsing
import Fetching
import HTMLParsing
import LocalInference

/// What is fuzzed, and what must hold of anything that comes in.
enum Reader: String, CaseIterable {
    case html, stream, encoding, feed, outline, sitemap, links, page, metadata, text, mail, printed, robots, dates, coding, boxes, weights, tokens
    case student

    func read(_ bytes: [UInt8]) {
        switch self {
        case .html: tree(bytes)
        case .stream: stream(bytes)
        case .encoding: characters(bytes)
        case .feed: _ = try? FeedParser().parse(bytes, charset: nil, address: "https://example.org/feed")
        case .outline: _ = try? OutlineParser().parse(bytes, charset: nil, address: "https://example.org/list.opml")
        case .sitemap: sitemap(bytes)
        case .links: links(bytes)
        case .page: page(bytes)
        case .metadata: metadata(bytes)
        case .text: _ = try? ArticleExtractor().extract(plainText: bytes, charset: nil, address: "https://example.org/notice.txt")
        case .mail: article { () throws(ExtractionError) in try ArticleExtractor().extract(mail: bytes, address: "file:///letter.eml") }
        case .printed: printed(bytes)
        case .robots: _ = RobotsRules(bytes).allows(path: "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b?c=d")
        case .dates: _ = FeedDate.parse(String(decoding: bytes, as: UTF8.self))
        case .coding: coding(bytes)
        case .boxes: boxes(bytes)
        case .weights: weights(bytes)
        case .tokens: tokens(bytes)
        case .student: student(bytes)
        }
    }

    /// Nodes lie inside each other, their text inside the document.
    private func tree(_ bytes: [UInt8]) {
        guard let document = try? HTMLDocument(parsing: bytes, charset: nil) else { return }
        for node in document.nodes.dropFirst() {
            guard let parent = document.parent(node) else { continue }
            precondition(parent < node && document.end(of: node) <= document.end(of: parent), "node \(node) does not lie in its parent")
            precondition(document.textRange(node).upperBound <= document.bytes.count, "text of node \(node) lies outside")
        }
    }

    /// Whatever is read of a tensor is a number.
    private func weights(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes {
            guard let file = try? Safetensors($0, name: "weights") else { return }
            for (name, tensor) in file.tensors {
                guard let numbers = try? file.numbers(name, shape: tensor.shape) else { continue }
                precondition(numbers.allSatisfy(\.isFinite), "'\(name)' holds what is no number")
            }
        }
    }

    /// A vocabulary and the same bytes as text: tokens are of the vocabulary, no more than bytes and the two marks.
    private func tokens(_ bytes: [UInt8]) {
        guard let vocabulary = try? WordPieceVocabulary(Array("[UNK]\n[CLS]\n[SEP]\na\n##b\n".utf8) + bytes) else { return }
        var ids: [Int32] = []
        bytes.withUnsafeBufferPointer { WordPieceTokenizer(vocabulary: vocabulary).encode($0, into: &ids) }
        precondition(ids.count <= bytes.count + 2 && ids.allSatisfy { 0 <= $0 && $0 < vocabulary.count }, "tokens that are none")
    }

    /// A student whose hash is right, whatever else it holds, and the same bytes as text: a vector is of length 1 or has no direction.
    private func student(_ bytes: [UInt8]) {
        guard let file = try? StudentFile(StudentFile.sealed(bytes), name: "student"), let encoder = try? StaticEncoder(file) else { return }
        let vector = encoder.vectors([String(decoding: bytes, as: UTF8.self)])
        let square = vector.reduce(0) { $0 + $1 * $1 }
        precondition(square == 0 || abs(square - 1) < 1e-3, "a vector whose square is \(square)")
    }

    /// UTF-8 comes out whatever went in. The first byte chooses what the server says.
    private func characters(_ bytes: [UInt8]) {
        let labels: [String?] = [
            nil, "utf-8", "gb18030", "gbk", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "utf-16le", "utf-16be", "windows-1252",
            "windows-874", "koi8-u", "macintosh", "x-user-defined", "ibm866", "iso-8859-8-i",
        ]
        let label = labels[Int(bytes.first ?? 0) % labels.count]
        let text = CharacterDecoding.decode(Array(bytes.dropFirst()), declared: label).utf8
        precondition(String(validating: text, as: UTF8.self) != nil, "not UTF-8 from \(label ?? "nothing declared")")
    }

    /// In pieces as at once. The first byte chooses where it is cut.
    private func stream(_ bytes: [UInt8]) {
        let text = Array(String(decoding: bytes.dropFirst(), as: UTF8.self).utf8)
        let cut = text.count * Int(bytes.first ?? 0) / 256
        var stream = HTMLStream()
        stream.append(Array(text[..<cut]))
        stream.append(Array(text[cut...]))
        guard let whole = try? HTMLDocument(parsing: text, charset: "utf-8") else { return }
        let document = stream.finish()
        precondition(document.count == whole.count && document.bytes == whole.bytes, "cut at \(cut) it is another page")
    }

    private func sitemap(_ bytes: [UInt8]) {
        let items = (SitemapReader.read(bytes)?.items.count ?? 0) + (SitemapReader.read(text: bytes)?.items.count ?? 0)
        precondition(items <= 2 * Sitemap.itemLimit, "more addresses than the limit")
    }

    private static let address = "https://example.org/2026/01/02/page"
    private static let fetched = Timestamp(secondsSince1970: 1_780_000_000)

    /// Links lead to the web, each once and not back to the page.
    private func page(_ bytes: [UInt8]) {
        let address = Self.address
        article { () throws(ExtractionError) in
            let article = try ArticleExtractor().extract(page: bytes, charset: nil, address: address, fetched: Self.fetched)
            precondition(article.links.allSatisfy { WebAddress($0) != nil }, "a link that is no web address")
            precondition(Set(article.links).count == article.links.count && !article.links.contains(address), "a link twice, or to the page itself")
            return article
        }
    }

    /// What a page says of itself does not hang on its text; there is none here.
    private func metadata(_ bytes: [UInt8]) {
        let reader = ArticleExtractor()
        guard let alone = try? reader.metadata(page: bytes, charset: nil, address: Self.address, fetched: Self.fetched) else { return }
        precondition(alone.body.isEmpty && alone.links.isEmpty, "metadata with a text")
        guard let whole = try? reader.extract(page: bytes, charset: nil, address: Self.address, fetched: Self.fetched) else { return }
        precondition(
            alone.title == whole.title && alone.authors == whole.authors && alone.published == whole.published && alone.section == whole.section,
            "a page says one thing with its text and another without")
    }

    /// A hub and a topic are absolute; no more links than are read.
    private func links(_ bytes: [UInt8]) {
        let field = String(decoding: bytes, as: UTF8.self)
        precondition(WebLink.list(field).count <= 64, "more links than the limit")
        let found = HubDiscovery.links(linkField: field, about: FeedRecord(), address: "https://example.org/feed")
        precondition(found.map { WebAddress($0.hub) != nil && WebAddress($0.topic) != nil } ?? true, "a hub that is no web address")
    }

    /// Words at places that the bytes choose, eight bytes a word.
    private func printed(_ bytes: [UInt8]) {
        var document = PrintedDocument(pages: [])
        var index = 0
        while index + 8 <= bytes.count {
            let word = bytes[index..<index + 8].map { $0 }
            index += 8
            if document.pages.isEmpty || word[0] > 0xF0 { document.pages.append(PrintedPage(width: 512, height: 768, lines: [])) }
            let left = Float(word[1]) * 2, top = Float(word[2]) * 3
            let text = String(decoding: word[5...], as: UTF8.self)
            let frame = PrintedFrame(left: left, top: top, right: left + Float(word[3] & 63), bottom: top + Float(word[4] & 31))
            let last = document.pages.count - 1
            if document.pages[last].lines.isEmpty || word[0] & 3 == 0 { document.pages[last].lines.append(PrintedLine(words: [])) }
            let line = document.pages[last].lines.count - 1
            document.pages[last].lines[line].words.append(PrintedWord(text, frame))
        }
        article { () throws(ExtractionError) in try ArticleExtractor().extract(printed: document) }
    }

    /// No more comes out than the limit, and in pieces what comes out at once. The first byte chooses the coding, the second where it is cut.
    private func coding(_ bytes: [UInt8]) {
        guard bytes.count > 2 else { return }
        let coding = ContentDecoder.Coding.allCases[Int(bytes[0]) % 3]
        let body = bytes[2...]
        let cut = body.startIndex + body.count * Int(bytes[1]) / 256
        let whole = unpacked([body], coding), pieces = unpacked([body[..<cut], body[cut...]], coding)
        precondition(whole == pieces, "cut at \(cut) it is another body")
    }

    /// Nil for a body that is refused.
    private func unpacked(_ pieces: [ArraySlice<UInt8>], _ coding: ContentDecoder.Coding) -> [UInt8]? {
        let limit = 1 << 20
        let decoder = ContentDecoder(coding)
        var body: [UInt8] = []
        defer { precondition(body.count <= limit, "more than the limit comes out") }
        for piece in pieces {
            guard (try? piece.withUnsafeBytes { try decoder.decode($0, into: &body, limit: limit) }) != nil else { return nil }
        }
        return (try? decoder.finish()) == nil ? nil : body
    }

    /// No more pages and words than the limits, each word somewhere, and in pieces what comes out at once. The first byte chooses the cut.
    private func boxes(_ bytes: [UInt8]) {
        let limits = ConversionLimits(output: 80_000, pages: 40, words: 500)
        let answer = bytes.dropFirst()
        let cut = answer.startIndex + answer.count * Int(bytes.first ?? 0) / 256
        func document(_ pieces: [ArraySlice<UInt8>]) -> PrintedDocument? {
            var pages = BoxPages(limits: limits)
            for piece in pieces { guard (try? pages.read(piece)) != nil else { return nil } }
            return try? pages.finish()
        }
        let whole = document([answer])
        precondition(whole == document([answer[..<cut], answer[cut...]]), "cut at \(cut) it is another document")
        guard let whole else { return }
        let words = whole.pages.flatMap(\.lines).flatMap(\.words)
        precondition(answer.count <= limits.output && whole.pages.count <= limits.pages && words.count <= limits.words, "more than the limits")
        precondition(words.allSatisfy { $0.frame.left <= $0.frame.right && $0.frame.top <= $0.frame.bottom }, "a word at no place")
    }

    /// No block of an article is empty.
    private func article(_ read: () throws(ExtractionError) -> ExtractedArticle) {
        guard let article = try? read() else { return }
        precondition(article.body.allSatisfy { !$0.text.isEmpty }, "an empty block")
    }
}
