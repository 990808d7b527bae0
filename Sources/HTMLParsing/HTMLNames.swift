/// The elements of the HTML standard and the old ones still met; `.other` for the rest, and for elements of SVG and MathML but `svg`
/// and `math` themselves.
public enum HTMLTag: String, Sendable, BitwiseCopyable, CaseIterable {
    case other = "", a, abbr, address, applet, area, article, aside, audio, b, base, basefont, bgsound, big, blockquote, body, br, button, canvas
    case caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset
    case figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img
    case input, ins, kbd, keygen, label, legend, li, link, listing, main, map, mark, marquee, math, menu, meta, meter, nav, nobr, noembed
    case noframes, noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress, q, rb, rp, rt, rtc, ruby, s, samp
    case script, search, section, select, slot, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template
    case textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, variable = "var", video, wbr, xmp
}

/// The attributes this house looks at; others are found by name.
public enum HTMLAttribute: String, Sendable, CaseIterable {
    case align, alt, ariaHidden = "aria-hidden", ariaLabel = "aria-label", bgcolor, charset, cite, `class`, color, content, data, datetime, dir
    case encoding, height, hidden, href, hreflang, httpEquiv = "http-equiv", id, itemid, itemprop, itemscope, itemtype, label, lang, media, name
    case open, property, pubdate, rel, role, size, src, srcset, style, title, type, value, width, xmlLang = "xml:lang"
}

extension HTMLTag {
    /// Its place in `allCases`: for tables looked up by tag.
    @inlinable @inline(__always)
    public var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// `.other` beyond the last.
    @inline(__always)
    init(number: UInt16) { self = number <= UInt16(HTMLTag.xmp.number) ? unsafeBitCast(UInt8(truncatingIfNeeded: number), to: HTMLTag.self) : .other }
}

extension HTMLAttribute {
    /// Its place in `allCases`, which is the number the reader gives it.
    @inlinable @inline(__always)
    var number: UInt16 { UInt16(unsafeBitCast(self, to: UInt8.self)) }
}

/// Some of the attributes this house looks at, a bit each.
public struct HTMLAttributeSet: Sendable {
    @usableFromInline var bits: UInt64 = 0

    @inlinable init() {}

    /// Numbers of other attributes are left out.
    @inlinable mutating func insert(number: UInt16) { bits |= number < 64 ? 1 << UInt64(number) : 0 }

    @inlinable public var isEmpty: Bool { bits == 0 }
    @inlinable public func contains(_ attribute: HTMLAttribute) -> Bool { bits & (1 << UInt64(attribute.number)) != 0 }
}
