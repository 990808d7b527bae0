import BriefModel
import HTMLParsing

/// The blocks of a page and the rows they are judged by, for the training script: the same code that runs when a page is read.
package struct TrainingRows {
    package static let names = BlockFeature.allCases.map { "\($0)" }
    package let title: String
    package let texts: [String]
    package let kinds: [String]
    /// As many numbers a block as there are names.
    package let rows: [Float]
    /// `BlockSigns` of each block.
    package let signs: [Int]

    package init?(page bytes: [UInt8], charset: String?) {
        guard let document = try? HTMLDocument(parsing: bytes, charset: charset) else { return nil }
        let map = PageMap(document)
        let root = MainText.root(map)
        title = PageMetadata(map, root: root, address: nil, latest: nil).headline.title
        let blocks = BlockReader.blocks(map)
        texts = blocks.map(\.string)
        kinds = blocks.map(\.kind.rawValue)
        let features = BlockFeatures(map, blocks: blocks, root: root, title: title)
        rows = features.rows
        signs = features.signs.map { Int($0.rawValue) }
    }
}
