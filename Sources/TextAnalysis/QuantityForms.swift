import BriefModel

/// Forms of numbers that take more than the number to read: results, heights, ages, measures with a hyphen, shares.
extension QuantityFinder {
    /// "2-0", "4 - 2": a range rises, a result need not; small ones are results where they do ("1-2").
    func isScore(_ left: Int, _ right: Int, gap: ArraySlice<UInt8>) -> Bool {
        guard left >= 0, line.isNumber(left), line.isNumber(right), gap.contains(0x2D) || gap.contains(0x93),
            gap.allSatisfy({ [0x20, 0x2D, 0xE2, 0x80, 0x93].contains($0) }),
            let first = Int(line.word(left)), let second = Int(line.word(right))
        else { return false }
        return first >= second && first < 200
    }

    /// 5'9": two numbers of one height.
    func isHeight(_ gap: ArraySlice<UInt8>, _ right: Int) -> Bool {
        line.isNumber(right) && (gap.elementsEqual([0x27]) || gap.elementsEqual([0xE2, 0x80, 0x99]))
    }

    /// "ten-year", "30-day", "two-metre".
    func measured(_ folded: String) -> (Double, String)? {
        guard let hyphen = folded.utf8.firstIndex(of: 0x2D), case let unit = String(folded[folded.utf8.index(after: hyphen)...]),
            Self.measures.contains(unit),
            case let number = String(folded[..<hyphen]), let value = Double(number) ?? NumberWords.value(number, language: language)
        else { return nil }
        return (value, unit)
    }

    private static let measures = Stopwords.set(
        "second minute hour day week month year metre meter kilometre kilometer mile foot inch tonne kilogram gram litre liter hectare acre degree seat page bed room"
    )

    /// "34-year-old", "thirty-year-old".
    func age(_ folded: String) -> Double? {
        let number = folded.dropLast("-year-old".utf8.count)
        return Double(number) ?? NumberWords.value(String(number), language: language)
    }

    /// "aged 34", "at age 57", "57 years old", "57 years of age", "Adam Leheup, 34, …": the last token that belongs to the age.
    func endOfAge(_ amount: Amount) -> Int? {
        guard language == "en", amount.value < 130, amount.value == amount.value.rounded() else { return nil }
        let next = amount.last + 1
        if ["year", "years"].contains(line.word(next)) {
            if line.word(next + 1) == "old" { return next + 1 }
            if line.matches(["of", "age"], at: next + 1) { return next + 2 }
        }
        let before = line.word(amount.first - 1)
        let isCounting = line.isSpaced(after: amount.last) && line.isWord(next) && !line.tokens[next].isStopword
        if before == "aged" || before == "age", !isCounting { return amount.last }
        // A name, the age between commas or at the end.
        let isSetApart = line.hasComma(after: amount.last) || next == line.count
        let isNamed = amount.first > 0 && line.tokens[amount.first - 1].isCapitalized && line.isWord(amount.first - 1)
        return isNamed && line.hasComma(after: amount.first - 1) && isSetApart && amount.value >= 5 && amount.first == amount.last
            && line.isNumber(amount.first) ? amount.last : nil
    }

    static let parts = [
        "tenths": 10.0, "thirds": 3, "quarters": 4, "fifths": 5, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "half": 2,
    ]

    /// "about a fifth were in French": no noun that is the fifth of its kind.
    func isPartitive(after index: Int) -> Bool {
        index + 1 >= line.count || !line.isSpaced(after: index) || line.tokens[index + 1].isStopword && line.isWord(index + 1)
    }

    /// "one in three", "two out of five": a share, where what follows counts nothing.
    func ratio(at index: Int, of count: Double) -> Amount? {
        let last = line.word(index + 1) == "in" ? index + 2 : index + 3
        guard let whole = NumberWords.value(line.word(last), language: language) ?? (line.isNumber(last) ? Double(line.word(last)) : nil),
            whole > count,
            whole <= 100
        else { return nil }
        return Amount(first: index, last: last, value: count / whole, unit: "share")
    }
}
