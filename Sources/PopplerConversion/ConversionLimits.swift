/// What a conversion may use. A PDF is a program from a stranger; the child process that runs it gets this much and no more.
public struct ConversionLimits: Hashable, Sendable {
    /// Wall clock, then the child is killed.
    public var time: Duration
    /// Bytes of address space of the child.
    public var memory: Int
    /// Bytes of text.
    public var output: Int

    public init(time: Duration = .seconds(20), memory: Int = 1 << 30, output: Int = 20 * 1_048_576) {
        self.time = time
        self.memory = memory
        self.output = output
    }

    public static let standard = ConversionLimits()
}
