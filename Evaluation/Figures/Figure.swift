/// One measured value: printed as `name value`.
public struct Figure: Hashable, Sendable {
    public let name: String
    public let value: Double

    public init(_ name: String, _ value: Double) {
        self.name = name
        self.value = value
    }

    /// A share; of nothing, all.
    public init(_ name: String, share part: Int, of whole: Int) {
        self.init(name, whole == 0 ? 1 : Double(part) / Double(whole))
    }

    /// Whole numbers as such, others with three digits.
    public var line: String {
        "\(name) \(value == value.rounded() ? String(Int(value)) : String((value * 1000).rounded() / 1000))"
    }
}
