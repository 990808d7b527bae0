/// Tells how far a stage is, and by its pace so far when it ends.
final class ProgressClock {
    private let tell: (DistillationProgress) -> Void
    private var stage = DistillationProgress.Stage.vocabulary
    private var total = 0
    private var done = 0
    /// What was there from a run before, and says nothing of the pace.
    private var skipped = 0
    private var since = ContinuousClock.now

    init(_ tell: @escaping (DistillationProgress) -> Void) { self.tell = tell }

    func start(_ stage: DistillationProgress.Stage, of total: Int) {
        (self.stage, self.total, done, skipped, since) = (stage, total, 0, 0, .now)
        report()
    }

    func reach(_ done: Int, of total: Int? = nil) {
        self.total = total ?? self.total
        self.done = done
        report()
    }

    func skip(_ count: Int) {
        done += count
        skipped += count
        report()
    }

    private func report() {
        let made = done - skipped
        let spent = Double((ContinuousClock.now - since) / .seconds(1))
        let left = made > 0 ? spent / Double(made) * Double(total - done) : nil
        tell(DistillationProgress(stage: stage, done: done, total: total, secondsLeft: left))
    }
}
