import Testing

/// Two texts as they meet on the web, and whether the second reprints the first. All made up for this project, each pair for one habit of newsrooms.
struct ReprintPair: CustomTestStringConvertible, Sendable {
    let name: String
    let first: [String]
    let second: [String]
    let isReprint: Bool
    var language = "en"

    var testDescription: String { name }
}

extension ReprintPair {
    static let wire = [
        "VELMORA – Flood water closed the main bridge over the Arle on Tuesday after two days of rain, cutting Velmora off from its hospital, the county said.",
        "About 340 households on the east bank were told to leave before dark, and 12 buses carried them to a school in Hanbridge.",
        "“We have seen high water before, but never this early in the year,” said county engineer Ruth Adeyemi, who walked the dike on Tuesday morning.",
        "The river stood at 6.4 metres at noon, 20 centimetres below the record of 1987, and was expected to crest early on Wednesday.",
        "No one was hurt. A herd of 60 cattle was led to higher ground by volunteers with tractors.",
        "The railway between Velmora and Port Ashby will stay shut until engineers have looked at the piers, the operator Norrail said.",
        "Insurers put the damage of the last flood, four years ago, at 18 million crowns.",
    ]

    private static let earthquake = [
        "A magnitude 4.7 earthquake was reported on Monday at 6:12 a.m. 31 kilometres from Hollis, according to the Geological Office.",
        "The tremor occurred at a depth of 5.0 kilometres below the surface and was felt 14 kilometres from Tarn and 52 kilometres from Greyfield.",
        "In the past 10 days there have been 3 earthquakes of magnitude 3.0 or greater centred nearby.",
        "This report was created from data of the Geological Office and checked by an editor before it was published.",
    ]
    private static let otherEarthquake = [
        "A magnitude 3.9 earthquake was reported on Thursday at 11:48 p.m. 8 kilometres from Ostrel, according to the Geological Office.",
        "The tremor occurred at a depth of 11.2 kilometres below the surface and was felt 20 kilometres from Vend and 37 kilometres from Marrow Bay.",
        "In the past 10 days there have been 7 earthquakes of magnitude 3.0 or greater centred nearby.",
        "This report was created from data of the Geological Office and checked by an editor before it was published.",
    ]
    private static let earnings = [
        "Calder Foods on Tuesday reported second-quarter profit of $48.2 million.",
        "On a per-share basis, the company, based in Leith Falls, said it had net income of 61 cents.",
        "The results topped the expectations of analysts, whose average estimate was for earnings of 55 cents per share.",
        "The maker of frozen meals posted revenue of $512 million in the period, up 4 percent on the year before.",
        "Shares of Calder Foods have climbed 12 percent since the beginning of the year and stood at $37.40 when the market closed.",
    ]
    private static let otherEarnings = [
        "Brandt Optics on Wednesday reported second-quarter profit of $7.9 million.",
        "On a per-share basis, the company, based in North Quay, said it had net income of 18 cents.",
        "The results topped the expectations of analysts, whose average estimate was for earnings of 15 cents per share.",
        "The maker of camera lenses posted revenue of $88 million in the period, up 9 percent on the year before.",
        "Shares of Brandt Optics have climbed 31 percent since the beginning of the year and stood at $12.15 when the market closed.",
    ]
    private static let match = [
        "Harlow Town beat Eastmoor 3-1 on Saturday to move into second place with four games left to play.",
        "Dean Okoro put the hosts ahead after 11 minutes, and Piet Larsen made it two shortly before the break.",
        "Eastmoor pulled one back through Jon Reyes in the 58th minute, but Okoro settled the match with a penalty five minutes from time.",
        "Harlow Town travel to Stannon on Wednesday. Eastmoor, who have lost four in a row, stay in the relegation places.",
    ]
    private static let otherMatch = [
        "Stannon beat Wick Rovers 2-1 on Sunday to move into fifth place with four games left to play.",
        "Ali Demir put the hosts ahead after 34 minutes, and Tom Sykes made it two shortly before the break.",
        "Wick Rovers pulled one back through Leo Maddox in the 77th minute, but Demir settled the match with a penalty five minutes from time.",
        "Stannon travel to Leaford on Wednesday. Wick Rovers, who have lost two in a row, stay in the relegation places.",
    ]
    private static let market = [
        "The Northern Exchange index closed up 0.8 percent at 4,211.6 points on Monday, its third gain in a row.",
        "Of the 40 companies in the index 27 rose and 13 fell. Turnover came to 1.9 billion crowns.",
        "The biggest gains were made by Calder Foods, up 4.1 percent, and Norrail, up 3.3 percent.",
        "The biggest losses were those of Brandt Optics, down 2.7 percent, and Port Ashby Docks, down 1.9 percent.",
        "The crown traded at 0.142 to the dollar, against 0.141 on Friday evening.",
    ]
    private static let nextMarket = [
        "The Northern Exchange index closed up 0.3 percent at 4,224.9 points on Tuesday, its fourth gain in a row.",
        "Of the 40 companies in the index 22 rose and 18 fell. Turnover came to 1.4 billion crowns.",
        "The biggest gains were made by Tarn Mining, up 5.6 percent, and Velmora Paper, up 2.9 percent.",
        "The biggest losses were those of Calder Foods, down 1.8 percent, and Hollis Gas, down 1.2 percent.",
        "The crown traded at 0.143 to the dollar, against 0.142 on Monday evening.",
    ]
    private static let release = [
        "Norrail today announced that it has chosen Castell Werke to build 24 battery trains for the coast lines, the largest order in the history of the company.",
        "“This is a milestone for our passengers and for the climate,” said Norrail chief executive Marta Lindqvist.",
        "The trains will run 110 kilometres on one charge and enter service from the spring of 2029.",
        "About Norrail: Norrail runs 310 trains a day on 14 lines and employs 2,900 people.",
    ]
    private static let newsOnRelease = [
        "Diesel will vanish from the coast lines within three years, if a plan that the state railway presented in Port Ashby holds.",
        "Norrail has ordered 24 battery trains from Castell Werke, for a price that neither side would name; two people close to the talks put it at 300 million crowns.",
        "“This is a milestone for our passengers and for the climate,” said Norrail chief executive Marta Lindqvist.",
        "Critics doubt it. The passengers’ union recalled that the last new trains came two years late and stood still in their first winter.",
        "A charging mast at every terminus, for which the county must find the money, has not even been applied for.",
    ]
    private static let footer = [
        "Sign up for our morning newsletter and have the five stories that matter in your inbox before breakfast.",
        "Copyright of the Ashby Media Group. All rights reserved. No part of this page may be stored or sent on without our written consent.",
    ]
    private static let fireBrief = [
        "A barn burned down near Hollis on Sunday night. The fire brigade found it in flames and could only keep them from the house."
    ]
    private static let councilBrief = [
        "The council of Tarn votes tonight on a new tax for holiday flats, which would bring in as much as the swimming pool costs."
    ]
    private static let long = (1...14).flatMap { part in
        [
            "Part \(part) of the inquiry turns to the \(["pumps", "gates", "dikes", "maps", "siren masts", "boats", "log books"][part % 7]) of district \(part * 3).",
            "Nobody whom the commission heard in week \(part) could say who had signed the order that month, and the files of office \(part + 40) are lost.",
            "It was, in the words of witness number \(part * 7), a house in which every door led to the same corridor, and corridor \(part) to none.",
        ]
    }

    static let all: [ReprintPair] = [
        // Copies.
        .init(name: "word for word", first: wire, second: wire, isReprint: true),
        .init(
            name: "paragraphs in another order", first: wire, second: [wire[0], wire[3], wire[1], wire[6], wire[2], wire[5], wire[4]], isReprint: true
        ),
        .init(name: "cut to its first three paragraphs", first: wire, second: Array(wire.prefix(3)), isReprint: true),
        .init(name: "cut to one sentence in the middle", first: wire, second: [wire[3]], isReprint: true),
        .init(
            name: "a local beginning before the whole report", first: wire,
            second: [
                "People in our town who planned to take the train to the coast need another way this week, and the bus company asks for patience.",
                "Here is what is known so far of the flood at Velmora, and what it means for commuters.",
            ] + wire, isReprint: true),
        .init(
            name: "words swapped for synonyms here and there", first: wire,
            second: wire.map {
                $0.replacing("closed", with: "shut").replacing("said", with: "stated").replacing("About", with: "Some").replacing(
                    "told", with: "ordered"
                )
                .replacing("expected", with: "forecast").replacing("hurt", with: "injured")
            }, isReprint: true),
        .init(
            name: "a correction at its end", first: wire,
            second: wire + ["Correction: An earlier version of this report gave the wrong year for the record level of the river."], isReprint: true),
        .init(
            name: "one figure put right", first: wire,
            second: wire.map { $0.replacing("340 households", with: "360 households").replacing("6.4", with: "6.5") }, isReprint: true),
        .init(
            name: "a later take with a new toll and a new time", first: wire,
            second: wire.map {
                $0.replacing("No one was hurt.", with: "One man was hurt.").replacing("60 cattle", with: "75 cattle").replacing("noon", with: "dusk")
            }, isReprint: true),
        .init(
            name: "straight quotation marks, no dateline, other punctuation", first: wire,
            second: wire.map {
                $0.replacing("“", with: "\"").replacing("”", with: "\"").replacing("VELMORA – ", with: "").replacing(",", with: " –")
            },
            isReprint: true),
        .init(name: "an excerpt of a long report", first: long, second: Array(long[12..<18]), isReprint: true),
        .init(name: "a press release printed as it is", first: release, second: ["From our business desk"] + release.prefix(3), isReprint: true),
        .init(name: "one paragraph run together", first: wire, second: [wire.joined(separator: " ")], isReprint: true),
        .init(
            name: "Chinese wire copy with other punctuation", first: ["港口办公室周一表示，将在冬季风暴来临之前拆除北码头的旧起重机。这台起重机建于一九三一年，煤炭贸易结束后再未使用。"],
            second: ["港口办公室周一表示将在冬季风暴来临之前拆除北码头的旧起重机。这台起重机建于一九三一年，煤炭贸易结束后，再未使用。"], isReprint: true, language: "zh"),
        .init(
            name: "German wire copy, shortened",
            first: [
                "Das Hochwasser der Arle hat am Dienstag die Hauptbrücke in Velmora unpassierbar gemacht, wie der Landkreis mitteilte.",
                "Rund 340 Haushalte am Ostufer wurden aufgefordert, ihre Wohnungen vor Einbruch der Dunkelheit zu verlassen.",
                "Der Pegel stand am Mittag bei 6,4 Metern und damit 20 Zentimeter unter dem Höchststand von 1987.",
            ],
            second: [
                "Das Hochwasser der Arle hat am Dienstag die Hauptbrücke in Velmora unpassierbar gemacht.",
                "Rund 340 Haushalte am Ostufer wurden aufgefordert, ihre Wohnungen vor Einbruch der Dunkelheit zu verlassen.",
            ], isReprint: true, language: "de"),
        // No copies.
        .init(name: "two earthquakes in one template", first: earthquake, second: otherEarthquake, isReprint: false),
        .init(name: "two companies' results in one template", first: earnings, second: otherEarnings, isReprint: false),
        .init(name: "two matches in one template", first: match, second: otherMatch, isReprint: false),
        .init(name: "the market report of the next day", first: market, second: nextMarket, isReprint: false),
        .init(name: "a news story on a press release", first: release, second: newsOnRelease, isReprint: false),
        .init(
            name: "a quotation that everybody has", first: wire,
            second: [
                "After the flood the county wants to raise the dikes by half a metre, at a cost that nobody has worked out yet.", wire[2],
                "Her office had asked for the money twice, in vain, as the minutes of the finance committee show.",
                "The committee's chair said on Thursday that he did not remember the request, and would look it up.",
            ], isReprint: false),
        .init(
            name: "a report of one's own on the same event", first: wire,
            second: [
                "The water came at night. By six on Tuesday morning it stood in the cellars of Quay Street, and by noon nobody could cross the bridge.",
                "Some 340 households were sent away; a dozen buses took people to the school at Hanbridge, where soup was waiting.",
                "At midday the gauge showed 6.4 metres. Only in 1987 had it shown more, said Ruth Adeyemi, the county's engineer.",
            ], isReprint: false),
        .init(
            name: "a translation", first: wire,
            second: [
                "VELMORA – Nach zwei Tagen Regen hat das Hochwasser am Dienstag die Hauptbrücke über die Arle gesperrt und Velmora von seinem Krankenhaus abgeschnitten.",
                "Rund 340 Haushalte mussten vor Einbruch der Dunkelheit ihre Häuser verlassen, 12 Busse brachten sie in eine Schule in Hanbridge.",
                "Der Fluss stand am Mittag bei 6,4 Metern, 20 Zentimeter unter dem Höchststand von 1987, teilte Ruth Adeyemi mit.",
            ], isReprint: false),
        .init(
            name: "a round-up that gives each story a sentence", first: wire, second: [wire[0], earnings[0], match[0], release[0], market[0]],
            isReprint: false),
        .init(
            name: "a follow-up that repeats the background", first: wire,
            second: [
                "The bridge at Velmora opened again on Friday, two days earlier than feared, and the first ambulance crossed it at seven.",
                "Divers had found the piers sound, Norrail and the county said together, and trains are to run from Sunday.",
                "All but 9 of the households that had to leave are back, and the school at Hanbridge has gone back to teaching.",
                wire[6],
            ], isReprint: false),
        .init(
            name: "the page of an article and a short notice with the same stock phrase", first: wire, second: ["No one was hurt, the county said."],
            isReprint: false),
    ]

    /// Short items of two papers of one house, each with its footer.
    static let withFooters = (
        fire: fireBrief + footer, council: councilBrief + footer, others: (wire.prefix(4) + match + market.prefix(4)).map { [$0] + footer }
    )
}
