/// Words that cannot both be true of one thing in one respect. Written for this project from general English. A row is two sides; every word of one is
/// the opposite of every word of the other. After `~` a row is of adjectives, whose degrees go with each other: colder with warmer.
enum OppositeTable {
    static let rows = """
        increase soar surge jump expand swell mount | decrease plunge slump dwindle recede slide tumble
        increase double triple swell expand | halve
        accept welcome agree | reject spurn
        approve permit | reject ban veto bar forbid
        grant | refuse withhold deny reject
        adopt ratify endorse | reject
        welcome praise applaud | condemn criticise criticize deplore denounce
        support favour favor endorse | oppose resist
        uphold | overturn quash annul reverse revoke
        admit concede acknowledge | deny dispute
        confirm | deny refute disprove contradict
        prove | disprove refute
        arrive | leave depart
        stay | leave depart
        open reopen | close closed shut
        begin launch | end halt cease
        continue resume carry-on | stop halt suspend abandon end
        win | lose
        succeed success | fail failure
        buy | sell
        buyer purchaser | seller vendor
        lend | borrow
        lender creditor | borrower debtor
        give | take receive
        send | receive get
        export | import
        lift remove | impose introduce
        tighten | loosen relax ease
        strengthen | weaken
        improve | worsen deteriorate
        relieve soothe | aggravate worsen
        accelerate hasten quicken speed | slow delay
        raise | lower cut reduce trim
        lengthen extend prolong | shorten curtail
        widen broaden | narrow
        add | remove subtract
        appoint hire | dismiss sack fire
        attack accuse | defend
        praise | blame criticise criticize
        convict | acquit
        guilty | innocent
        like love enjoy | dislike hate
        trust | distrust mistrust
        remember | forget
        build erect | demolish dismantle raze
        create | destroy
        protect | endanger harm
        heal cure | harm injure
        save spare | waste squander
        earn | spend
        include | exclude omit
        reveal disclose | hide conceal
        attend | miss
        survive | die kill perish
        alive | dead
        born | die
        connect join | separate disconnect
        unite merge | split separate divide
        heat warm | cool chill
        freeze | thaw melt
        fill | empty drain
        push | pull
        rise climb ascend | descend
        wake | sleep
        laugh | cry weep
        obey comply | disobey defy flout
        encourage promote favour favor | discourage inhibit hinder
        recommend advise | discourage warn
        cause trigger | prevent avert
        hinder hamper | ease
        promote | demote
        gain profit | loss lose
        profit surplus | deficit
        plenty glut abundance surplus | shortage lack dearth scarcity
        victory triumph | defeat
        friend ally | enemy rival foe
        advantage benefit | disadvantage drawback
        strength | weakness
        arrival | departure
        entrance entry | exit
        beginning start | end
        top | bottom
        front | back rear
        majority | minority
        maximum | minimum
        optimist optimistic | pessimist pessimistic
        supply | demand
        employer | employee
        teacher | pupil student
        landlord | tenant
        prosecution prosecutor | defence defense
        plaintiff claimant | defendant
        husband | wife
        brother | sister
        mother | father
        son | daughter
        uncle | aunt
        nephew | niece
        grandfather | grandmother
        bride | groom bridegroom
        widow | widower
        optional voluntary | compulsory mandatory obligatory
        bind | voluntary non-binding
        self-sufficient self-reliant | depend dependent rely
        public | secret private
        temporary provisional | permanent
        abundant plentiful | scarce
        married | divorced single
        real genuine authentic | fake artificial plastic imitation forged
        natural | artificial synthetic
        urban | rural
        indoor indoors | outdoor outdoors
        domestic native | foreign imported
        active | inactive passive
        amateur | professional
        acute | chronic
        senior | junior
        vertical | horizontal
        visible | invisible
        solid | liquid
        intact undamaged | damaged broken
        whole | broken partial
        broken faulty defective | mended repaired working
        identical same | different
        alike | different
        equal | unequal
        together jointly | separately apart
        possible | impossible
        positive | negative
        major | minor
        useful | useless
        beneficial | harmful
        harmless safe | harmful dangerous toxic poisonous
        effective | ineffective useless
        legal lawful | illegal unlawful
        true correct right accurate | false incorrect wrong inaccurate mistaken
        likely probable | unlikely improbable
        paid salaried | unpaid voluntary
        pregnant vaccinated | unvaccinated
        raw | cooked baked boiled fried
        fresh | stale frozen
        fresh | salt
        wild | tame domesticated farmed
        northern north | southern south
        eastern east | western west
        northbound northward northwards | southbound southward southwards
        eastbound eastward eastwards | westbound westward westwards
        upstream | downstream
        forward forwards | backward backwards
        morning | evening afternoon
        dawn sunrise | dusk sunset
        midday noon | midnight
        summer | winter
        spring | autumn
        first | last
        early earlier earliest | late later latest
        upper | lower
        inner | outer
        internal | external
        previous former | current present next
        past | future
        often frequently regularly usually always | rarely seldom occasionally
        quickly rapidly fast | slowly gradually
        easily | hardly barely
        more | fewer less
        most | fewest least
        better | worse
        best | worst
        higher | lower
        bigger greater larger | smaller
        rarer scarcer | commoner
        sooner | later
        farther further | nearer closer
        older elder | younger
        cheaper thriftier | dearer costlier
        majority most | handful
        twice double | half
        accepted | rejected
        secure | insecure vulnerable
        calm quiet peaceful | wild violent stormy
        unanimous unanimously | divided split
        sole only | joint
        ~ high tall great large big huge vast | low small little tiny short
        ~ long | short brief
        ~ warm hot | cold cool
        ~ strong powerful | weak
        ~ rich wealthy | poor
        ~ fast quick swift | slow
        ~ cheap | dear expensive costly
        ~ heavy | light
        ~ thick dense | thin sparse
        ~ wide broad | narrow
        ~ deep | shallow
        ~ hard | soft
        ~ hard difficult | easy simple
        ~ bright light pale | dark dim
        ~ loud noisy | quiet silent
        ~ wet damp moist | dry
        ~ full | empty
        ~ new | old
        ~ elderly | young
        ~ good | bad poor
        ~ safe | dangerous risky unsafe
        ~ common frequent widespread | rare uncommon infrequent
        ~ healthy well | ill sick
        ~ happy glad | sad
        ~ clean pure | dirty polluted
        ~ clear | vague unclear
        ~ simple plain | complex complicated elaborate intricate
        ~ smooth | rough
        ~ sharp | blunt
        ~ near close | far distant
        ~ friendly | hostile
        ~ severe serious | mild slight
        ~ sweet | bitter sour
        ~ brave | cowardly
        ~ proud | ashamed
        ~ polite | rude
        ~ lazy | busy
        ~ generous | mean
        ~ fat | thin lean
        ~ steep | gentle flat
        ~ stable steady | unstable shaky
        ~ tight | loose
        """

    /// A row taken apart: sides that exclude each other, one pair a degree.
    static var pairs: [(left: [String], right: [String])] {
        rows.split(separator: "\n").flatMap { row -> [(left: [String], right: [String])] in
            let isGraded = row.hasPrefix("~")
            let sides = row.drop { $0 == "~" || $0 == " " }.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
            guard sides.count == 2 else { return [] }
            guard isGraded else { return [(sides[0], sides[1])] }
            let graded = sides.map { $0.map(degrees) }
            return (0..<3).map { degree in (graded[0].map { $0[degree] }, graded[1].map { $0[degree] }) }
        }
    }

    /// "big", "bigger", "biggest".
    private static func degrees(_ word: String) -> [String] {
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        let letters = Array(word)
        guard letters.count >= 3, let last = letters.last else { return [word, word, word] }
        if last == "e" { return [word, word + "r", word + "st"] }
        if last == "y", !vowels.contains(letters[letters.count - 2]) { return [word, word.dropLast() + "ier", word.dropLast() + "iest"] }
        let isShort = letters.count <= 4 && vowels.contains(letters[letters.count - 2]) && !vowels.contains(letters[letters.count - 3])
        let stem = isShort && !vowels.contains(last) && last != "w" && last != "y" ? word + String(last) : word
        return [word, stem + "er", stem + "est"]
    }
}
