import CMarkup

/// How much of a page is read. The defaults are far above what an article needs and far below what hurts.
public struct HTMLLimits: Sendable {
    /// Larger pages are refused.
    public var bytes: Int
    /// Elements nested deeper stand beside each other.
    public var depth: Int
    /// Of one tag; further ones are dropped.
    public var attributes: Int
    /// Starts, ends, attributes and texts together; reading stops there.
    public var events: Int

    public init(bytes: Int = 16 << 20, depth: Int = 512, attributes: Int = 256, events: Int = 4_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.attributes = attributes
        self.events = events
    }

    public static let standard = HTMLLimits()
}

public enum HTMLError: Error, Hashable, Sendable {
    case tooLarge(bytes: Int, limit: Int)
    case outOfMemory
}

extension HTMLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "is too large to read (\(bytes >> 20) MB; the limit is \(limit >> 20) MB)"
        case .outOfMemory: "does not fit into memory"
        }
    }
}

extension HTMLDocument {
    /// Reads a page as a browser would: every page has a tree, however broken.
    /// - Parameter charset: what the server declared, if anything.
    public init(parsing bytes: [UInt8], charset: String?, limits: HTMLLimits = .standard) throws(HTMLError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
        let (utf8, encoding) = CharacterDecoding.decode(bytes, declared: charset)
        try self.init(utf8: utf8, encoding: encoding, limits: limits)
    }

    /// Reads markup that is UTF-8 already, such as the HTML inside a feed.
    public init(utf8: [UInt8], encoding: String = "UTF-8", limits: HTMLLimits = .standard) throws(HTMLError) {
        let bounds = cm_limits(depth: UInt32(limits.depth), attributes: UInt32(limits.attributes), events: UInt32(limits.events))
        let clean = utf8.contains(0) ? utf8.filter { $0 != 0 } : utf8
        let result = Self.knownTags.withUnsafeBufferPointer { tags in
            Self.knownAttributes.withUnsafeBufferPointer { attributes in
                cm_read_html(
                    clean, clean.count, bounds, tags.baseAddress, HTMLTag.allCases.count, attributes.baseAddress, HTMLAttribute.allCases.count)
            }
        }
        guard let result else { throw .outOfMemory }
        defer { cm_free(result) }
        self = TreeBuilder(result).document(encoding: encoding)
    }

    private static let knownTags = separated(HTMLTag.allCases.map(\.rawValue))
    private static let knownAttributes = separated(HTMLAttribute.allCases.map(\.rawValue))

    private static func separated(_ names: [String]) -> [CChar] { names.flatMap { $0.utf8.map { CChar(bitPattern: $0) } + [0] } }
}

/// Turns the flat events of the C reader into numbered nodes.
private struct TreeBuilder {
    let events: UnsafeBufferPointer<cm_event>
    let bytes: [UInt8]
    let names: [String]
    let attributeNames: [String]
    let wasCut: Bool

    init(_ result: OpaquePointer) {
        var count = 0
        let events = cm_events(result, &count)
        self.events = UnsafeBufferPointer(start: events, count: count)
        let text = cm_bytes(result, &count)
        let bytes = Array(UnsafeBufferPointer(start: text, count: count))
        self.bytes = bytes
        let tagNames = cm_tag_names(result, &count)
        names = UnsafeBufferPointer(start: tagNames, count: count).map { Self.string(bytes, $0) }
        let attributeNames = cm_attribute_names(result, &count)
        self.attributeNames = UnsafeBufferPointer(start: attributeNames, count: count).map { Self.string(bytes, $0) }
        wasCut = cm_was_cut(result) != 0
    }

    private static func string(_ bytes: [UInt8], _ range: cm_range) -> String {
        String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    func document(encoding: String) -> HTMLDocument {
        var records: [HTMLDocument.Record] = [.init(kind: .root, tag: .other, parent: -1, end: 0, lower: 0, upper: 0, name: 0)]
        var attributes: [HTMLDocument.Attribute] = []
        // Of every open element: its number and its last child so far.
        var open: [(node: Int32, lastChild: Int32)] = [(0, HTMLDocument.Record.none)]
        records.reserveCapacity(events.count / 2 + 1)

        func append(_ record: HTMLDocument.Record) {
            let number = Int32(records.count)
            let top = open.count - 1
            if open[top].lastChild == HTMLDocument.Record.none {
                records[Int(open[top].node)].firstChild = number
            } else {
                records[Int(open[top].lastChild)].nextSibling = number
            }
            open[top].lastChild = number
            records.append(record)
        }
        func close() { records[Int(open.removeLast().node)].end = Int32(records.count) }

        for event in events {
            let number = Int32(records.count)
            let parent = open[open.count - 1].node
            switch event.kind {
            case UInt32(CM_START):
                let tag = event.name < HTMLTag.allCases.count ? HTMLTag.numbered[Int(event.name)] : .other
                let start = UInt32(attributes.count)
                let name = UInt16(clamping: event.name)
                append(.init(kind: .element, tag: tag, parent: parent, end: number + 1, lower: start, upper: start, name: name))
                open.append((number, HTMLDocument.Record.none))
            case UInt32(CM_ATTRIBUTE):
                attributes.append(.init(name: UInt16(clamping: event.name), lower: event.start, upper: event.end))
                records[Int(parent)].upper = UInt32(attributes.count)
            case UInt32(CM_TEXT):
                append(.init(kind: .text, tag: .other, parent: parent, end: number + 1, lower: event.start, upper: event.end, name: 0))
            default:
                if open.count > 1 { close() }
            }
        }
        while !open.isEmpty { close() }
        // More than 65,535 different names of attributes or elements: the last number stands for all further ones.
        return HTMLDocument(
            bytes: bytes, encoding: encoding, wasCut: wasCut, records: records, attributes: attributes, names: names,
            attributeNames: attributeNames)
    }
}

extension HTMLTag {
    static let numbered = Array(allCases)
}
