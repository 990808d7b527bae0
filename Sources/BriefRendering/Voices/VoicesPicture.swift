import BriefModel

/// Who is behind a brief, as bars on one scale. Every bar is said in words beside it, so nothing is told by colour or length alone.
struct VoicesPicture {
    let counts: VoiceCounts

    func write(to html: inout HTMLWriter) {
        guard !counts.sections.isEmpty else { return }
        html.element("section", .id("voices"), .class("wide voices"), .labelledBy("h-voices")) { html in
            html.element("h2", .id("h-voices"), say: VoiceCounts.title)
            html.element("p", .class("lab"), say: VoiceCounts.method)
            key(to: &html)
            html.element("ul") { html in
                for row in counts.sections { html.element("li") { write(row, to: &$0) } }
            }
            for group in counts.groups {
                html.element("h3", say: group.title)
                html.element("ul") { html in
                    for share in group.shares { html.element("li") { write(share, to: &$0) } }
                }
            }
        }
        html.newline()
    }

    private func key(to html: inout HTMLWriter) {
        html.element("p", .class("lab swatches"), .unspoken) { html in
            for (kind, words) in [("several", "several outlets"), ("passed", "several, one origin"), ("single", "one outlet")] as [(String, Phrase)] {
                html.element("span") { html in
                    html.element("svg", .svg("width", "12"), .svg("height", "12")) { bar(kind, from: 0, width: "12", to: &$0) }
                    html.say(words)
                }
            }
        }
    }

    private func write(_ row: VoiceCounts.Row, to html: inout HTMLWriter) {
        words(row.title, row.words, to: &html)
        let most = counts.sections.map(\.total).max() ?? 1
        html.element("svg", .svg("width", "100%"), .svg("height", "12"), .unspoken) { html in
            var from = 0
            for (kind, number) in [("several", row.several), ("passed", row.passedOn), ("single", row.single)] where number > 0 {
                bar(kind, from: Double(from) / Double(most), width: share(number, of: most), to: &html)
                from += number
            }
        }
    }

    private func write(_ group: VoiceCounts.Share, to html: inout HTMLWriter) {
        words(group.label.capitalized, group.words, to: &html)
        html.element("svg", .svg("width", "100%"), .svg("height", "12"), .unspoken) {
            bar("several", from: 0, width: share(group.statements, of: max(1, counts.statements)), to: &$0)
        }
    }

    private func words(_ title: Phrase, _ told: Phrase, to html: inout HTMLWriter) {
        html.element("p") { html in
            html.element("b", .directionOfText, say: title)
            html.element("span", .class("meta"), say: told)
        }
    }

    private func share(_ number: Int, of most: Int) -> String { decimal(Double(number) / Double(most) * 100) + "%" }

    private func bar(_ kind: String, from start: Double, width: String, to html: inout HTMLWriter) {
        html.void(
            "rect", .class(kind), .svg("x", decimal(start * 100) + "%"), .svg("y", "1"), .svg("width", width), .svg("height", "10"), closed: true)
    }
}
