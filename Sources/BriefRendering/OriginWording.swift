public import BriefModel

extension Provenance.Origin {
    /// "in a byline".
    fileprivate var phrase: Phrase {
        switch self {
        case .linkedData: "in linked data (JSON-LD)"
        case .microdata: "in microdata"
        case .openGraph: "in its OpenGraph data"
        case .dublinCore: "in its Dublin Core data"
        case .meta: "in another meta element"
        case .timeElement: "in a time element"
        case .byline: "in a byline"
        case .heading: "in a heading"
        case .pageTitle: "in the title of the page"
        case .address: "in its address"
        case .text: "in the running text"
        case .fileHeader: "in the header of the file"
        case .feed: "in its feed"
        }
    }
}

extension Provenance {
    /// More than this is not said to a person, as in `inWords`.
    private static let surest = 0.97

    private static func percent(_ mark: Mark) -> Int { Int((min(mark.confidence, surest) * 100).rounded()) }

    /// "Found: the title in a heading (96%), the authors in a byline (81%)."; nil when nothing is known.
    public var phrase: Phrase? {
        let marks: [(Phrase, Mark?)] = [
            ("the title", title), ("the authors", authors), ("the day of publication", published), ("the day of change", modified),
            ("the text", body),
        ]
        let found = marks.compactMap { name, mark in
            mark.map {
                Phrase("{what} {where} ({percent}%)", ["what": name, "where": $0.origin.phrase, "percent": Self.percent($0)])
            }
        }
        return found.isEmpty ? nil : Phrase("Found: {places}.", ["places": Phrase.series(found)])
    }
}

extension UsageWishes {
    /// In sentences; nil when nothing is asked.
    public var phrase: Phrase? {
        var sentences: [Phrase] = []
        if !directives.isEmpty {
            sentences.append(Phrase("Its publisher asks: {wishes}.", ["wishes": directives.map(\.rawValue).joined(separator: ", ")]))
        }
        if let longestSnippet { sentences.append(Phrase("Quotations up to {count} characters.", ["count": longestSnippet])) }
        if reservesMining == true {
            sentences.append(
                miningPolicy.map { Phrase("Text and data mining is reserved (terms: {address}).", ["address": $0]) }
                    ?? "Text and data mining is reserved.")
        }
        if !licences.isEmpty { sentences.append(Phrase("Licence: {licences}.", ["licences": licences.joined(separator: ", ")])) }
        return sentences.isEmpty ? nil : .sentences(sentences)
    }
}
