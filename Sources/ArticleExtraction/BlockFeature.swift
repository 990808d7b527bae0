/// The numbers by which a block is judged. Their order is the order of a row, in which `Training/train-blocks` learned from them.
enum BlockFeature: Int, CaseIterable {
    // What it says.
    case length, words, linkShare, links, sentences, commasPerWord, digitShare, upperShare, shortWordShare, capitalisedShare, wordLength, ending, bars
    case boldShare, italicShare
    /// Words of `TellingWords`: networks, accounts, other pieces, pictures, writers, and all of them to a word.
    case networks, accounts, otherPieces, pictures, writers, tellingShare
    // What it is and where it stands in the tree.
    case kind, headingLevel, isParagraph, depth, isInRoot, rootDistance, articleDistance, furnitureDistance, furnitureShare, outerFurnitureShare
    case isInHeader, isInArticle, isInMain, isInTable, isInQuote, isInArticleBody
    /// What names say: 2 the element's own, 1 of one above it.
    case navigationNames, relatedNames, advertNames, captionNames, labelNames, boxNames, bodyNames, summaryNames, bylineNames, furnitureNames
    case articleNames, hasCaptionName, hasFurnitureName
    // Where it stands on the page.
    case titleDistance, isAfterTitle, index, textBefore, proseBefore, proseAfter, rootProseBefore, rootProseAfter
    // The elements around it: the one around its own, the next, the third.
    case parentProse, parentLinks, parentBlocks, grandProse, grandLinks, grandBlocks, thirdProse, thirdLinks
    /// Blocks that look alike: number, text, links, share of that text in the same parent; blocks that say the same.
    case likes, likeText, likeLinks, likeInParent, repeats
    case isLinkList, isByline
    // Its neighbours.
    case lengthBefore, linksBefore, kindBefore, isLikeBefore, hasParentOfBefore
    case lengthAfter, linksAfter, sentencesAfter, kindAfter, isLikeAfter, isFurnitureAfter
    case lengthTwoBefore, linksTwoBefore, lengthTwoAfter, linksTwoAfter
    // The page.
    case pageProse, pageBlocks
}
