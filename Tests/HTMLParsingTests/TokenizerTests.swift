import HTMLParsing
import Testing

@Suite struct TokenizerTests {
    typealias Item = TokenList.Item

    func items(_ text: String, from state: TokenList.State = .data, after tag: String? = nil) -> [Item] {
        TokenList.items([Array(text.utf8)], from: state, lastStartTag: tag)
    }

    @Test func aTagHasAttributesTheFirstOfEachName() {
        let item = Item.startTag(name: "a", attributes: ["href": "x", "b": "", "c": "1"], isSelfClosing: true)
        #expect(items("<A HREF='x' b c=1 href=y />") == [item])
        #expect(items("<p =x=y>") == [.startTag(name: "p", attributes: ["=x": "y"], isSelfClosing: false)])
    }

    @Test func aTagTheEndCutsOffIsDropped() {
        #expect(items("a<b c='d") == [.characters("a")])
        #expect(items("a</b") == [.characters("a")])
        #expect(items("a<") == [.characters("a<")])
        #expect(items("a</") == [.characters("a</")])
        #expect(items("a</>b") == [.characters("ab")])
    }

    @Test(arguments: [
        ("&amp;&lt", "&<"), ("&notit;", "¬it;"), ("&notin;", "∉"), ("&bogus;", "&bogus;"), ("&", "&"), ("&#65;&#x42&#0;", "AB\u{FFFD}"),
        ("&#x80;", "€"), ("&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("&#;&#x;", "&#;&#x;"), ("&NotEqualTilde;", "≂̸"),
    ])
    func charactersAreReferredToByNameOrNumber(_ text: String, _ characters: String) {
        #expect(items(text) == [.characters(characters)])
    }

    @Test func inAnAddressAReferenceNeedsItsSemicolon() {
        #expect(items("<a b='?x&copy=1&copy;&copy'>") == [.startTag(name: "a", attributes: ["b": "?x&copy=1©©"], isSelfClosing: false)])
    }

    @Test(arguments: [
        ("<!-- a -->", " a "), ("<!-->", ""), ("<!--->", ""), ("<!----->", "-"), ("<!--a--!>", "a"), ("<!--a--b-->", "a--b"), ("<!--a", "a"),
        ("<!--a--", "a"), ("<!--a--!", "a"), ("<!--<!-->", "<!"), ("<!x>", "x"), ("</ x>", " x"), ("<!--\0-->", "\u{FFFD}"),
        ("<![CDATA[x]]>", "[CDATA[x]]"),
    ])
    func commentsEndAsBrowsersEndThem(_ text: String, _ comment: String) {
        #expect(items(text) == [.comment(comment)])
    }

    @Test func aDoctypeHasAName() {
        #expect(items("<!DOCTYPE HTML>") == [.doctype(name: "html", publicIdentifier: nil, systemIdentifier: nil, isCorrect: true)])
        #expect(
            items("<!doctype html public \"p\" 's'>") == [.doctype(name: "html", publicIdentifier: "p", systemIdentifier: "s", isCorrect: true)])
        #expect(items("<!doctype") == [.doctype(name: nil, publicIdentifier: nil, systemIdentifier: nil, isCorrect: false)])
        #expect(items("<!doctype html system 's>") == [.doctype(name: "html", publicIdentifier: nil, systemIdentifier: "s", isCorrect: false)])
    }

    @Test func rawTextEndsWithItsOwnEndTag() {
        #expect(items("a<b>&amp;</xm></XMP >", from: .rawText, after: "xmp") == [.characters("a<b>&amp;</xm>"), .endTag(name: "xmp")])
        #expect(items("&amp;</title>", from: .characterData, after: "title") == [.characters("&"), .endTag(name: "title")])
        #expect(items("</plaintext>&amp;", from: .plaintext) == [.characters("</plaintext>&amp;")])
    }

    @Test func aScriptMayHoldACommentWithAScript() {
        let script = "<!-- <script></script> -->"
        #expect(items(script + "</script>", from: .script, after: "script") == [.characters(script), .endTag(name: "script")])
        #expect(items("<!-- </script>", from: .script, after: "script") == [.characters("<!-- "), .endTag(name: "script")])
        #expect(items("<!--></script>", from: .script, after: "script") == [.characters("<!-->"), .endTag(name: "script")])
    }

    @Test func lineEndsAreOneCharacter() {
        #expect(items("a\r\nb\rc\r\r\n") == [.characters("a\nb\nc\n\n")])
        #expect(TokenList.items([[0x61, 0x0D], [0x0A, 0x62]], from: .data, lastStartTag: nil) == [.characters("a\nb")])
    }

    @Test(arguments: [
        "<p class=\"a b\" id='x&amp;y' hidden>Fish &amp; chips &notin; &#x2014;</p>",
        "<!DOCTYPE html PUBLIC \"p\" 's'><!-- a -- b --><!x><?y z?></ w>",
        "a\r\nb\0c<br/>&unknown; &copy &#65 &", "<A HREF=x&lt;y Q= >é漢字😀</A>",
    ])
    func whereTheBytesAreCutDoesNotMatter(_ text: String) {
        let bytes = Array(text.utf8)
        let whole = TokenList.items([bytes], from: .data, lastStartTag: nil)
        #expect(TokenList.items(bytes.map { [$0] }, from: .data, lastStartTag: nil) == whole)
        for place in 1..<bytes.count {
            let halves = [Array(bytes[..<place]), Array(bytes[place...])]
            #expect(TokenList.items(halves, from: .data, lastStartTag: nil) == whole, "cut at \(place)")
        }
    }

    @Test(arguments: [
        (TokenList.State.script, "script", "a<!--b--><!-- <script> --- </script> -- > --></script>"),
        (.characterData, "title", "a&amp;</titl</title >"),
        (.rawText, "style", "a</styl</style/>"), (.section, "", "a]]b]]]>c"), (.plaintext, "", "a</plaintext>\0"),
    ])
    func theSameInRawText(_ state: TokenList.State, _ tag: String, _ text: String) {
        let bytes = Array(text.utf8)
        let whole = TokenList.items([bytes], from: state, lastStartTag: tag)
        #expect(TokenList.items(bytes.map { [$0] }, from: state, lastStartTag: tag) == whole)
        for place in 1..<bytes.count {
            #expect(TokenList.items([Array(bytes[..<place]), Array(bytes[place...])], from: state, lastStartTag: tag) == whole, "cut at \(place)")
        }
    }

    @Test func entitiesAreFoundByName() {
        #expect(HTMLEntities.characters(named: "eacute".utf8) == "é")
        #expect(HTMLEntities.characters(named: "NotEqualTilde".utf8) == "≂̸")
        #expect(HTMLEntities.characters(named: "eacut".utf8) == nil)
        #expect(HTMLEntities.characters(named: "".utf8) == nil)
    }
}
