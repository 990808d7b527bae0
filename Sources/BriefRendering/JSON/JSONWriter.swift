/// Writes JSON (RFC 8259) into a byte buffer: keys in the order they are given, two spaces a level, the same bytes for the same values.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true

    mutating func object(_ members: (inout JSONWriter) -> Void) { container(0x7B, 0x7D, members) }

    mutating func field(_ key: StaticString, _ text: String?) {
        self.key(key)
        value(text)
    }

    mutating func field(_ key: StaticString, _ number: Int) {
        self.key(key)
        raw(String(number))
    }

    mutating func field(_ key: StaticString, _ flag: Bool) {
        self.key(key)
        raw(flag ? "true" : "false")
    }

    /// `[start, end]`, or null.
    mutating func field(_ key: StaticString, _ range: Range<Int>?) {
        self.key(key)
        raw(range.map { "[\($0.lowerBound), \($0.upperBound)]" } ?? "null")
    }

    mutating func field(_ key: StaticString, _ items: [String]) {
        array(key, items) { $0.value($1) }
    }

    mutating func field(_ key: StaticString, object members: (inout JSONWriter) -> Void) {
        self.key(key)
        object(members)
    }

    mutating func array<Item>(_ key: StaticString, _ items: some Collection<Item>, item: (inout JSONWriter, Item) -> Void) {
        self.key(key)
        list(items, item: item)
    }

    /// An array that is the whole document.
    mutating func list<Item>(_ items: some Collection<Item>, item: (inout JSONWriter, Item) -> Void) {
        if items.isEmpty { return raw("[]") }
        container(0x5B, 0x5D) { json in
            for element in items {
                json.separate()
                item(&json, element)
            }
        }
    }

    /// Lists of numbers, on one line.
    mutating func field(_ key: StaticString, _ lists: [[Int]]) {
        self.key(key)
        raw("[" + lists.map { "[" + $0.map(String.init).joined(separator: ", ") + "]" }.joined(separator: ", ") + "]")
    }

    mutating func newline() { bytes.append(0x0A) }

    private mutating func key(_ key: StaticString) {
        separate()
        value(key.description)
        raw(": ")
    }

    private mutating func separate() {
        if !isFirst { bytes.append(0x2C) }
        isFirst = false
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func container(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        bytes.append(open)
        depth += 1
        isFirst = true
        content(&self)
        depth -= 1
        if !isFirst {
            bytes.append(0x0A)
            bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
        }
        isFirst = false
        bytes.append(close)
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func value(_ text: String?) {
        guard let text else { return raw("null") }
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: raw("\\\"")
            case 0x5C: raw("\\\\")
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0..<0x20: raw("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
