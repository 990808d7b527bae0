/// What mailers put around a letter.
enum MailFurniture {
    /// "View this email in your browser", in the words of the big mailers.
    static func opensInBrowser(_ text: String) -> Bool { text.utf8.count <= 120 && browser.occur(in: Array(text.utf8)) }

    private static let browser = Phrases([
        "view in browser", "view in your browser", "view this email in", "view online", "view it in your browser", "view web version", "web version",
        "read online", "read in browser", "open in browser", "view as a web page", "view as webpage", "see this email in", "email in your browser",
        "im browser ansehen", "im browser öffnen", "im browser anzeigen", "online-version", "onlineversion", "webversion", "dans votre navigateur",
        "version en ligne", "en su navegador", "en tu navegador", "ver en el navegador", "versión web", "nel browser", "no seu navegador",
        "in je browser", "in uw browser", "在浏览器中",
    ])

    /// A short block of the mailer's own.
    static func isFurniture(_ text: String) -> Bool {
        guard text.utf8.count <= 320 else { return false }
        let bytes = Array(text.utf8)
        if bytes.count <= 48, invitations.open(bytes) { return true }
        return opensInBrowser(text) || isFooter(text) || phrases.occur(in: bytes) || openings.open(bytes)
    }

    private static let phrases = Phrases([
        "forwarded this email", "email was forwarded", "email forwarded", "add us to your address book", "add us to your contacts", "privacy policy",
        "all rights reserved",
        "update your preferences", "manage preferences", "manage your preferences", "email preferences", "manage subscription",
        "manage your subscription",
        "our mailing address", "follow us on", "share this email", "tweet this", "datenschutz", "impressum", "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos", "having trouble viewing", "can't see this email", "not displaying correctly",
        "images not loading",
        "wird diese e-mail nicht", "wird dieser newsletter nicht",
    ])
    /// Buttons that lead to the rest of a story.
    private static let invitations = Phrases([
        "read more", "read the full", "read full", "read on", "continue reading", "keep reading", "learn more", "find out more", "click here",
        "subscribe now", "sign up now", "share this", "weiterlesen", "mehr lesen", "mehr erfahren", "zum artikel", "lire la suite", "en savoir plus",
        "leer más", "seguir leyendo", "leggi tutto", "continua a leggere", "lees verder", "leia mais", "阅读全文",
    ])
    private static let openings = Phrases([
        "©", "copyright ©", "copyright 20", "(c) 20", "sent to ", "follow us", "forward to a friend", "advertisement", "anzeige",
    ])

    /// What says why the letter was sent and how to have it stopped.
    static func isFooter(_ text: String) -> Bool { text.utf8.count <= 700 && footers.occur(in: Array(text.utf8)) }

    private static let footers = Phrases([
        "unsubscribe", "opt out of", "opt-out", "you are receiving this", "you're receiving this", "you received this", "you’re receiving this",
        "this email was sent to", "this message was sent to", "this newsletter was sent to", "because you signed up", "because you subscribed",
        "why did i get this", "stop receiving", "no longer wish to receive", "abmelden", "abbestellen", "sie erhalten diese",
        "diesen newsletter erhalten",
        "newsletter abzumelden", "austragen", "se désabonner", "désinscrire", "désinscription", "vous recevez ce", "darse de baja",
        "cancelar la suscripción",
        "recibe este", "cancellati", "disiscriv", "annulla iscrizione", "afmelden", "uitschrijven", "descadastr", "cancelar inscrição", "退订",
        "to be removed from this list",
    ])

    /// The blocks that are the letter's own: from the first footer in its second half on, nothing is; above, what is short and the mailer's
    /// falls out.
    static func letter(_ blocks: [LinedBlock]) -> [LinedBlock] {
        let lengths = blocks.map { $0.lines.reduce(0) { $0 + $1.utf8.count } }
        let whole = lengths.reduce(0, +)
        var seen = 0
        var end = blocks.count
        for (place, block) in blocks.enumerated() {
            seen += lengths[place]
            if seen * 2 > whole, place > 0, isFooter(block.text) {
                end = place
                break
            }
        }
        return blocks[..<end].filter { block in
            !isFurniture(block.text) && block.text.utf8.contains { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
        }
    }
}
