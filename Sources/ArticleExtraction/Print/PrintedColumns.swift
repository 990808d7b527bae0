import BriefModel

/// Puts the pieces of a page into reading order: columns from left to right, divided by what runs across them, as XY-cut does
/// (Nagy and Seth 1984), but where a gutter is proven by lines of prose on both sides. Tables have gutters too and are read by rows.
enum PrintedColumns {
    /// Each element is read from top to bottom and holds no columns.
    static func regions(_ pieces: [PrintedPiece]) -> [[PrintedPiece]] {
        var regions: [[PrintedPiece]] = []
        var open: [(pieces: [PrintedPiece], depth: Int)] = [(pieces.sorted { $0.frame.top < $1.frame.top }, 0)]
        while let (pieces, depth) = open.popLast() {
            guard depth < 8, let gutter = Gutter.find(in: pieces) else {
                if !pieces.isEmpty { regions.append(pieces) }
                continue
            }
            open += gutter.bands(pieces).reversed().map { ($0, depth + 1) }
        }
        return regions
    }
}

/// A white strip between two columns.
struct Gutter {
    /// Where the right column begins.
    let edge: Float

    enum Side { case left, right, across }

    /// Two columns of print stand at least half a letter apart.
    func side(of piece: PrintedPiece) -> Side {
        if piece.frame.left >= edge - 1.5 { return .right }
        return piece.frame.right <= edge - piece.size * 0.4 ? .left : .across
    }

    /// Left column, right column, what runs across, and so on down the page.
    func bands(_ pieces: [PrintedPiece]) -> [[PrintedPiece]] {
        var bands: [[PrintedPiece]] = []
        var columns: (left: [PrintedPiece], right: [PrintedPiece]) = ([], [])
        var across: [PrintedPiece] = []
        func close() {
            bands += [across, columns.left, columns.right].filter { !$0.isEmpty }
            columns = ([], [])
            across = []
        }
        for piece in pieces {
            switch side(of: piece) {
            case .across:
                if !columns.left.isEmpty || !columns.right.isEmpty { close() }
                across.append(piece)
            case .left: columns.left.append(piece)
            case .right: columns.right.append(piece)
            }
        }
        close()
        return bands
    }

    /// The gutter with most lines side by side.
    /// - Parameter pieces: from top to bottom.
    static func find(in pieces: [PrintedPiece]) -> Gutter? {
        // A page of a newspaper has some two thousand; what has more is no print.
        guard (6...20_000).contains(pieces.count) else { return nil }
        let scored = edges(pieces).compactMap { edge in score(Gutter(edge: edge), pieces).map { (Gutter(edge: edge), $0) } }
        return scored.max { ($0.1, $1.0.edge) < ($1.1, $0.0.edge) }?.0
    }

    /// Where at least three pieces begin, the commonest eight.
    private static func edges(_ pieces: [PrintedPiece]) -> [Float] {
        let lefts = pieces.map(\.frame.left).sorted()
        var clusters: [(edge: Float, count: Int)] = []
        for left in lefts {
            if let last = clusters.last, left - last.edge <= 3 {
                clusters[clusters.count - 1].count += 1
            } else {
                clusters.append((left, 1))
            }
        }
        let first = lefts[0] + pieces[0].size * 4
        return clusters.filter { $0.count >= 3 && $0.edge > first }.sorted { $0.count > $1.count }.prefix(8).map(\.edge)
    }

    /// How many lines stand side by side; nil when this is no gutter between columns of prose.
    private static func score(_ gutter: Gutter, _ pieces: [PrintedPiece]) -> Int? {
        var left: [PrintedPiece] = []
        var right: [PrintedPiece] = []
        var across: [PrintedPiece] = []
        for piece in pieces {
            switch gutter.side(of: piece) {
            case .left: left.append(piece)
            case .right: right.append(piece)
            case .across: across.append(piece)
            }
        }
        let (lefts, rights) = (beside(left, right), beside(right, left))
        guard lefts.count >= 3, rights.count >= 3, isProse(lefts), isProse(rights) else { return nil }
        let crossing = across.count { $0.frame.top > rights[0].frame.top && $0.frame.bottom < rights[rights.count - 1].frame.bottom }
        let score = lefts.count + rights.count
        return crossing * 2 <= score ? score : nil
    }

    /// Those that have one of the others beside them; both from top to bottom.
    private static func beside(_ pieces: [PrintedPiece], _ others: [PrintedPiece]) -> [PrintedPiece] {
        var first = 0
        return pieces.filter { piece in
            while first < others.count, others[first].frame.bottom < piece.frame.top - 100 { first += 1 }
            return others[first...].prefix(64).contains {
                $0.frame.bottom - piece.frame.top > piece.size * 0.3 && piece.frame.bottom - $0.frame.top > piece.size * 0.3
            }
        }
    }

    /// Lines of running text are long and go on in lower case; cells are short, or figures, or begin anew each time.
    private static func isProse(_ pieces: [PrintedPiece]) -> Bool {
        let bytes = pieces.reduce(0) { $0 + $1.text.count }
        let digits = pieces.reduce(0) { $0 + $1.text.count { (0x30...0x39).contains($0) } }
        let continuing = pieces.count { piece in
            piece.text.first.map { (0x61...0x7A).contains($0) || $0 >= 0x80 && !piece.text.starts(with: "•".utf8) } ?? false
        }
        return bytes >= pieces.count * 14 && digits * 4 < bytes && continuing * 6 >= pieces.count
    }
}
