/// Evaluates the Python expressions of feedparser's `Expect:` lines: literals, names, subscripts, attributes, a few calls, comparison and
/// the logical operators. What the set does not use is an error.
struct PythonExpression {
    enum Failure: Error, CustomStringConvertible {
        case syntax(at: Int)
        case unknown(String)
        case notThere(String)

        var description: String {
            switch self {
            case .syntax(let place): "not understood at character \(place)"
            case .unknown(let name): "\(name) is not known"
            case .notThere(let what): "\(what) is not there"
            }
        }
    }

    private var scanner: PythonScanner
    private let names: [String: PythonValue]

    static func evaluate(_ text: String, names: [String: PythonValue]) throws -> PythonValue {
        var expression = PythonExpression(scanner: PythonScanner(text), names: names)
        let value = try expression.either()
        expression.scanner.skipSpace()
        guard expression.scanner.isAtEnd else { throw Failure.syntax(at: expression.scanner.place) }
        return value
    }

    // What stands to the right of an `and` that is already decided is parsed, but its failure does not count.
    private mutating func either() throws -> PythonValue {
        var value = try both()
        while scanner.take(word: "or") {
            let mark = scanner.place
            do {
                let right = try both()
                if !value.isTrue { value = right }
            } catch {
                guard value.isTrue else { throw error }
                scanner.skipOperand(from: mark)
            }
        }
        return value
    }

    private mutating func both() throws -> PythonValue {
        var value = try negation()
        while scanner.take(word: "and") {
            let mark = scanner.place
            do {
                let right = try negation()
                if value.isTrue { value = right }
            } catch {
                guard !value.isTrue else { throw error }
                scanner.skipOperand(from: mark)
            }
        }
        return value
    }

    private mutating func negation() throws -> PythonValue {
        if scanner.take(word: "not") { return .bool(try !negation().isTrue) }
        return try comparison()
    }

    private mutating func comparison() throws -> PythonValue {
        var left = try sum()
        var result: Bool?
        while let sign = scanner.takeComparison() {
            let right = try sum()
            let holds = try compare(left, sign, right)
            result = (result ?? true) && holds
            left = right
        }
        return result.map { .bool($0) } ?? left
    }

    private func compare(_ left: PythonValue, _ sign: String, _ right: PythonValue) throws -> Bool {
        switch sign {
        case "==", "is": return PythonValue.areEqual(left, right)
        case "!=", "is not": return !PythonValue.areEqual(left, right)
        case "in": return try contains(right, left)
        case "not in": return try !contains(right, left)
        default:
            guard case .number(let left) = left, case .number(let right) = right else { throw Failure.unknown(sign) }
            return switch sign {
            case "<": left < right
            case ">": left > right
            case "<=": left <= right
            default: left >= right
            }
        }
    }

    private func contains(_ whole: PythonValue, _ part: PythonValue) throws -> Bool {
        switch (whole, part) {
        case (.dictionary(let values), .string(let key)): FeedparserNames.look(up: key, in: values) != nil
        case (.list(let values), _), (.tuple(let values), _): values.contains { PythonValue.areEqual($0, part) }
        case (.string(let whole), .string(let part)): part.isEmpty || whole.contains(part)
        default: throw Failure.unknown("in")
        }
    }

    private mutating func sum() throws -> PythonValue {
        var value = try operand()
        while true {
            if scanner.take("+") {
                switch (value, try operand()) {
                case (.string(let left), .string(let right)): value = .string(left + right)
                case (.number(let left), .number(let right)): value = .number(left + right)
                default: throw Failure.syntax(at: scanner.place)
                }
            } else {
                return value
            }
        }
    }

    private mutating func operand() throws -> PythonValue {
        if scanner.take("-") {
            guard case .number(let value) = try operand() else { throw Failure.syntax(at: scanner.place) }
            return .number(-value)
        }
        var value = try atom()
        while true {
            if scanner.take("[") {
                let key = try either()
                guard scanner.take("]") else { throw Failure.syntax(at: scanner.place) }
                value = try subscripted(value, key)
            } else if scanner.take(".") {
                let name = scanner.takeName()
                value = scanner.take("(") ? try call(name, on: value, try arguments()) : try subscripted(value, .string(name))
            } else {
                return value
            }
        }
    }

    private func subscripted(_ value: PythonValue, _ key: PythonValue) throws -> PythonValue {
        switch (value, key) {
        case (.dictionary(let values), .string(let key)):
            guard let found = FeedparserNames.look(up: key, in: values) else { throw Failure.notThere(key) }
            return found
        case (.list(let values), .number(let number)), (.tuple(let values), .number(let number)):
            let index = number < 0 ? values.count + Int(number) : Int(number)
            guard values.indices.contains(index) else { throw Failure.notThere("[\(Int(number))]") }
            return values[index]
        default: throw Failure.notThere("\(key)")
        }
    }

    private func call(_ name: String, on value: PythonValue, _ arguments: [PythonValue]) throws -> PythonValue {
        switch (name, value, arguments.first) {
        case ("get", .dictionary(let values), .string(let key)?):
            return FeedparserNames.look(up: key, in: values) ?? (arguments.count > 1 ? arguments[1] : .none)
        case ("has_key", .dictionary(let values), .string(let key)?): return .bool(FeedparserNames.look(up: key, in: values) != nil)
        case ("startswith", .string(let text), .string(let part)?): return .bool(text.hasPrefix(part))
        case ("endswith", .string(let text), .string(let part)?): return .bool(text.hasSuffix(part))
        case ("lower", .string(let text), nil): return .string(text.lowercased())
        case ("keys", .dictionary(let values), nil): return .list(values.keys.sorted().map { .string($0) })
        // A time span is its seconds.
        case ("timedelta", _, _): return .number(Self.seconds(of: arguments))
        default: throw Failure.unknown(name)
        }
    }

    private static func seconds(of arguments: [PythonValue]) -> Double {
        zip(arguments, [86_400, 1, 1e-6]).reduce(0) { sum, part in
            if case .number(let value) = part.0 { sum + value * part.1 } else { sum }
        }
    }

    private mutating func arguments() throws -> [PythonValue] {
        var values: [PythonValue] = []
        while !scanner.take(")") {
            values.append(try either())
            guard scanner.take(",") || scanner.peek == UInt8(ascii: ")") else { throw Failure.syntax(at: scanner.place) }
        }
        return values
    }

    private mutating func atom() throws -> PythonValue {
        scanner.skipSpace()
        if let text = try scanner.takeString() {
            var text = text
            while let more = try scanner.takeString() { text += more }
            return .string(text)
        }
        if let number = scanner.takeNumber() { return .number(number) }
        if scanner.take("(") { return try parenthesised() }
        if scanner.take("[") { return .list(try items(until: "]")) }
        if scanner.take("{") { return try dictionary() }
        let name = scanner.takeName()
        switch name {
        case "": throw Failure.syntax(at: scanner.place)
        case "None": return .none
        case "True": return .bool(true)
        case "False": return .bool(false)
        case "datetime": return .none
        case "len" where scanner.take("("):
            switch try arguments().first {
            case .list(let values)?, .tuple(let values)?: return .number(Double(values.count))
            case .dictionary(let values)?: return .number(Double(values.count))
            case .string(let text)?: return .number(Double(text.unicodeScalars.count))
            default: throw Failure.unknown("len")
            }
        case "locals" where scanner.take("("):
            _ = try arguments()
            return .dictionary(names)
        default:
            guard let value = names[name] else { throw Failure.unknown(name) }
            return value
        }
    }

    private mutating func parenthesised() throws -> PythonValue {
        if scanner.take(")") { return .tuple([]) }
        let first = try either()
        if scanner.take(")") { return first }
        guard scanner.take(",") else { throw Failure.syntax(at: scanner.place) }
        return .tuple([first] + (try items(until: ")")))
    }

    private mutating func items(until end: Unicode.Scalar) throws -> [PythonValue] {
        var values: [PythonValue] = []
        while !scanner.take(end) {
            values.append(try either())
            guard scanner.take(",") || scanner.peek == UInt8(ascii: end) else { throw Failure.syntax(at: scanner.place) }
        }
        return values
    }

    private mutating func dictionary() throws -> PythonValue {
        var values: [String: PythonValue] = [:]
        while !scanner.take("}") {
            guard case .string(let key) = try either(), scanner.take(":") else { throw Failure.syntax(at: scanner.place) }
            values[key] = try either()
            guard scanner.take(",") || scanner.peek == UInt8(ascii: "}") else { throw Failure.syntax(at: scanner.place) }
        }
        return .dictionary(values)
    }
}
