public import BriefModel

/// Articles so alike that they tell one thing, of which none came for so long that they left memory.
public struct RetiredStrand: Sendable {
    /// How many strands were made before it.
    public let number: Int
    /// To be set to the story that this one is part of by now.
    public var story: StoryID
    /// Which of the stories of that name it left.
    let opening: Int
    let strand: Strand

    /// Terms by which to find it again when an article comes that has some of them.
    public var terms: [Int32] { strand.heaviest(Self.termsKept) }

    private static let termsKept = 32
}
