/// Function words, folded. Closed classes (articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs),
/// written down from the grammars of the languages.
public enum Stopwords {
    public static func contains(_ folded: String, language: String) -> Bool { words(of: language).contains(folded) }

    static func words(of language: String) -> Set<String> {
        switch language {
        case "de": german
        case "fr": french
        case "es": spanish
        case "it": italian
        case "nl": dutch
        default: english
        }
    }

    static func set(_ list: String) -> Set<String> { Set(list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)) }

    static let english = set(
        """
        a an the this that these those i me my myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its
        itself they them their theirs themselves who whom whose which what when where why how there here and but or nor so yet if then else because
        as while although though unless until since whether than of at by for with about against between into through during before after above
        below to from up down in out on off over under again further once upon within without among across behind beyond toward towards onto per via
        am is are was were be been being have has had having do does did doing will would shall should can could may might must ought
        not no neither none all any both each few more most other others another some such only own same too very just also even still already
        ever never always often now don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't
        i'm i've i'll i'd you're you've you'll we're we've we'll they're they've they'll he'll she'll cannot let much many rather quite however
        """)
    static let german = set(
        """
        der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines ich mich mir mein meine du dich dir er ihn ihm sie
        ihr ihre ihren ihrem ihrer ihres es wir uns unser unsere man sich wer wen wem was wo wann wie warum welche welcher welches dieser diese dieses
        diesen diesem jener jene jenes jenen und oder aber denn sondern weil dass daß ob wenn als falls damit um zu zum zur von vom vor bei beim mit nach
        aus in im ins an am ans auf fur uber unter durch gegen ohne seit bis wegen wahrend zwischen hinter neben bin ist sind war waren sei seien ware
        waren gewesen werde wird werden wurde wurden worden habe hat haben hatte hatten hatte kann konnen konnte konnten muss mussen musste soll sollen
        sollte will wollen wollte darf durfen durfte mag mochte nicht nur auch noch schon sehr so doch mehr als alle allem allen aller alles etwa da dort
        hier nun dann deshalb dafur daran darauf dazu selbst beide beiden bereits lasst sein seine seinen seinem seiner seines dessen deren
        """)
    static let french = set(
        """
        le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils
        elles me te se lui y en moi toi soi eux qui que quoi dont ou quel quelle quels quelles et mais donc or ni car si comme quand lorsque puisque
        parce afin ainsi alors aussi a dans par pour sur sous avec sans entre vers chez contre depuis pendant avant apres jusque jusqu selon est sont
        etait etaient ete etre suis es sommes etes sera seront serait ai as avons avez ont avait avaient aura auront aurait eu fait faire font peut
        peuvent pouvait doit doivent ne pas plus moins tres bien meme memes tout tous toute toutes autre autres aucun aucune rien encore deja
        l d j n s t m c qu ils celui celle ceux celles ci cela ca peu
        """)
    static let spanish = set(
        """
        el la los las un una unos unas de del al a en por para con sin sobre entre hasta desde y o u e ni pero si no que quien quienes cual cuales cuyo
        como cuando donde es son era eran fue fueron ser sido ha han habia haber hay se su sus lo le les me te nos mi tu este esta estos estas ese esa
        eso aquel mas muy ya tambien
        """)
    static let italian = set(
        """
        il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella con su sul sulla per tra fra
        e o ma se non che chi cui quale come quando dove e' sono era erano fu essere stato ha hanno aveva si suo sua suoi sue questo questa questi queste
        piu anche
        """)
    static let dutch = set(
        """
        de het een en of maar want dus dat die dit deze er niet geen ook nog al wel van in op aan met voor door over bij naar uit om te tot als dan zo is
        zijn was waren wordt worden werd heeft hebben had kan kunnen zal zullen zou hij zij ze wij we ik je jij hun haar zich wie wat waar
        """)
}
