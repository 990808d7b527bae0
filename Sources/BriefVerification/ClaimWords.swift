/// Word lists for telling claims from headings and opinions. Closed classes and common verbs of English news prose, written for this project.
enum ClaimWords {
    static let auxiliaries = set(
        "is are was were has have had will would can could may might must should does did do cannot isn't aren't wasn't weren't")

    /// Verbs that say how to see things; third person, plain and participle.
    static let interpretive = set(
        """
        underscores underscore underscored highlights highlight highlighted reflects reflect reflected illustrates illustrate illustrated exemplifies
        exemplify symbolises symbolizes epitomises epitomizes shaping reshaping signals signal signalling underlines underline underlined
        demonstrates demonstrate heralds herald embodies embody mirrors marks
        """)

    static let plainVerbs = set(
        """
        include raise show say report suggest indicate face seek remain continue become begin make take give get go come lead leave find expect want need
        hold keep run sell buy build grow rise fall reach sign join agree refuse deny claim warn argue call ask allow ban accuse sue
        """)

    /// Nouns that head a part of a text.
    static let headings = set(
        """
        summary overview background context introduction conclusion conclusions takeaway takeaways point points finding findings highlight highlights
        analysis outlook implications steps line lines risks notes methodology appendix results discussion recommendations questions remarks facts figures
        messages developments brief update updates details
        """)

    /// Past tenses that do not end in "ed".
    static let pastForms = set(
        """
        said told took made gave got came went put sold bought built sent spent left kept held led lost won found met paid ran rose fell grew began became
        broke brought caught chose cut drew drove fought flew forgot hit hurt knew laid let meant read rang saw sang sank shot showed shut slept spoke
        stood stole struck swore taught thought threw understood wore wrote felt heard hid beat bore bent dealt fed fled lent rode sought shook
        """)

    private static let finiteVerbs = set(
        """
        escalates raises says announces agrees accuses warns sues seeks faces wins loses buys sells signs rejects approves denies confirms admits joins
        unveils expects becomes remains continues begins ends hits cuts gets gives goes keeps leaves makes means meets opens pays puts reaches says sees
        sends sets shows takes tells threatens urges vows wants backs bans blocks calls closes defends drives eyes falls grows halts holds jumps kills
        labels lifts orders passes plans pledges quits refuses resigns rises rules slams slips soars sparks splits stops strikes surges suspends tops turns
        weighs withdraws accelerates intensifies transforms threatens heightens reshapes strengthens weakens undermines enables fuels ensures proves
        acquires allows argues arrests asks avoids bars beats boosts brings builds captures challenges clears considers cancels creates delays delivers
        demands deploys doubles drops enters exceeds expands explains extends fails fears finds fires gains guides hails helps ignores invests issues
        labels launches leads learns lines loosens looks moves names offers outlines overtakes overturns postpones praises predicts presses promises
        proposes publishes pulls pushes raises reopens reports resumes retains reveals returns reverses runs says scraps secures settles sinks spends stalls
        starts steps suffers swaps tests trails trims tumbles upholds votes walks
        """)

    /// In titles these are read as nouns far more often than as verbs.
    private static let nouns = set(
        """
        cuts plans calls rules orders tests labels reports moves issues names offers drives strikes returns gains votes steps ends sets hits backs bars
        lines looks jumps turns tops fires fears demands drops eyes launches challenges delays means blocks bans starts runs walks trails swaps releases
        """)

    /// A finite verb or a noun of the same form.
    static func isVerb(_ folded: String) -> Bool { finiteVerbs.contains(folded) }

    static func isFiniteForm(_ folded: String) -> Bool { finiteVerbs.contains(folded) && !nouns.contains(folded) }

    static func set(_ list: String) -> Set<String> { Set(list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)) }
}
