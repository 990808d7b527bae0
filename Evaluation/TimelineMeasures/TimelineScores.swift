/// A timeline against one written by journalists, as the field scores it (Martschat and Markert 2017; PyPI `tilse`): F1 of the days, and ROUGE-1 and 2
/// where each day is compared with the day that is nearest in date and content ("align+ m:1").
struct TimelineScores {
    struct Share {
        var precision: (part: Double, whole: Double) = (0, 0)
        var recall: (part: Double, whole: Double) = (0, 0)
    }

    private(set) var days = Share()
    private(set) var rouge1 = Share()
    private(set) var rouge2 = Share()

    /// A day by its number since 1970, with its sentences.
    typealias Timeline = [Int: [String]]

    private let words = RougeWords()

    init(_ found: Timeline, against wanted: Timeline) {
        let both = Double(Set(found.keys).intersection(wanted.keys).count)
        days = Share(precision: (both, Double(found.count)), recall: (both, Double(wanted.count)))
        let plain = { (timeline: Timeline) in timeline.mapValues { Self.plainCounts($0) } }
        let (foundWords, wantedWords) = (plain(found), plain(wanted))
        for (day, sentences) in found {
            guard let other = nearest(to: day, foundWords[day] ?? [:], among: wantedWords) else { continue }
            add(sentences, wanted[other.day] ?? [], weight: other.weight, isPrecision: true)
        }
        for (day, sentences) in wanted {
            guard let other = nearest(to: day, wantedWords[day] ?? [:], among: foundWords) else { continue }
            add(found[other.day] ?? [], sentences, weight: other.weight, isPrecision: false)
        }
    }

    private mutating func add(_ found: [String], _ wanted: [String], weight: Double, isPrecision: Bool) {
        let (foundWords, wantedWords) = (words.words(of: found), words.words(of: wanted))
        for (length, path) in [(1, \TimelineScores.rouge1), (2, \TimelineScores.rouge2)] {
            let (one, other) = (RougeWords.counts(foundWords, of: length), RougeWords.counts(wantedWords, of: length))
            let shared = weight * Double(RougeWords.shared(one, other))
            if isPrecision {
                self[keyPath: path].precision.part += shared
                self[keyPath: path].precision.whole += Double(one.values.reduce(0, +))
            } else {
                self[keyPath: path].recall.part += shared
                self[keyPath: path].recall.whole += Double(other.values.reduce(0, +))
            }
        }
    }

    /// The day of least cost, the first of equals: one minus nearness in date, times one minus F1 of the plain words.
    private func nearest(to day: Int, _ own: [String: Int], among others: [Int: [String: Int]]) -> (day: Int, weight: Double)? {
        var best: (day: Int, weight: Double, cost: Double)?
        for other in others.keys.sorted() {
            let weight = 1 / Double(abs(day - other) + 1)
            let cost = (1 - weight) * (1 - Self.f1(own, others[other] ?? [:]))
            if cost < (best?.cost ?? .infinity) { best = (other, weight, cost) }
        }
        return best.map { ($0.day, $0.weight) }
    }

    private static func plainCounts(_ sentences: [String]) -> [String: Int] {
        let marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
        return sentences.reduce(into: [:]) { counts, sentence in
            for word in sentence.split(separator: " ") where !marks.contains(word) { counts[String(word), default: 0] += 1 }
        }
    }

    private static func f1(_ one: [String: Int], _ other: [String: Int]) -> Double {
        let whole = one.values.reduce(0, +) + other.values.reduce(0, +)
        return whole == 0 ? 0 : 2 * Double(RougeWords.shared(one, other)) / Double(whole)
    }
}

extension TimelineScores.Share {
    static func ratio(_ share: (part: Double, whole: Double)) -> Double { share.whole == 0 ? 0 : share.part / share.whole }

    /// F1 of mean precision and mean recall, as the field averages over timelines.
    static func mean(_ shares: [Self]) -> Double {
        let count = Double(max(1, shares.count))
        let precision = shares.reduce(0) { $0 + ratio($1.precision) } / count
        let recall = shares.reduce(0) { $0 + ratio($1.recall) } / count
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
}
