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
            claim: "The ballad 'Rain On Our Tin Roofs Again' was sung by Mara Holt and the Weavers.",
            sentences: [
                "Evening Lamps (Mara Holt and the Weavers ballad)",
                "The committee cut 'Rain On Our Tin Roofs Again' in one night.",
            ]),
        Pair(
            kind: "a word denied of one thing and said of another in the same sentence",
            claim: "The permit covers the netting of eels.",
            sentences: [
                "The permit does not cover angling from the shore but covers it when you use nets for eels, crabs and shrimps."
            ]),
        Pair(
            kind: "a description stands for the one named",
            claim: "With tips, Varga will make 4,120 crowns, more than Osei, Lund and Prado.",
            sentences: [
                "The three-time MVP will make 4,120 crowns, with tips, more than Osei, Lund, Prado and Brand."
            ]),
        Pair(
            kind: "a figure beside a second name that the statement has too",
            claim: "It was the chief mill of Norvia's Steam Age (1881-1923) after the second fire.",
            sentences: [
                "Holm was a mill of Norvia during parts of the Water Age (1790 to 1840) and the chief mill of Norvia in the steam age (1881-1923) after the second fire."
            ]),
        Pair(
            kind: "a sentence about another country",
            claim: "Portugal has opened the most tramways in the study with five lines.",
            sentences: [
                "- Portugal - 5 Lines",
                "One of three nations with one tramway line, Denmark waited long for its rails.",
            ]),
        Pair(
            kind: "one side's win is the other's loss, and a defeat elsewhere is none of it",
            claim: "Weir Growers have won the last three Weir lawsuits.",
            sentences: [
                "Millers have lost the last three lawsuits to Growers.",
                "The tenants' defeat at Holm was Weir Growers' second loss in nine cases.",
            ]),
        Pair(
            kind: "what would follow is not denied by what never was",
            claim: "Holm can keep the ovens if they sell their last nine vans, the receiver says.",
            sentences: [
                "No bakery has sold its last nine vans in the valley in the last decade.",
                "The receiver says that if Holm sell their last nine vans they can count on the ovens.",
            ]),
        Pair(
            kind: "a name written in one word or in two",
            claim: "Walkers share pictures under the hashtag # reedLight.",
            sentences: [
                "Walkers share pictures under the hashtag #reed Light."
            ]),
        Pair(
            kind: "a name cut short",
            claim: "Soc Lib speaker Ines Clarke mocks the timetable as 'a bedtime story'.",
            sentences: [
                "Social Liberal speaker Ines Clarke mocked the timetable as 'a bedtime story'.",
                "The Soc Lib treasurer spoke to the Courier about the timetable.",
            ]),
        Pair(
            kind: "there is no question that it did",
            claim: "The lock has led to more barges passing the town.",
            sentences: [
                "There was no question the lock had led to more barges passing the town, the harbour master said."
            ]),
        Pair(
            kind: "a title and a Mr may be one person",
            claim: "it pays to mend the roofs of the market in autumn, the town clerk has said.",
            sentences: [
                "stallholders may count on repairs, the town clerk has said.",
                "in his letter mr jones said: \"in autumn it pays that we mend the roofs of the market.\"",
            ]),
        Pair(
            kind: "the one we name tells of it too, in other words",
            claim: "Passengers say 12 crates 'of live eels' were taken off the train.",
            sentences: [
                "Theft: A quarrel began on the train, after which 12 crates 'of live eels' were taken off.",
                "Passengers say a quarrel began in a carriage with 40 people aboard, after which the crates were taken.",
            ]),
        Pair(
            kind: "a name with its hyphen or without",
            claim: "wilting was a sign in some ROSTO-7 fields.",
            sentences: [
                "Infested ROSTO7 fields, around one in six, also showed wilting as a first sign."
            ]),
        Pair(
            kind: "a year beside one that is only pointed to",
            claim: "Both choirs took the valley prize in 2021.",
            sentences: [
                "Both choirs took the valley prize this year, following on 2020, when one choir took the valley prize."
            ]),
        Pair(
            kind: "a share of something else is no share of this",
            claim: "The leaflet gives the fare per mile for each line.",
            sentences: [
                "The leaflet gives the fare per mile for the line of the Ferrymen, who sold 4 of their 9 boats."
            ]),
    ]

    @Test(arguments: pairs) func isNotCalledContradicted(_ pair: Pair) {
        let found = StatementChecker().check(pair.claim, sentences: pair.sentences)
        #expect(found.verdict != .contradicted, "\(found.reasons)")
    }
}
