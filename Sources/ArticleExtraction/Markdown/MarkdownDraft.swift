/// A text as Markdown while it is put together: one block a paragraph, links with their addresses, notes by their names.
struct MarkdownDraft {
    private(set) var bytes: [UInt8] = []
    /// The same without any markup, block by block, with what Markdown says each is.
    private(set) var blocks: [(prefix: String, text: [UInt8])] = []
    private var block: [UInt8] = []
    private var plain: [UInt8] = []
    private var pendingSpace = false
    /// Where in `block` the words of the open link begin.
    private var linkStart: Int?

    var isBlockEmpty: Bool { block.isEmpty }

    /// Text with its white space put in order and what Markdown would read as marks escaped; brackets stay, since "[1]" cites in any format.
    mutating func append(_ text: some Sequence<UInt8>) {
        for byte in text {
            guard byte > 0x20 else {
                pendingSpace = true
                continue
            }
            settleSpace()
            plain.append(byte)
            if Self.isMark(byte) || block.isEmpty && byte == UInt8(ascii: "#") { block.append(UInt8(ascii: "\\")) }
            block.append(byte)
        }
    }

    mutating func space() { pendingSpace = true }

    private mutating func settleSpace() {
        if pendingSpace, !block.isEmpty { block.append(0x20) }
        if pendingSpace, let last = plain.last, last != 0x20 { plain.append(0x20) }
        pendingSpace = false
    }

    /// Markup of our own.
    mutating func mark(_ text: String) {
        settleSpace()
        block += Array(text.utf8)
    }

    mutating func openLink() {
        guard linkStart == nil else { return }
        mark("")
        linkStart = block.count
    }

    /// The words since `openLink` lead there; nothing is made of a link without words or address.
    mutating func closeLink(_ address: String?) {
        guard let start = linkStart else { return }
        linkStart = nil
        guard let address, start < block.count, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x3C && $0 != 0x3E }) else { return }
        // A note's mark keeps its brackets; other words get theirs.
        block.insert(UInt8(ascii: "["), at: start)
        block += Array("](<\(address)>)".utf8)
    }

    /// Ends the block.
    /// - Parameter prefix: what Markdown says it is: "# ", "- ", "1. ".
    mutating func end(_ prefix: String = "") {
        closeLink(nil)
        pendingSpace = false
        guard !block.isEmpty else { return }
        bytes += Array(prefix.utf8) + block + [0x0A, 0x0A]
        if plain.last == 0x20 { plain.removeLast() }
        if !plain.isEmpty { blocks.append((prefix, plain)) }
        block.removeAll(keepingCapacity: true)
        plain.removeAll(keepingCapacity: true)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: "~")
    }
}
