/// The numbers and names of a text, each with the words around it. Two reports made from one template ("Shares of X rose 3%") have the frames in
/// common and differ in what stands in them; a copy keeps both.
struct ReprintFacts: Sendable {
    private struct Fact: Comparable {
        let frame: UInt64
        let content: UInt64

        static func < (left: Self, right: Self) -> Bool { (left.frame, left.content) < (right.frame, right.content) }
    }

    private let numbers: [Fact]
    private let names: [Fact]

    init(_ scan: WordScanner) {
        var numbers: [Fact] = []
        var names: [Fact] = []
        var start = 0
        for end in scan.sentenceEnds {
            for place in start..<end {
                let word = scan.words[place]
                guard word.isNumber || word.isName, let frame = Self.frame(around: place, in: start..<end, of: scan.words) else { continue }
                if word.isNumber {
                    numbers.append(Fact(frame: frame, content: word.hash))
                } else {
                    names.append(Fact(frame: frame, content: word.hash))
                }
            }
            start = end
        }
        self.numbers = numbers.sorted()
        self.names = names.sorted()
    }

    /// The two words on either side, every fact among them replaced by a mark; nil where fewer than two of the four are plain words.
    private static func frame(around place: Int, in sentence: Range<Int>, of words: [ScannedWord]) -> UInt64? {
        var frame: UInt64 = 0
        var plain = 0
        for offset in [-2, -1, 1, 2] {
            let near = place + offset
            guard sentence.contains(near) else {
                frame = Mixing.mixed(frame, 1)
                continue
            }
            let isFact = words[near].isNumber || words[near].isName
            if !isFact { plain += 1 }
            frame = Mixing.mixed(frame, isFact ? 2 : words[near].hash)
        }
        return plain >= 2 ? frame : nil
    }

    /// The frames both texts have are filled differently, for the most part: two reports from one template.
    func contradict(_ other: ReprintFacts) -> Bool {
        let numbers = Self.agreement(numbers, other.numbers)
        let names = Self.agreement(names, other.names)
        return numbers.isTemplate || names.isTemplate
            || Agreement(frames: numbers.frames + names.frames, agreeing: numbers.agreeing + names.agreeing).isTemplate
    }

    private struct Agreement {
        var frames = 0
        var agreeing = 0

        /// Fewer frames than this say nothing. A corrected figure or an updated toll leaves most facts as they were.
        var isTemplate: Bool { frames >= 3 && agreeing * 2 < frames }
    }

    private static func agreement(_ ours: [Fact], _ theirs: [Fact]) -> Agreement {
        var agreement = Agreement()
        var left = ours[...]
        var right = theirs[...]
        while let one = left.first, let two = right.first {
            if one.frame < two.frame {
                left.removeFirst()
            } else if two.frame < one.frame {
                right.removeFirst()
            } else {
                let first = left.prefix { $0.frame == one.frame }
                let second = right.prefix { $0.frame == one.frame }
                agreement.frames += 1
                if Self.haveCommon(first, second) { agreement.agreeing += 1 }
                left = left.dropFirst(first.count)
                right = right.dropFirst(second.count)
            }
        }
        return agreement
    }

    private static func haveCommon(_ first: ArraySlice<Fact>, _ second: ArraySlice<Fact>) -> Bool {
        var (left, right) = (first, second)
        while let one = left.first, let two = right.first {
            if one == two { return true }
            if one < two { left.removeFirst() } else { right.removeFirst() }
        }
        return false
    }
}
