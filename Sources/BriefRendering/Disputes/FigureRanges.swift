import BriefModel

/// Figures that sources give differently: who says what, by what is counted, so that all of one unit stand on one scale.
struct FigureRanges {
    /// One figure as one source gives it.
    struct Voice {
        let value: Double
        let figure: String
        let source: BriefSource?
        /// Whom the source passes on; nil where it speaks for itself.
        let claimant: String?
        let standing: Standing
    }

    enum Standing {
        case followed, notFollowed, corrected

        var phrase: Phrase {
            switch self {
            case .followed: "followed"
            case .notFollowed: "not followed"
            case .corrected: "corrected"
            }
        }
    }

    /// What is said of one thing.
    struct Spread {
        let title: String
        /// By value; of equal ones the followed first.
        let voices: [Voice]
    }

    /// A scale with everything that stands on it.
    struct Scale {
        let unit: Phrase
        var spreads: [Spread]

        private var values: [Double] { spreads.flatMap { $0.voices.map(\.value) } }
        /// Zero, so that lengths are true, unless something is below it.
        var least: Double { min(0, values.min() ?? 0) }
        var greatest: Double { max(least + 1, values.max() ?? 0) }
    }

    let scales: [Scale]

    init(_ brief: Brief, references: References) {
        var scales: [Scale] = []
        for group in brief.disputeGroups {
            guard let (unit, spread) = Self.spread(group, references) else { continue }
            if let place = scales.firstIndex(where: { $0.unit.english == unit.english }) {
                scales[place].spreads.append(spread)
            } else {
                scales.append(Scale(unit: unit, spreads: [spread]))
            }
        }
        self.scales = scales
    }

    private static func spread(_ group: DisputeGroup, _ references: References) -> (unit: Phrase, spread: Spread)? {
        var voices: [Voice] = []
        var unit: String?
        for dispute in group.disputes {
            guard let (followed, other) = Strip.differing(dispute) else { continue }
            if voices.isEmpty { voices.append(Voice(followed, dispute.followed, .followed, references)) }
            unit = unit ?? followed.unit ?? other.unit
            voices.append(Voice(other, dispute.notFollowed, dispute.kind == .corrected ? .corrected : .notFollowed, references))
        }
        guard !voices.isEmpty else { return nil }
        // "number of countries: 34 / 35"
        let title = group.title.split(separator: ": ").dropLast().joined(separator: ": ")
        let ordered = voices.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }.map(\.element)
        return (name(ofUnit: unit, counted: title), Spread(title: title.capitalizedFirst, voices: ordered))
    }

    /// As a reader says it; a noun in the form in which the dispute counts it.
    private static func name(ofUnit unit: String?, counted title: String) -> Phrase {
        switch unit {
        case "USD": "US dollars"
        case "EUR": "Euros"
        case "GBP": "Pounds sterling"
        case "percent": "Per cent"
        default: .verbatim((title.hasPrefix("number of ") ? String(title.dropFirst(10)) : title).capitalizedFirst)
        }
    }
}

extension FigureRanges.Voice {
    fileprivate init(_ quantity: Quantity, _ claim: Claim, _ standing: FigureRanges.Standing, _ references: References) {
        let source = references.source(claim.passage.article)
        value = quantity.value
        figure = Figure.words(quantity)
        self.source = source
        let isOutlet = claim.claimant.isEmpty || claim.claimant == source?.outlet.name || claim.claimant == source?.outlet.id.rawValue
        claimant = isOutlet ? nil : claim.claimant
        self.standing = standing
    }

    var outlet: Phrase { source.map { .verbatim($0.outlet.name) } ?? "a source" }

    /// "34, Northlight Wire: followed".
    var line: Phrase {
        Phrase("{figure}, {outlet}: {standing}", ["figure": figure.capitalizedFirst, "outlet": outlet, "standing": standing.phrase])
    }

    /// "34 (Northlight Wire, 6 February 2026, citing a minister; followed)".
    var words: Phrase {
        let parts = [outlet, source.map { Words.phrase($0.day) }, claimant.map { Phrase("citing {claimant}", ["claimant": $0]) }].compactMap { $0 }
        return Phrase(
            "{figure} ({circumstances}; {standing})", ["figure": figure, "circumstances": Phrase.series(parts), "standing": standing.phrase])
    }
}

extension FigureRanges.Spread {
    /// "Number of countries: 34 (…); 35 (…)."
    var words: Phrase { Phrase("{title}: {voices}.", ["title": title, "voices": Phrase.clauses(voices.map(\.words))]) }
}

extension FigureRanges {
    static let title: Phrase = "How far apart the figures are"
    static let method: Phrase = """
        Each figure on a true scale from zero, all of one unit on the same one. Filled: followed. Hollow: not followed. Struck: corrected by its source.
        """
}
