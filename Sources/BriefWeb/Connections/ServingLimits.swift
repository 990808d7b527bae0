public import NIOCore

/// How much one who asks may cost. Whoever needs more is sent away; nobody else notices.
public struct ServingLimits: Hashable, Sendable {
    /// Open at once; further ones wait until one is closed.
    public var connections: Int
    /// Open at once from one client elsewhere.
    public var connectionsOfOne: Int
    /// Of a request: its line and its fields together, and each of them.
    public var headBytes: Int
    public var fields: Int
    /// Of the target of a request, in bytes.
    public var target: Int
    /// From the opening of a connection, or from the last answer on it, until a whole head is there. An idle connection ends by the same clock.
    public var headTime: TimeAmount
    /// From a head to the end of its body.
    public var bodyTime: TimeAmount
    /// How long an answer may wait for a reader who takes nothing of it.
    public var stallTime: TimeAmount
    /// How long a refused sender may go on sending unheard, so that the answer reaches it before the connection ends.
    public var lingerTime: TimeAmount
    /// How long the rest of a body is waited for when the site was told to stop.
    public var endTime: TimeAmount

    public init(
        connections: Int = 1_536, connectionsOfOne: Int = 256, headBytes: Int = 32 << 10, fields: Int = 100, target: Int = 8 << 10,
        headTime: TimeAmount = .seconds(30),
        bodyTime: TimeAmount = .seconds(60), stallTime: TimeAmount = .seconds(30), lingerTime: TimeAmount = .seconds(2),
        endTime: TimeAmount = .seconds(3)
    ) {
        self.connections = connections
        self.connectionsOfOne = connectionsOfOne
        self.headBytes = headBytes
        self.fields = fields
        self.target = target
        self.headTime = headTime
        self.bodyTime = bodyTime
        self.stallTime = stallTime
        self.lingerTime = lingerTime
        self.endTime = endTime
    }
}
