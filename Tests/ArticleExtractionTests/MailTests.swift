import BriefModel
import Testing

@testable import ArticleExtraction

@Suite("Mail to an article")
struct MailTests {
    private func read(_ text: String) throws -> ExtractedArticle {
        try ArticleExtractor().extract(mail: Array(text.utf8), address: "file:///letters/3.eml")
    }

    private static let page = """
        <html lang="en"><head><title>x</title><style>p { color: red }</style></head><body class="email-body">
        <div style="display:none;max-height:0">A preheader for the list of mails &#847;&zwnj;&nbsp;</div>
        <table class="email-container"><tr><td><a href="https://letter.example/p/42">View this email in your browser</a></td></tr>
        <tr><td><h1>Ports are slow again</h1>
        <p>The harbour of X=C3=A4nten handled <a href="https://port.example/figures">a third fewer</a> ships in March, its office said on Tuesday.</p>
        <p>Nobody knows why. The office blames the weather, the pilots blame the office, and the ships wait outside until both have a meeting.</p>
        <ul><li>Ships: 31</li><li>Cranes: 2</li></ul></td></tr>
        <tr><td class="footer">You are receiving this because you signed up at letter.example. <a href="https://letter.example/u">Unsubscribe</a></td></tr>
        <tr><td>12 Quay Street, Harbour Vale</td></tr></table><img src="https://track.example/o.gif" width="1" height="1"></body></html>
        """

    private static func newsletter(_ page: String = page) -> String {
        """
        Received: from mx.example by mail.example; Tue, 4 Mar 2025 07:00:09 +0000
        From: =?utf-8?Q?Jane_D=C3=B6e?= from The Quay
         Letter <jane@letter.example>
        To: reader@home.example
        Subject: =?UTF-8?B?UG9ydHMgYXJl?= =?UTF-8?Q?_slow_again?=
        Date: Tue, 4 Mar 2025 08:00:00 +0100
        List-Id: The Quay Letter <quay.letter.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        This is a message in parts.
        --outer
        Content-Type: multipart/alternative;
         boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8

        Ports are slow again. Read it in your browser.

        --inner
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        \(page.replacing("=\"", with: "=3D\"").replacing("style=3D\"", with: "style=\n=3D\""))
        --inner--
        --outer
        Content-Type: application/pdf; name="figures.pdf"
        Content-Disposition: attachment; filename*=utf-8''f%C3%BCr%20alle.pdf
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --outer--
        """
    }

    @Test func aNewsletterIsReadLikeAPage() throws {
        let found = try read(Self.newsletter())
        #expect(found.title == "Ports are slow again")
        #expect(found.authors == ["Jane Döe"])
        #expect(found.siteName == "The Quay Letter")
        #expect(found.published?.description == "2025-03-04T07:00:00Z")
        #expect(found.provenance.published?.origin == .fileHeader)
        #expect(found.canonicalAddress == "https://letter.example/p/42")
        #expect(found.language == "en")
        #expect(found.body.map(\.kind) == [.paragraph, .paragraph, .listItem, .listItem])
        #expect(found.body.first?.text == "The harbour of Xänten handled a third fewer ships in March, its office said on Tuesday.")
        #expect(found.links == ["https://port.example/figures"])
    }

    @Test func attachedFilesAreNamedAndNotRead() throws {
        #expect(try read(Self.newsletter()).attachments == ["für alle.pdf"])
    }

    @Test func plainTextIsReadWhereThePageSaysLess() throws {
        let text = String(repeating: "A sentence of the letter that only its plain text has.\n\n", count: 8)
        let mail = Self.newsletter("<p>Your program shows no text.</p>").replacing(
            "Ports are slow again. Read it in your browser.", with: "View this email in your browser (https://letter.example/p/7)\n\n" + text)
        let found = try read(mail)
        #expect(found.body.count == 8)
        #expect(found.canonicalAddress == "https://letter.example/p/7")
    }

    @Test func legacyCharsetsAndFoldedFieldsAreRead() throws {
        let head =
            "From: \"Doe, Jane\" <jane@home.example>\r\nSubject: =?iso-8859-1?q?Caf=E9?=\r\n =?iso-8859-1?q?_noir?=\r\nDate: 4 Mar 2025 08:00 +0000\r\n"
        var mail = Array((head + "Content-Type: text/plain; charset=windows-1251\r\nMIME-Version: 1.0\r\n\r\n").utf8)
        // "Москва" and more of the kind.
        mail +=
            [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]
            + Array(" is a city, and this line is long enough to be read.\r\n\r\n-- \r\nJane\r\n+1 555 0100\r\n".utf8)
        let found = try ArticleExtractor().extract(mail: mail, address: "file:///a.eml")
        #expect(found.title == "Café noir")
        #expect(found.authors == ["Jane Doe"])
        #expect(found.body.map(\.text) == ["Москва is a city, and this line is long enough to be read."])
    }

    @Test func theFirstMessageOfAMailboxIsRead() throws {
        let message = "From: The Letter <a@b.example>\nSubject: One\nDate: Tue, 4 Mar 2025 08:00:00 +0000\n\nThe first message has this text.\n\n"
        let found = try read(
            "From a@b.example Tue Mar  4 08:00:00 2025\n" + message + "From c@d.example Wed Mar  5 08:00:00 2025\nSubject: Two\n\nSecond.\n")
        #expect(found.title == "One")
        #expect(found.siteName == "The Letter")
        #expect(found.body.map(\.text) == ["The first message has this text."])
    }

    @Test func whatMailersPutAroundALetterFallsOut() throws {
        let found = try read(
            "From: Harbour Daily <a@b.example>\nSubject: Three things\nContent-Type: text/html\n\n<p>By Jane Doe</p><h2>Ports</h2><p>Ships wait for nine days on average, "
                + "the office says, and nobody knows why.</p><p><a href='https://h.example/1'>Read the full story</a></p><p>Was this email forwarded to you? Sign up.</p>"
                + "<p>You received this email because you asked for it. <a href='https://h.example/u'>Unsubscribe</a></p><p>1 Main Street</p>")
        #expect(found.authors == ["Jane Doe"])
        #expect(found.siteName == "Harbour Daily")
        #expect(found.body.map(\.text).dropFirst() == ["Ports", "Ships wait for nine days on average, the office says, and nobody knows why."])
    }

    @Test(arguments: [
        "---------- Forwarded message ---------\nFrom: Jane Doe <jane@home.example>\nDate: Mon, 3 Mar 2025 at 09:30\nSubject: Ports\nTo: me <me@home.example>\n\n",
        "Please read this.\n\nBegin forwarded message:\n\nFrom: Jane Doe <jane@home.example>\nSubject: Ports\nDate: 3 March 2025 at 09:30:00 GMT\nTo: me@home.example\n\n",
        "-----Original Message-----\nFrom: Jane Doe\nSent: Monday, 3 March 2025 09:30\nTo: me\nSubject: Ports\n\n",
    ])
    func whatWasPassedOnIsUnwrapped(wrapper: String) throws {
        let found = try read(
            "From: John Roe <john@home.example>\nSubject: Fwd: Ports\nDate: Tue, 4 Mar 2025 08:00:00 +0000\n\n" + wrapper
                + "The ships wait outside the harbour.\n")
        #expect(found.title == "Ports")
        #expect(found.authors == ["Jane Doe"])
        #expect(found.published?.day.description == "2025-03-03")
        #expect(found.body.map(\.text) == ["The ships wait outside the harbour."])
    }

    @Test(
        arguments: [
            ("\"Jane Doe\" <j@x.example>", "Jane Doe", nil), ("The Daily Quay <d@x.example>", nil, "The Daily Quay"),
            ("Jane Doe at The Quay <j@x.example>", "Jane Doe", "The Quay"), ("Doe, Jane <j@x.example>", "Jane Doe", nil),
            ("j@x.example (Jane Doe)", "Jane Doe", nil), ("news@x.example", nil, nil), ("Quay Institute <j@x.example>", nil, "Quay Institute"),
            ("Der Tagesbrief <j@x.example>", nil, "Der Tagesbrief"), ("Harbour Daily <j@x.example>", nil, "Harbour Daily"),
            ("Jean de La Fontaine <j@x.example>", "Jean de La Fontaine", nil),
        ] as [(String, String?, String?)])
    func sendersArePersonsOrOutlets(field: String, person: String?, outlet: String?) {
        #expect(MailSender(field).person == person)
        #expect(MailSender(field).outlet == outlet)
    }

    @Test func encodedWordsInAnyStateAreText() {
        #expect(EncodedWords.decoded("=?utf-8?q?a?= =?utf-8?q?b?= c") == "ab c")
        #expect(EncodedWords.decoded("=?utf-8?B?5LiW?= =?utf-8?B?55WM?=") == "世界")
        #expect(EncodedWords.decoded("=?utf-8?q?cut") == "=?utf-8?q?cut")
        #expect(EncodedWords.decoded("a =? b ?=") == "a =? b ?=")
    }
}

@Suite("Hostile mail")
struct HostileMailTests {
    private static let head = "From: a <a@b.example>\nSubject: S\nMIME-Version: 1.0\n"

    private func attempt(_ bytes: [UInt8]) -> ExtractedArticle? { try? ArticleExtractor().extract(mail: bytes, address: "file:///a.eml") }

    @Test func partsWithinPartsHaveALimit() {
        var mail = Self.head
        for level in 0..<10_000 { mail += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
        mail += "Content-Type: text/plain\n\nToo deep to be read.\n"
        #expect(attempt(Array(mail.utf8)) == nil)
        #expect(MailMessage(Array(mail.utf8)[...]).parts.isEmpty)
    }

    @Test func aHeaderOfTenMegabytesIsCut() throws {
        let mail =
            Self.head + "X-Long: " + String(repeating: "a", count: 5 << 20) + "\n" + String(repeating: " folded\n", count: 600_000)
            + "\nThe text is read all the same.\n"
        #expect(attempt(Array(mail.utf8))?.body.map(\.text) == ["The text is read all the same."])
    }

    @Test func aBoundaryThatNeverClosesEndsWithTheMessage() {
        let mail =
            Self.head
            + "Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/plain\n\nThe text goes on to the end of the file.\n--xy\n--x y\n"
        #expect(attempt(Array(mail.utf8))?.body.first?.text.hasPrefix("The text goes on to the end of the file.") == true)
    }

    @Test func garbageInEncodingsIsPassedOver() {
        let base64 = Self.head + "Content-Transfer-Encoding: base64\n\n!!!VGhlIHRleHQg\u{1}aXMgcmVhZCBhbGwgdGhlIHNhbWUu===\n"
        #expect(attempt(Array(base64.utf8))?.body.map(\.text) == ["The text is read all the same."])
        let quoted = Self.head + "Content-Transfer-Encoding: quoted-printable\n\n=ZZ =4 The text =\nis read all the same.=\n"
        #expect(attempt(Array(quoted.utf8))?.body.first?.text == "=ZZ =4 The text is read all the same.")
    }

    @Test func noBytesCrashIt() {
        var random = SystemRandomNumberGenerator()
        let seed = Array(
            (Self.head
                + "Content-Type: multipart/alternative; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>a=3Db</p><a href=\"http://a.example\">web version</a>\n--x\nContent-Type: text/plain\n\nFrom: a\nSubject: b\nDate: 3 March 2025\n\n> q\n--\nx\n--x--\n")
                .utf8)
        for _ in 0..<2000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(place + Int.random(in: 1...40, using: &random), bytes.count))
                default: bytes.insert(contentsOf: bytes[place..<min(place + 60, bytes.count)], at: place)
                }
                if bytes.isEmpty { bytes = seed }
            }
            _ = attempt(bytes)
        }
    }
}
