import HTMLParsing
import Testing

/// Broken markup has the tree that browsers give it (WHATWG HTML, section 13.2.6; its own examples and others).
@Suite struct TreeBuildingTests {
    @Test func everyPageHasItsThreeElements() {
        #expect(HTMLDocument("").outline == "html(head body)")
        #expect(HTMLDocument("<!doctype html><title>A</title>B").outline == "<!doctype html> html(head(title(\"A\")) body(\"B\"))")
        #expect(HTMLDocument("<html lang=de><html lang=en dir=ltr>").outline == "html[lang=de dir=ltr](head body)")
        #expect(HTMLDocument("<frameset><frame></frameset>").outline == "html(head frameset(frame))")
    }

    @Test(arguments: [
        ("<p>a<p>b<div>c", "p(\"a\") p(\"b\") div(\"c\")"), ("</p>", "p"), ("a</br>b", "\"a\" br \"b\""),
        ("<ul><li>a<li>b</ul>", "ul(li(\"a\") li(\"b\"))"),
        ("<dl><dt>a<dd>b<dt>c", "dl(dt(\"a\") dd(\"b\") dt(\"c\"))"), ("<h1>a<h2>b", "h1(\"a\") h2(\"b\")"), ("<image src=x>", "img[src=x]"),
        ("<ruby>a<rt>b<rt>c", "ruby(\"a\" rt(\"b\") rt(\"c\"))"), ("<pre>\n\na</pre>", "pre(\"\na\")"),
        ("<button>a<button>b", "button(\"a\") button(\"b\")"),
        ("<form>a<form>b", "form(\"ab\")"), ("<a href=1>x<a href=2>y", "a[href=1](\"x\") a[href=2](\"y\")"),
        ("<noscript><p>a</noscript>", "noscript(p(\"a\"))"), ("<iframe><p></iframe>a", "iframe(\"<p>\") \"a\""),
    ])
    func whatIsLeftOutIsAdded(_ markup: String, _ outline: String) {
        #expect(HTMLDocument("<body>" + markup).bodyOutline == outline)
    }

    @Test(arguments: [
        ("<p>1<b>2<i>3</b>4</i>5</p>", "p(\"1\" b(\"2\" i(\"3\")) i(\"4\") \"5\")"), ("<b>1<p>2</b>3</p>", "b(\"1\") p(b(\"2\") \"3\")"),
        ("<p><b>1<p>2", "p(b(\"1\")) p(b(\"2\"))"), ("<a>1<div>2</a>3</div>", "a(\"1\") div(a(\"2\") \"3\")"),
        ("<b><b><b><b><p>x</p></b></b></b></b>", "b(b(b(b(p(\"x\")))))"),
    ])
    func overlappingElementsArePutRight(_ markup: String, _ outline: String) {
        #expect(HTMLDocument("<body>" + markup).bodyOutline == outline)
    }

    @Test func threeAlikeAreOpenedAgainAndNoMore() {
        let outline = HTMLDocument("<p><b><b><b><b><p>x").bodyOutline
        #expect(outline == "p(b(b(b(b)))) p(b(b(b(\"x\"))))")
    }

    @Test(arguments: [
        ("<table><tr><td>a<td>b", "table(tbody(tr(td(\"a\") td(\"b\"))))"), ("<table>a<tr>b<td>c", "\"ab\" table(tbody(tr(td(\"c\"))))"),
        ("<table><b>a</table>b", "b(\"a\") table b(\"b\")"), ("<table><caption>a<tr><td>b", "table(caption(\"a\") tbody(tr(td(\"b\"))))"),
        ("<table><col><tr> <td>", "table(colgroup(col) tbody(tr(\" \" td)))"),
        ("<table><input type=hidden><input>", "input table(input[type=hidden])"),
        ("<table><td><table><td>a</table>b</table>c", "table(tbody(tr(td(table(tbody(tr(td(\"a\")))) \"b\")))) \"c\""),
    ])
    func whatATableCannotHoldStandsBeforeIt(_ markup: String, _ outline: String) {
        let found = HTMLDocument("<!doctype html><body>" + markup).bodyOutline
        #expect(found.replacing("[type=hidden]", with: "") == outline.replacing("[type=hidden]", with: ""))
    }

    @Test func aParagraphHoldsATableInOldPagesOnly() {
        #expect(HTMLDocument("<body><p>a<table>").bodyOutline == "p(\"a\" table)")
        #expect(HTMLDocument("<!doctype html><body><p>a<table>").bodyOutline == "p(\"a\") table")
    }

    @Test func selectsHoldOptions() {
        #expect(
            HTMLDocument("<body><select><option>a<option>b<optgroup><option>c</select>d").bodyOutline
                == "select(option(\"a\") option(\"b\") optgroup(option(\"c\"))) \"d\"")
    }

    @Test func contentOfATemplateStaysInIt() {
        #expect(HTMLDocument("<template><tr><td>a</template>b").outline == "html(head(template(tr(td(\"a\")))) body(\"b\"))")
    }

    @Test func whiteSpaceAmongColumnsOfATemplateIsKeptWhateverStandsBeside() {
        #expect(HTMLDocument("<template><col>a b</template>").outline == "html(head(template(col \" \")) body)")
    }

    @Test func drawingsAndFormulasHaveTheirOwnNames() {
        let svg = HTMLDocument("<body><svg viewbox=1 xlink:href=x><foreignobject><p>a</p></foreignobject><![CDATA[<b>]]><title>t</title></svg>b")
        #expect(svg.bodyOutline == "svg:svg[viewBox=1 xlink:href=x](svg:foreignObject(p(\"a\")) \"<b>\" svg:title(\"t\")) \"b\"")
        #expect(HTMLDocument("<body><math definitionurl=u><mi>x<p>y</math>").bodyOutline == "math:math[definitionURL=u](math:mi(\"x\" p(\"y\")))")
        #expect(HTMLDocument("<body><svg><g><p>a").bodyOutline == "svg:svg(svg:g) p(\"a\")")
        #expect(svg.first(.title) == nil, "a drawing's title is none of the page")
    }

    @Test func fragmentsAreReadAsIfTheyStoodThere() {
        #expect(HTMLDocument("<tr><td>a", in: "tbody").outline == "tr(td(\"a\"))")
        #expect(HTMLDocument("a<b>", in: "title").outline == "\"a<b>\"")
        #expect(HTMLDocument("<td>a", in: "div").outline == "\"a\"")
        #expect(HTMLDocument("<g/><p>a", in: "svg", .svg).outline == "svg:g p(\"a\")")
    }

    @Test func zeroBytesBecomeNothingOrAMark() {
        #expect(HTMLDocument("<body>a\0b<svg>c\0").bodyOutline == "\"ab\" svg:svg(\"c\u{FFFD}\")")
        #expect(HTMLDocument("<title>a\0</title>").outline == "html(head(title(\"a\u{FFFD}\")) body)")
    }

    @Test func commentsAndInstructionsAreKeptWhenWanted() throws {
        #expect(HTMLDocument("<!--a--><body><!--b--><?x y?></body></html><!--c-->").outline == "<!a> html(head body(<!b> <?x y?>)) <!c>")
        let document = try HTMLDocument(utf8: Array("<!--a--><!doctype html><p>x<!--b-->y<?z?>".utf8))
        #expect(document.outline == "html(head body(p(\"xy\")))", "readers of pages see elements and one text")
    }

    @Test func textSplitByWhatIsMovedIsOneText() throws {
        let document = try HTMLDocument(utf8: Array("<table>a<tr b=c>d<tr>e".utf8))
        #expect(document.bodyOutline == "\"ade\" table(tbody(tr[b=c] tr))")
    }
}
