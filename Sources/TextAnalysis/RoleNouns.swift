import BriefModel

/// Nouns that say what a body or thing is, by what a text may call it later: "the company" is no ministry.
enum RoleNouns {
    enum Class: Hashable { case company, bank, school, agency, court, product }

    /// Folded noun → its class; nil for other words.
    static func role(_ word: String) -> Class? { classes[word] }

    /// What the words of a name say of its bearer; nil when they say nothing.
    static func role(ofName key: String) -> Class? {
        for word in key.split(separator: " ") {
            if let role = inNames[String(word)] { return role }
        }
        return nil
    }

    private static let classes: [String: Class] = table([
        (
            .company,
            """
            company firm start-up startup group maker chipmaker carmaker drugmaker toymaker lab laboratory developer giant manufacturer supplier vendor
            producer designer operator retailer insurer airline utility conglomerate contractor publisher broadcaster newspaper foundry unicorn outfit
            unternehmen konzern firma hersteller entreprise societe groupe fabricant empresa compania fabricante azienda societa
            """
        ),
        (.bank, "bank lender banque banco banca"),
        (.school, "university college institute universitat universite universidad universita"),
        (.agency, "agency regulator ministry department authority watchdog commission bureau behorde ministerium ministere"),
        (.court, "court tribunal gericht"),
        (.product, "chip processor model chatbot app drone missile system platform tool device vaccine drug aircraft satellite accelerator browser"),
    ])

    private static let inNames: [String: Class] = table([
        (.school, "university college institute school universitat universite"),
        (
            .agency,
            "ministry department agency commission authority office bureau pentagon kremlin government administration army navy parliament congress senate"
        ),
        (.bank, "bank banque"), (.court, "court tribunal"),
    ])

    private static func table(_ rows: [(Class, String)]) -> [String: Class] {
        var result: [String: Class] = [:]
        for (role, words) in rows { for word in Stopwords.set(words) { result[word] = role } }
        return result
    }
}
