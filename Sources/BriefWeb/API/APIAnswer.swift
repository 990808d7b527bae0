import BriefRendering
import Crypto
import FoundationEssentials
import Hummingbird

/// What is given back: JSON, and where there is more of it.
struct APIAnswer {
    let bytes: [UInt8]
    /// The address of the next page.
    var next: Link?
    /// Where what was made is to be had.
    var made: Link?
    /// There is nothing to give back.
    var isEmpty = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(_ value: some Encodable, next: Link? = nil) throws {
        bytes = try Self.encoded(value)
        self.next = next
    }

    static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// The response to a request: 304 without a body where the asker holds these very bytes (RFC 9110, section 13.1.2).
    func response(to request: Request) -> Response {
        if isEmpty { return Response(status: .noContent) }
        guard request.method == .get || request.method == .head else {
            var response = Response.bytes(bytes, mediaType: "application/json", status: made == nil ? .ok : .created)
            response.headers[.location] = made?.text
            return response
        }
        let tag = EntityTag(of: bytes)
        if let held = request.headers[.ifNoneMatch], tag.isAmong(held) { return Response(status: .notModified, headers: [.eTag: tag.text]) }
        var response = Response.bytes(bytes, mediaType: "application/json")
        response.headers[.eTag] = tag.text
        if let next, let field = HTTPFields.Element.Name("Link") { response.headers[field] = "<\(next.text)>; rel=\"next\"" }
        return response
    }
}

/// A strong validator: equal bytes, and no others, have the same.
struct EntityTag {
    /// In its quotation marks.
    let text: String

    init(of bytes: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        let hexadecimal = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        text = "\"" + String(decoding: hexadecimal, as: UTF8.self) + "\""
    }

    /// Whether an `If-None-Match` names it: any, or one of a list. The comparison is the weak one, as that field asks.
    func isAmong(_ field: String) -> Bool {
        field.split(separator: ",").contains { part in
            let held = part.drop { $0 == " " || $0 == "\t" }
            let tag = held.prefix(held.lastIndex { $0 != " " && $0 != "\t" }.map { held.distance(from: held.startIndex, to: $0) + 1 } ?? 0)
            return tag == "*" || tag == text || tag == "W/" + text
        }
    }
}
