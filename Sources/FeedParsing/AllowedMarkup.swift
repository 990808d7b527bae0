/// What may stay in markup from a feed. Elements and attributes are those HTML has had for text, pictures, tables, forms and recordings
/// (HTML 3.2 to 5, and what browsers added); nothing that runs, loads a document or styles beyond a few harmless properties.
enum AllowedMarkup {
    static func allows(element name: String) -> Bool { elements.contains(name) }
    static func allows(attribute name: String) -> Bool { attributes.contains(name) }

    /// Elements whose text is code or style, never to be read.
    static let dropped: Set<String> = ["script", "style", "applet"]

    static func isVoid(_ name: String) -> Bool { void.contains(name) }

    /// An element of HTML, allowed or not.
    static func isKnown(_ name: String) -> Bool { elements.contains(name) || forbidden.contains(name) }

    private static let forbidden = words(
        """
        applet base basefont bgsound blink body embed frame frameset head html iframe isindex link main marquee meta nobr noembed noframes object
        param plaintext script style svg math template title xmp
        """)

    private static let void: Set<String> = [
        "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input", "isindex", "keygen", "link", "meta", "param",
        "source", "track", "wbr",
    ]

    private static let elements = words(
        """
        a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite code col colgroup command
        datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
        header hr i img input ins kbd keygen label legend li m map mark menu meter multicol nav nextid noscript ol optgroup option output p
        picture pre progress q rp rt ruby s samp section select small sound source spacer span strike strong sub summary sup table tbody td
        textarea tfoot th thead time tr track tt u ul var video wbr
        """)

    private static let attributes = words(
        """
        abbr accept accept-charset accesskey action align alt autocomplete autofocus axis background balance bgcolor bgproperties border
        bordercolor bordercolordark bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff cite
        class clear color cols colspan compact contenteditable controls coords data datafld datapagesize datasrc datetime default delay dir
        disabled draggable dynsrc enctype end face for form frame galleryimg gutter headers height hidden hidefocus high href hreflang hspace
        icon id inputmode ismap keytype label lang leftspacing list longdesc loop loopcount loopend loopstart low lowsrc max maxlength media
        method min multiple name nohref noshade nowrap open optimum pattern ping point-size poster pqg preload prompt radiogroup readonly rel
        repeat-max repeat-min replace required rev rightspacing rows rowspan rules scope selected shape size span src start step style summary
        suppress tabindex target template title toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap
        xml:lang
        """)

    /// Attributes whose value is an address.
    static let addresses: Set<String> = [
        "action", "background", "cite", "data", "datasrc", "dynsrc", "href", "icon", "longdesc", "lowsrc", "ping", "poster", "src", "usemap", "vrml",
        "xlink:href",
    ]

    /// Where a link may lead: what a reader can follow. `data:` and all that runs are not among them.
    static let schemes: Set<String> = [
        "aim", "callto", "dav", "ed2k", "facetime", "feed", "ftp", "geo", "git", "gopher", "h323", "hdl", "http", "https", "imap", "irc", "magnet",
        "mailto", "mms", "news", "nntp", "prospero", "rsync", "rtsp", "rtspu", "sftp", "shttp", "sip", "sips", "skype", "sms", "snews", "svn",
        "svn+ssh", "tag", "tel", "telnet", "urn", "wais", "webcal", "xmpp",
    ]

    static let runningSchemes: Set<String> = ["javascript", "vbscript", "data", "livescript", "mocha"]

    static func words(_ list: String) -> Set<String> { Set(list.split { $0 == " " || $0 == "\n" }.map(String.init)) }
}

extension AllowedMarkup {
    /// Drawings and formulas (SVG 1.1 and MathML 2): shapes, text, links; no scripts, filters or foreign content.
    static let svgElements = words(
        """
        a animate animateColor animateMotion animateTransform circle defs desc ellipse font-face font-face-name font-face-src foreignObject g
        glyph hkern line linearGradient marker metadata missing-glyph mpath path polygon polyline radialGradient rect set stop svg switch text
        title tspan use
        """)
    static let svgAttributes = words(
        """
        accent-height accumulate additive alphabetic arabic-form ascent attributeName attributeType baseProfile bbox begin by calcMode cap-height
        class color color-rendering content cx cy d descent display dur dx dy end fill fill-opacity fill-rule font-family font-size font-stretch
        font-style font-variant font-weight from fx fy g1 g2 glyph-name gradientUnits hanging height horiz-adv-x horiz-origin-x id ideographic k
        keyPoints keySplines keyTimes lang marker-end marker-mid marker-start markerHeight markerUnits markerWidth mathematical max min name
        offset opacity orient origin overline-position overline-thickness panose-1 path pathLength points preserveAspectRatio r refX refY
        repeatCount repeatDur requiredExtensions requiredFeatures restart rotate rx ry slope stemh stemv stop-color stop-opacity
        strikethrough-position strikethrough-thickness stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-opacity stroke-width systemLanguage target text-anchor to transform type u1 u2 underline-position
        underline-thickness unicode unicode-range units-per-em values version viewBox visibility width widths x x-height x1 x2 xlink:actuate
        xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:base xml:lang xml:space xmlns xmlns:xlink y y1 y2 zoomAndPan
        style
        """)
    static let mathElements = words(
        """
        annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv mmultiscripts
        mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup
        msup mtable mtd mtext mtr munder munderover none semantics
        """)
    static let mathAttributes = words(
        """
        accent accentunder actiontype align alignmentscope altimg altimg-height altimg-valign altimg-width alttext bevelled charalign close
        columnalign columnlines columnspacing columnspan columnwidth crossout decimalpoint denomalign depth dir display displaystyle edge
        encoding equalcolumns equalrows fence fontstyle fontweight form frame framespacing groupalign height href id indentalign
        indentalignfirst indentalignlast indentshift indentshiftfirst indentshiftlast indenttarget infixlinebreakstyle largeop length
        linebreak linebreakmultchar linebreakstyle lineleading linethickness location longdivstyle lquote lspace mathbackground mathcolor
        mathsize mathvariant maxsize minlabelspacing minsize movablelimits notation numalign open other overflow position rowalign rowlines
        rowspacing rowspan rquote rspace scriptlevel scriptminsize scriptsizemultiplier selection separator separators shift side src
        stackalign stretchy subscriptshift superscriptshift symmetric voffset width xlink:href xlink:show xlink:type xmlns xmlns:xlink
        """)
}
