/// Words that tell furniture in many languages: what they are about, counted in a block. None of them decides by itself.
enum TellingWords {
    enum Group: Int { case networks, accounts, otherPieces, pictures, law, readers, writers, sales, ways }

    /// How many words of each group stand in a text, each counted up to 8.
    struct Counts {
        fileprivate var values = SIMD16<Float>()

        func count(_ group: Group) -> Float { values[group.rawValue] }
        var total: Float { values.sum() }
    }

    /// In the order of `Group`.
    private static let groups: [String] = [
        // Networks and sharing.
        "share shares sharing follow follows twitter facebook instagram whatsapp telegram youtube linkedin pinterest reddit tweet tweets tweeted tiktok "
            + "teilen teile folgen folge folgt compartir comparte síguenos siga seguir partager suivez suivre condividi seguici compartilhe compartilhar "
            + "delen volg udostępnij поделиться подписывайтесь",
        // Accounts, letters, payment.
        "newsletter newsletters subscribe subscribed subscriber subscribers subscription subscriptions sign signup register registered login inbox email "
            + "e-mail unsubscribe membership premium donate support abonnieren abonnement abo anmelden registrieren kostenlos spenden suscríbete suscribirse "
            + "suscripción boletín abonnez abonnez-vous inscrivez inscription iscriviti abbonati assine inscreva-se zapisz рассылка",
        // Other pieces.
        "related read reading more also see watch latest recommended recommends popular trending stories articles story article video videos episode here "
            + "click lesen mehr auch weitere weiterlesen beitrag beiträge artikel thema themen lire aussi voir leer también vea véase noticias más leggi anche "
            + "altro leia mais veja czytaj także lees ook читайте также",
        // Pictures.
        "photo photos photograph photographs image images picture pictures credit credits getty reuters afp courtesy illustration gallery caption shutterstock "
            + "foto fotos bild bilder imago dpa picture-alliance unsplash pixabay quelle fotografía imagen crédito crédits crédit foto: image: photo: "
            + "fotografie фото",
        // Law and house rules.
        "copyright rights reserved terms conditions privacy cookie cookies policy policies legal disclaimer license licensed permission trademark "
            + "datenschutz impressum agb urheberrecht nutzungsbedingungen derechos reservados privacidad política droits réservés mentions légales diritti "
            + "riservati informativa direitos",
        // Readers' words.
        "comment comments commented commenting reply replies discussion forum moderator kommentar kommentare kommentieren antworten antwort leserbrief "
            + "comentario comentarios commentaire commentaires commenti комментарии",
        // Who wrote.
        "by author authors writer writes editor editors reporter reporters reporting journalist correspondent contributor contributed contributing columnist "
            + "contact reach follows updated published posted editing written autor autorin redaktion redakteur redakteurin journalistin von stand "
            + "veröffentlicht aktualisiert redacción escrito publicado publié auteur rédaction autore redazione",
        // What is sold.
        "advertisement advertisements advert ad ads sponsored sponsor promotion affiliate affiliates commission commissions deal deals buy price shop shipping "
            + "offer offers discount coupon anzeige anzeigen werbung gesponsert kaufen bestellen versand preis angebot publicidad publicité annonce pubblicità "
            + "publicidade реклама",
        // Ways through a site.
        "home page pages next previous back top menu search skip archive archives category categories tag tags tagged filed topics loading close open print "
            + "download app apps startseite seite zurück weiter suche drucken schlagwörter kategorie kategorien inicio siguiente anterior etiquetas suivant "
            + "précédent accueil rechercher imprimer",
    ]

    private static let table = WordTable(groups)

    static func counts(in text: [UInt8]) -> Counts {
        let table = table
        var counts = Counts()
        var word = NameHash()
        for byte in text {
            // A letter of any script, or a hyphen or colon inside a word.
            if byte &- 0x41 < 26 || byte &- 0x61 < 26 || byte >= 0x80 || (byte == UInt8(ascii: "-") && word.length > 0) {
                word.add(Phrases.lower(byte))
            } else if word.length > 0 {
                table.count(word, &counts.values)
                word = NameHash()
            }
        }
        if word.length > 0 { table.count(word, &counts.values) }
        return counts
    }
}

/// Words to numbered groups, by hash.
private struct WordTable: Sendable {
    private static let size = 2048
    private var hashes = [UInt64](repeating: 0, count: size)
    private var groups = [UInt16](repeating: 0, count: size)

    init(_ lists: [String]) {
        for (number, list) in lists.enumerated() {
            for word in list.split(separator: " ") {
                let hash = NameHash(String(word)).value
                var place = Int(truncatingIfNeeded: hash) & (Self.size - 1)
                while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & (Self.size - 1) }
                hashes[place] = hash
                groups[place] |= 1 << UInt16(number)
            }
        }
    }

    func count(_ word: NameHash, _ counts: inout SIMD16<Float>) {
        var place = Int(truncatingIfNeeded: word.value) & (Self.size - 1)
        while hashes[place] != 0 {
            if hashes[place] == word.value {
                var left = groups[place]
                while left != 0 {
                    let number = left.trailingZeroBitCount
                    counts[number] = min(8, counts[number] + 1)
                    left &= left - 1
                }
                return
            }
            place = (place + 1) & (Self.size - 1)
        }
    }
}
