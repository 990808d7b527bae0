import Dispatch

extension Array where Element: Sendable {
    /// What `work` makes of each element, on all cores, in their order.
    func mapOnAllCores<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
        var results = [Result?](repeating: nil, count: count)
        results.withUnsafeMutableBufferPointer { results in
            // Every iteration writes its own place only.
            nonisolated(unsafe) let results = results
            DispatchQueue.concurrentPerform(iterations: count) { results[$0] = work(self[$0]) }
        }
        return results.compactMap(\.self)
    }
}
