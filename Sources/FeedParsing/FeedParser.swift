import HTMLParsing

/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF and JSON Feed; the caller never needs to know which it was. What is not well-formed
/// is read as it was meant, and the feed says so.
public struct FeedParser: Sendable {
    public init() {}

    /// - Parameters:
    ///   - charset: what the server declared, if anything.
    ///   - address: where the feed came from; relative links are resolved against it.
    ///   - location: the server's Content-Location, which stands before the address.
    ///   - language: the server's Content-Language: that of all texts that do not say their own.
    public func parse(_ bytes: [UInt8], charset: String?, address: String, location: String? = nil, language: String? = nil) throws(FeedError) -> Feed
    {
        let (utf8, encoding) = try FeedDocument.utf8(bytes, charset: charset)
        let base = location.map { FeedAddress.resolve($0, against: address) } ?? address
        switch SourceSniffer.form(ofText: utf8) {
        case .json:
            var feed = try JSONFeedReader(base: base).read(utf8)
            feed.encoding = encoding
            return feed
        case .html: throw .isPage
        case .outline: throw .isOutline
        case .pdf: throw .isDocument("a PDF")
        case .xml, .feed, .text: break
        }
        let document = XMLReader.read(utf8)
        var feed = try FeedReader(document: document, address: base, language: language.flatMap(FeedContext.tag)).read()
        feed.encoding = encoding
        feed.fault = document.fault.map { FeedFault(why: $0.why, line: $0.line) }
        feed.fault = feed.fault ?? Self.encodingFault(bytes, utf8, encoding, charset: charset)
        return feed
    }

    /// Bytes that are not what they are declared to be, or not declared at all.
    private static func encodingFault(_ bytes: [UInt8], _ utf8: [UInt8], _ encoding: String, charset: String?) -> FeedFault? {
        // Sixteen and thirty-two bits were seen, whatever they are called.
        if encoding.hasPrefix("UTF-16") || encoding.hasPrefix("UTF-32") { return nil }
        let label = CharacterDecoding.xmlLabel(bytes)
        if let label, CharacterDecoding.encodingName(label) == nil { return FeedFault(why: "nobody knows the encoding \(label)", line: 1) }
        if encoding != "UTF-8", label == nil, charset == nil {
            return FeedFault(why: "it does not say that it is in \(encoding)", line: 1)
        }
        guard encoding == "UTF-8", bytes.count != utf8.count,
            let place = bytes.firstIndex(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil
        else { return nil }
        return FeedFault(why: "bytes that are not UTF-8", line: bytes[..<place].reduce(into: 1) { if $1 == 0x0A { $0 += 1 } })
    }
}

/// The way from bytes to text that feeds and outlines share.
enum FeedDocument {
    static func utf8(_ bytes: [UInt8], charset: String?) throws(FeedError) -> (utf8: [UInt8], encoding: String) {
        guard bytes.count <= XMLDocument.limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: XMLDocument.limits.bytes) }
        let decoded = CharacterDecoding.decode(bytes, declared: charset, syntax: .xml)
        guard decoded.utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
        return (decoded.utf8, decoded.encoding)
    }
}
