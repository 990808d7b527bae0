import BriefModel

/// The lines of the sample library's PDF, quillhaven-institute/reports/verification-guide.pdf, as `pdftotext -bbox-layout` 22.12 places them.
let printedReport = PrintedDocument(
    lines: """
        1 56.0 21.1 225.3 28.5 Quillhaven Institute (fictional) | Report 2026-02
        1 84.9 70.8 510.3 86.5 Verifying limits on military AI: a reader's guide to the
        1 266.9 91.8 328.3 107.5 options
        1 62.0 116.3 263.0 123.7 Corvin Adeyemi-Holt and Ilse Marrant, 24 February 2026
        1 62.0 162.4 524.8 173.5 Summary. This guide sorts proposals for verifying limits on military artificial intelligence
        1 62.0 180.4 505.5 191.5 by what they would count: chips, training runs, models or behaviour. It recommends
        1 62.0 198.4 185.4 209.5 starting with behaviour.
        1 62.0 227.4 516.2 238.5 Counting chips. Processors are made in few places and can be tracked for a time. A
        1 62.0 245.4 533.3 256.5 working paper published in July 2025 by authors at RAND and other bodies describes six
        1 62.0 263.4 528.9 274.5 largely independent approaches, including security features in chips, monitoring devices
        1 62.0 281.4 526.2 292.5 next to them, and programmes for whistleblowers. The authors state that many of these
        1 62.0 299.4 285.5 310.5 have yet to be built or tested under stress.
        1 62.0 328.4 521.5 339.5 Counting training runs. Large runs have a visible appetite for power and for fast links
        1 62.0 346.4 512.8 357.5 between processors. An earlier paper, of November 2024, discusses ways to confirm
        1 62.0 364.4 511.5 375.5 that no such run is under way. Small models, including distilled ones, escape this net
        1 62.0 382.4 233.4 393.5 because they are cheap to train.
        1 62.0 411.4 514.9 422.5 Counting models. A model is a file. It can be copied without trace, and no inspection
        1 62.0 429.4 509.5 440.5 regime for files has ever worked. Distillation makes this harder, since a copied ability
        1 62.0 447.4 227.4 458.5 does not carry a serial number.
        1 62.0 476.4 502.9 487.5 Watching behaviour. States could agree on things that can be seen: no uncrewed
        1 62.0 494.4 521.2 505.5 aircraft within a set distance of another state's ships, notice before large exercises with
        1 62.0 512.4 409.4 523.5 swarms, a person named as responsible for every armed system.
        1 62.0 541.4 523.5 552.5 What each option costs. Inspections at data centres need access that no large power
        1 62.0 559.4 476.2 570.5 has offered so far. Devices next to chips need trust in the maker of the device.
        1 62.0 577.4 516.2 588.5 Programmes for whistleblowers cost little and protect few people unless a state wants
        1 62.0 595.4 134.0 606.5 them to work.
        1 62.0 624.4 510.2 635.5 Who could start. The declaration signed by 35 countries in A Coruña on 5 February
        1 62.0 642.4 490.9 653.5 contains no inspection, but it asks states to share information on oversight where
        1 62.0 660.4 516.2 671.5 security allows. A group of signatories could publish, each for itself, who approves the
        1 62.0 678.4 526.9 689.5 use of an armed system that acts without constant control. That would be a register, not
        1 62.0 696.4 369.5 707.5 a regime, and it would give later talks something to check.
        1 56.0 808.1 441.9 815.5 Sample page written for the Big Picture Brief software. The outlet is fictional, and some statements are wrong
        1 535.6 808.1 540.0 815.5 1
        2 56.0 21.1 225.3 28.5 Quillhaven Institute (fictional) | Report 2026-02
        2 62.0 69.4 507.5 80.5 What not to expect. No method in this guide would have told an outsider whether a
        2 62.0 87.4 514.5 98.5 given laboratory trained on another's answers. That is a question about contracts and
        2 62.0 105.4 525.6 116.5 logs. The company that runs the model holds the logs, and so far it is also the company
        2 62.0 123.4 175.4 134.5 that makes the claim.
        2 62.0 152.4 528.2 163.5 A test to apply. Of any proposal ask three things. Who sees the evidence? What would
        2 62.0 170.4 502.2 181.5 a false report look like? What happens to the honest state when another is caught?
        2 62.0 188.4 524.9 199.5 Proposals that answer only the first are surveys. Proposals that answer the first two are
        2 62.0 206.4 452.8 217.5 monitoring. Only those that answer all three deserve the word verification.
        2 62.0 235.4 531.5 246.5 Conclusion. The spread of small models weakens verification that rests on training, and
        2 62.0 253.4 530.2 264.5 leaves verification that rests on conduct almost untouched. We found no proposal tabled
        2 62.0 271.4 154.7 282.5 by a government.
        2 62.0 299.3 522.6 306.7 Notes. 1. The working paper and the earlier paper are described in our own words. 2. Sample page written for the Big Picture Brief
        2 62.0 317.3 332.8 324.7 software. The outlet is fictional, and some statements are wrong on purpose.
        2 56.0 808.1 441.9 815.5 Sample page written for the Big Picture Brief software. The outlet is fictional, and some statements are wrong
        2 535.6 808.1 540.0 815.5 2
        """)

extension PrintedDocument {
    /// One line each: page, left, top, right, bottom, words. A line's words share its width by their letters.
    init(lines text: String, title: String? = nil, author: String? = nil, created: Timestamp? = nil) {
        var pages: [PrintedPage] = []
        for row in text.split(separator: "\n") {
            let fields = row.split(separator: " ", maxSplits: 5)
            let sides = fields[1...4].map { Float($0) ?? 0 }
            while pages.count < Int(fields[0]) ?? 1 { pages.append(PrintedPage(width: 595, height: 842, lines: [])) }
            let letter = (sides[2] - sides[0]) / Float(fields[5].count)
            var left = sides[0]
            var words: [PrintedWord] = []
            for word in fields[5].split(separator: " ") {
                let right = left + letter * Float(word.count)
                words.append(PrintedWord(String(word), PrintedFrame(left: left, top: sides[1], right: right, bottom: sides[3])))
                left = right + letter
            }
            pages[pages.count - 1].lines.append(PrintedLine(words: words))
        }
        self.init(pages: pages, title: title, author: author, created: created)
    }
}
