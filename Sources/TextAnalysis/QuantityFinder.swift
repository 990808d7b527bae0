import BriefModel

/// Numbers with what they count, in one sentence. Dates, model numbers, times of day and ordinals are not quantities.
struct QuantityFinder {
    let line: TokenLine
    let language: String
    /// Byte ranges of dates and of names with digits in them.
    let taken: [Range<Int>]

    func quantities() -> [Quantity] {
        var found: [Quantity] = []
        var index = 0
        while index < line.count {
            guard !isTaken(index), let amount = amount(at: index) ?? nothing(at: index), !isYear(amount) else {
                index += 1
                continue
            }
            let (quantity, next) = quantity(amount)
            found.append(quantity)
            index = max(next, index + 1)
        }
        let chinese = ChineseQuantities(line: line, taken: taken).quantities()
        return withSharedUnits(withUnitsOfRanges(found)).filter { quantity in !chinese.contains { $0.range.overlaps(quantity.range) } } + chinese
    }

    /// "since at least 2024": a year, whatever stands before it.
    private func isYear(_ amount: Amount) -> Bool {
        amount.first == amount.last && amount.unit == nil && line.tokens[amount.first].range.count == 4 && (1900...2100).contains(amount.value)
            && CountedNoun(line: line, language: language).head(after: amount.last, value: amount.value) == nil
    }

    private func isTaken(_ index: Int) -> Bool {
        let range = line.tokens[index].range
        return taken.contains { $0.overlaps(range) }
    }

    /// A number as read: tokens `first...last`, its unit where the words of the number carry it.
    struct Amount {
        var first: Int
        var last: Int
        var value: Double
        var upper: Double?
        var unit: String?
        var comparator: Quantity.Comparator?
    }

    // MARK: the number

    private func amount(at index: Int) -> Amount? {
        guard var amount = simpleAmount(at: index) else { return nil }
        // "24 to 28", "between 300 and 500", "24–28".
        let next = amount.last + 1
        let joins = ["to", "and", "bis", "und", "a", "et"].contains(line.word(next))
        if line.isSpaced(after: amount.last), joins,
            !(line.word(next) == "and" || line.word(next) == "und" || line.word(next) == "et") || isBetween(amount.first),
            let upper = simpleAmount(at: skipSymbol(next + 1)), upper.value > amount.value, line.isSpaced(after: next)
        {
            amount.value *= sharedFactor(amount, upper)
            amount.unit = amount.unit ?? upper.unit
            // "Cut from 5.6 to 3.9 million euros" is no range.
            guard upper.value > amount.value else { return amount }
            amount.upper = upper.value
            amount.last = upper.last
        } else if line.isNumber(next), isRangeDash(after: amount.last), let upper = simpleAmount(at: next), upper.value > amount.value {
            amount.upper = upper.value
            amount.unit = upper.unit ?? amount.unit
            amount.last = upper.last
        } else if line.word(next) == "to", line.word(amount.first - 1) == "from", let end = simpleAmount(at: skipSymbol(next + 1)) {
            amount.unit = amount.unit ?? end.unit
        }
        return amount
    }

    /// "24 to 28 million": what multiplies the second multiplies the first, where it is a bare small number.
    private func sharedFactor(_ first: Amount, _ second: Amount) -> Double {
        guard first.unit == nil, first.last == first.first, line.isNumber(first.first), first.value < 1000 else { return 1 }
        return (second.first...second.last).compactMap(multiplier).max() ?? 1
    }

    private func skipSymbol(_ index: Int) -> Int { currency(at: index) == nil ? index : index + 1 }

    private func isBetween(_ first: Int) -> Bool {
        let words = [line.word(first - 1), line.word(first - 2)]
        return words.contains("between") || words.contains("zwischen") || words.contains("entre")
    }

    private func isRangeDash(after index: Int) -> Bool {
        let gap = Array(line.gap(after: index))
        return gap == [0x2D] || gap == [0xE2, 0x80, 0x93]
    }

    private func simpleAmount(at index: Int) -> Amount? {
        guard index < line.count, !isTaken(index), var amount = base(at: index) else { return nil }
        // "500 million", "Two hundred", "half a million", "3.4 million".
        while amount.last + 1 < line.count, line.isSpaced(after: amount.last) || isAttached(amount.last), let factor = multiplier(amount.last + 1),
            factor >= 100 || line.word(amount.last + 1) == "dozen"
        {
            amount.value = (amount.value * factor * 1000).rounded() / 1000
            amount.last += 1
            // "two hundred and forty", "one thousand two hundred".
            let more = line.word(amount.last + 1) == "and" ? amount.last + 2 : amount.last + 1
            if !line.isNumber(index), line.isSpaced(after: amount.last), let rest = NumberWords.value(line.word(more), language: language),
                rest < factor
            {
                amount.value += rest
                amount.last = more
            }
        }
        if let symbol = currency(at: index - 1), line.gap(after: index - 1).count <= 1 {
            amount.unit = symbol
            amount.first = min(amount.first, index - 1)
        } else if let symbol = currency(at: amount.last + 1), line.gap(after: amount.last).count <= 3 {
            amount.unit = symbol
            amount.last += 1
        } else if let (unit, length) = spelledUnit(at: amount.last + 1), line.isSpaced(after: amount.last) {
            amount.unit = unit
            amount.last += length
        }
        return amount
    }

    /// "5bn" is one word token; "500m" likewise.
    private func isAttached(_ index: Int) -> Bool { line.gap(after: index).isEmpty }

    private func base(at index: Int) -> Amount? {
        let token = line.tokens[index]
        if token.kind == .number {
            guard !isTimeOrReference(index), let value = Double(token.folded) else { return nil }
            return Amount(first: index, last: index, value: value)
        }
        guard token.kind == .word else { return nil }
        if token.folded.hasSuffix("-year-old"), let value = age(token.folded) { return Amount(first: index, last: index, value: value, unit: "age") }
        if let (value, unit) = measured(token.folded) { return Amount(first: index, last: index, value: value, unit: unit) }
        if let value = attachedMultiplier(token.folded) { return Amount(first: index, last: index, value: value) }
        let word = token.folded
        switch word {
        case "half", "halb", "halbe":
            if line.word(index + 1) == "a" || line.word(index + 1) == "an", let factor = multiplier(index + 2) {
                return Amount(first: index, last: index + 2, value: factor / 2)
            }
            if line.word(index + 1) == "of" || line.word(index + 1) == "the" { return Amount(first: index, last: index, value: 0.5, unit: "share") }
            return nil
        case "a", "an":
            if let factor = multiplier(index + 1), line.word(index + 1) != "m", line.isSpaced(after: index) {
                return Amount(first: index, last: index + 1, value: factor)
            }
            let fractions = ["third": 1.0 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1]
            if let value = fractions[line.word(index + 1)], line.word(index + 2) == "of" || isPartitive(after: index + 1) {
                return Amount(first: index, last: index + 1, value: value, unit: "share")
            }
            return nil
        case "one" where line.matches(["in"], at: index + 1) || line.matches(["out", "of"], at: index + 1):
            return ratio(at: index, of: 1)
        case "one":
            guard isCountedOne(index) else { return nil }
        default:
            break
        }
        if let hyphen = word.utf8.firstIndex(of: 0x2D), let whole = Self.parts[String(word[word.utf8.index(after: hyphen)...])],
            let count = NumberWords.value(String(word[..<hyphen]), language: language), count < whole
        {
            return Amount(first: index, last: index, value: count / whole, unit: "share")
        }
        if line.matches(["in"], at: index + 1) || line.matches(["out", "of"], at: index + 1), let count = NumberWords.value(word, language: language),
            let ratio = ratio(at: index, of: count)
        {
            return ratio
        }
        // "nine tenths of"
        if let whole = Self.parts[line.word(index + 1)], let count = NumberWords.value(word, language: language), count < whole {
            return Amount(first: index, last: index + 1, value: count / whole, unit: "share")
        }
        return NumberWords.value(word, language: language).map { Amount(first: index, last: index, value: $0) }
    }

    /// "one soldier", and not "one of", "one another", "no one", "one by one".
    private func isCountedOne(_ index: Int) -> Bool {
        guard index + 1 < line.count, line.isSpaced(after: index), line.isWord(index + 1), !line.tokens[index + 1].isStopword else {
            return multiplier(index + 1) != nil
        }
        return !["no", "this", "that", "the", "only", "every", "any", "each", "which"].contains(line.word(index - 1))
            && !["day", "another", "thing", "way"].contains(line.word(index + 1)) && !ReportingVerbs.all.contains(line.word(index + 1))
    }

    /// "5:01", "14/2026", "No. 14", "9 a.m."
    private func isTimeOrReference(_ index: Int) -> Bool {
        let after = line.gap(after: index)
        let before = index > 0 ? line.gap(after: index - 1) : []
        for gap in [after, before] where gap.count == 1 && (gap.first == 0x3A || gap.first == 0x2F) { return true }
        if isScore(index, index + 1, gap: after) || isScore(index - 1, index, gap: before) || isHeight(after, index + 1) || isHeight(before, index) {
            return true
        }
        if ["p.m", "a.m", "uhr", "pm", "am"].contains(line.word(index + 1)), line.word(index + 1) != "am" || language == "en" { return true }
        return ["no", "nr", "section", "article", "page", "chapter", "figure", "series", "notice", "version", "phase", "type"].contains(
            line.word(index - 1))
            && (line.tokens[index - 1].isCapitalized || line.word(index - 1) != "no")
    }

    private func attachedMultiplier(_ folded: String) -> Double? {
        for (suffix, factor) in [("bn", 1e9), ("mn", 1e6), ("tn", 1e12), ("m", 1e6), ("k", 1e3)] where folded.hasSuffix(suffix) {
            if let value = Double(folded.dropLast(suffix.utf8.count)) { return value * factor }
        }
        return nil
    }

    private func multiplier(_ index: Int) -> Double? { line.isWord(index) ? NumberWords.multipliers[line.word(index)] : nil }

    // MARK: units

    private func currency(at index: Int) -> String? {
        guard index >= 0, index < line.count, line.tokens[index].kind == .symbol else { return nil }
        return Self.symbols[line.word(index)]
    }

    private static let symbols = [
        "$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", "₹": "INR", "₩": "KRW", "%": "percent", "％": "percent",
    ]
    private static let spelled = [
        "dollar": "USD", "dollars": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR", "pounds": "GBP", "yuan": "CNY",
        "renminbi": "CNY",
        "yen": "JPY", "rupees": "INR", "won": "KRW", "roubles": "RUB", "rubles": "RUB", "francs": "CHF", "percent": "percent", "prozent": "percent",
        "percentage": "percent",
    ]

    private func spelledUnit(at index: Int) -> (String, Int)? {
        if line.word(index) == "per", ["cent", "mille"].contains(line.word(index + 1)) { return ("percent", 2) }
        if line.word(index) == "pour", line.word(index + 1) == "cent" { return ("percent", 2) }
        if line.word(index) == "us", Self.spelled[line.word(index + 1)] == "USD" { return ("USD", 2) }
        return Self.spelled[line.word(index)].map { ($0, 1) }
    }

    private func quantity(_ amount: Amount) -> (Quantity, Int) {
        let (comparator, first) = comparator(before: amount.first)
        var unit = amount.unit
        var last = amount.last
        if unit == nil, let end = endOfAge(amount) {
            unit = "age"
            last = end
        }
        if unit == nil, let head = CountedNoun(line: line, language: language).head(after: amount.last, value: amount.value) {
            unit = head.unit
            last = head.index
        }
        unit = unit ?? CountedNoun(line: line, language: language).announced(before: amount.first)
        // "six months at most", "1.5 million or more".
        let after = ComparatorWords.after(line, index: last + 1)
        return (
            Quantity(
                range: line.bytes(from: first, through: last), value: amount.value, upper: amount.upper, unit: unit,
                comparator: amount.comparator ?? (comparator == .equal ? after ?? .equal : comparator)),
            amount.last + 1
        )
    }

    private func comparator(before first: Int) -> (Quantity.Comparator, Int) {
        guard let (comparator, start) = ComparatorWords.before(line, index: first) else { return (.equal, first) }
        return (comparator, start)
    }

    // MARK: nothing

    /// "no suit", "not one of the processors", "none of the firms": zero of something.
    private func nothing(at index: Int) -> Amount? {
        let word = line.word(index)
        guard line.isWord(index), index + 1 < line.count || word == "none" else { return nil }
        switch word {
        case "no", "kein", "keine", "keinen", "keiner", "aucun", "aucune":
            guard line.isSpaced(after: index), line.isWord(index + 1), !line.tokens[index + 1].isStopword, line.word(index + 1) != "longer" else {
                return nil
            }
            return Amount(first: index, last: index, value: 0)
        case "not":
            guard line.matches(["not", "one", "of"], at: index) || line.matches(["not", "a", "single"], at: index) else { return nil }
            return Amount(first: index, last: index + (line.word(index + 1) == "one" ? 1 : 2), value: 0)
        case "none", "zero":
            if line.word(index + 1) == "of", ["this", "that", "it", "them", "these", "those", "us"].contains(line.word(index + 2)) { return nil }
            return Amount(first: index, last: index, value: 0)
        default:
            return nil
        }
    }

    /// "13 million of the exchanges, X behind more than 3.4 million": a bare number goes on counting what the one before it counted.
    private func withSharedUnits(_ quantities: [Quantity]) -> [Quantity] {
        var result = quantities
        for index in result.indices.dropFirst() where result[index].unit == nil {
            let old = result[index]
            guard let unit = result[index - 1].unit, unit != "percent", unit != "share", endsClause(old.range.upperBound) else { continue }
            result[index] = Quantity(range: old.range, value: old.value, upper: old.upper, unit: unit, comparator: old.comparator)
        }
        return result
    }

    private func endsClause(_ offset: Int) -> Bool {
        guard offset < line.range.upperBound, let next = line.tokens.first(where: { $0.range.lowerBound >= offset }) else { return true }
        return line.text[offset] != 0x20 || ["and", "or", "with", "to", "against"].contains(next.folded)
    }

    /// "34 of the 85 countries": what the second counts the first counts too.
    private func withUnitsOfRanges(_ quantities: [Quantity]) -> [Quantity] {
        var result = quantities
        for index in result.indices.dropLast() where result[index].unit == nil {
            let next = result[index + 1]
            guard let unit = next.unit, unit != "percent", next.range.lowerBound >= result[index].range.upperBound,
                next.range.lowerBound - result[index].range.upperBound <= 16
            else { continue }
            let between = Folding.fold(line.text.string(result[index].range.upperBound..<next.range.lowerBound))
            guard [" of ", " of the ", " of all ", " out of ", " out of the ", " der ", " von "].contains(between) else { continue }
            let old = result[index]
            result[index] = Quantity(range: old.range, value: old.value, upper: old.upper, unit: unit, comparator: old.comparator)
        }
        return result
    }
}
