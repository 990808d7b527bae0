import BriefModel
import Figures
import Foundation
import Inference
import StoryClustering
import TextAnalysis

/// Labelled articles in the order they came, and where the clusterer put them.
struct Grouping {
    private let wanted: [Int]
    private let found: [Int]
    private let titles: [String]

    /// - Parameter articles: with the label of their story.
    init(_ articles: [(article: Article, label: String)], encoder: any SentenceEncoder) throws {
        var clusterer = StoryClusterer(encoder: encoder)
        for item in articles { _ = try clusterer.place(TextAnalyzer().analyze(item.article)) }
        var storyOf: [ArticleID: Int] = [:]
        for (number, story) in clusterer.stories(reprints: []).enumerated() { for article in story.articles { storyOf[article] = number } }
        found = articles.map { storyOf[$0.article.id] ?? -1 }
        var labels: [String: Int] = [:]
        wanted = articles.map { item in
            let next = labels.count
            labels[item.label] = labels[item.label] ?? next
            return labels[item.label] ?? next
        }
        titles = articles.map(\.article.title)
    }

    var partition: Partition { Partition(wanted: wanted, found: found) }

    /// What stands behind the figures: counts, an interval, and the stories that fell apart or together.
    func show(_ name: String, _ show: (String) -> Void) {
        let own = partition
        let interval = interval()
        show(
            "\(name): gold \(own.gold), predicted \(own.predicted), precision \(own.precision), recall \(own.recall), b3 within \(interval.b3), ami within \(interval.ami)"
        )
        for (label, places) in Dictionary(grouping: wanted.indices, by: { wanted[$0] }).sorted(by: { $0.key < $1.key }) {
            let parts = Dictionary(grouping: places) { found[$0] }.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
            let mixed = Set(parts[0].map { found[$0] })
            let strangers = wanted.indices.filter { mixed.contains(found[$0]) && wanted[$0] != label }
            guard parts.count > 1 || !strangers.isEmpty else { continue }
            show("  \(titles[places[0]].prefix(70)) (\(places.count)): parts \(parts.map(\.count)), with \(strangers.count) of other stories")
        }
    }

    /// 95% intervals by drawing whole events again, with replacement, 200 times.
    private func interval() -> (b3: ClosedRange<Double>, ami: ClosedRange<Double>) {
        let events = Dictionary(grouping: wanted.indices) { wanted[$0] }.sorted { $0.key < $1.key }.map(\.value)
        var seed: UInt64 = 7
        var b3: [Double] = []
        var ami: [Double] = []
        for _ in 0..<200 {
            var drawn: (wanted: [Int], found: [Int]) = ([], [])
            var times = [Int](repeating: 0, count: events.count)
            for draw in events.indices {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let event = Int((seed >> 33) % UInt64(events.count))
                // An event drawn again is another event, and so are its stories.
                drawn.wanted += events[event].map { _ in draw }
                drawn.found += events[event].map { found[$0] * events.count + times[event] }
                times[event] += 1
            }
            let partition = Partition(wanted: drawn.wanted, found: drawn.found)
            b3.append(partition.f1)
            ami.append(partition.ami)
        }
        func middle(_ values: [Double]) -> ClosedRange<Double> {
            let sorted = values.sorted()
            return (sorted[5] * 1000).rounded() / 1000...(sorted[194] * 1000).rounded() / 1000
        }
        return (middle(b3), middle(ami))
    }
}
