/// The elements of the HTML standard and the old ones still met; `.other` for the rest.
public enum HTMLTag: String, Sendable, CaseIterable {
    case other = "", a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center, cite, code, col
    case colgroup, data, dd, del, details, dfn, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark
    case marquee, math, menu, meta, meter, nav, nobr, noframes, noscript, object, ol, optgroup, option, output, p, param, picture, pre
    case progress, q, rp, rt, ruby, s, samp, script, search, section, select, slot, small, source, span, strike, strong, style, sub, summary
    case sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, variable = "var", video, wbr
}

/// The attributes this house looks at; others are found by name.
public enum HTMLAttribute: String, Sendable, CaseIterable {
    case align, alt, ariaHidden = "aria-hidden", ariaLabel = "aria-label", bgcolor, charset, cite, `class`, color, content, data, datetime, dir
    case height, hidden, href, hreflang, httpEquiv = "http-equiv", id, itemid, itemprop, itemscope, itemtype, label, lang, media, name, open
    case property, pubdate, rel, role, size, src, srcset, style, title, type, value, width, xmlLang = "xml:lang"
}

extension HTMLTag {
    /// Its place in `allCases`: for tables looked up by tag.
    public var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
