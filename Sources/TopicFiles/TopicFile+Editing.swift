import BriefModel
import Yams

extension TopicFile {
    /// A topic file with other values in some of its fields: every line that says none of them stays as it is, notes and all.
    public struct Edited: Hashable, Sendable {
        public let text: String
        /// Notes that stood on lines which are no more.
        public let lostNotes: [String]
    }

    /// Puts values into a topic file. Nothing else of it changes: where the file is laid out so that this cannot be made sure of, it is not edited.
    /// - Returns: nil for such a file; it can be edited as text.
    public static func edited(_ text: String, to fields: TopicFields) -> Edited? {
        let fields = fields.tidied
        guard let sheet = TopicSheetLines(text) else { return nil }
        var result = sheet
        for key in TopicFields.keys { result.set(key, to: fields.value(of: key)) }
        let edited = result.text
        // What stands there now is read again: the form's keys must say what the form says, and every other key what it said.
        guard let after = TopicSheetLines(edited), after.fields == fields, after.others == sheet.others else { return nil }
        var kept = after.notes
        let lost = sheet.notes.filter { note in
            guard let place = kept.firstIndex(of: note) else { return true }
            kept.remove(at: place)
            return false
        }
        return Edited(text: edited, lostNotes: lost)
    }

    /// The keys of a file that no field of a form shows, in its order.
    public static func furtherKeys(of text: String) -> [String] {
        (TopicSheetLines(text)?.entries ?? []).map(\.key).filter { !TopicFields.keys.contains($0) }
    }

    /// The key of a topic file whose lines hold a line; nil where none does.
    /// - Parameter line: from 1.
    public static func key(atLine line: Int, of text: String) -> String? {
        TopicSheetLines(text)?.entries.first { $0.lines.contains(line - 1) }?.key
    }
}

/// The lines of a topic file, and which of them belong to which key.
struct TopicSheetLines {
    struct Entry: Hashable {
        let key: String
        /// From 0; without the blanks and notes that stand before the next key.
        var lines: Range<Int>
    }

    private(set) var lines: [String]
    private(set) var entries: [Entry]
    private let mapping: Node.Mapping

    /// Nil for what is no list of `key: value` lines.
    init?(_ text: String) {
        guard let mapping = try? TopicFile.mapping(of: text, path: "", kind: "", first: ""), mapping.style != .flow else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
        let starts = mapping.compactMap { key, _ in key.scalar?.mark.map { (key: key.scalar?.string ?? "", line: $0.line - 1) } }
        // Each key on a line of its own, in order.
        let isInOrder = zip(starts, starts.dropFirst()).allSatisfy { $0.line < $1.line }
        guard starts.count == mapping.count, isInOrder, starts.last.map({ $0.line < lines.count }) ?? true else { return nil }
        entries = starts.indices.map { place in
            let start = starts[place]
            var end = place + 1 < starts.count ? starts[place + 1].line : lines.count
            while end > start.line + 1, Self.standsBetween(lines[end - 1]) { end -= 1 }
            return Entry(key: start.key, lines: start.line..<end)
        }
        self.lines = lines
        self.mapping = mapping
    }

    /// A blank line, a note at the margin, or the mark of a document's end: no part of the entry above it.
    private static func standsBetween(_ line: String) -> Bool {
        line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") || line == "..." || line == "---"
    }

    var text: String { lines.joined(separator: "\n") }

    /// What the form's keys say.
    var fields: TopicFields { ((try? TopicFields(text: text, path: "")) ?? TopicFields()).tidied }

    /// What the other keys say.
    var others: [Node: Node] {
        Dictionary(mapping.filter { !TopicFields.keys.contains($0.key.scalar?.string ?? "") }.map { ($0.key, $0.value) }) { $1 }
    }

    /// Every note, in the order of the lines, with what stands on the line beside it where that is all.
    var notes: [String] { lines.compactMap { YAMLLine.note(of: $0).map(String.init) } }

    mutating func set(_ key: String, to value: TopicFields.Value) {
        guard fields.value(of: key) != value else { return }
        guard let place = entries.firstIndex(where: { $0.key == key }) else { return insert(key, value) }
        let lines = entries[place].lines
        replace(lines, with: replacement(of: lines, key: key, value))
    }

    private mutating func insert(_ key: String, _ value: TopicFields.Value) {
        guard !value.isEmpty else { return }
        let before = TopicFields.keys.prefix { $0 != key }
        let last = entries.last { before.contains($0.key) } ?? entries.last
        let place = last?.lines.upperBound ?? lines.count
        replace(place..<place, with: Self.fresh(key, value))
    }

    private mutating func replace(_ range: Range<Int>, with fresh: [String]) {
        lines.replaceSubrange(range, with: fresh)
        if let again = TopicSheetLines(text) { self = again }
    }

    private static func fresh(_ key: String, _ value: TopicFields.Value) -> [String] {
        switch value {
        case .line(let text): ["\(key): \(YAMLLine.scalar(text))"]
        case .list(let items): items.isEmpty ? ["\(key): []"] : ["\(key):"] + items.map { "  - " + YAMLLine.item($0, of: key) }
        }
    }

    private func replacement(of range: Range<Int>, key: String, _ value: TopicFields.Value) -> [String] {
        let first = lines[range.lowerBound]
        let note = YAMLLine.note(of: first).map { "  " + $0 } ?? ""
        switch value {
        case .line(let text):
            // The last of these keys has to stay; an empty one goes, its note does not.
            if text.isEmpty, key != "title" { return note.isEmpty ? [] : [String(note.drop { $0 == " " })] }
            return ["\(key): \(YAMLLine.scalar(text))\(note)"]
        case .list(let items):
            guard case .sequence(let held)? = mapping[key], held.style != .flow, !held.isEmpty else {
                let notes = lines[range].dropFirst().filter { $0.drop { $0 == " " }.hasPrefix("#") }
                return items.isEmpty ? ["\(key): []\(note)"] + notes : ["\(key):\(note)"] + notes + items.map { "  - " + YAMLLine.item($0, of: key) }
            }
            return block(range, key: key, held: Array(held), items: items)
        }
    }

    /// A list with an item a line: what stays keeps its lines and the notes above it; notes above what goes stay too.
    private func block(_ range: Range<Int>, key: String, held: [Node], items: [String]) -> [String] {
        let starts = held.compactMap { $0.mark.map { $0.line - 1 } }
        guard starts.count == held.count, let first = starts.first, first > range.lowerBound, starts.allSatisfy(range.contains) else {
            return Self.fresh(key, .list(items))
        }
        let isNote = { (line: String) in line.allSatisfy(\.isWhitespace) || line.drop { $0 == " " }.hasPrefix("#") }
        var result = Array(lines[range.lowerBound..<first])
        var chunks: [(item: String, lines: [String])] = []
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1] : range.upperBound
            chunks.append((TopicFields.line(held[place]) ?? "", Array(lines[start..<end])))
        }
        let indent = String(lines[first].prefix { $0 == " " })
        var waiting = items[...]
        for chunk in chunks {
            if let place = waiting.firstIndex(of: chunk.item) {
                result += waiting[..<place].map { "\(indent)- " + YAMLLine.item($0, of: key) } + chunk.lines
                waiting = waiting[(place + 1)...]
            } else {
                result += chunk.lines.filter(isNote)
            }
        }
        result += waiting.map { "\(indent)- " + YAMLLine.item($0, of: key) }
        return items.isEmpty ? ["\(key): []"] + result.dropFirst() : result
    }
}

/// Values and notes on a line of YAML.
enum YAMLLine {
    /// The note at the end of a line; what stands in quotation marks is none.
    static func note(of line: String) -> Substring? {
        var quote: Character?
        var before: Character = " "
        for place in line.indices {
            let character = line[place]
            switch character {
            case "#" where quote == nil && (before == " " || before == "\t"): return line[place...]
            case "\"" where quote == "\"" && before != "\\", "'" where quote == "'": quote = nil
            case "\"" where quote == nil && " [,{:-".contains(before), "'" where quote == nil && " [,{:-".contains(before): quote = character
            default: break
            }
            before = character
        }
        return nil
    }

    /// An item of a list; one of sources may be a kind with a place.
    static func item(_ text: String, of key: String) -> String {
        guard key == "sources", let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].hasPrefix(" "),
            text[..<colon].allSatisfy({ $0.isASCII && $0.isLetter })
        else { return scalar(text) }
        return "\(text[..<colon]): " + scalar(String(text[colon...].dropFirst(2)))
    }

    /// Plain where nothing in it could be taken for anything else, else in quotation marks.
    static func scalar(_ text: String) -> String {
        if isPlain(text) { return text }
        var quoted = "\""
        for character in text.unicodeScalars {
            switch character.value {
            case 0x22, 0x5C: quoted += "\\\(character)"
            // What YAML does not print (its chapter 5.1), and what it takes for a line break.
            case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let digits = String(character.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, first.isLetter || first.isNumber, last != ":", last != " " else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || " -_./:?=&%~+@'()!;’".unicodeScalars.contains($0)
        }
            && !text.contains(": ") && !text.contains(" #")
    }
}
