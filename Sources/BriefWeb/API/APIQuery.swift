/// The values after the question mark of an address, each of a known name and once.
struct APIQuery {
    private let values: [String: String]

    init(_ encoded: String, of route: APIRoute) throws(APITrouble) {
        var values: [String: String] = [:]
        for pair in encoded.utf8.split(separator: 0x26) {
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = FormText.decoded(parts[0], plusIsSpace: true), route.queryNames.contains(name) else { throw .unknownParameter }
            guard let value = FormText.decoded(parts.dropFirst().first ?? parts[0].prefix(0), plusIsSpace: true) else {
                throw .badParameter(name, "is percent-encoded UTF-8")
            }
            guard values.updateValue(value, forKey: name) == nil else { throw .badParameter(name, "is given once") }
        }
        self.values = values
    }

    subscript(_ name: String) -> String? { values[name] }

    /// Those that are given, to be kept in the address of a next page.
    func pairs(_ names: StaticString...) -> [(name: StaticString, value: String)] {
        names.compactMap { name in values[name.description].map { (name, $0) } }
    }

    /// One of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of _: Choice.Type) throws(APITrouble) -> Choice?
    where Choice.RawValue == String {
        guard let text = values[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .badParameter(name, "is one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// A whole number as it is usually written: no sign, no zeros before it.
    func number(_ name: String, in range: ClosedRange<Int>) throws(APITrouble) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            throw .badParameter(name, "is a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
