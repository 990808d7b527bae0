import BriefModel
import Foundation

extension SampleBrief {
    static func draft() throws -> Draft {
        let label = try label(), accused = try accused(), sold = try sold(), signed = try signed(), matx = try matx()
        return Draft(
            title: "Military AI, chips and model copying", topic: "Military AI, chips and model copying", series: "Weekly brief",
            headline: try statement(
                "headline", "Washington labels Anthropic a supply chain risk and OpenAI takes its place", origins: ["Pete Hegseth"],
                [
                    citation(
                        "fn-0228-pentagone",
                        "Le secrétaire américain à la Défense, Pete Hegseth, a annoncé vendredi qu'il faisait classer Anthropic comme un risque pour la chaîne d'approvisionnement.",
                        marked: "qu'il faisait classer Anthropic comme un risque")
                ]),
            deck: [
                try statement(
                    "deck-1", "Copying by three Chinese laboratories is alleged, not confirmed.",
                    [
                        citation(
                            "nw-0223-distil", "The evidence has not been published in full, and the claims could not be verified independently.",
                            marked: "could not be verified independently")
                    ]),
                try statement(
                    "deck-2", "No delivery of H200 chips to China can be confirmed.", origins: [],
                    [
                        citation(
                            "hv-0225-h200-none", "Those approvals have not been followed by deliveries that can be confirmed.",
                            marked: "not been followed by deliveries that can be confirmed")
                    ]),
            ],
            sections: [
                Section(kind: .overview, title: "Overview", blocks: [Block(statements: [label, try court(), try openAI()])]),
                Section(
                    kind: .theme, title: "Model copying: one company’s count",
                    blocks: [
                        Block(statements: [accused, try unconfirmed()]),
                        Block(heading: "What follows, and who says so", style: .bullets, statements: [try argues(), try weights()]),
                    ]),
                Section(
                    kind: .theme, title: "Chips: licences, no deliveries",
                    blocks: [Block(statements: [sold, matx]), Block(heading: "Not known", statements: [try customs()])]),
                Section(kind: .takeaways, title: "Takeaways", blocks: [Block(style: .bullets, statements: [signed, label])]),
            ],
            disputes: [
                Dispute(
                    kind: .corrected,
                    followed: try claim(
                        "nw-0206-reaim-corr", "The correct number is 35 of the 85 countries that attended.", value: 35, unit: "country"),
                    notFollowed: try claim(
                        "nw-0205-reaim",
                        "Thirty-four of the 85 countries at a summit on military artificial intelligence backed a declaration on Thursday, but the United States and China did not sign.",
                        value: 34, unit: "country"),
                    whatDiffers: "countries that signed: 35 / 34", why: "corrected by the same outlet on 6 February"),
                Dispute(
                    kind: .disagreement,
                    followed: try claim(
                        "hv-0225-h200-none", "He answered that, to his understanding, the number was none so far.", value: 0, unit: "chip"),
                    notFollowed: try claim("dk-0130-h200-grab", "China has bought 400,000 Nvidia H200 chips.", value: 400_000, unit: "chip"),
                    whatDiffers: "H200 chips sold to China: none / 400,000", why: "the later report names its source; the earlier names nobody"),
                Dispute(
                    kind: .corrected,
                    followed: try claim("hv-0227-correction", "MatX is a United States company based in Mountain View, California."),
                    notFollowed: try claim(
                        "hv-0225-champions",
                        "Start-ups such as MatX, which has just raised $500 million, show how quickly China's domestic hardware is growing."),
                    whatDiffers: "where MatX is", why: "corrected by the same outlet on 27 February"),
            ],
            timeline: [
                DatedStatement(day: date(2, 6), statement: signed),
                DatedStatement(day: date(2, 23), statement: accused),
                DatedStatement(
                    day: date(2, 27),
                    statement: try statement(
                        "dated", "No suit had been filed by Friday night.",
                        [citation("nw-0227-label", "No suit had been filed by Friday night.", reprintedBy: ["calder-tribune"])])),
            ])
    }

    private static func label() throws -> Statement {
        try statement(
            "label", "On 27 February the US defence secretary, Pete Hegseth, said he was having Anthropic labelled a supply chain risk.",
            origins: ["Pete Hegseth"],
            [
                citation(
                    "nw-0227-label",
                    "WASHINGTON, 27 February — US Defense Secretary Pete Hegseth said on Friday that he was directing his department to label Anthropic a supply chain risk, hours after President Donald Trump told federal agencies to stop using the company's technology.",
                    marked: "directing his department to label Anthropic a supply chain risk",
                    reprintedBy: ["calder-tribune", "harbour-vale-post", "tern-valley-courier"]),
                citation(
                    "fn-0228-pentagone",
                    "Le secrétaire américain à la Défense, Pete Hegseth, a annoncé vendredi qu'il faisait classer Anthropic comme un risque pour la chaîne d'approvisionnement.",
                    marked: "qu'il faisait classer Anthropic comme un risque"),
            ])
    }

    private static func court() throws -> Statement {
        try statement(
            "court", "The company said it would go to court.", origins: ["Anthropic"],
            [
                citation(
                    "nw-0227-label", "Anthropic said it would challenge any such designation in court.",
                    marked: "challenge any such designation in court", reprintedBy: ["calder-tribune"]),
                citation("fn-0228-pentagone", "Elle dit qu'elle contestera la mesure devant les tribunaux."),
            ])
    }

    private static func openAI() throws -> Statement {
        try statement(
            "openai", "Hours later OpenAI said it had agreed to run its models on the Pentagon’s classified network.", origins: ["Sam Altman"],
            [
                citation(
                    "fn-0228-pentagone",
                    "Quelques heures plus tard, le patron d'OpenAI, Sam Altman, a fait savoir que son groupe avait conclu un accord pour installer ses modèles sur le réseau classifié du ministère."
                )
            ])
    }

    private static func accused() throws -> Statement {
        try statement(
            "accused",
            "On 23 February Anthropic accused DeepSeek, Moonshot AI and MiniMax of copying its Claude models, citing about 24,000 fraudulent accounts and more than 16 million exchanges.",
            origins: ["Anthropic"],
            [
                citation(
                    "nw-0223-distil",
                    "The company said about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges with Claude, in breach of its terms and of its ban on access from China.",
                    marked: "about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges",
                    reprintedBy: ["calder-tribune", "tern-valley-courier", "zibbleclick"]),
                citation(
                    "or-0224-destillation",
                    "Nach Angaben des Unternehmens wurden dafür rund 24.000 betrügerische Konten und mehr als 16 Millionen Anfragen genutzt.",
                    marked: "rund 24.000 betrügerische Konten und mehr als 16 Millionen Anfragen"),
                citation(
                    "qi-0226-distil-note",
                    "For readers of the audit trail: the figures in circulation, about 24,000 accounts and more than 16 million exchanges, all come from one company.",
                    marked: "all come from one company"),
                citation("ct-0225-distil-critics", "No independent body has confirmed the figure of 24,000 accounts.", marked: "24,000 accounts"),
                citation(
                    "dk-0225-distil", "Anthropic says three Chinese labs milked its Claude chatbot with 24,000 dodgy accounts.",
                    marked: "24,000 dodgy accounts"),
            ])
    }

    private static func unconfirmed() throws -> Statement {
        try statement(
            "unconfirmed", "No independent body has confirmed the count.",
            [
                citation(
                    "ct-0225-distil-critics", "No independent body has confirmed the figure of 24,000 accounts.",
                    marked: "No independent body has confirmed"),
                citation(
                    "nw-0223-distil", "The evidence has not been published in full, and the claims could not be verified independently.",
                    marked: "could not be verified independently"),
                citation("or-0224-destillation", "Von außen lässt sich das bisher nicht überprüfen."),
            ])
    }

    private static func argues() throws -> Statement {
        try statement(
            "argues", "Anthropic argues that the finding strengthens the case for export controls on chips.", origins: ["Anthropic"],
            [
                citation(
                    "nw-0223-distil",
                    "The firm argued that the finding strengthens the case for export controls on chips, because collecting and training on answers at such a scale itself needs advanced processors.",
                    marked: "strengthens the case for export controls on chips")
            ],
            dissent: [
                Dissent(
                    citation: citation(
                        "or-0224-destillation", "Kritiker halten dem entgegen, dass auch amerikanische Labore um fremdes Trainingsmaterial streiten."),
                    why: "a different point, put by critics who are not named")
            ])
    }

    private static func weights() throws -> Statement {
        try statement(
            "weights", "“Who distils gets answers, no weights and no chips”, says Mechthild Oberlauf.", origins: ["Mechthild Oberlauf"],
            [
                citation(
                    "or-0224-destillation",
                    "„Wer destilliert, bekommt Antworten, keine Gewichte und keine Chips“, sagt Mechthild Oberlauf vom fiktiven Institut für Rechenpolitik in Fährstedt.",
                    marked: "keine Gewichte und keine Chips")
            ])
    }

    private static func sold() throws -> Statement {
        try statement(
            "sold", "On 24 February an American official told Congress that, to his understanding, no H200 had been sold to China.",
            origins: ["David Peters"],
            [
                citation(
                    "hv-0225-h200-none", "He answered that, to his understanding, the number was none so far.",
                    marked: "to his understanding, the number was none"),
                citation(
                    "ll-0226-nvda-results",
                    "On Tuesday a Commerce Department official said that, as far as he knew, no H200 had been sold to a Chinese customer.",
                    marked: "as far as he knew, no H200 had been sold"),
            ],
            dissent: [
                Dissent(
                    citation: citation("dk-0130-h200-grab", "China has bought 400,000 Nvidia H200 chips.", marked: "has bought 400,000"),
                    why: "Earlier, and sourced to nobody.")
            ])
    }

    private static func matx() throws -> Statement {
        try statement(
            "matx", "MatX is an American company.",
            [citation("hv-0227-correction", "MatX is a United States company based in Mountain View, California.", marked: "United States company")],
            dissent: [
                Dissent(
                    citation: citation(
                        "hv-0225-champions",
                        "Start-ups such as MatX, which has just raised $500 million, show how quickly China's domestic hardware is growing.",
                        marked: "China's domestic hardware"),
                    why: "corrected by the same paper on 27 February")
            ])
    }

    private static func customs() throws -> Statement {
        try statement(
            "customs", "Nobody has received any goods yet, said an analyst quoted in Chinese trade press.",
            [citation("lj-0120-h200-haiguan", "虚构机构“栗庄产业研究室”的分析员苏望舒说：“批文和到货是两回事，现在谁都还没有收到货。”", marked: "批文和到货是两回事")])
    }

    private static func signed() throws -> Statement {
        try statement(
            "signed", "Thirty-five of 85 countries signed the declaration at A Coruña; an early count had said 34.", origins: ["Northlight Wire"],
            [citation("nw-0206-reaim-corr", "The correct number is 35 of the 85 countries that attended.", marked: "35 of the 85 countries")])
    }

    /// Five lines of a brief written elsewhere, one of each verdict.
    static func audit() throws -> (audit: Audit, sources: [ArticleID: BriefSource]) {
        let wrong = "Startups like MatX show the rise of China’s domestic chip ecosystem."
        let fault = wrong.range(of: "China’s domestic chip ecosystem").map {
            wrong.utf8.distance(from: wrong.startIndex, to: $0.lowerBound)..<wrong.utf8.distance(from: wrong.startIndex, to: $0.upperBound)
        }
        let findings = [
            Finding(text: "Overview", verdict: .notAClaim, reasons: [.heading], note: "", evidence: []),
            Finding(
                text: "Anthropic said it would challenge the label in court.", verdict: .supported, reasons: [.ok], note: "One outlet says so.",
                evidence: [
                    Evidence(
                        passage: try passage("nw-0227-label", "Anthropic said it would challenge any such designation in court."), stance: .supports,
                        marked: 18..<64, score: 0.9)
                ]),
            Finding(
                text: "Chinese laboratories copied Claude with 24,000 accounts.", verdict: .partly, reasons: [.hedgeLost, .misattribution],
                note: "The sources give this as one company’s accusation.",
                evidence: [
                    Evidence(
                        passage: try passage(
                            "nw-0223-distil",
                            "The company said about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges with Claude, in breach of its terms and of its ban on access from China."
                        ), stance: .supports, score: 0.8),
                    Evidence(
                        passage: try passage("or-0224-destillation", "Von außen lässt sich das bisher nicht überprüfen."), stance: .mentions,
                        score: 0.5),
                ]),
            Finding(
                text: "Shared models now guide the fleets of regional allies.", verdict: .unsupported, reasons: [.noEvidence],
                note: "No passage speaks of this.", evidence: []),
            Finding(
                text: wrong, verdict: .contradicted, reasons: [.attribute], span: fault, note: "MatX is American.",
                evidence: [
                    Evidence(
                        passage: try passage("hv-0227-correction", "MatX is a United States company based in Mountain View, California."),
                        stance: .contradicts, marked: 10..<31, score: 0.9)
                ]),
        ]
        let audit = Audit(
            title: "China’s Strategic Push Escalates Global Tensions", findings: findings, articlesSearched: 73,
            firstDay: CalendarDay(year: 2026, month: 1, day: 12), lastDay: CalendarDay(year: 2026, month: 3, day: 1))
        let articles = ["nw-0227-label", "nw-0223-distil", "or-0224-destillation", "hv-0227-correction"]
        let sources = try articles.enumerated().map { try source($0.offset + 1, $0.element) }
        return (audit, Dictionary(uniqueKeysWithValues: sources.map { ($0.article, $0) }))
    }
}
