/// Cuts a block of text into sentences, byte ranges in order, without outer white space.
struct SentenceSplitter {
    let text: TextBytes
    let language: String

    /// A stretch without a full stop is cut at white space after so many bytes, and anywhere after half as many again: the finders compare the
    /// words of one sentence with each other, and hostile text must not make that dear.
    private static let longestSentence = 4_000
    /// A quotation longer than this (bytes) may be cut inside: it is a speech, not a fragment.
    private static let longestUncutQuotation = 480

    /// `quotations` are those of the block, in order.
    func ranges(in block: Range<Int>, quotations pairs: [QuotationScanner.Pair]) -> [Range<Int>] {
        let quotations = pairs.map(\.outer).filter { $0.count <= Self.longestUncutQuotation }
        var quotation = 0
        var result: [Range<Int>] = []
        var start = block.lowerBound
        var index = block.lowerBound
        func close(at end: Int) {
            let range = text.trimmed(start..<end)
            if !range.isEmpty { result.append(range) }
            start = end
        }
        while index < block.upperBound {
            let byte = text[index]
            if byte == 0x0A, isBlankLine(at: index, limit: block.upperBound) {
                close(at: index)
                index += 1
                continue
            }
            let scalar = text.scalar(at: index)
            if index - start > Self.longestSentence, isSpace(scalar.value) || index - start > Self.longestSentence * 3 / 2 { close(at: index) }
            guard isTerminator(scalar.value) else {
                index += scalar.length
                continue
            }
            let (stopsEnd, end) = endOfStop(at: index, limit: block.upperBound)
            while quotation < quotations.count, quotations[quotation].upperBound <= end { quotation += 1 }
            let isInsideQuotation = quotation < quotations.count && quotations[quotation].lowerBound < index
            if !isInsideQuotation, isBoundary(stop: scalar.value, at: index, stopsEnd: stopsEnd, end: end, start: start, limit: block.upperBound) {
                close(at: end)
            }
            index = end
        }
        close(at: block.upperBound)
        return result
    }

    private func isTerminator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E: true
        default: false
        }
    }

    private func isBlankLine(at index: Int, limit: Int) -> Bool {
        var next = index + 1
        while next < limit, text[next] == 0x20 || text[next] == 0x0D || text[next] == 0x09 { next += 1 }
        return next < limit && text[next] == 0x0A
    }

    /// Where the run of stops ends, and where the marks that close after it end.
    private func endOfStop(at index: Int, limit: Int) -> (stops: Int, all: Int) {
        var end = index
        while end < limit {
            let next = text.scalar(at: end)
            guard isTerminator(next.value) else { break }
            end += next.length
        }
        let stops = end
        while end < limit {
            let next = text.scalar(at: end)
            guard isCloser(next.value) else { break }
            end += next.length
        }
        return (stops, end)
    }

    private func isBoundary(stop: UInt32, at index: Int, stopsEnd: Int, end: Int, start: Int, limit: Int) -> Bool {
        if end >= limit { return true }
        let next = text.scalar(at: end)
        if stop == 0x3002 || stop == 0xFF01 || stop == 0xFF1F {
            return end == stopsEnd || !continuesWithSpeaker(at: end, limit: limit)
        }
        guard isSpace(next.value) else { return false }
        var after = end
        while after < limit, case let scalar = text.scalar(at: after), isSpace(scalar.value) || isOpener(scalar.value) { after += scalar.length }
        guard after < limit else { return true }
        let first = text.scalar(at: after).value
        if isLowercase(first) { return false }
        guard isLetter(first) || isDigit(first) || isIdeograph(first) else { return stop != 0x2E || !(first == 0x2C || first == 0x3B) }
        guard stop == 0x2E, stopsEnd == index + 1, end == stopsEnd else { return true }
        return isFullStop(at: index, start: start, nextWord: after, limit: limit)
    }

    /// A full stop and not the end of an abbreviation, an initial or a German ordinal.
    private func isFullStop(at index: Int, start: Int, nextWord: Int, limit: Int) -> Bool {
        var wordStart = index
        while wordStart > start, let scalar = text.scalar(before: wordStart, from: start),
            isLetter(scalar.value) || isDigit(scalar.value) || scalar.value == 0x2E
        { wordStart -= scalar.length }
        guard wordStart < index else { return true }
        let word = Folding.fold(text.string(wordStart..<index))
        let nextIsDigit = isDigit(text.scalar(at: nextWord).value)
        if word.utf8.allSatisfy({ isDigit(UInt32($0)) }) {
            return !(language == "de" && word.utf8.count <= 2)
        }
        if Abbreviations.months.contains(word) { return !nextIsDigit }
        if ["no", "nos", "p", "art", "sec", "fig", "vol", "ch"].contains(word) { return !nextIsDigit }
        if Abbreviations.neverFinal.contains(word) { return false }
        let letters = word.utf8.count
        if letters == 1 { return !isUppercase(text.scalar(at: wordStart).value) }
        if Abbreviations.maybeFinal.contains(word) || (word.utf8.contains(0x2E) && letters <= 5) {
            return startsWithFunctionWord(at: nextWord, limit: limit)
        }
        return true
    }

    private func startsWithFunctionWord(at index: Int, limit: Int) -> Bool {
        var end = index
        while end < limit, case let scalar = text.scalar(at: end), isLetter(scalar.value) { end += scalar.length }
        return Stopwords.contains(Folding.fold(text.string(index..<end)), language: language)
    }

    /// “…。”某人说 goes on: the words after the quotation say whose it is.
    private func continuesWithSpeaker(at index: Int, limit: Int) -> Bool {
        var position = index
        var characters = 0
        while position < limit, characters < 16 {
            let scalar = text.scalar(at: position)
            guard isIdeograph(scalar.value) || isLetter(scalar.value) else { return false }
            if ChineseReporting.verbs.contains(scalar.value) { return true }
            position += scalar.length
            characters += 1
        }
        return false
    }
}

/// Verbs after which Chinese text names no further speaker: 说, 称, 表示 (示), 指 as in 指出.
enum ChineseReporting {
    static let verbs: Set<UInt32> = [0x8BF4, 0x79F0, 0x793A, 0x8AAA, 0x7A31, 0x9053]
}
