/// What a conversion may use. A PDF is a program from a stranger; the child process that runs it gets this much and no more.
public struct ConversionLimits: Hashable, Sendable {
    /// Wall clock, then the child is killed.
    public var time: Duration
    /// Bytes of address space of the child.
    public var memory: Int
    /// Bytes the child may write: words with their places, some 130 bytes each. They are read as they come and never held.
    public var output: Int
    public var pages: Int
    public var words: Int

    public init(time: Duration = .seconds(20), memory: Int = 1 << 30, output: Int = 400 << 20, pages: Int = 5000, words: Int = 2_000_000) {
        self.time = time
        self.memory = memory
        self.output = output
        self.pages = pages
        self.words = words
    }

    public static let standard = ConversionLimits()
}

extension ConversionLimits {
    /// Whole seconds, at least one; also the child's limit on processor time.
    public var seconds: Int { max(1, Int(time.components.seconds) + (time.components.attoseconds > 0 ? 1 : 0)) }

    /// For messages.
    public var timeInWords: String { seconds == 1 ? "1 second" : "\(seconds) seconds" }
    /// For messages.
    public var memoryInWords: String { Self.inWords(memory) + " of memory" }
    var outputInWords: String { Self.inWords(output) + " of words and places" }

    private static func inWords(_ bytes: Int) -> String { bytes >= 1_048_576 ? "\(bytes / 1_048_576) MiB" : "\(bytes) bytes" }
}
