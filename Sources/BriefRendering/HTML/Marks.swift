import BriefModel

/// The sign after a statement: a line for each independent outlet, a dot for each origin. Lines on dots of their own: no shared origin known;
/// lines that meet in one dot: one origin. Five lines at most; beyond that a numeral says how many. ≠ where somebody says otherwise.
struct Mark {
    let outlets: Int
    let isJoined: Bool
    let isDisputed: Bool

    init(outlets: Int, isJoined: Bool, isDisputed: Bool = false) {
        self.outlets = outlets
        self.isJoined = isJoined && outlets > 1
        self.isDisputed = isDisputed
    }

    init(_ statement: Statement) {
        self.init(
            outlets: statement.corroboration.outlets.count, isJoined: statement.corroboration.sharesOneOrigin, isDisputed: !statement.dissent.isEmpty)
    }

    static let linesAtMost = 5

    /// The distance between lines and the width of a dot, in the units of the view box (11 high).
    private static let pitch = 5.5, dot = 4.4

    func write(to html: inout HTMLWriter) {
        guard outlets > 0 else { return isDisputed ? Mark.writeOtherwise(to: &html) : () }
        if outlets > Mark.linesAtMost {
            html.element("span", .class("g-n"), .unspoken, text: String(outlets))
            Mark.draw(isJoined ? "j3" : "t1", lines: isJoined ? 3 : 1, to: &html)
        } else {
            Mark.draw((isJoined ? "j" : "t") + String(outlets), lines: outlets, to: &html)
        }
        if isDisputed { Mark.writeOtherwise(to: &html) }
    }

    static func writeOtherwise(to html: inout HTMLWriter) {
        html.element("svg", .class("g g-no"), .svg("viewBox", "0 0 10 11"), .svg("width", "10"), .svg("height", "11"), .unspoken) {
            $0.void("use", .sign("ne"), closed: true)
        }
    }

    private static func draw(_ sign: String, lines: Int, to html: inout HTMLWriter) {
        let width = decimal(pitch * Double(lines - 1) + dot)
        html.element("svg", .class("g"), .svg("viewBox", "0 0 \(width) 11"), .svg("width", width), .svg("height", "11"), .unspoken) {
            $0.void("use", .sign(sign), closed: true)
        }
    }

    /// The signs a page uses, drawn once at its head.
    static func writeDefinitions(to html: inout HTMLWriter) {
        html.element("svg", .class("defs"), .unspoken) { html in
            html.element("defs") { html in
                for lines in 1...linesAtMost {
                    html.element("g", .id("t\(lines)")) { apart(lines, to: &$0) }
                    if lines > 1 { html.element("g", .id("j\(lines)")) { joined(lines, to: &$0) } }
                }
                html.verbatim(verdictSigns)
            }
        }
    }

    private static func apart(_ lines: Int, to html: inout HTMLWriter) {
        let feet = (0..<lines).map { pitch * Double($0) + dot / 2 }
        html.void(
            "path", .svg("fill", "none"), .svg("stroke", "currentColor"), .svg("stroke-width", "1.5"),
            .svg("d", feet.map { "M\(decimal($0)) 0V9" }.joined()), closed: true)
        for foot in feet { html.void("circle", .svg("cx", decimal(foot)), .svg("cy", "8.8"), .svg("r", "2.2"), closed: true) }
    }

    private static func joined(_ lines: Int, to html: inout HTMLWriter) {
        let heads = (0..<lines).map { pitch * Double($0) + dot / 2 }
        let foot = decimal((heads[0] + heads[lines - 1]) / 2)
        let path = heads.map { "M\(decimal($0)) 0L\(foot) 9" }.joined()
        html.void("path", .svg("fill", "none"), .svg("stroke", "currentColor"), .svg("stroke-width", "1.5"), .svg("d", path), closed: true)
        html.void("circle", .svg("cx", foot), .svg("cy", "8.8"), .svg("r", "2.2"), closed: true)
    }

    private static let verdictSigns: StaticString = """
        <g id="ne"><path d="M0 3.5h10M0 7.5h10M8 0 2 11"/></g><g id="v-supported"><path d="M2 7.5 5.5 11 12 3"/></g>\
        <g id="v-partly"><circle cx="7" cy="7" r="5.5"/><path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/></g>\
        <g id="v-unsupported"><circle cx="7" cy="7" r="5.5" stroke-dasharray="2.4 1.9"/></g>\
        <g id="v-contradicted"><path d="M1 5h12M1 9.5h12M10.5 1 3.5 13"/></g><g id="v-notclaim"><path d="M3 7h8"/></g>\
        <g id="v-notchecked"><path d="M4 4.5a3 3 0 1 1 3.5 3v1.5M7.5 11.5v1"/></g>
        """
}

/// One decimal place, without a trailing zero.
func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return rest == 0 ? sign + String(whole) : sign + "\(whole).\(rest)"
}
