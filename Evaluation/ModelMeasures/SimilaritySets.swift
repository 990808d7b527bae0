import Figures
public import Foundation

/// Two sentences and how people judged their likeness.
public struct JudgedPair: Hashable, Sendable {
    public let first, second: String
    public let score: Double

    public init(_ first: String, _ second: String, score: Double) {
        (self.first, self.second, self.score) = (first, second, score)
    }
}

/// The similarity sets as they lie in their folder.
public struct SimilaritySets: Sendable {
    /// Names of the sets whose mean is the figure to go by.
    public static let names = ["stsb", "sts12", "sts13", "sts14", "sts15", "sts16", "sick"]

    /// Pairs by set. The parts of a year stand together, as SemEval's "all".
    public let pairs: [String: [JudgedPair]]
    /// Titles of news with their descriptions.
    public let news: [(title: String, description: String)]

    public init(folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        }
        var pairs: [String: [JudgedPair]] = [:]
        var news: [(title: String, description: String)] = []
        for name in names {
            if name.hasPrefix("stsb"), name.hasSuffix(".csv") {
                pairs["stsb", default: []] += DelimitedText.rows(try text(name)).compactMap { row in
                    row.count >= 3 ? Double(row[2]).map { JudgedPair(row[0], row[1], score: $0) } : nil
                }
            } else if name.hasPrefix("sts-20") {
                let year = "sts" + name.dropFirst(6).prefix(2)
                pairs[year, default: []] += DelimitedText.lines(try text(name)).compactMap { row in
                    row.count >= 3 ? Double(row[0]).map { JudgedPair(row[1], row[2], score: $0) } : nil
                }
            } else if name.hasPrefix("SICK") {
                pairs["sick", default: []] += DelimitedText.lines(try text(name)).compactMap { row in
                    row.count >= 4 ? Double(row[3]).map { JudgedPair(row[1], row[2], score: $0) } : nil
                }
            } else if name.hasPrefix("news-titles") {
                news += DelimitedText.rows(try text(name)).compactMap { $0.count >= 3 ? ($0[1], $0[2]) : nil }
            }
        }
        if let lacking = Self.names.first(where: { pairs[$0] == nil }) { throw LabelledSetError.incomplete(folder.path, lacking: lacking) }
        (self.pairs, self.news) = (pairs, news)
    }
}

/// Text in rows and fields.
enum DelimitedText {
    /// Fields between tabs.
    static func lines(_ text: String) -> [[String]] {
        text.utf8.split(separator: 0x0A).map { line in
            line.split(separator: 0x09, omittingEmptySubsequences: false).map { field in
                String(decoding: field.last == 0x0D ? field.dropLast() : field, as: UTF8.self)
            }
        }
    }

    /// Fields between commas, with quotation marks around those that hold a comma, a mark (doubled) or a line's end (RFC 4180).
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var closed = false
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
            closed = false
        }
        for byte in text.utf8 {
            switch byte {
            case 0x22:
                if quoted {
                    (quoted, closed) = (false, true)
                } else if closed {
                    field.append(byte)
                    (quoted, closed) = (true, false)
                } else {
                    quoted = true
                }
            case 0x2C where !quoted: endField()
            case 0x0A where !quoted:
                endField()
                rows.append(row)
                row = []
            case 0x0D where !quoted: break
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !row.isEmpty {
            endField()
            rows.append(row)
        }
        return rows
    }
}
