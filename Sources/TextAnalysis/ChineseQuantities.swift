import BriefModel

/// Numbers in Chinese text: 40万个, 5亿美元, 两成 is left out.
struct ChineseQuantities {
    let line: TokenLine
    let taken: [Range<Int>]

    func quantities() -> [Quantity] {
        guard line.tokens.contains(where: { $0.kind == .ideographs }) else { return [] }
        let scalars = ChineseNumerals.scalars(of: line)
        var found: [Quantity] = []
        var index = 0
        while index < scalars.count {
            guard let (quantity, next) = quantity(scalars, at: index) else {
                index += 1
                continue
            }
            found.append(quantity)
            index = next
        }
        return found
    }

    /// Only numbers with a myriad sign or a counted unit: a lone 一 is an article more often than a number.
    private func quantity(_ scalars: [(value: UInt32, offset: Int)], at start: Int) -> (Quantity, Int)? {
        let offset = scalars[start].offset
        guard !taken.contains(where: { $0.contains(offset) }), let (whole, afterNumber) = ChineseNumerals.number(scalars, at: start),
            start == 0 || !isLetter(scalars[start - 1].value)
        else { return nil }
        var index = afterNumber
        var value = Double(whole)
        let isWritten = isDigit(scalars[start].value)
        if isWritten, index + 1 < scalars.count, scalars[index].value == 0x2E, isDigit(scalars[index + 1].value),
            let (fraction, after) = ChineseNumerals.number(scalars, at: index + 1)
        {
            var scale = 1.0
            for _ in (index + 1)..<after { scale *= 10 }
            value += Double(fraction) / scale
            index = after
        }
        var multiplied = false
        while index < scalars.count, let factor = Self.myriads[scalars[index].value] {
            value *= factor
            index += 1
            multiplied = true
        }
        let rest = String(String.UnicodeScalarView(scalars[index..<min(index + 3, scalars.count)].compactMap { Unicode.Scalar($0.value) }))
        let unit = Self.units.first { rest.hasPrefix($0.word) }
        // Numbers that Latin tokens cover were read already.
        guard multiplied || unit != nil && !isWritten || unit != nil && isWritten && index > start else { return nil }
        let length = unit?.word.unicodeScalars.count ?? 0
        let last = min(scalars.count - 1, index + length - 1)
        let upper = scalars[max(start, last)].offset + line.text.scalar(at: scalars[max(start, last)].offset).length
        return (
            Quantity(range: offset..<upper, value: value, unit: unit?.unit, comparator: comparator(scalars, before: start)),
            max(index + length, start + 1)
        )
    }

    private func comparator(_ scalars: [(value: UInt32, offset: Int)], before start: Int) -> Quantity.Comparator {
        guard start > 0 else { return .equal }
        switch scalars[start - 1].value {
        case 0x7EA6, 0x8FD1: return .about  // 约, 近
        case 0x8FC7, 0x903E, 0x8D85: return .moreThan  // 过 (超过), 逾, 超
        default: return .equal
        }
    }

    private static let myriads: [UInt32: Double] = [0x4E07: 1e4, 0x842C: 1e4, 0x4EBF: 1e8, 0x5104: 1e8]
    private static let units: [(word: String, unit: String)] = [
        ("美元", "USD"), ("欧元", "EUR"), ("人民币", "CNY"), ("元", "CNY"), ("日元", "JPY"), ("%", "percent"), ("％", "percent"), ("个国家", "国家"), ("家公司", "公司"),
        ("块芯片", "芯片"), ("颗芯片", "芯片"), ("枚", "枚"), ("架", "架"), ("艘", "艘"), ("人", "人"), ("台", "台"), ("颗", "颗"), ("片", "片"),
    ]
}
