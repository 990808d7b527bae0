/// Numbers written with digits or Chinese numerals.
enum ChineseNumerals {
    static func scalars(of line: TokenLine) -> [(value: UInt32, offset: Int)] {
        var result: [(value: UInt32, offset: Int)] = []
        var index = line.range.lowerBound
        while index < line.range.upperBound {
            let (value, length) = line.text.scalar(at: index)
            result.append((value, index))
            index += length
        }
        return result
    }

    /// A whole number below a hundred thousand, and the index after it.
    static func number(_ scalars: [(value: UInt32, offset: Int)], at start: Int) -> (Int, Int)? {
        var index = start
        var total = 0
        var current = 0
        var seen = false
        while index < scalars.count, index - start < 8 {
            let value = scalars[index].value
            if let digit = isDigit(value) ? Int(value - 0x30) : digits[value] {
                current = current * 10 + digit
            } else if let unit = units[value] {
                total += max(1, current) * unit
                current = 0
            } else {
                break
            }
            seen = true
            index += 1
        }
        return seen ? (total + current, index) : nil
    }

    static let digits: [UInt32: Int] = [
        0x3007: 0, 0x96F6: 0, 0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]
    static let units: [UInt32: Int] = [0x5341: 10, 0x767E: 100, 0x5343: 1000]
}
