/// Word lists for wording by deletion. English: the language statements are written in.
enum WordingWords {
    private static func list(_ text: String) -> [[String]] {
        text.split(separator: ",").map { $0.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) }.filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
    }

    /// Openings that refer back; the longest is tried first.
    static let openings = list(
        """
        but, and, yet, still, however, meanwhile, moreover, also, instead, nevertheless, nonetheless, in short, in other words, for example, for instance,
        so, then, thus, indeed, in fact, of course, by contrast, in addition, for completeness, as a result, at the same time, even so, that said, besides,
        on the other hand, on top of that, to be sure, after all, first, second, third, finally, what is more, not surprisingly, in turn
        """)
    /// Those that need no comma after them to be taken away.
    static let bareOpenings: Set<String> = ["but", "and", "yet", "meanwhile", "however"]
    static let innerConnectives = ["meanwhile", "however", "moreover", "though", "indeed", "too"]

    /// A clause after a comma that starts so adds to the main clause.
    static let clauseOpeners = OffLimits.set(
        "which who where while although though because since as after before hours days weeks months including excluding with whose")
    static let clauseOpenerPairs: Set<String> = [
        "a step", "a move", "a law", "a sign", "a figure", "in breach", "up from", "down from", "in part", "so that", "so a", "so the",
    ]
    /// A clause that holds one of these is never taken away: attribution, caution, denial, condition.
    static let keepers = OffLimits.set(
        """
        according reported reportedly allegedly alleged apparently if unless but except only unconfirmed until supposedly
        """)

    static let weekdays = OffLimits.set("monday tuesday wednesday thursday friday saturday sunday")
    static let dayParts = OffLimits.set("morning afternoon evening night")
    static let deictic = OffLimits.set("today yesterday tomorrow tonight")
    /// Words before a weekday that already carry the date.
    static let dayPrepositions = OffLimits.set("on by until since from before after between for late early last next this")

    /// A sentence that starts with one of these leans on the one before.
    static let danglingStarts = OffLimits.set(
        """
        it its they their them he his him she her this these those that such both neither either none some others another other here there then
        all each most many few several one two three four five six so because what why who when where how which whether yes no if
        further nor or again elsewhere otherwise similarly likewise
        """)
    /// Of these, the ones that always point back.
    static let pointingStarts = OffLimits.set(
        "it its they their them he his him she her this these those that such both neither either some others another other there then so nor similarly likewise"
    )
    /// Of these, the ones that stand on their own when a noun that nothing else in the article introduced follows.
    static let countingStarts = OffLimits.set("one two three four five six all most many few several some no each both there if when what")
    static let anaphoricModifiers = OffLimits.set(
        "latter former same other others second third first two three four rest such said above earlier later next last new")

    /// Nouns with one referent in ordinary prose: "the government" needs no introduction.
    static let uniqueNouns = OffLimits.set(
        """
        government military army navy air force world year president public market markets internet state economy law future past war west east north south
        end start beginning use number amount sale sales supply production development armed forces media press country people senate house congress court courts
        united pentagon administration first best largest third
        """)
    /// Nouns for a body, replaced by its name when the sentence before has exactly one to offer.
    static let bodyNouns = OffLimits.set(
        "company firm start-up startup group laboratory lab department agency ministry institute office bank fund chipmaker developer")
    static let sayings = OffLimits.set(
        "said says say added adds announced announces believes believed thinks argued argues claims claimed warned insists knew hopes")
    static let companyNouns = OffLimits.set("company firm start-up startup chipmaker developer")
    /// Words in the names of public bodies, which nobody calls "the company".
    static let publicBodies = OffLimits.set(
        """
        pentagon congress house senate parliament kremlin government department ministry agency commission committee court council university institute
        nations union army navy force forces corps command treasury office police museum academy nato assembly party
        """)
    /// After a noun these keep it from dangling: "the declaration signed by…".
    static let postmodifiers = OffLimits.set(
        "of that which who in at on for from with by to between about over under against signed made held set published due behind")

    /// What is held somewhere: a reader must know which.
    static let occasions = OffLimits.set("ceremony meeting hearing interview summit talks test event conference launch visit session vote round")

    static let prepositions = OffLimits.set("of on in at to from with by for about after before since under")
    static let subjectPronouns = OffLimits.set("he she it they")
    static let personPronouns = OffLimits.set("he she his her him hers himself herself")
    static let firstPersons = OffLimits.set("we i our us my me ours ourselves myself mine")
    /// First person to third person of the verbs after "we".
    static let agreement: [String: String] = [
        "have": "has", "know": "knows", "are": "is", "were": "was", "think": "thinks", "rate": "rates", "believe": "believes", "expect": "expects",
        "see": "sees", "keep": "keeps", "find": "finds",
    ]
    static let invariantVerbs = OffLimits.set(
        "found saw asked tried read knew could did had will would might may should rated counted traced looked heard put")
}
