import BriefModel
import TextAnalysis

/// What a brief cites, followed to the articles at hand, and asked whether they bear the line out.
struct CitedSources {
    private let references: BriefReferences
    private let index: EvidenceIndex
    /// Articles by their address in the form that all spellings share.
    private let byAddress: [String: [Int]]
    /// Folded titles of at least three words, in the order of the articles.
    private let titles: [(words: String, shelf: Int)]
    private let outlets: [(name: String, shelves: [Int])]

    private var alone: LoneShelves

    init(_ references: BriefReferences, index: EvidenceIndex) {
        self.references = references
        self.index = index
        alone = LoneShelves(index)
        var byAddress: [String: [Int]] = [:]
        var titles: [(words: String, shelf: Int)] = []
        var outlets: [String: [Int]] = [:]
        for (number, shelf) in index.shelves.enumerated() {
            byAddress[CitedAddress.key(shelf.article.address), default: []].append(number)
            let title = Folding.fold(shelf.article.title)
            if title.split(separator: " ").count >= 3 { titles.append((title, number)) }
            if let outlet = shelf.outlet { outlets[Folding.fold(outlet.name), default: []].append(number) }
        }
        self.byAddress = byAddress
        self.titles = titles
        self.outlets = outlets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The checks of a line that is no claim, or none that is read here.
    func unchecked(_ marks: [CitationMark]) -> [CitationCheck] {
        marks.map { CitationCheck(mark: $0.shown, target: target(of: $0), articles: [], outcome: .notChecked) }
    }

    /// - Parameter found: what all articles together say of the line.
    mutating func checks(of line: BriefText.Line, setting: String?, beside found: Finding) -> [CitationCheck] {
        var seen: Set<CitationMark.Target> = []
        var checks: [CitationCheck] = []
        for mark in line.marks where seen.insert(mark.target).inserted {
            guard let target = target(of: mark) else {
                checks.append(CitationCheck(mark: mark.shown, target: nil, articles: [], outcome: .leadsNowhere))
                continue
            }
            let shelves = shelves(of: mark.target)
            let outcome = outcome(of: line, setting: setting, by: shelves, beside: found)
            checks.append(
                CitationCheck(mark: mark.shown, target: target, articles: shelves.map { index.shelves[$0].article.id }, outcome: outcome))
        }
        return checks
    }

    /// The same judge, with the cited articles for a library.
    private mutating func outcome(
        of line: BriefText.Line, setting: String?, by shelves: [Int], beside found: Finding
    ) -> CitationCheck.Outcome {
        guard !shelves.isEmpty else { return .notHeld }
        switch alone.judgement(of: shelves, on: line.sentence, label: line.label, setting: setting).verdict {
        case .supported: return .supports
        case .partly: return .supportsPartly
        case .contradicted: return .contradicts
        case .unsupported where !shelves.contains { index.shelves[$0].isCompared }: return .notChecked
        case .unsupported, .notAClaim, .notChecked:
            let articles = Set(shelves.map { index.shelves[$0].article.id })
            let others = found.evidence.contains { $0.stance == .supports && !articles.contains($0.passage.article) }
            return others && (found.verdict == .supported || found.verdict == .partly) ? .anotherSupports : .noneSupports
        }
    }

    /// What a mark leads to, in words; nil when the list of sources has no such entry.
    private func target(of mark: CitationMark) -> String? {
        switch mark.target {
        case .address(let address): address
        case .words(let words): words
        case .entry(let label): references.entry(label).map { $0.addresses.first ?? $0.words }
        }
    }

    private func shelves(of target: CitationMark.Target) -> [Int] {
        switch target {
        case .address(let address): return byAddress[CitedAddress.key(address)] ?? relative(address)
        case .words(let words): return shelves(named: words)
        case .entry(let label):
            guard let entry = references.entry(label) else { return [] }
            let addressed = entry.addresses.flatMap { shelves(of: .address($0)) }
            // "[1]: sources/report.pdf" names a file.
            let addressedOrNamed = addressed.isEmpty && !entry.words.contains(" ") ? relative(entry.words) : addressed
            return addressedOrNamed.isEmpty ? shelves(named: entry.words) : addressedOrNamed
        }
    }

    /// "sources/report.pdf" means the file of that name that was read.
    private func relative(_ address: String) -> [Int] {
        guard !address.contains("://") else { return [] }
        let path = "/" + address.drop { $0 == "." || $0 == "/" }
        guard path.utf8.count > 3 else { return [] }
        return index.shelves.indices.filter { index.shelves[$0].article.address.hasSuffix(path) }
    }

    /// By title; else all of the outlet named, on the day named where there is one.
    private func shelves(named words: String) -> [Int] {
        let folded = Folding.fold(words)
        let titled = titles.filter { folded.contains($0.words) || $0.words == folded }.map(\.shelf)
        guard titled.isEmpty else { return titled }
        let named = outlets.filter { folded.contains($0.name) }.max { $0.name.utf8.count < $1.name.utf8.count }
        guard let named else { return [] }
        let days = TextAnalyzer().sentences(in: words).flatMap(\.dates)
        let dated = named.shelves.filter { shelf in
            days.contains { $0.first <= index.shelves[shelf].article.day && index.shelves[shelf].article.day <= $0.last }
        }
        return days.isEmpty ? named.shelves : dated
    }
}

/// Addresses as they are compared: two spellings of one page are equal.
enum CitedAddress {
    /// Without scheme, `www.`, the slash at the end, the fragment and what only counts visitors.
    static func key(_ address: String) -> String {
        guard let web = WebAddress(address) else { return address }
        let host = web.host.hasPrefix("www.") ? String(web.host.dropFirst(4)) : web.host
        let path = web.path.hasSuffix("/") ? String(web.path.dropLast()) : web.path
        let query = (web.query ?? "").split(separator: "&").filter { part in !counting.contains { part.hasPrefix($0) } }.joined(separator: "&")
        let standard = web.port == (web.scheme == "https" ? 443 : 80)
        return host + (standard ? "" : ":\(web.port)") + path + (query.isEmpty ? "" : "?" + query)
    }

    private static let counting = ["utm_", "fbclid=", "gclid="]
}
