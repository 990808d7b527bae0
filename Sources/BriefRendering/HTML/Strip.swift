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

    /// Nil unless the dispute is about two figures: its label ends in both ("signatories: 34 / 35"), and each claim gives its own.
    init?(_ dispute: Dispute, others: some Sequence<Dispute> = EmptyCollection()) {
        guard let pair = Strip.differing(dispute) else { return nil }
        var points = [Strip.point(pair.followed, of: dispute.followed, isFollowed: true, isCorrected: false)]
        points.append(Strip.point(pair.other, of: dispute.notFollowed, isFollowed: false, isCorrected: dispute.kind == .corrected))
        for other in others {
            guard let quantity = Strip.differing(other)?.other, !points.contains(where: { $0.value == quantity.value }) else { continue }
            points.append(Strip.point(quantity, of: other.notFollowed, isFollowed: false, isCorrected: other.kind == .corrected))
        }
        self.points = points.sorted { ($0.value, $0.isFollowed ? 0 : 1) < ($1.value, $1.isFollowed ? 0 : 1) }
    }

    /// The figure of each side.
    static func differing(_ dispute: Dispute) -> (followed: Quantity, other: Quantity)? {
        let ends = dispute.whatDiffers.split(separator: ": ").last?.split(separator: " / ").map { Figure.value(of: $0) } ?? []
        guard ends.count == 2, let first = ends[0], let second = ends[1], first != second else { return nil }
        for (followed, other) in [(first, second), (second, first)] {
            if let left = dispute.followed.quantities.first(where: { $0.value == followed }),
                let right = dispute.notFollowed.quantities.first(where: { $0.value == other })
            {
                return (left, right)
            }
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
        write(to: &html) { references.source($0)?.outlet.name ?? "" }
    }

    /// - Parameter name: of the outlet of an article.
    func write(to html: inout HTMLWriter, naming name: (ArticleID) -> String) {
        let spoken = points.map { point in
            Phrase(
                "{figure}: {outlet}, {standing}",
                ["figure": point.label, "outlet": name(point.article), "standing": standing(point).phrase])
        }
        html.element(
            "svg", .class("strip"), .svg("viewBox", "0 0 340 56"), .svg("width", "340"), .svg("height", "56"), .role("img"),
            .label(.sentences(spoken.map { Phrase("{sentence}.", ["sentence": $0]) }))
        ) { html in
            html.void("path", .class("ax"), .svg("d", "M2 28H338"), closed: true)
            for point in points { draw(point, named: name(point.article), to: &html) }
        }
    }

    private func standing(_ point: Point) -> FigureRanges.Standing {
        point.isFollowed ? .followed : point.isCorrected ? .corrected : .notFollowed
    }

    private func draw(_ point: Point, named name: String, to html: inout HTMLWriter) {
        let x = place(point)
        let isFirst = x < 100, isLast = x > 240
        let anchor = isFirst ? "start" : isLast ? "end" : "middle"
        let textX = decimal(isFirst ? x - 6 : isLast ? x + 6 : x)
        html.element("text", .class("v"), .svg("x", textX), .svg("y", "14"), .svg("text-anchor", anchor), text: point.label)
        html.void("circle", .class(point.isFollowed ? "use" : "oth"), .svg("cx", decimal(x)), .svg("cy", "28"), .svg("r", "6"), closed: true)
        if point.isCorrected { html.void("path", .class("x"), .svg("d", "M\(decimal(x - 9)) 37l18-18"), closed: true) }
        html.element(
            "text", .svg("x", textX), .svg("y", "51"), .svg("text-anchor", anchor),
            text: name.clipped(to: points.count > 2 ? 16 : 24))
    }
}

extension String {
    func clipped(to length: Int) -> String {
        // One character may be as long as its writer likes.
        let text = shown(upTo: 8 * length)
        return text.count <= length ? text : text.prefix(length - 1) + "…"
    }
}
