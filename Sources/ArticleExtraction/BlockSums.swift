import BriefModel
import HTMLParsing

/// Text, links and prose of a page summed up below each element, along the page, and over blocks that look alike.
struct BlockSums {
    /// Per node, of all blocks below it.
    private(set) var text: [Int32]
    private(set) var links: [Int32]
    private(set) var prose: [Int32]
    private(set) var count: [Int32]
    /// Per block, of the blocks before it.
    private(set) var textBefore: [Int] = []
    private(set) var proseBefore: [Int] = []
    private(set) var totalText = 0
    private(set) var totalProse = 0

    /// Blocks with the same tag and class at the same depth.
    struct Likes {
        var count = 0
        var text = 0
        var links = 0
    }

    private var likes: [UInt64: Likes] = [:]
    private var likesInParent: [UInt64: Int] = [:]
    private var sames: [UInt64: Int] = [:]
    private var signatures: [UInt64] = []
    private var contents: [UInt64] = []
    /// Of each block, the element around its own.
    let parents: [Int]
    private let proseOf: [Int]

    init(_ map: PageMap, _ blocks: [PageBlock], _ wordings: [BlockWording]) {
        let document = map.document
        text = [Int32](repeating: 0, count: document.count)
        links = text
        prose = text
        count = text
        parents = blocks.map { map.document.parent($0.place.container) ?? 0 }
        proseOf = blocks.indices.map { Self.prose(blocks[$0], wordings[$0]) }
        for (index, block) in blocks.enumerated() {
            let container = block.place.container
            text[container] += Int32(block.text.count)
            links[container] += Int32(block.linkLength)
            prose[container] += Int32(proseOf[index])
            count[container] += 1
            textBefore.append(totalText)
            proseBefore.append(totalProse)
            totalText += block.text.count
            totalProse += proseOf[index]
            let signature = Self.signature(map, block)
            signatures.append(signature)
            likes[signature, default: Likes()].add(block)
            likesInParent[Self.mix(signature, parents[index]), default: 0] += block.text.count
            let content = ByteText.hash(block.text[...])
            contents.append(content)
            sames[content, default: 0] += 1
        }
        for node in document.nodes.reversed() where count[node] > 0 {
            guard let above = document.parent(node) else { continue }
            text[above] += text[node]
            links[above] += links[node]
            prose[above] += prose[node]
            count[above] += count[node]
        }
    }

    /// Bytes that read like sentences: a block with one, forty bytes at least, and few links.
    private static func prose(_ block: PageBlock, _ wording: BlockWording) -> Int {
        guard block.text.count >= 40, block.linkLength * 5 < block.text.count * 2, block.kind != .heading else { return 0 }
        return wording.sentences + wording.commas > 0 ? block.text.count - block.linkLength : 0
    }

    func prose(_ index: Int) -> Int { proseOf[index] }

    /// Prose of the blocks that start before a node.
    func proseBefore(node: Int, _ blocks: [PageBlock]) -> Int {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low < blocks.count ? proseBefore[low] : totalProse
    }

    func linkShare(_ node: Int) -> Float { Float(links[node]) / Float(max(1, text[node])) }

    func like(_ index: Int) -> Likes { likes[signatures[index]] ?? Likes() }

    func isAlike(_ index: Int, _ other: Int) -> Bool { signatures[index] == signatures[other] }

    func likeInParent(_ index: Int) -> Int {
        likesInParent[Self.mix(signatures[index], parents[index])] ?? 0
    }

    /// How many blocks say the same.
    func repeats(_ index: Int) -> Int { sames[contents[index]] ?? 1 }

    private static func signature(_ map: PageMap, _ block: PageBlock) -> UInt64 {
        let container = block.place.container
        var hash = NameHash()
        hash.add(UInt8(truncatingIfNeeded: map.document.tag(container).number))
        hash.add(UInt8(truncatingIfNeeded: block.place.depth))
        if let names = map.document.attributeRange(.class, of: container) {
            for byte in map.document.bytes[names].prefix(200) { hash.add(byte) }
        }
        return hash.value
    }

    private static func mix(_ hash: UInt64, _ node: Int) -> UInt64 { (hash ^ UInt64(node)) &* 0x9e37_79b9_7f4a_7c15 }
}

extension BlockSums.Likes {
    fileprivate mutating func add(_ block: PageBlock) {
        count += 1
        text += block.text.count
        links += block.linkLength
    }
}
