import BriefModel

/// Takes away what a sentence can lose without saying something else: datelines, connectives, asides, late clauses.
enum Shortening {
    /// "WASHINGTON, 14 January — …", "A CORUÑA (Northlight) – …".
    static func dropDateline(_ line: inout Line) {
        guard let first = line.first, first.text.contains(where: \.isLetter), !first.text.contains(where: \.isLowercase) else { return }
        guard let dash = line.words.prefix(9).firstIndex(where: { ["—", "–", "-", "--"].contains($0.text) }), dash > 0 else { return }
        line.remove(0..<(dash + 1))
    }

    /// Words that tie a sentence to the one before it.
    static func dropConnectives(_ line: inout Line) {
        var changed = true
        while changed, line.count > 4 {
            changed = false
            for opening in WordingWords.openings where line.hasPrefix(opening) {
                // A single connective word without a comma must be one that cannot be anything else.
                let last = line.words[opening.count - 1]
                if last.text.hasSuffix(",") || last.text.hasSuffix(":") || WordingWords.bareOpenings.contains(opening[0]) && opening.count == 1 {
                    line.remove(0..<opening.count)
                    changed = true
                    break
                }
            }
        }
        for connective in WordingWords.innerConnectives {
            guard
                let index = line.words.indices.dropFirst().first(where: { line.words[$0].core == connective && line.words[$0].text.hasSuffix(",") }),
                line.words[index - 1].text.hasSuffix(",")
            else { continue }
            line.words[index - 1].text.removeLast()
            line.remove(index..<(index + 1))
        }
    }

    /// "(…)" within the sentence.
    static func dropParentheses(_ line: inout Line) {
        while let open = line.words.firstIndex(where: { $0.text.hasPrefix("(") }) {
            guard let close = line.words[open...].firstIndex(where: { $0.text.contains(")") }) else { return }
            let tail = line.words[close].text.drop { $0 != ")" }.dropFirst()
            line.remove(open..<(close + 1))
            if open > 0, !tail.isEmpty { line.words[open - 1].text += tail }
        }
    }

    /// Late clauses go, last first, while the line is longer than `limit` words. What carries attribution, caution or denial stays.
    static func dropLateClauses(_ line: inout Line, of source: SourceSentence, limit: Int) {
        while line.length > limit {
            guard let clause = removableClause(in: line, source) else { return }
            line.remove(clause)
        }
    }

    /// - Returns: false where no clause can be spared.
    static func dropOneLateClause(_ line: inout Line, of source: SourceSentence) -> Bool {
        guard let clause = removableClause(in: line, source) else { return false }
        line.remove(clause)
        return true
    }

    /// "…, either." and "at the start of the month" lean on what was said before or on the day it was said.
    static func dropTail(_ line: inout Line) {
        if line.count > 6, let last = line.words.last, ["either", "too", "again", "also", "instead"].contains(last.core) {
            line.remove((line.count - 1)..<line.count)
        }
        if let index = line.words.indices.dropFirst(3).first(where: { line.words[$0].core == "instead" && line.words[$0].endsClause }) {
            line.words[index - 1].text += ","
            line.remove(index..<(index + 1))
        }
        // "…, other reports said": than which, nobody can tell here.
        if line.count > 6, line.words[line.count - 3].core == "other", WordingWords.sayings.contains(line.words[line.count - 1].core) {
            line.remove((line.count - 3)..<(line.count - 2))
        }
        var index = 0
        while index + 5 < line.count + 0 {
            let cores = line.cores(index..<(index + 6))
            if cores.count == 6, ["at", "by", "in", "from", "since", "towards"].contains(cores[0]), cores[1] == "the",
                ["start", "end", "beginning", "middle"].contains(cores[2]), cores[3] == "of", cores[4] == "the",
                ["week", "month", "year"].contains(cores[5])
            {
                line.remove(index..<(index + 6))
            }
            index += 1
        }
    }

    private static func removableClause(in line: Line, _ source: SourceSentence) -> Range<Int>? {
        let bounds = clauseBounds(line)
        for index in bounds.indices.dropFirst().reversed() {
            let clause = bounds[index]
            guard clause.lowerBound >= 7, isRemovable(line, clause, source) else { continue }
            // "…, including A, B and C": the list goes with the word that opens it.
            if ["including", "excluding", "with"].contains(line.words[clause.lowerBound].core), clause.upperBound < line.count {
                let rest = clause.lowerBound..<line.count
                if isRemovable(line, rest, source) { return rest }
                continue
            }
            if clause.upperBound < line.count, index + 1 < bounds.count, isContinuation(line, bounds[index + 1]) { continue }
            return clause
        }
        return nil
    }

    /// Ranges between commas outside quotations.
    static func clauseBounds(_ line: Line) -> [Range<Int>] {
        var bounds: [Range<Int>] = []
        var start = 0
        var isQuoted = false
        for (index, word) in line.words.enumerated() {
            if word.opensQuote { isQuoted = true }
            if word.closesQuote { isQuoted = false }
            if !isQuoted, index + 1 < line.count, word.endsClause {
                bounds.append(start..<(index + 1))
                start = index + 1
            }
        }
        bounds.append(start..<line.count)
        return bounds
    }

    private static func isRemovable(_ line: Line, _ clause: Range<Int>, _ source: SourceSentence) -> Bool {
        let cores = line.cores(clause)
        guard let first = cores.first else { return false }
        let opensAside =
            WordingWords.clauseOpeners.contains(first) || cores.count > 1 && WordingWords.clauseOpenerPairs.contains("\(first) \(cores[1])")
            || first.hasSuffix("ing") && cores.count > 2
        guard opensAside else { return false }
        // Who says it, and how surely, is never cut off.
        if let cue = source.sentence.attribution?.cueRange, line.words[clause].contains(where: { $0.range?.overlaps(cue) == true }) { return false }
        return !cores.contains { WordingWords.keepers.contains($0) } && !line.words[clause].contains { $0.opensQuote || $0.closesQuote }
    }

    /// Whether the clause goes on with the one before it rather than with the main clause.
    private static func isContinuation(_ line: Line, _ clause: Range<Int>) -> Bool {
        let first = line.words[clause.lowerBound].core
        return ["and", "or", "but", "which", "who"].contains(first)
    }
}
