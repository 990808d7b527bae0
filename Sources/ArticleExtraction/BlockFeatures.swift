import BriefModel
import HTMLParsing

/// The blocks of a page as rows of numbers: what each says, where it stands, what stands around it.
struct BlockFeatures {
    let blocks: [PageBlock]
    /// `width` numbers a block.
    private(set) var rows: [Float]
    /// What rules say of each block.
    private(set) var signs: [BlockSigns]
    private let map: PageMap
    private let root: Range<Int>
    private let wordings: [BlockWording]
    private let sums: BlockSums
    private let titleBlock: Int
    /// Of each block, what its neighbours ask for.
    private let lengths: [Float]
    private let linkShares: [Float]
    private let kinds: [Float]
    private var start = 0

    static let width = BlockFeature.allCases.count

    init(_ map: PageMap, blocks: [PageBlock], root: Int, title: String) {
        self.map = map
        self.blocks = blocks
        self.root = root..<map.document.end(of: root)
        wordings = blocks.map { BlockWording($0.text) }
        sums = BlockSums(map, blocks, wordings)
        lengths = blocks.map(Self.length)
        linkShares = blocks.map(Self.linkShare)
        kinds = blocks.map { Self.number($0.kind) }
        let key = Folding.key(Array(title.utf8))
        signs = blocks.map { BlockSigns($0, titleKey: key) }
        titleBlock = Self.titleBlock(blocks, signs, root: self.root)
        rows = [Float](repeating: 0, count: blocks.count * Self.width)
        for index in blocks.indices {
            start = index * Self.width
            setWording(index)
            setPlace(blocks[index].place, at: index)
            setNames(blocks[index].place)
            setPosition(index)
            setSurroundings(index)
            setNeighbours(index)
        }
    }

    /// The heading that is the title: the first in the root, or else the last before it; -1 when there is none.
    private static func titleBlock(_ blocks: [PageBlock], _ signs: [BlockSigns], root: Range<Int>) -> Int {
        var found = -1
        for (index, block) in blocks.enumerated() where block.kind == .heading && signs[index].contains(.title) {
            if block.node >= root.upperBound, found >= 0 { break }
            found = index
            if block.node >= root.lowerBound { break }
        }
        return found
    }

    private mutating func set(_ feature: BlockFeature, _ value: Float) { rows[start + feature.rawValue] = value }
    private mutating func set(_ feature: BlockFeature, _ flag: Bool) { rows[start + feature.rawValue] = flag ? 1 : 0 }

    private static func length(_ block: PageBlock) -> Float { Float(min(block.text.count, 2000)) }

    private static func linkShare(_ block: PageBlock) -> Float { Float(block.linkLength) / Float(max(1, block.text.count - block.text.count / 8)) }

    private static func number(_ kind: TextBlock.Kind) -> Float {
        switch kind {
        case .paragraph: 0
        case .quote: 1
        case .listItem: 2
        case .tableRow: 3
        case .heading: 4
        case .caption: 5
        default: 6
        }
    }

    private mutating func setWording(_ index: Int) {
        let block = blocks[index]
        let wording = wordings[index]
        let words = Float(max(1, wording.words))
        let bytes = Float(max(1, block.text.count))
        set(.length, lengths[index])
        set(.words, Float(min(wording.words, 500)))
        set(.linkShare, linkShares[index])
        set(.links, Float(min(block.links, 50)))
        set(.sentences, Float(wording.sentences))
        set(.commasPerWord, Float(wording.commas) / words)
        set(.digitShare, Float(wording.digits) / bytes)
        set(.upperShare, Float(wording.upper) / Float(max(1, wording.letters)))
        set(.shortWordShare, Float(wording.shortWords) / words)
        set(.capitalisedShare, Float(wording.capitalised) / words)
        set(.wordLength, Float(wording.letters) / words)
        set(.ending, Float(wording.ending))
        set(.bars, Float(wording.bars))
        set(.boldShare, Float(block.boldLength) / bytes)
        set(.italicShare, Float(block.italicLength) / bytes)
        let telling = TellingWords.counts(in: block.text)
        set(.networks, telling.count(.networks))
        set(.accounts, telling.count(.accounts))
        set(.otherPieces, telling.count(.otherPieces))
        set(.pictures, telling.count(.pictures))
        set(.writers, telling.count(.writers))
        set(.tellingShare, telling.total / words)
    }

    private mutating func setPlace(_ place: BlockPlace, at index: Int) {
        let document = map.document
        let total = Float(max(1, map.rawLength[0]))
        set(.kind, kinds[index])
        set(.headingLevel, TagRoles.headingLevel(document.tag(place.container)))
        set(.isParagraph, document.tag(place.container) == .p)
        set(.depth, Float(place.depth))
        let isInRoot = root.contains(blocks[index].node)
        set(.isInRoot, isInRoot)
        set(.rootDistance, isInRoot ? distance(place.container, root.lowerBound) : -1)
        set(.articleDistance, place.articleNode > 0 ? distance(place.container, place.articleNode) : -1)
        set(.furnitureDistance, place.innerFurniture > 0 ? distance(place.container, place.innerFurniture) : 20)
        set(.furnitureShare, place.innerFurniture > 0 ? Float(map.rawLength[place.innerFurniture]) / total : 1)
        set(.outerFurnitureShare, place.outerFurniture > 0 ? Float(map.rawLength[place.outerFurniture]) / total : 1)
        set(.isInHeader, place.regions.contains(.header))
        set(.isInArticle, place.regions.contains(.article))
        set(.isInMain, place.regions.contains(.main))
        set(.isInTable, place.regions.contains(.table))
        set(.isInQuote, place.regions.contains(.quote))
        set(.isInArticleBody, place.regions.contains(.body))
    }

    private mutating func setNames(_ place: BlockPlace) {
        func rank(_ trait: NameTraits) -> Float { place.ownTraits.contains(trait) ? 2 : place.traits.contains(trait) ? 1 : 0 }
        set(.navigationNames, rank(.navigation))
        set(.relatedNames, rank(.related))
        set(.advertNames, rank(.advert))
        set(.captionNames, rank(.caption))
        set(.labelNames, rank(.labels))
        set(.boxNames, rank(.box))
        set(.bodyNames, rank(.body))
        set(.summaryNames, rank(.summary))
        set(.bylineNames, rank(.byline))
        set(.furnitureNames, rank(.furniture))
        set(.articleNames, rank(.article))
        set(.hasCaptionName, place.ownTraits.contains(.caption))
        set(.hasFurnitureName, place.ownTraits.contains(.furniture))
    }

    /// Levels from a node up to one above it, ten at most.
    private func distance(_ node: Int, _ ancestor: Int) -> Float {
        var steps: Float = 0
        var here = node
        while here > ancestor, steps < 10 {
            here = map.document.parent(here) ?? 0
            steps += 1
        }
        return steps
    }

    private mutating func setPosition(_ index: Int) {
        set(.titleDistance, titleBlock < 0 ? -100 : Float(max(-100, min(100, index - titleBlock))))
        set(.isAfterTitle, titleBlock < 0 ? 0 : index > titleBlock ? 1 : -1)
        set(.index, Float(index) / Float(blocks.count))
        set(.textBefore, Float(sums.textBefore[index]) / Float(max(1, sums.totalText)))
        let prose = Float(max(1, sums.totalProse))
        let own = Float(sums.prose(index))
        let before = Float(sums.proseBefore[index])
        set(.proseBefore, before / prose)
        set(.proseAfter, 1 - (before + own) / prose)
        let rootStart = Float(sums.proseBefore(node: root.lowerBound, blocks))
        let rootProse = max(1, Float(sums.proseBefore(node: root.upperBound, blocks)) - rootStart)
        set(.rootProseBefore, min(2, max(-1, (before - rootStart) / rootProse)))
        set(.rootProseAfter, min(2, max(-1, 1 - (before - rootStart + own) / rootProse)))
        set(.pageProse, prose)
        set(.pageBlocks, Float(blocks.count))
    }

    private mutating func setSurroundings(_ index: Int) {
        let prose = Float(max(1, sums.totalProse))
        let parent = sums.parents[index]
        let grand = map.document.parent(parent) ?? 0
        let third = map.document.parent(grand) ?? 0
        set(.parentProse, Float(sums.prose[parent]) / prose)
        set(.parentLinks, sums.linkShare(parent))
        set(.parentBlocks, Float(min(200, sums.count[parent])))
        set(.grandProse, Float(sums.prose[grand]) / prose)
        set(.grandLinks, sums.linkShare(grand))
        set(.grandBlocks, Float(min(200, sums.count[grand])))
        set(.thirdProse, Float(sums.prose[third]) / prose)
        set(.thirdLinks, sums.linkShare(third))
        let like = sums.like(index)
        set(.likes, Float(min(200, like.count)))
        set(.likeText, Float(like.text) / Float(max(1, sums.totalText)))
        set(.likeLinks, Float(like.links) / Float(max(1, like.text)))
        set(.likeInParent, Float(sums.likeInParent(index)) / Float(max(1, like.text)))
        set(.repeats, Float(sums.repeats(index)))
        set(.isLinkList, signs[index].contains(.linkList))
        set(.isByline, signs[index].contains(.byline))
    }

    /// -1 where there is no neighbour.
    private mutating func setNeighbours(_ index: Int) {
        let (before, after) = (index > 0 ? index - 1 : nil, index + 1 < blocks.count ? index + 1 : nil)
        set(.lengthBefore, before.map { lengths[$0] } ?? -1)
        set(.linksBefore, before.map { linkShares[$0] } ?? -1)
        set(.kindBefore, before.map { kinds[$0] } ?? -1)
        set(.hasParentOfBefore, before.map { sums.parents[$0] == sums.parents[index] ? 1 : 0 } ?? -1)
        set(.isLikeBefore, before.map { sums.isAlike(index, $0) } ?? false)
        set(.lengthAfter, after.map { lengths[$0] } ?? -1)
        set(.linksAfter, after.map { linkShares[$0] } ?? -1)
        set(.sentencesAfter, after.map { Float(wordings[$0].sentences) } ?? -1)
        set(.kindAfter, after.map { kinds[$0] } ?? -1)
        set(.isFurnitureAfter, after.map { blocks[$0].place.innerFurniture > 0 ? 1 : 0 } ?? -1)
        set(.isLikeAfter, after.map { sums.isAlike(index, $0) } ?? false)
        set(.lengthTwoBefore, index > 1 ? lengths[index - 2] : -1)
        set(.linksTwoBefore, index > 1 ? linkShares[index - 2] : -1)
        set(.lengthTwoAfter, index + 2 < blocks.count ? lengths[index + 2] : -1)
        set(.linksTwoAfter, index + 2 < blocks.count ? linkShares[index + 2] : -1)
    }
}
