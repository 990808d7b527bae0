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
        small smaller smallest little compact tiny
        large larger largest big bigger biggest
        operational deployed fielded
        operator operators
        test tests tested trial trials
        dispute disputes =row quarrel tension tensions tensed clash
        court courts legal legally
        lay-off layoff layoffs redundancies
        memo memorandum
        permit permits permitted allow allows allowed authorise authorize authorised authorized
        ban bans banned forbid forbids forbidden prohibit prohibited prohibits
        increase increased increases rise rises rose risen grow grew grown grows climb climbed raise raised raises boost boosted boosts
        decrease decreased decreases fall falls fell fallen decline declined drop dropped drops shrink shrank reduce reduced reduces reduction lessen lessened lowered trimmed slashed =cut =cuts
        kill killed kills die died dies dead death deaths mortality fatality fatalities fatal deadly lethal
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
        end ended ends finish finished finishes =closed =closes =closing =close =closure =shut =shuts stop stopped stops
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
        children child kids pupils schoolchildren paediatric pediatric
        car cars vehicle vehicles
        plane planes aircraft jet jets
        percent per-cent percentage
        join joined joins member members
        approve approved approves approval approvals consent consents consented
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
        baby babies infant infants
        advise advised advises advice recommend recommended recommends recommendation
        rarely seldom
        inspect inspected inspection examine examined check checked
        mend mended repair repaired fix fixed
        jail jailed prison imprisoned
        bicycle bicycles bike bikes
        error errors mistake mistakes
        fear fears feared afraid worry worries worried
        tired tiredness fatigue
        chiefly mainly mostly
        reply replied answer answered respond responded response
        gather gathered collect collected fetch fetched
        vaccine vaccines vaccination vaccinated jab jabs
        glad pleased
        quickly rapidly swiftly
        faster quicker
        harm harmed damage damaged
        swap swapped exchange exchanged replace replaced
        laboratory lab
        tumour tumours tumor cancer cancers
        councillor cllr
        alter altered change changed changes
        admit admitted concede conceded acknowledge acknowledged
        double doubled twice
        proof evidence
        result results outcome outcomes
        require required requires need needed needs
        lengthen extend extended prolong prolonged
        month monthly
        week weekly
        day daily
        year annual annually yearly
        former previous
        move moved moves shift shifted relocate relocated
        suspect suspects suspected suspicion
        forecast forecasts predict predicted predicts
        depend rely
        shop shops store stores
        ship vessel vessels boat boats
        film films movie movies
        ill illness sick sickness unwell
        try tried attempt attempted
        help helped helps assist assisted aid
        enough sufficient
        almost nearly virtually
        roughly approximately
        probably likely
        perhaps maybe possibly
        chair chairman chairwoman chairperson
        lawyer lawyers attorney attorneys solicitor barrister
        fire fires blaze blazes
        earthquake quake
        lorry lorries truck trucks
        inhabitant inhabitants resident residents
        pregnant pregnancy
        researcher researchers scientist scientists
        drug drugs medicine medicines medication
        heart cardiac
        lung pulmonary
        kidney renal
        mother mothers mum mums maternal
        salary salaries wage wages
        revenue turnover
        customer customers client clients
        competitor competitors rival rivals
        north northern
        south southern
        east eastern
        west western
        doctor doctors physician physicians
        man men
        woman women
        foot feet
        tooth teeth dental
        mouse mice
        write wrote written writes
        eat ate eaten eating
        speak spoke spoken
        break broke broken
        choose chose chosen choice
        drive drove driven
        know knew known
        see seen =saw
        find finds finding =found discover discovered discovers
        hold holds held
        keep kept
        hear heard
        feel =felt
        teach taught
        bring brought
        think thought
        sit sat
        wear wore worn
        steal stole stolen theft
        sing sang sung
        drink drank drunk
        swim swam swum
        run ran
        sink sank sunk
        shoot shooting =shot
        catch caught
        send sent
        spend spent
        lend lent
        feed fed
        meet met
        pay paid payment
        draw drew drawn
        throw threw thrown
        fly flew flown flight flights
        blow blew blown
        hide hid hidden
        ride rode ridden
        freeze froze frozen
        forget forgot forgotten
        hang hung
        dig dug
        fight fought
        seek sought
        sleep slept
        deal dealt
        leave leaves
        stand stood
        stay stayed remain remained remains
        become became
        wake woke woken
        tear tore torn
        burn burnt
        learn learnt
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
