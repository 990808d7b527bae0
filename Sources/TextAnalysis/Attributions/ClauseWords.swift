import BriefModel

/// What an English word may be in a clause, and which cue of attribution it may be.
struct ClauseWord {
    struct Classes: OptionSet {
        let rawValue: UInt32
        static let be = Classes(rawValue: 1)
        static let have = Classes(rawValue: 1 << 1)
        /// do, and the modal verbs.
        static let modal = Classes(rawValue: 1 << 2)
        static let adverb = Classes(rawValue: 1 << 3)
        static let determiner = Classes(rawValue: 1 << 4)
        static let possessive = Classes(rawValue: 1 << 5)
        /// Pronouns that are a subject.
        static let nominative = Classes(rawValue: 1 << 6)
        static let objective = Classes(rawValue: 1 << 7)
        static let relative = Classes(rawValue: 1 << 8)
        static let preposition = Classes(rawValue: 1 << 9)
        static let subordinator = Classes(rawValue: 1 << 10)
        static let coordinator = Classes(rawValue: 1 << 11)
        static let time = Classes(rawValue: 1 << 12)
        static let question = Classes(rawValue: 1 << 13)
        /// Stand for people or things by themselves: "some", "many".
        static let quantifier = Classes(rawValue: 1 << 14)
        /// Verbs before another verb's infinitive that only say how far it is under way: "continued to".
        static let catenative = Classes(rawValue: 1 << 15)
        static let base = Classes(rawValue: 1 << 16)
        static let third = Classes(rawValue: 1 << 17)
        static let past = Classes(rawValue: 1 << 18)
        static let participle = Classes(rawValue: 1 << 19)
        static let gerund = Classes(rawValue: 1 << 20)
        static let to = Classes(rawValue: 1 << 21)

        static let auxiliary: Classes = [.be, .have, .modal]
        static let verbForm: Classes = [.base, .third, .past, .participle, .gerund]
        static let finite: Classes = [.base, .third, .past]
    }

    var classes: Classes = []
    /// Places in the lists of cues; -1 for none.
    var verb: Int16 = -1
    var noun: Int16 = -1
    var adjective: Int16 = -1

    static let none = ClauseWord()

    /// By the folded word. An adverb is also known by its ending.
    static func word(_ folded: String) -> ClauseWord {
        if let known = table[folded] { return known }
        return folded.utf8.count > 4 && folded.hasSuffix("ly") && folded != "family" && folded != "only"
            ? ClauseWord(classes: .adverb) : none
    }

    private static let closed: [(Classes, String)] = [
        (.be, "is are was were be been being am isn't aren't wasn't weren't"), (.have, "has have had having hasn't haven't hadn't"),
        (
            .modal,
            """
            do does did don't doesn't didn't will would can could may might must shall should cannot can't couldn't won't wouldn't shouldn't mightn't
            """
        ),
        (
            .adverb,
            """
            also again now once twice then never not already still ever even just later soon often always instead however meanwhile thus rather too further
            earlier yet first simply only today afterward afterwards
            """
        ),
        (.determiner, "the a an this that these those some any no every each another both all most several such what"),
        (.possessive, "his her its their my our your whose"),
        (
            .nominative,
            "he she they we i it you i'm i've we've they've he'd she'd they'd we're they're i'd i'll you're everyone everybody nobody someone anyone"
        ),
        (.objective, "him her them us me it you himself herself itself themselves"), (.relative, "who which that whom"),
        (
            .preposition,
            """
            of in on at by for with from into over under about after before during since through between among against without within upon amid amidst
            toward towards per via as than like despite across behind beyond near around throughout regarding concerning
            """
        ),
        (
            .subordinator,
            "because while although though if when after before since until unless whether as where once that whereas even than so why how"
        ),
        (.coordinator, "and or but nor yet"),
        (
            .time,
            """
            monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow week month year weekend morning afternoon evening night
            monday's recently earlier later last next weeks months years days january february march april june july august september october november december
            """
        ),
        (.question, "what how why whether if who where when which"),
        (.quantifier, "some many most others few all both several one another none those each more"),
        (
            .catenative,
            """
            continue continues continued continuing begin begins began begun start starts started go going goes went used seem seems seemed appear appears
            appeared try tries tried trying fail fails failed failing come comes came able likely unlikely need needs needed got
            """
        ),
        (.to, "to"),
    ]

    private static let table: [String: ClauseWord] = {
        var table: [String: ClauseWord] = [:]
        for (classes, words) in closed { for word in Stopwords.set(words) { table[word, default: .none].classes.insert(classes) } }
        for (index, verb) in AttributionCues.verbs.enumerated() {
            for (form, classes) in EnglishForms.forms(of: verb.lemma, irregular: AttributionVerbs.irregular[verb.lemma]) {
                table[form, default: .none].verb = Int16(index)
                table[form, default: .none].classes.insert(classes)
            }
        }
        for (index, noun) in AttributionCues.nouns.enumerated() {
            for form in [noun.lemma, EnglishForms.third(noun.lemma)] { table[form, default: .none].noun = Int16(index) }
        }
        for (index, adjective) in AttributionCues.adjectives.enumerated() { table[adjective.lemma, default: .none].adjective = Int16(index) }
        return table
    }()
}

/// The forms of English verbs, by rule where they are not given.
enum EnglishForms {
    static func forms(of lemma: String, irregular: (past: String, participle: String)?) -> [(String, ClauseWord.Classes)] {
        let past = irregular?.past ?? Self.past(lemma)
        return [
            (lemma, .base), (third(lemma), .third), (past, .past), (irregular?.participle ?? past, .participle), (gerund(lemma), .gerund),
        ]
    }

    static func third(_ lemma: String) -> String {
        if lemma.hasSuffix("y"), !endsInVowelAndY(lemma) { return lemma.dropLast() + "ies" }
        return ["s", "x", "z", "ch", "sh", "o"].contains(where: lemma.hasSuffix) ? lemma + "es" : lemma + "s"
    }

    private static func past(_ lemma: String) -> String {
        if lemma.hasSuffix("e") { return lemma + "d" }
        if lemma.hasSuffix("y"), !endsInVowelAndY(lemma) { return lemma.dropLast() + "ied" }
        return doubled(lemma) + "ed"
    }

    private static func gerund(_ lemma: String) -> String {
        lemma.hasSuffix("e") && !lemma.hasSuffix("ee") ? lemma.dropLast() + "ing" : doubled(lemma) + "ing"
    }

    /// Verbs of one vowel, and those stressed at the end, double their last consonant.
    private static func doubled(_ lemma: String) -> String {
        doubling.contains(lemma) ? lemma + String(lemma.suffix(1)) : lemma
    }

    private static let doubling = Stopwords.set("admit plan slam dub opt pan prefer refer infer rebut tut quip brag rap rip")

    private static func endsInVowelAndY(_ lemma: String) -> Bool { ["ay", "ey", "oy", "uy"].contains(where: lemma.hasSuffix) }
}
