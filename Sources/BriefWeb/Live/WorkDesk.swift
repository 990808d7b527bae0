/// Reads and writes topics when somebody asks, one at a time a topic. What is being done is told by the streams of events.
public struct WorkDesk: Sendable {
    public enum Task: String, Sendable { case read, write }

    /// Begins to read a topic's sources, and with `.write` writes its edition after that.
    /// - Parameter name: of the topic's file.
    /// - Returns: whether it was begun; not where the topic is being worked on.
    public var begin: @Sendable (_ task: Task, _ name: String) async throws -> Bool
    /// How the work on a topic stands, or how the last ended; nil where there was none.
    public var state: @Sendable (_ topic: String) async -> WorkState?

    public init(
        begin: @escaping @Sendable (_ task: Task, _ name: String) async throws -> Bool,
        state: @escaping @Sendable (_ topic: String) async -> WorkState?
    ) {
        self.begin = begin
        self.state = state
    }
}
