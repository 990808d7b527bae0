/// Words that news prose uses for one another. Written for this project from general English; a row is one concept, named by its first word.
/// A form is matched as written first and by its stem after that, so "operational" and "operator" can be told apart.
enum ConceptTable {
    /// Rows of single words; one marked `=` lends its form but not its stem (a ship is no shipment). Inflected forms need not be listed: stems of all words of a row share its concept.
    static let rows = """
        sue suit lawsuit litigation sued
        fund funding financing finance financed
        sign signatory signatories signed endorse endorsed
        confirm confirmed confirms verify verified corroborate corroborated
        publish published publishes =publication disclose disclosed
        chip chips processor processors semiconductor semiconductors gpu gpus
        drone drones uav uavs
        startup start-up startups start-ups
        company companies firm firms maker makers business businesses
        country countries nation nations
        broadcaster television tv
        military army troops soldiers
        buy bought purchase purchased acquire acquired acquires buys purchases buying
        sell sells sold =sale sales selling
        deliver delivered delivery deliveries delivers shipment shipments =shipped handover
        agree agreed agreement agreements deal deals accord pact contract contracts
        announce announced announcement announcements announces unveil unveiled
        accuse accused accuses accusation accusations allege alleged allegation allegations alleges
        complaint complaints complain complained
        limit limits limited restriction restrictions restrict restricted restricts cap capped curb curbs
        small smaller smallest little compact
        large larger largest big bigger biggest
        operational deployed fielded
        test tests tested trial trials
        dispute disputes =row quarrel tension tensions tensed clash
        court courts legal legally
        lay-off layoff layoffs redundancies
        memo memorandum
        permit permits permitted allow allows allowed authorise authorize authorised authorized
        ban bans banned forbid forbids forbidden prohibit prohibited prohibits
        increase increased increases rise rises rose risen grow grew grown grows climb climbed
        decrease decreased decreases fall falls fell fallen decline declined drop dropped drops shrink shrank
        kill killed kills die died dies dead death deaths
        injure injured injures hurt wound wounded
        talks negotiation negotiations negotiate
        commission commissioned inaugurated inaugurate
        weapon weapons arms armed
        sea seas maritime naval navy
        space orbit orbital orbits
        satellite satellites spacecraft craft
        ally allies allied partner partners
        artificial-intelligence ai a.i
        launch launched launches launching
        begin began begun begins start started starts starting =opened =opens
        end ended ends finish finished finishes =closed =closes stop stopped stops
        build builds built construct constructed manufacture manufactured produce produced produces production
        employ employs employee employees staff worker workers workforce
        lead leads led leading =headed
        money cash funds
        share shares pass passed transfer transferred
        easy easier easily
        hard harder difficult complicate complicates complicated
        copy copies copied copying
        fake false fraudulent bogus
        direct directed directs control controlled steer
        children child kids pupils
        car cars vehicle vehicles
        plane planes aircraft jet jets
        percent per-cent percentage
        join joined joins member members
        approve approved approves approval approvals
        reject rejected rejects refuse refused refuses refusal
        win wins won victory
        lose loses lost loss losses
        domestic domestically local home-made homemade home-grown homegrown indigenous
        invest invested invests investing investment investments
        hospital hospitals clinic clinics
        police officers
        attack attacks attacked strike strikes struck
        resign resigned resigns quit quits
        appoint appointed appoints named hire hired
        postpone postponed delay delayed delays
        cancel cancelled canceled scrap scrapped
        binding bind binds
        disable disabled disables disrupt disrupted disrupts
        """

    /// Phrases that are one concept; matched over folded tokens, function words included.
    static let phrases: [([String], String)] = [
        (["in", "service"], "operational"), (["into", "service"], "operational"), (["entered", "service"], "operational"),
        (["operational", "service"], "operational"),
        (["in", "use"], "operational"), (["into", "use"], "operational"), (["artificial", "intelligence"], "artificial-intelligence"),
        (["armed", "forces"], "military"), (["per", "cent"], "percent"), (["defense", "department"], "pentagon"),
        (["defence", "department"], "pentagon"), (["department", "of", "defense"], "pentagon"), (["took", "delivery"], "deliver"),
        (["stock", "exchange"], "list"), (["stock", "exchanges"], "list"), (["went", "public"], "list"), (["began", "trading"], "list"),
        (["stepped", "down"], "resign"), (["stood", "down"], "resign"), (["set", "up"], "found"), (["cleared", "for"], "approve"),
        (["called", "off"], "cancel"), (["put", "off"], "postpone"), (["pouring", "money"], "invest"), (["poured", "money"], "invest"),
        (["put", "money"], "invest"), (["carried", "out"], "perform"), (["to", "court"], "court"),
    ]

    /// British and American spellings that stems keep apart.
    static let spellings: [String: String] = [
        "defence": "defense", "organisation": "organization", "labour": "labor", "programme": "program", "centre": "center", "licence": "license",
        "colour": "color", "tonnes": "tons", "unmanned": "uncrewed", "pledge": "promise",
    ]

    /// Words that cannot both be true of one thing. General English; each row is a pair of sets.
    static let opposites: [(Set<String>, Set<String>)] = [
        (["self-sufficient", "self-reliant"], ["depend", "dependent", "rely", "shortage", "scarce", "bottleneck", "tight"]),
        (["increase"], ["decrease"]),
        (["approve", "permit"], ["reject", "ban"]),
        (["win"], ["lose"]),
        (["begin"], ["end"]),
        (["bind"], ["voluntary", "non-binding"]),
        (["public"], ["secret", "private"]),
        (["succeed", "success"], ["fail", "failure"]),
        (["safe"], ["dangerous", "unsafe"]),
        (["support", "back"], ["oppose"]),
        (["accept"], ["reject"]),
        (["profit"], ["lose", "deficit"]),
        (["import"], ["export"]),
        (["majority"], ["minority"]),
        (["temporary"], ["permanent"]),
        (["compulsory", "mandatory"], ["voluntary", "optional"]),
        (["optimistic"], ["pessimistic"]),
        (["guilty"], ["innocent"]),
        (["abundant", "plentiful"], ["scarce", "shortage", "tight"]),
        (["more"], ["fewer", "less"]),
        (["before"], ["after"]),
        (["north"], ["south"]), (["east"], ["west"]),
        (["married"], ["divorced"]),
        (["high", "higher"], ["low", "lower"]),
        (["first"], ["last"]),
    ]

    /// Words that carry little of what a sentence asserts.
    static let light = """
        say said says tell told tells make made makes making take took taken takes taking give given gave get got include includes included including
        recent recently new report reports reported year years month months week weeks day days number numbers thing things way ways part parts case
        cases use used uses using time times come came comes go goes went put puts accord according note notes noted call called calls like
        suggest suggests suggested indicate indicates indicated highlight highlights highlighted argue argues argued believe believes
        believed claim claims claimed
        such involve involves involving million billion thousand hundred people one two also now last next ago today far similar mean means
        """
}
