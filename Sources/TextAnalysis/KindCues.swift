import BriefModel

/// What stands around a name and tells what it is of, worth so many points: "its tablet Paxlovid", "near Oulu", "Nvidia's chief executive".
struct KindCues {
    let line: TokenLine

    private static let certain = 3.0, likely = 2.0, weak = 1.0

    /// Points for each kind that the words beside the tokens of a name speak for.
    func points(_ run: Range<Int>) -> [(kind: Name.Kind, points: Double)] {
        guard !run.isEmpty else { return [] }
        return before(run.lowerBound, isOneWord: run.count == 1) + behind(run.upperBound - 1, isOneWord: run.count == 1)
    }

    // MARK: before

    private func before(_ first: Int, isOneWord: Bool) -> [(Name.Kind, Double)] {
        guard first > 0, line.isSpaced(after: first - 1) else { return [] }
        let word = line.word(first - 1)
        let earlier = line.isSpaced(after: first - 2) ? line.word(first - 2) : ""
        if let role = RoleNouns.role(word) ?? RoleNouns.role(singular(word)), !line.tokens[first - 1].isCapitalized {
            return [(role == .product ? .product : .organisation, Self.certain)]
        }
        if KindWords.bodies.contains(word), !line.tokens[first - 1].isCapitalized { return [(.organisation, Self.likely)] }
        if KindWords.products.contains(word), !line.tokens[first - 1].isCapitalized { return [(.product, Self.certain)] }
        if KindWords.compass.contains(word), !line.tokens[first - 1].isCapitalized { return [(.place, Self.likely)] }
        switch word {
        case "in" where KindWords.holdings.contains(earlier): return [(.organisation, Self.certain)]
        case "in", "near", "outside", "across": return [(.place, Self.likely)]
        case "at" where KindWords.staff.contains(earlier): return [(.organisation, Self.likely)]
        case "the" where KindWords.endings.contains(line.word(first)): return [(.organisation, Self.weak)]
        case "at": return [(.place, Self.weak)]
        case "off", "around", "through": return [(.place, Self.weak)]
        case "of":
            if KindWords.partsOfPlaces.contains(earlier) { return [(.place, Self.certain)] }
            if KindWords.partsOfBodies.contains(earlier) { return [(.organisation, Self.certain)] }
            if RoleNouns.role(earlier) == .company { return [(.product, Self.likely)] }
            return []
        case "into" where earlier == "money": return [(.organisation, Self.likely)]
        case "by" where KindWords.doneToBodies.contains(earlier): return [(.organisation, Self.weak)]
        case "against", "with": return [(.organisation, Self.weak / 2)]
        case "sued", "fined", "acquired", "bought", "joined", "founded", "accused": return [(.organisation, Self.weak)]
        case "its", "new": return [(.product, 1.1)]
        case "former": return behindFormer(first)
        default: return !isOneWord && ReportingVerbs.speech.contains(word) ? [(.person, Self.weak)] : []
        }
    }

    /// "two former Google engineers".
    private func behindFormer(_ first: Int) -> [(Name.Kind, Double)] {
        KindWords.staff.contains(line.word(first + 1)) ? [(.organisation, Self.certain)] : []
    }

    private func singular(_ word: String) -> String { word.hasSuffix("s") ? String(word.dropLast()) : word }

    // MARK: behind

    private func behind(_ last: Int, isOneWord: Bool) -> [(Name.Kind, Double)] {
        var result: [(Name.Kind, Double)] = []
        let next = line.word(last + 1)
        if line.isPossessive(last) { return owner(last + 1) }
        if line.hasComma(after: last) { return apposition(last + 1) }
        guard line.isSpaced(after: last) else { return [] }
        if KindWords.products.contains(next) || RoleNouns.role(singular(next)) == .product {
            // "Google chips": a maker stands there as well as a chip.
            result.append((.product, Self.likely))
        }
        if KindWords.partsOfPlaces.contains(next) { result.append((.place, Self.likely)) }
        if RoleNouns.role(next) == .company, isOneWord, line.word(last - 1) == "the" { result.append((.place, Self.weak)) }
        if KindWords.ofBodies.contains(next) { result.append((.organisation, Self.likely)) }
        if KindWords.staff.contains(next) { result.append((.organisation, Self.weak)) }
        if KindWords.deeds.contains(next) || ["has", "had", "will", "would"].contains(next) && KindWords.deeds.contains(line.word(last + 2)) {
            result.append((.organisation, Self.weak))
        }
        if ReportingVerbs.all.contains(next), isOneWord { result.append((.organisation, Self.weak)) }
        if next == "of", line.isSpaced(after: last + 1), last + 2 < line.count, line.tokens[last + 2].isCapitalized {
            result.append((.organisation, Self.weak))
        }
        if next == "who" { result.append((.person, Self.certain)) }
        if KindWords.deedsOfPeople.contains(next) { result.append((.person, Self.weak)) }
        return result
    }

    /// "Nvidia's chief executive", "Everton's manager", "Kenya's opposition leader".
    private func owner(_ start: Int) -> [(Name.Kind, Double)] {
        for index in start..<min(start + 3, line.count) {
            if KindWords.ofBodies.contains(line.word(index)) || KindWords.heads.contains(line.word(index)) { return [(.organisation, Self.likely)] }
            if KindWords.ofStates.contains(line.word(index)) { return [(.place, Self.likely)] }
            if !line.isSpaced(after: index) { break }
        }
        return []
    }

    /// "Tomasz Wilk, who runs the port", "Gareth Pugsley, 41,", "Veltrix, a battery start-up".
    private func apposition(_ start: Int) -> [(Name.Kind, Double)] {
        if line.word(start) == "who" { return [(.person, Self.certain)] }
        if line.isNumber(start), line.tokens[start].range.count <= 3, line.hasComma(after: start) { return [(.person, Self.certain)] }
        guard ["a", "an", "the", "one", "another"].contains(line.word(start)) else { return [] }
        for index in (start + 1)..<max(start + 1, min(start + 6, line.count)) {
            if PersonWords.offices.contains(line.word(index)) || KindWords.callings.contains(line.word(index)) { return [(.person, Self.likely)] }
            if KindWords.bodies.contains(line.word(index)) { return [(.organisation, Self.likely)] }
            if line.hasComma(after: index) || ["of", "in", "that", "which"].contains(line.word(index)) { break }
            let isLast = index + 1 >= line.count || !line.isSpaced(after: index) || RoleNouns.role(line.word(index + 1)) == nil
            if isLast, let role = RoleNouns.role(line.word(index)) { return [(role == .product ? .product : .organisation, Self.certain)] }
            if ["city", "town", "village", "island", "port", "region", "suburb", "province"].contains(line.word(index)) {
                return [(.place, Self.certain)]
            }
        }
        return []
    }
}

/// Vocabulary that goes with names of one kind. Folded; common words of news prose.
enum KindWords {
    /// Things made and sold under a name.
    static let products = Stopwords.set(
        """
        chips processors models chatbots apps drones missiles systems platforms tools devices vaccines drugs aircraft satellites accelerators browsers
        car cars truck trucks jet jets airliner airliners fighter fighters bomber helicopter helicopters rocket rockets spacecraft carrier destroyer frigate
        submarine phone phones smartphone smartphones tablet tablets pill pills laptop laptops console consoles headset software operating game games
        engine engines rifle rifles tank tanks cream injection medicine assistant probe telescope ferry
        """)
    /// What bodies are that are no companies: "the charity Velder".
    static let bodies = Stopwords.set(
        "fund party charity club team union federation association foundation magazine militia orchestra newspaper nonprofit think-tank")
    /// What a body has and says of itself: "Intel's board", "Nvidia shares".
    static let ofBodies = Stopwords.set(
        """
        shares stock board shareholders employees staff customers profit profits revenue sales plant plants factory factories headquarters earnings executives
        subsidiary brand brands stake investors engineers products contract supporters fans goalkeeper squad lawyers bonds store stores
        """)
    static let heads = Stopwords.set(
        "chief founder founders co-founder chairman chairwoman manager boss executive owner owners spokesman spokeswoman coach editor")
    /// What a state has.
    static let ofStates = Stopwords.set(
        "opposition parliament army navy government president minister ministry police capital coast border economy airport harbour harbor mayor")
    static let staff = Stopwords.set(
        "engineer engineers researcher researchers executive executives employee employees official officials manager managers worker workers analyst analysts lawyer lawyers"
    )
    /// "stake in", "shares in", "money into".
    static let holdings = Stopwords.set("stake stakes shares share invested invests invest investment investments interest appeared published")
    static let partsOfPlaces = Stopwords.set(
        "coast city town village port mayor suburb outskirts island islands province region district county airport streets people north south east west bay state governor"
    )
    static let partsOfBodies = Stopwords.set(
        "head founder founders boss shares chairman chairwoman executive subsidiary unit board owner owners fans shareholders part director customers engineers"
    )
    static let compass = Stopwords.set("northern southern eastern western central downtown")
    static let doneToBodies = Stopwords.set(
        "led owned run made built bought backed funded founded acquired fined designed sold operated developed issued published taken over")
    /// What bodies do, and things do not.
    static let deeds = Stopwords.set(
        """
        plans planned wants wanted raises raised closed closes hired hires employs employed bought buys acquired acquires sold sells built builds makes made
        designs designed invested invests sued sues agreed agrees signed signs declined declines refused launched launches released releases opened
        opens supplies supplied owns owned posted filed recalled recalls delivered delivers cancelled cancels fined unveiled unveils gained handed hopes
        paid pays cut cuts won wins booked backs backed chose merged intends accused challenged
        """)
    static let deedsOfPeople = Stopwords.set("scored smiled laughed resigned died married retired apologised hurt wept spoke")
    /// What people are by trade, beside their offices.
    static let callings = Stopwords.set(
        """
        leader mayor captain coach nurse doctor teacher farmer student singer actor actress writer novelist journalist reporter striker midfielder goalkeeper
        politician activist lawmaker lawyer fisherman driver soldier pilot surgeon astronomer biologist chemist banker trader adviser advisor
        prosecutor firefighter economist resident witness mother father pensioner shopkeeper architect
        """)
    /// Last words of bodies' names, beside those of companies and institutions.
    static let endings = Stopwords.set(
        """
        energy capital partners research airlines airways air pharma pharmaceuticals pharmaceutical therapeutics biotech biosciences media studios records mining
        steel oil gas petroleum insurance securities ventures equity investments logistics aerospace aviation aeronautics railways railway telecom
        communications sciences foods stores hotels press times post herald tribune gazette news united rovers wanderers athletic fc city town county
        journal globe manufacturing dynamics instruments devices financial finance brands retail resources power motor chemical chemicals materials wire cross church
        """)
    /// Words that head or end the names of waters, hills and parts of countries.
    static let features = Stopwords.set(
        "strait straits gulf sea ocean river lake bay cape mount mountains peninsula desert island islands isle province canal valley coast peninsula straits"
    )
}
