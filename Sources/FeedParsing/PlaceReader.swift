/// Reads places: GeoRSS in its simple and GML forms, and the W3C's `geo:lat` and `geo:long`.
struct PlaceReader {
    let context: FeedContext
    private var document: XMLDocument { context.document }

    /// - Parameter other: what an earlier element said: latitude and longitude come one by one.
    func read(_ element: XMLDocument.Node, beside other: FeedPlace?) -> FeedPlace? {
        switch (document.vocabulary(element), document.term(element)) {
        case (.georss, .point): return simple(element, .point)
        case (.georss, .line): return simple(element, .line)
        case (.georss, .polygon): return simple(element, .polygon)
        case (.georss, .box): return simple(element, .box)
        case (.georss, .where): return document.children(element).lazy.compactMap { markup($0) }.first
        case (.gml, _): return markup(element)
        case (.geo, .point):
            return document.children(element).reduce(other) { read($1, beside: $0) }
        case (.geo, .lat): return context.text(element).flatMap { Double($0) }.map { coordinate($0, at: 1, of: other) } ?? other
        case (.geo, .long): return context.text(element).flatMap { Double($0) }.map { coordinate($0, at: 0, of: other) } ?? other
        default: return nil
        }
    }

    private func coordinate(_ value: Double, at place: Int, of other: FeedPlace?) -> FeedPlace {
        var position = other.flatMap { $0.shape == .point ? $0.positions.first : nil } ?? [0, 0]
        position[place] = value
        return FeedPlace(shape: .point, positions: [position])
    }

    private func simple(_ element: XMLDocument.Node, _ shape: FeedPlace.Shape) -> FeedPlace? {
        place(shape, numbers(document.text(element)), dimension: 2, latitudeFirst: true) ?? FeedPlace(shape: shape, positions: [])
    }

    private func markup(_ element: XMLDocument.Node) -> FeedPlace? {
        let shape: FeedPlace.Shape
        switch document.term(element) {
        case .point: shape = .point
        case .linestring: shape = .line
        case .polygon: shape = .polygon
        case .envelope: shape = .box
        default: return nil
        }
        var values: [Double] = []
        var system = document.attribute(element, .srsname)
        var dimension = document.attribute(element, .srsdimension).flatMap { Int($0) }
        for node in element..<document.end(of: element) where !document.isText(node) {
            switch document.term(node) {
            case .pos, .poslist, .lowercorner, .uppercorner, .coordinates:
                system = document.attribute(node, .srsname) ?? system
                dimension = document.attribute(node, .srsdimension).flatMap { Int($0) } ?? dimension
                values += numbers(document.text(node))
            default: break
            }
        }
        return place(shape, values, dimension: dimension ?? 2, latitudeFirst: system.map(isLatitudeFirst) ?? true)
    }

    /// Geographic systems of EPSG put latitude first; projected ones (from 5 digits, or UTM's 326xx and 327xx) east first.
    private func isLatitudeFirst(_ system: String) -> Bool {
        let digits = system.utf8.reversed().prefix { (0x30...0x39).contains($0) }
        guard digits.count >= 4, let number = Int(String(decoding: digits.reversed(), as: UTF8.self)) else { return true }
        return (4000...4999).contains(number) || system.hasSuffix("CRS84") == false && number < 5000
    }

    private func place(_ shape: FeedPlace.Shape, _ numbers: [Double], dimension: Int, latitudeFirst: Bool) -> FeedPlace? {
        guard (2...3).contains(dimension), numbers.count >= dimension else { return nil }
        let positions = stride(from: 0, through: numbers.count - dimension, by: dimension).map { start -> [Double] in
            var position = Array(numbers[start..<(start + dimension)])
            if latitudeFirst { position.swapAt(0, 1) }
            return position
        }
        return FeedPlace(shape: shape, positions: shape == .point ? Array(positions.prefix(1)) : positions)
    }

    private func numbers(_ text: String) -> [Double] {
        text.split { " ,\n\t\r".contains($0) }.prefix(20_000).compactMap { Double($0) }
    }
}
