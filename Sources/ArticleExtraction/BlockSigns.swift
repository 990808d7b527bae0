import BriefModel

/// What simple rules see in a block.
struct BlockSigns: OptionSet {
    let rawValue: UInt8

    /// It says what the headline says.
    static let title = BlockSigns(rawValue: 1 << 0)
    /// It is one of the short texts that stand between paragraphs.
    static let furniturePhrase = BlockSigns(rawValue: 1 << 1)
    /// Who and when.
    static let byline = BlockSigns(rawValue: 1 << 2)
    /// Mostly links: a menu, a list of other stories.
    static let linkList = BlockSigns(rawValue: 1 << 3)
    /// A post of a social network.
    static let quotedPost = BlockSigns(rawValue: 1 << 4)
    /// It says whose copy this is, or that something was put right.
    static let note = BlockSigns(rawValue: 1 << 5)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ block: PageBlock, titleKey: [UInt8]) {
        var signs: BlockSigns = []
        let length = block.text.count
        if !titleKey.isEmpty, length <= titleKey.count * 2 + 20, Folding.isKey(titleKey, of: block.text) { signs.insert(.title) }
        if length <= 60, FurniturePhrases.isWhole(block.text) { signs.insert(.furniturePhrase) }
        if length <= 160, BlockFilter.isByline(block) { signs.insert(.byline) }
        if BlockFilter.isLinkList(block) { signs.insert(.linkList) }
        if block.place.traits.contains(.quotedPost) { signs.insert(.quotedPost) }
        if length <= 400, block.place.innerFurniture == 0, CreditLine.namesSupplier(block.text) || CorrectionSign.isNote(block.text) {
            signs.insert(.note)
        }
        self = signs
    }
}
