public import BriefModel

/// Where a fetcher gets time and chance from. Injected, so that pauses are tested without waiting.
public struct Pacing: Sendable {
    /// Since any fixed moment; never runs backwards.
    public let now: @Sendable () -> Duration
    /// Returns early when the task is cancelled.
    public let pause: @Sendable (Duration) async -> Void
    /// From 0 up to, not including, 1: spreads what would happen at the same moment.
    public let chance: @Sendable () -> Double
    /// The day and hour, for the dates of servers that do not tell their own; nil where there is none.
    public let clock: Clock?

    public init(
        now: @escaping @Sendable () -> Duration, pause: @escaping @Sendable (Duration) async -> Void,
        chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }, clock: Clock? = nil
    ) {
        self.now = now
        self.pause = pause
        self.chance = chance
        self.clock = clock
    }

    /// This machine's time, for as long as the process lives.
    public static func system(clock: Clock? = nil) -> Pacing {
        let start = ContinuousClock.now
        return Pacing(
            now: { ContinuousClock.now - start },
            pause: { duration in
                do { try await Task.sleep(for: duration) } catch { return }
            }, clock: clock)
    }
}
