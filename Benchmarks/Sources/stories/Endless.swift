import BriefModel
import Glibc
import LocalInference
import Rounds
import StoryClustering

/// A stream without end: stories are born, told of ever less, and die.
///
/// Made up: words by Zipf's law out of 60,000; a story has twelve of its own; how many articles it gets is heavy-tailed (one in most cases, hundreds in
/// few), and they come ever more seldom. So, as in news, most of what comes belongs to what was there yesterday, and much to nothing.
struct Endless {
    /// Of an article.
    let words: Int

    private static let vocabulary = 60_000
    private static let wordsOfStory = 12
    /// Stories told of at a time.
    private static let live = 3_000

    private struct Telling {
        let words: [Int]
        var left: Int
    }

    private static func story(_ chance: inout Chance) -> Telling {
        Telling(
            words: (0..<wordsOfStory).map { _ in 200 + chance.below(vocabulary - 200) }, left: min(400, Int(1 / max(0.002, chance.share()))))
    }

    func run(count: Int) throws {
        var chance = Chance(seed: 17)
        var tellings = (0..<Self.live).map { _ in Self.story(&chance) }
        var stream = StoryStream(encoder: try StaticEncoder.inside())
        var laps: [Double] = []
        print("articles   µs each   p99 µs   slowest ms   strands   MB")
        for number in 0..<count {
            let article = next(number, &tellings, &chance)
            let start = ContinuousClock.now
            _ = try stream.place([article])
            _ = stream.takeJoined()
            _ = stream.takeRetired()
            laps.append((ContinuousClock.now - start) / .microseconds(1))
            if marks(count).contains(number + 1) { show(number + 1, laps.suffix(min(laps.count, 10_000)), stream.strands) }
            if laps.count > 20_000 { laps.removeFirst(10_000) }
        }
    }

    private func marks(_ count: Int) -> [Int] { [10_000, 30_000, 100_000, 300_000, 1_000_000, count] }

    private func show(_ number: Int, _ laps: ArraySlice<Double>, _ strands: Int) {
        let sorted = laps.sorted()
        let mean = sorted.reduce(0, +) / Double(sorted.count)
        let figures = [mean, sorted[sorted.count * 99 / 100], (sorted.last ?? 0) / 1000].map { String(Double(Int($0 * 10)) / 10) }
        print(number, figures.joined(separator: "   "), strands, Self.megabytes(), separator: "   ")
        fflush(nil)
    }

    private func next(_ number: Int, _ tellings: inout [Telling], _ chance: inout Chance) -> Article {
        let story = chance.below(Self.live)
        var text: [String] = []
        for place in 0..<words {
            // Two words in three of a title are the story's own, one in eight of a report.
            let isOwn = chance.share() < (place < 8 ? 0.66 : 0.125)
            let word = isOwn ? tellings[story].words[chance.below(Self.wordsOfStory)] : chance.rank(of: Self.vocabulary)
            text.append("w\(Self.letters(word))")
        }
        tellings[story].left -= 1
        if tellings[story].left <= 0 { tellings[story] = Self.story(&chance) }
        return Stories.article(number, title: text.prefix(8).joined(separator: " "), text: text.dropFirst(8).joined(separator: " "))
    }

    private static func letters(_ number: Int) -> String {
        var number = number
        var word: [UInt8] = []
        repeat {
            word.append(UInt8(97 + number % 26))
            number /= 26
        } while number > 0
        return String(decoding: word, as: UTF8.self)
    }

    /// Resident now.
    private static func megabytes() -> Int {
        guard let pages = (try? bytes(of: "/proc/self/statm")).map({ String(decoding: $0, as: UTF8.self).split(separator: " ") }), pages.count > 1
        else { return 0 }
        return (Int(pages[1]) ?? 0) * 4096 / 1_048_576
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = fread(&buffer, 1, 256, file)
        return Array(buffer[..<count])
    }
}
