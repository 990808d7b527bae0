import BriefModel

/// The blocks that are the article, of all that a reader sees.
struct BlockChoice {
    private(set) var kept: [PageBlock] = []

    init(_ features: BlockFeatures) {
        let blocks = features.blocks
        let signs = features.signs
        var scores = BlockScorer.scores(features.rows)
        for index in blocks.indices {
            let isTitle = signs[index].contains(.title) && blocks[index].kind == .heading
            if isTitle || signs[index].contains(.furniturePhrase) { scores[index] = -.infinity }
        }
        Self.liftQuotedPosts(signs, &scores)
        // A page whose text is nothing like an article's still has a best part.
        let best = scores.max() ?? 0
        let limit = best >= BlockForest.threshold ? BlockForest.threshold : best - 0.5
        var isInText = false
        var lastKept = -10
        for (index, block) in blocks.enumerated() {
            if !isInText, signs[index].contains(.byline) { continue }
            // Whose copy it is and what was put right belongs to the text it follows.
            let isNote = signs[index].contains(.note) && index - lastKept <= 3
            guard scores[index] >= limit || isNote else { continue }
            if block.text.count >= 60, block.kind != .heading { isInText = true }
            kept.append(block)
            lastKept = index
        }
        while let last = kept.last, last.kind == .heading { kept.removeLast() }
    }

    /// A post of a social network belongs to the text it is quoted in, whatever it is made of.
    private static func liftQuotedPosts(_ signs: [BlockSigns], _ scores: inout [Float]) {
        var index = 0
        while index < signs.count {
            var end = index
            while end < signs.count, signs[end].contains(.quotedPost) { end += 1 }
            if end > index {
                let around = max(index > 0 ? scores[index - 1] : -.infinity, end < signs.count ? scores[end] : -.infinity)
                for post in index..<end { scores[post] = max(scores[post], around) }
            }
            index = max(end, index + 1)
        }
    }
}
