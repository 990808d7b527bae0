import CNameTables

/// What free lists say a name may be (origin and licences: NOTICE in CNameTables). Nobody's last word: the text decides.
struct KnownName {
    struct Senses: OptionSet {
        let rawValue: UInt8
        static let organisation = Senses(rawValue: 1)
        static let product = Senses(rawValue: 2)
        static let place = Senses(rawValue: 4)
        static let given = Senses(rawValue: 8)
        static let family = Senses(rawValue: 16)
        /// Also a word of the language: "target", "reading".
        static let common = Senses(rawValue: 32)
    }

    let senses: Senses
    /// Key of the country a body is at home in, where the list says so.
    let home: String?
    /// Key of the country a place is in, where one place alone can be meant.
    let country: String?

    /// The name of a body, thing or place rather than a word.
    var isDistinct: Bool { !senses.contains(.common) && !senses.isDisjoint(with: [.organisation, .product, .place]) }
}

/// The table of names, searched where it lies in the program: lines in the order of their bytes.
enum KnownNames {
    /// The most words one of them has.
    static let longest = 5

    static func find(_ folded: String) -> KnownName? {
        guard let line = line(of: folded) else { return nil }
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        func country(_ index: Int) -> String? {
            index < fields.count && !fields[index].isEmpty ? String(decoding: fields[index], as: UTF8.self) : nil
        }
        return KnownName(senses: senses(fields[0]), home: country(1), country: country(2))
    }

    private static func senses(_ letters: UnsafeBufferPointer<UInt8>.SubSequence) -> KnownName.Senses {
        letters.reduce(into: []) { senses, letter in
            switch letter {
            case UInt8(ascii: "o"): senses.insert(.organisation)
            case UInt8(ascii: "p"): senses.insert(.product)
            case UInt8(ascii: "l"): senses.insert(.place)
            case UInt8(ascii: "g"): senses.insert(.given)
            case UInt8(ascii: "f"): senses.insert(.family)
            case UInt8(ascii: "?"): senses.insert(.common)
            default: break
            }
        }
    }

    /// The senses alone, without the countries.
    static func senses(_ folded: String) -> KnownName.Senses {
        line(of: folded).map { senses($0.prefix { $0 != UInt8(ascii: "\t") }) } ?? []
    }

    /// What stands behind the name.
    private static func line(of folded: String) -> UnsafeBufferPointer<UInt8>.SubSequence? {
        let table = UnsafeBufferPointer(start: name_table_address(), count: name_table_size())
        var folded = folded
        return folded.withUTF8 { wanted in
            var low = 0
            var high = table.count
            while low < high {
                var start = (low + high) / 2
                while start > low, table[start - 1] != UInt8(ascii: "\n") { start -= 1 }
                var at = start
                var place = 0
                while place < wanted.count, table[at] == wanted[place] {
                    at += 1
                    place += 1
                }
                let end = table[at...].firstIndex(of: UInt8(ascii: "\n")) ?? table.count
                if place == wanted.count {
                    if table[at] == UInt8(ascii: "\t") { return table[(at + 1)..<end] }
                    high = start
                } else if table[at] < wanted[place] {
                    low = end + 1
                } else {
                    high = start
                }
            }
            return nil
        }
    }
}
