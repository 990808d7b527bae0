import BriefModel

/// Verbs that put something down to somebody: what is said, thought, known, meant, wanted or held of it. Classes after the verb classes of Levin
/// (communication, declaring, judging, desire, conjecture); what each may be followed by after the grammars.
enum AttributionVerbs {
    /// What the verb may have for its content.
    struct Frames: OptionSet, Hashable, Sendable {
        let rawValue: UInt16
        /// A clause, with or without "that"; a question.
        static let clause = Frames(rawValue: 1)
        /// The words themselves, which may also stand before the verb, and the source after it.
        static let quote = Frames(rawValue: 2)
        /// A thing: "criticised the plan".
        static let noun = Frames(rawValue: 4)
        /// "to" and a verb.
        static let infinitive = Frames(rawValue: 8)
        /// Somebody spoken to before the content: "told reporters that".
        static let addressee = Frames(rawValue: 16)
        /// A verb in -ing: "denied taking part".
        static let gerund = Frames(rawValue: 32)
        /// Needs its particle: "calls for", "points to".
        static let particle = Frames(rawValue: 64)
        /// A clause only behind "that" or a question word: "answered that", not "answered the question".
        static let that = Frames(rawValue: 128)
    }

    struct Verb: Hashable, Sendable {
        let kind: Attribution.Kind
        let frames: Frames
        /// Words that belong to the verb where they follow it.
        var particles: [String] = []
    }

    /// Infinitive → what it is; the rows by kind and frames.
    static let rows: [(kind: Attribution.Kind, frames: Frames, verbs: String)] = [
        (
            .statement, [.clause, .quote],
            """
            say add argue explain note state declare allege insist acknowledge admit concede assert contend observe remark testify quip joke tweet conclude
            stress emphasize emphasise reiterate complain boast brag lament counter retort opine muse proclaim profess
            hint imply
            exclaim interject theorize speculate confess bemoan
            """
        ),
        (
            .statement, [.clause, .quote, .that],
            "respond reply answer comment recall write repeat continue shout yell scream cry chant whisper mutter gush grumble fume rule sing read"
        ),
        (
            .statement, [.clause, .quote, .noun],
            "announce claim confirm report reveal disclose suggest predict propose recommend maintain estimate forecast mention"
        ),
        (.statement, [.clause, .noun, .gerund, .quote], "deny"),
        (.statement, [.clause, .quote, .addressee], "tell warn caution remind assure inform notify advise"),
        (.statement, [.clause, .quote, .addressee, .infinitive], "ask promise urge"),
        (.statement, [.quote, .infinitive, .clause], "vow pledge threaten swear"),
        (.statement, [.addressee, .infinitive], "encourage order instruct implore exhort"),
        (.statement, [.clause], "indicate show demonstrate signal prove"),
        (.statement, [.noun, .clause, .infinitive, .quote], "demand"),
        (
            .statement, [.noun],
            """
            cite describe discuss detail outline question highlight underscore denounce condemn decry criticize criticise praise blast slam mock ridicule
            attack applaud hail tout deride reference compare champion promote invoke voice express unveil commend vilify retweet propound condone justify document
            applaud deride scold chastise rebuke lambaste assail bash disparage extol laud berate disavow endorse echo accuse blame label dub
            characterize characterise portray depict liken call credit refute rebut retract quote request celebrate congratulate thank identify
            """
        ),
        (
            .belief, [.clause],
            """
            believe think know feel suspect doubt fear worry assume presume imagine guess reckon understand realize realise learn wonder
            anticipate foresee discover remember agree disagree find hear decide determine
            """
        ),
        (.belief, [.clause, .infinitive], "hope expect"),
        (.belief, [.noun], "consider regard view deem"),
        (.intention, [.infinitive], "plan intend aim refuse decline decide choose agree seek wish vote offer opt prefer consent hesitate"),
        (.intention, [.infinitive, .noun], "want"),
        (
            .stance, [.noun],
            "support oppose embrace despise back reject dismiss dispute favor favour welcome admire respect defend love hate dislike resent trust"
        ),
    ]

    /// Verbs with their particles: what they say in them they say only so, or besides what the rows hold.
    static let particles: [String: [String]] = [
        "call": ["for", "on", "out"], "point": ["out", "to"], "speak": ["of"], "refer": ["to"], "complain": ["about"], "worry": ["about"],
        "insist": ["on"],
        "hint": ["at"], "object": ["to"], "allude": ["to"], "dream": ["of"], "accuse": [], "lash": ["out"], "rail": ["against"],
        "boast": ["of", "about"], "brag": ["about"],
        "joke": ["about"], "argue": ["for", "against"], "apologize": ["for"], "believe": ["in"], "speculate": ["about"], "ask": ["about", "for"],
        "warn": ["of", "against"], "push": ["for"], "advocate": ["for"],
        "lobby": ["for"], "campaign": ["for"], "think": ["of"], "know": ["about"], "hear": ["about"], "learn": ["of"], "agree": ["with", "on"],
        "disagree": ["with"],
        "side": ["with"], "talk": ["about"], "testify": ["about"], "tweet": ["about"], "write": ["about"], "comment": ["on"], "hope": ["for"],
        "wonder": ["about"], "vote": ["for", "against"],
    ]

    /// Forms that are not made by rule: infinitive, past, participle.
    static let irregular: [String: (past: String, participle: String)] = [
        "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"), "think": ("thought", "thought"), "know": ("knew", "known"),
        "feel": ("felt", "felt"), "understand": ("understood", "understood"), "find": ("found", "found"), "hear": ("heard", "heard"),
        "speak": ("spoke", "spoken"), "show": ("showed", "shown"), "swear": ("swore", "sworn"), "foresee": ("foresaw", "foreseen"),
        "choose": ("chose", "chosen"), "forecast": ("forecast", "forecast"), "seek": ("sought", "sought"), "prove": ("proved", "proven"),
        "read": ("read", "read"), "sing": ("sang", "sung"),
    ]
}
