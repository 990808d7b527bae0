/// Countries, their adjectives and capitals. Names after ISO 3166-1 (short names in English), adjectives and capitals as in common use.
/// German, French and Chinese forms are given for the states most written about.
enum Countries {
    /// Folded form → key of the country (its short English name).
    static let names: [String: String] = table { $0.names }
    /// Folded adjective or demonym → key of the country.
    static let adjectives: [String: String] = table { $0.adjectives }
    /// Folded capital → key of the country. The capital keeps a key of its own as a place.
    static let capitals: [String: String] = table { $0.capitals }

    /// The most words one of these names has.
    static let longestName = 4

    private struct Entry {
        let key: String
        let names: [String]
        let adjectives: [String]
        let capitals: [String]
    }

    private static func table(_ forms: (Entry) -> [String]) -> [String: String] {
        var result: [String: String] = [:]
        for entry in entries { for form in forms(entry) { result[form] = entry.key } }
        return result
    }

    private static let entries: [Entry] = rows.split(separator: "\n").map { row in
        let parts = row.split(separator: "|", omittingEmptySubsequences: false).map { part in
            part.split(separator: ",").map(String.init)
        }
        return Entry(key: parts[0][0], names: parts[0], adjectives: parts.count > 1 ? parts[1] : [], capitals: parts.count > 2 ? parts[2] : [])
    }

    /// name,other names | adjectives | capital
    private static let rows = """
        afghanistan|afghan,afghans|kabul
        albania|albanian,albanians|tirana
        algeria|algerian,algerians|algiers
        andorra|andorran|andorra la vella
        angola|angolan,angolans|luanda
        argentina|argentine,argentinian,argentines|buenos aires
        armenia|armenian,armenians|yerevan
        australia,australien,australie,澳大利亚|australian,australians|canberra
        austria,osterreich,autriche|austrian,austrians|vienna
        azerbaijan|azerbaijani,azeri|baku
        bahamas|bahamian|nassau
        bahrain|bahraini|manama
        bangladesh|bangladeshi|dhaka
        barbados|barbadian|bridgetown
        belarus|belarusian|minsk
        belgium,belgien,belgique|belgian,belgians|brussels
        belize|belizean|belmopan
        benin|beninese|porto-novo
        bhutan|bhutanese|thimphu
        bolivia|bolivian,bolivians|la paz
        bosnia and herzegovina,bosnia|bosnian,bosnians|sarajevo
        botswana|botswanan|gaborone
        brazil,brasilien,bresil,巴西|brazilian,brazilians|brasilia
        brunei|bruneian|bandar seri begawan
        bulgaria|bulgarian,bulgarians|sofia
        burkina faso|burkinabe|ouagadougou
        burundi|burundian|gitega
        cambodia|cambodian,cambodians|phnom penh
        cameroon|cameroonian|yaounde
        canada,kanada,加拿大|canadian,canadians,kanadische,canadien,canadienne|ottawa
        cape verde|cape verdean|praia
        central african republic|central african|bangui
        chad|chadian|n'djamena
        chile|chilean,chileans|santiago
        china,people's republic of china,prc,chine,中国|chinese,chinesisch,chinesische,chinesischen,chinesischer,chinesisches,chinesischem,chinois,chinoise,chinoises|beijing,peking,pekin,北京
        colombia|colombian,colombians|bogota
        comoros|comorian|moroni
        costa rica|costa rican|san jose
        croatia|croatian,croatians|zagreb
        cuba|cuban,cubans|havana
        cyprus|cypriot,cypriots|nicosia
        czech republic,czechia|czech,czechs|prague
        democratic republic of the congo,congo|congolese|kinshasa
        denmark,danemark,丹麦|danish,danes|copenhagen
        djibouti|djiboutian|
        dominican republic|dominican|santo domingo
        ecuador|ecuadorian|quito
        egypt,agypten,egypte,埃及|egyptian,egyptians|cairo
        el salvador|salvadoran|san salvador
        eritrea|eritrean|asmara
        estonia|estonian,estonians|tallinn
        eswatini|swazi|mbabane
        ethiopia|ethiopian,ethiopians|addis ababa
        european union,eu,europaische union,union europeenne,欧盟||
        fiji|fijian|suva
        finland|finnish,finns|helsinki
        france,frankreich,法国|french,franzosische,franzosischen,francais,francaise,francaises|paris,巴黎
        gabon|gabonese|libreville
        gambia|gambian|banjul
        georgia|georgian,georgians|tbilisi
        germany,deutschland,allemagne,德国|german,germans,deutsche,deutschen,deutscher,deutsches,allemand,allemande|berlin,柏林
        ghana|ghanaian,ghanaians|accra
        greece,griechenland,grece|greek,greeks|athens
        guatemala|guatemalan|
        guinea|guinean|conakry
        guyana|guyanese|georgetown
        haiti|haitian,haitians|port-au-prince
        honduras|honduran|tegucigalpa
        hungary,ungarn,hongrie|hungarian,hungarians|budapest
        iceland|icelandic,icelanders|reykjavik
        india,indien,inde,印度|indian,indians,indische,indien,indienne|new delhi,delhi
        indonesia|indonesian,indonesians|jakarta
        iran,伊朗|iranian,iranians,iranische,iranien,iranienne|tehran
        iraq,irak|iraqi,iraqis|baghdad
        ireland,irland,irlande|irish|dublin
        israel,以色列|israeli,israelis,israelische,israelien,israelienne|jerusalem
        italy,italien,italie,意大利|italian,italians,italienische,italienne|rome
        ivory coast|ivorian|yamoussoukro
        jamaica|jamaican,jamaicans|kingston
        japan,japon,日本|japanese,japanische,japonais,japonaise|tokyo,东京
        jordan|jordanian,jordanians|amman
        kazakhstan|kazakh,kazakhs|astana
        kenya|kenyan,kenyans|nairobi
        kosovo|kosovar|pristina
        kuwait|kuwaiti,kuwaitis|
        kyrgyzstan|kyrgyz|bishkek
        laos|laotian,lao|vientiane
        latvia|latvian,latvians|riga
        lebanon|lebanese|beirut
        lesotho|basotho|maseru
        liberia|liberian|monrovia
        libya|libyan,libyans|tripoli
        liechtenstein||vaduz
        lithuania|lithuanian,lithuanians|vilnius
        luxembourg|luxembourgish|
        macau,macao|macanese|
        madagascar|malagasy|antananarivo
        malawi|malawian|lilongwe
        malaysia|malaysian,malaysians|kuala lumpur
        maldives|maldivian|male
        mali|malian|bamako
        malta|maltese|valletta
        mauritania|mauritanian|nouakchott
        mauritius|mauritian|port louis
        mexico,mexiko,mexique,墨西哥|mexican,mexicans|mexico city
        moldova|moldovan|chisinau
        monaco|monegasque|
        mongolia|mongolian|ulaanbaatar
        montenegro|montenegrin|podgorica
        morocco|moroccan,moroccans|rabat
        mozambique|mozambican|maputo
        myanmar,burma|burmese|naypyidaw
        namibia|namibian|windhoek
        nepal|nepalese,nepali|kathmandu
        netherlands,holland,niederlande,pays-bas,荷兰|dutch,niederlandische,neerlandais|amsterdam
        new zealand|new zealander,new zealanders|wellington
        nicaragua|nicaraguan|managua
        niger|nigerien|niamey
        nigeria|nigerian,nigerians|abuja
        north korea,nordkorea,coree du nord,朝鲜|north korean,north koreans|pyongyang
        north macedonia|macedonian|skopje
        norway,norwegen,norvege|norwegian,norwegians|oslo
        oman|omani|muscat
        pakistan,巴基斯坦|pakistani,pakistanis|islamabad
        palestine|palestinian,palestinians|ramallah
        panama|panamanian|panama city
        papua new guinea|papua new guinean|port moresby
        paraguay|paraguayan|asuncion
        peru|peruvian,peruvians|lima
        philippines|philippine,filipino,filipinos|manila
        poland,polen,pologne,波兰|polish,poles|warsaw
        portugal|portuguese|lisbon
        qatar|qatari,qataris|doha
        romania|romanian,romanians|bucharest
        russia,russian federation,russland,russie,俄罗斯|russian,russians,russische,russischen,russe,russes|moscow,moskau,moscou,莫斯科
        rwanda|rwandan|kigali
        samoa|samoan|apia
        saudi arabia,saudi-arabien,arabie saoudite,沙特阿拉伯,沙特|saudi,saudis|riyadh
        senegal|senegalese|dakar
        serbia|serbian,serbs|belgrade
        seychelles|seychellois|victoria
        sierra leone|sierra leonean|freetown
        singapore,singapur,singapour,新加坡|singaporean,singaporeans|
        slovakia|slovak,slovaks|bratislava
        slovenia|slovenian,slovenes|ljubljana
        somalia|somali,somalis|mogadishu
        south africa,sudafrika,afrique du sud,南非|south african,south africans|pretoria
        south korea,republic of korea,sudkorea,coree du sud,韩国|south korean,south koreans|seoul,首尔
        south sudan|south sudanese|juba
        spain,spanien,espagne,西班牙|spanish,spaniards,spanische,espagnol,espagnole|madrid
        sri lanka|sri lankan|colombo
        sudan|sudanese|khartoum
        suriname|surinamese|paramaribo
        sweden,schweden,suede,瑞典|swedish,swedes|stockholm
        switzerland,schweiz,suisse,瑞士|swiss|bern
        syria,syrien,syrie,叙利亚|syrian,syrians|damascus
        taiwan,台湾|taiwanese|taipei,台北
        tajikistan|tajik|dushanbe
        tanzania|tanzanian|dodoma
        thailand|thai|bangkok
        togo|togolese|lome
        tonga|tongan|
        trinidad and tobago|trinidadian|port of spain
        tunisia|tunisian|tunis
        turkey,turkiye,turkei,turquie,土耳其|turkish,turks|ankara
        turkmenistan|turkmen|ashgabat
        uganda|ugandan|kampala
        ukraine,乌克兰|ukrainian,ukrainians,ukrainische,ukrainien,ukrainienne|kyiv,kiev
        united arab emirates,uae|emirati,emiratis|abu dhabi
        united kingdom,uk,u.k,britain,great britain,england,scotland,wales,grossbritannien,royaume-uni,grande-bretagne,英国|british,britons,english,scottish,welsh,britische,britannique|london,伦敦
        united nations,un,u.n,vereinte nationen,nations unies,联合国||
        united states,united states of america,us,u.s,u.s.,usa,u.s.a,america,vereinigte staaten,amerika,etats-unis,美国|american,americans,amerikanisch,amerikanische,amerikanischen,amerikanischer,amerikanisches,us-amerikanische,americain,americaine,americains,americaines|washington,华盛顿
        uruguay|uruguayan|montevideo
        uzbekistan|uzbek|tashkent
        vanuatu|ni-vanuatu|port vila
        vatican,holy see||vatican city
        venezuela|venezuelan,venezuelans|caracas
        vietnam|vietnamese|hanoi
        yemen|yemeni,yemenis|sanaa
        zambia|zambian|lusaka
        zimbabwe|zimbabwean|harare
        hong kong,香港|hongkonger|
        """
}

/// What country a name's key stands for, for callers that compare names.
public enum Gazetteer {
    /// "beijing" → "china": the government seated there, where a text says so.
    public static func country(ofCapital key: String) -> String? { Countries.capitals[key] }

    /// "china" or "chinese" → "china".
    public static func country(_ folded: String) -> String? { Countries.names[folded] ?? Countries.adjectives[folded] }

    /// States of the United States and other places a text locates things in, by key ("california" → "united states").
    public static func country(ofRegion key: String) -> String? { Regions.countries[key] }
}
