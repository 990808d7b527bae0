import BriefModel
import HTMLParsing

extension ArticleExtractor {
    /// A notice, letter, press release or saved article as plain text. What stands behind a signature mark (`--`) or the end mark of a
    /// release is kept apart in `notes`.
    public func extract(plainText bytes: [UInt8], charset: String?, address: String) throws(ExtractionError) -> ExtractedArticle {
        guard !bytes.isEmpty else { throw .empty }
        let characters = CharacterDecoding.decode(bytes, declared: charset, syntax: .text).utf8
        guard !PlainParts.isBinary(characters) else { throw .unreadable("is no text: it holds bytes that no text has") }
        let (text, back) = PlainParts.split(characters)
        let head = PlainHead(PlainBlocks.read(text))
        let body = PlainParts.blocks(head.rest)
        guard !body.isEmpty || !head.title.isEmpty else { throw .noText }
        let paragraphs = body.map(\.text)
        let fromText = Provenance.Mark(.text, confidence: 0.8)
        return ExtractedArticle(
            title: head.title, authors: head.authors, published: head.date?.value.timestamp,
            language: LanguageChoice.language(declared: [], text: paragraphs.joined(separator: "\n")), siteName: head.siteName,
            canonicalAddress: head.address, creditLine: CreditLine.find(authors: head.authors, paragraphs: paragraphs),
            isCorrection: CorrectionSign.isPresent(title: head.title, section: nil, notice: CorrectionSign.notice(in: paragraphs)), body: body,
            notes: PlainParts.blocks(PlainBlocks.read(back)),
            provenance: Provenance(
                title: head.title.isEmpty ? nil : fromText, authors: head.authors.isEmpty ? nil : fromText, published: head.date?.mark))
    }
}

enum PlainParts {
    /// More than one in a hundred of the first characters are controls that no text has (MIME Sniffing Standard, "binary data byte").
    static func isBinary(_ utf8: [UInt8]) -> Bool {
        let head = utf8.prefix(4096)
        let controls = head.reduce(0) { sum, byte in
            switch byte {
            case 0x00...0x08, 0x0B, 0x0E...0x1A, 0x1C...0x1F: sum + 1
            default: sum
            }
        }
        return controls * 100 > head.count
    }

    /// The text, and what stands behind a signature mark or an end mark.
    static func split(_ utf8: [UInt8]) -> (text: ArraySlice<UInt8>, back: ArraySlice<UInt8>) {
        var at = utf8.startIndex
        while at < utf8.endIndex {
            let end = utf8[at...].firstIndex(of: 0x0A) ?? utf8.endIndex
            let line = utf8[at..<end]
            if line.count <= 40 {
                let tidy = Whitespace.normalised(line)
                let isSignature = tidy.elementsEqual("--".utf8)
                let isEnd =
                    tidy.elementsEqual("###".utf8) || tidy.elementsEqual("# # #".utf8) || ReleaseWords.isEnd(String(decoding: tidy, as: UTF8.self))
                if isSignature && at > 0 || isEnd && at * 3 > utf8.count { return (utf8[..<at], utf8[min(end + 1, utf8.endIndex)...]) }
            }
            at = end + 1
        }
        return (utf8[...], [])
    }

    /// Without what stands behind the last signature mark, when that is no longer than a signature is.
    static func withoutSignature(_ utf8: [UInt8]) -> ArraySlice<UInt8> {
        let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let mark = lines.lastIndex { $0.count <= 4 && Whitespace.normalised($0).elementsEqual("--".utf8) }
        guard let mark, lines.count - mark <= 15, mark > 0 else { return utf8[...] }
        return utf8[..<lines[mark].startIndex]
    }

    /// A line in capitals alone is a heading where text follows.
    static func blocks(_ blocks: [LinedBlock]) -> [ExtractedArticle.Block] {
        blocks.enumerated().map { place, block in
            let text = block.text
            let isHeading =
                block.kind == .paragraph && block.lines.count == 1 && place + 1 < blocks.count && text.utf8.count <= 80
                && PrintedRoles.isCapitals(Array(text.utf8)) && text.utf8.last != UInt8(ascii: ".")
            return ExtractedArticle.Block(kind: isHeading ? .heading : block.kind, text: text)
        }
    }
}
