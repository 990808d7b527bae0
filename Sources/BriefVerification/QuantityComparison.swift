import BriefModel

/// Units that measure one thing, with how many of its base unit each is. Definitions of the SI and of the international yard and pound.
enum Measure {
    struct Unit {
        let dimension: String
        let factor: Double
    }

    static func unit(_ name: String) -> Unit? { units[name] }

    private static let units: [String: Unit] = {
        var table: [String: Unit] = [:]
        for (dimension, list) in lists {
            for (names, factor) in list {
                for name in names.split(separator: " ") { table[String(name)] = Unit(dimension: dimension, factor: factor) }
            }
        }
        return table
    }()

    private static let lists: [(String, [(String, Double)])] = [
        (
            "length",
            [
                ("millimetre millimeter mm", 0.001), ("centimetre centimeter cm", 0.01), ("metre meter", 1), ("kilometre kilometer km", 1000),
                ("inch", 0.0254), ("foot ft", 0.3048), ("yard", 0.9144), ("mile", 1609.344),
            ]
        ),
        (
            "mass",
            [
                ("gram gramme", 1), ("kilogram kilogramme kilo kg", 1000), ("tonne", 1e6), ("ounce", 28.349_523_125), ("pound lb lbs", 453.592_37),
            ]
        ),
        ("time", [("second", 1), ("minute", 60), ("hour", 3600), ("day", 86400), ("week", 604_800), ("fortnight", 1_209_600)]),
        ("years", [("month", 1), ("quarter", 3), ("year", 12), ("decade", 120), ("century", 1200)]),
        ("area", [("hectare", 10_000), ("acre", 4046.856_422_4)]),
        ("volume", [("litre liter", 1), ("hectolitre hectoliter", 100), ("gallon", 4.546_09)]),
        ("share", [("share", 100), ("percent", 1)]),
    ]
}

extension Quantity {
    /// Units that measure the same thing; a bare number goes with a bare one.
    func isComparable(to other: Quantity) -> Bool {
        switch (unit, other.unit) {
        case (nil, nil): true
        case (let left?, let right?): left == right || ratio(to: other) != nil || Self.concept(left) == Self.concept(right)
        default: false
        }
    }

    /// How many of the other's unit one of ours is, where both measure one thing; 1 for equal units.
    private func ratio(to other: Quantity) -> Double? {
        guard unit != other.unit, let unit, let theirs = other.unit, let left = Measure.unit(unit), let right = Measure.unit(theirs),
            left.dimension == right.dimension
        else { return nil }
        return left.factor / right.factor
    }

    private static func concept(_ unit: String) -> String { Concepts.english.conceptOfStem(unit) }

    /// Whether a passage's figure makes this one true: the same, rounded as written, converted, or within the comparator said.
    func isBorneOut(by other: Quantity) -> Bool {
        if let ratio = ratio(to: other) {
            let converted = Quantity(range: range, value: value * ratio, upper: upper.map { $0 * ratio }, unit: other.unit, comparator: comparator)
            if converted.isBorneOut(by: other) { return true }
            // Converted figures are rounded: 62 miles are 100 kilometres.
            return comparator == .equal && other.value != 0 && abs(converted.value - other.value) / abs(other.value) <= 0.015
        }
        if let unit, let theirs = other.unit, unit != theirs, Self.concept(unit) != Self.concept(theirs) { return false }
        if value == other.value { return upper == nil || other.upper == nil || upper == other.upper }
        if let end = other.upper, other.value...max(other.value, end) ~= value, comparator == .about { return true }
        let scale = max(abs(value), abs(other.value))
        guard scale > 0 else { return true }
        let difference = abs(value - other.value) / scale
        switch comparator {
        case .about: return difference <= 0.06
        case .moreThan, .atLeast: return other.value > value && difference <= 0.34
        case .lessThan, .atMost: return other.value < value && difference <= 0.34
        case .equal: return difference <= 0.005 && value != value.rounded() || other.comparator == .about && difference <= 0.01
        }
    }

    /// Whether a passage's figure makes this one false, and not only less sure: neither's bound allows the other.
    func isExcluded(by other: Quantity) -> Bool {
        guard isComparable(to: other), !isBorneOut(by: other) else { return false }
        let theirs = ratio(to: other).map { other.value / $0 } ?? other.value
        // "Up to 300" names the most there may be; "more than 50" leaves open how many more.
        switch comparator {
        case .moreThan, .atLeast: if theirs > value { return false }
        case .lessThan: if theirs < value { return false }
        case .atMost: if theirs < value, other.comparator != .atMost { return false }
        default: break
        }
        if let end = upper, value...max(value, end) ~= theirs { return false }
        switch other.comparator {
        case .moreThan, .atLeast: return value < theirs
        case .lessThan, .atMost: return value > theirs
        default: break
        }
        if let end = other.upper, theirs...max(theirs, end) ~= value { return false }
        return true
    }
}
