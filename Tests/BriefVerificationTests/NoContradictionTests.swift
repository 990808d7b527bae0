import BriefModel
import BriefVerification
import Testing

/// What holds is never called contradicted. Each pair stands for a kind of sentence that was once taken for saying otherwise.
@Suite struct NoContradictionTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let kind: String
        let claim: String
        let sentences: [String]
        var testDescription: String { kind }
    }

    static let pairs: [Pair] = [
        Pair(
            kind: "a name inside a title in single marks is nobody's",
            claim: "The song 'I Guess We're at Home Again' was sung by Dora Lind and the Ferrymen.",
            sentences: ["Harbour Lights (Dora Lind and the Ferrymen song)", "The writers cut 'I Guess We're at Home Again' in one night."]),
        Pair(
            kind: "a word denied of one thing and said of another in the same sentence",
            claim: "The levy applies to the sale of land.",
            sentences: ["The levy does not apply to your own home but applies when you sell shops, land and flats."]),
        Pair(
            kind: "a description stands for the one named",
            claim: "Counting his shares, Varga will earn $41.2 million, ahead of Osei, Lund and Prado.",
            sentences: ["The three-time MVP will earn $41.2 million, counting his shares, ahead of Osei, Lund, Prado and Brand."]),
        Pair(
            kind: "a figure beside a second name that the statement has too",
            claim: "It was the main port of Norvia's Late Kingdom (1570-1069 BC) from the 11th dynasty.",
            sentences: [
                "Sarn was a port of Norvia during parts of the Early Kingdom (2040 to 1750 BC) and the main port of Norvia in the late kingdom (1570-1069 BC) from the 11th dynasty."
            ]),
        Pair(
            kind: "a sentence about another country",
            claim: "Portugal has won the most cups in rowing with five wins.",
            sentences: ["- Portugal - 5 Cups", "One of three nations with one rowing cup win, Denmark had to be patient for its first title."]),
        Pair(
            kind: "one side's win is the other's loss, and a defeat elsewhere is none of it",
            claim: "Marrow Rovers have won the last four Marrow derbies.",
            sentences: [
                "United have lost the last four derbies to Rovers.", "The champions' defeat at Gallow was Marrow Rovers' third loss in five games.",
            ]),
        Pair(
            kind: "what would follow is not denied by what never was",
            claim: "Gallow can win the league if they win their final ten games, the paper says.",
            sentences: [
                "No team has won its last ten games in the league in the last decade.",
                "The paper says that if Gallow win their final ten games they can count on the league.",
            ]),
        Pair(
            kind: "a name written in one word or in two", claim: "Readers joke under the hashtag # marrowYA.",
            sentences: ["Readers joke under the hashtag #marrow YA."]),
        Pair(
            kind: "a name cut short", claim: "Lib Dem leader Ines Clarke blasts the plan as 'half baked'.",
            sentences: [
                "Liberal Democrat leader Ines Clarke blasted the plan as 'half baked'.", "The Lib Dem secretary spoke to the Courier about the plan.",
            ]),
        Pair(
            kind: "there is no question that it did", claim: "The cuts have led to more people falling into debt.",
            sentences: ["There was no question the cuts had led to more people falling into debt, the minister said."]),
        Pair(
            kind: "a title and a Mr may be one person", claim: "it matters to spread the message of peace at christmas, the first minister has said.",
            sentences: [
                "refugees are sure of a welcome, the first minister has said.",
                "in his message mr jones said: \"at christmas it matters that we spread the message of peace.\"",
            ]),
        Pair(
            kind: "the one we name tells of it too, in other words", claim: "Witnesses say 12 men 'of the north' were thrown off the ferry.",
            sentences: [
                "Fight: A row broke out on the ferry, after which 12 men 'of the north' were thrown off.",
                "Witnesses say a row broke out on a boat with 100 people aboard, after which the men were thrown off.",
            ]),
        Pair(
            kind: "a name with its hyphen or without", claim: "fever was a symptom in some GALLO-19 patients.",
            sentences: ["Symptomatic GALLO19 patients, around one in ten, also reported fever as a presenting symptom."]),
        Pair(
            kind: "a year beside one that is only pointed to", claim: "Both teams won the student cup in 2019.",
            sentences: ["Both teams won the student cup this year, building on 2018, when one team won the student cup."]),
        Pair(
            kind: "a share of something else is no share of this", claim: "The report gives the cost per vote for each party.",
            sentences: ["The report gives the cost per vote for the party of the Greens, who lost 11 of their 12 seats."]),
    ]

    @Test(arguments: pairs) func isNotCalledContradicted(_ pair: Pair) {
        let found = StatementChecker().check(pair.claim, sentences: pair.sentences)
        #expect(found.verdict != .contradicted, "\(found.reasons)")
    }
}
