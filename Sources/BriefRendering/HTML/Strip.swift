import BriefModel

/// Figures that differ, on a true linear scale. Filled: followed. Hollow: not followed. Struck: corrected by its source.
struct Strip {
    struct Point {
        let value: Double
        let label: String
        let article: ArticleID
        let isFollowed: Bool
        let isCorrected: Bool
    }

    let points: [Point]

    /// Nil unless the two claims give different values in the same unit.
    init?(_ dispute: Dispute, others: some Sequence<Dispute> = EmptyCollection()) {
        guard let pair = Strip.differing(dispute.followed, dispute.notFollowed) else { return nil }
        var points = [Strip.point(pair.followed, of: dispute.followed, isFollowed: true, isCorrected: false)]
        points.append(Strip.point(pair.other, of: dispute.notFollowed, isFollowed: false, isCorrected: dispute.kind == .corrected))
        for other in others {
            guard let quantity = other.notFollowed.quantities.first(where: { $0.unit == pair.other.unit && $0.value != pair.followed.value }) else {
                continue
            }
            let point = Strip.point(quantity, of: other.notFollowed, isFollowed: false, isCorrected: other.kind == .corrected)
            if !points.contains(where: { $0.value == point.value }) { points.append(point) }
        }
        self.points = points.sorted { ($0.value, $0.isFollowed ? 0 : 1) < ($1.value, $1.isFollowed ? 0 : 1) }
    }

    private static func differing(_ followed: Claim, _ other: Claim) -> (followed: Quantity, other: Quantity)? {
        for quantity in followed.quantities where quantity.upper == nil && quantity.value >= 0 {
            let rivals = other.quantities.filter { $0.unit == quantity.unit && $0.upper == nil && $0.value >= 0 }
            guard !rivals.isEmpty, !rivals.contains(where: { $0.value == quantity.value }) else { continue }
            return (quantity, rivals[0])
        }
        return nil
    }

    private static func point(_ quantity: Quantity, of claim: Claim, isFollowed: Bool, isCorrected: Bool) -> Point {
        Point(
            value: quantity.value, label: Figure.words(quantity), article: claim.passage.article, isFollowed: isFollowed,
            isCorrected: isCorrected)
    }

    private static let width = 340.0, edge = 9.0

    /// Linear from the least to the greatest value; from zero when that keeps the points apart.
    private func place(_ point: Point) -> Double {
        let values = points.map(\.value)
        guard let least = values.min(), let greatest = values.max(), greatest > least else { return Strip.width / 2 }
        return Strip.edge + (point.value - least) / (greatest - least) * (Strip.width - 2 * Strip.edge)
    }

    func write(references: References, to html: inout HTMLWriter) {
        let spoken = points.map { point in
            "\(point.label): \(name(point, references)), \(point.isFollowed ? "followed" : point.isCorrected ? "corrected" : "not followed")"
        }
        html.element(
            "svg", .class("strip"), .svg("viewBox", "0 0 340 56"), .svg("width", "340"), .svg("height", "56"), .role("img"),
            .label(spoken.joined(separator: ". ") + ".")
        ) { html in
            html.void("path", .class("ax"), .svg("d", "M2 28H338"), closed: true)
            for point in points { draw(point, references: references, to: &html) }
        }
    }

    private func name(_ point: Point, _ references: References) -> String { references.source(point.article)?.outlet.name ?? "" }

    private func draw(_ point: Point, references: References, to html: inout HTMLWriter) {
        let x = place(point)
        let isFirst = x < 100, isLast = x > 240
        let anchor = isFirst ? "start" : isLast ? "end" : "middle"
        let textX = decimal(isFirst ? x - 6 : isLast ? x + 6 : x)
        html.element("text", .class("v"), .svg("x", textX), .svg("y", "14"), .svg("text-anchor", anchor), text: point.label)
        html.void("circle", .class(point.isFollowed ? "use" : "oth"), .svg("cx", decimal(x)), .svg("cy", "28"), .svg("r", "6"), closed: true)
        if point.isCorrected { html.void("path", .class("x"), .svg("d", "M\(decimal(x - 9)) 37l18-18"), closed: true) }
        html.element(
            "text", .svg("x", textX), .svg("y", "51"), .svg("text-anchor", anchor),
            text: name(point, references).clipped(to: points.count > 2 ? 16 : 24))
    }
}

/// A figure as a caption writes it.
enum Figure {
    static func words(_ quantity: Quantity) -> String {
        if quantity.value == 0 { return "none" }
        let number = words(quantity.value)
        return switch quantity.unit {
        case "USD": "$" + number
        case "EUR": "€" + number
        case "GBP": "£" + number
        case "percent": number + "%"
        default: number
        }
    }

    /// `400,000`, `16 million`, `1.2 billion`, `0.45`.
    static func words(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return String(value) }
        for (size, name) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] where value.magnitude >= size {
            return short(value / size) + name
        }
        return short(value)
    }

    /// At most two decimals, without trailing zeros.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let whole = Wording.grouped(hundredths / 100)
        let rest = Int(hundredths.magnitude % 100)
        if rest == 0 { return whole }
        return whole + "." + (rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest))
    }
}

extension String {
    func clipped(to length: Int) -> String { count <= length ? self : prefix(length - 1) + "…" }
}
