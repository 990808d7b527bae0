import BriefModel
import BriefRendering
import Hummingbird

/// The settings of the library, for those who keep it.
struct SettingsRoutes: Sendable {
    let desk: SettingsDesk
    let content: SiteContent

    func addRoutes(to router: Router<SiteContext>) {
        router.get("settings") { request, context in
            try context.require(.administer)
            let query = request.uri.query ?? ""
            return try await page(asking: FormText.value(of: "q", in: query) ?? "", kept: FormText.value(of: "kept", in: query).flatMap { Int($0) })
        }
        router.post("settings/outlets") { request, context in
            try context.require(.administer)
            return try await keep(request)
        }
    }

    private func page(asking words: String, kept: Int?) async throws -> Response {
        let asked = words.lowercased()
        let outlets = try await desk.outlets().filter { asked.isEmpty || $0.name.lowercased().contains(asked) || $0.id.rawValue.contains(asked) }
        let sorted = outlets.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
        var schedules: [(sheet: TopicSheet, title: String)] = []
        if let topics = content.topics {
            for (name, title) in try await topics.names() {
                if let sheet = try await topics.sheet(name) { schedules.append((sheet, title)) }
            }
        }
        return .page(
            SettingsPage(
                outlets: sorted, asked: words, kept: kept, models: await desk.models(), schedules: schedules, place: desk.place,
                notice: content.notice
            ).document())
    }

    /// Keeps the outlets that differ from what the form showed: what somebody else set meanwhile in other rows stays.
    private func keep(_ request: Request) async throws -> Response {
        let body = try await request.formBody(upTo: 1 << 20)
        let rows = ["outlet", "was", "kind", "reliability"].map { FormText.values(of: $0, in: body) }
        guard let count = rows.first?.count, rows.allSatisfy({ $0.count == count }) else { throw SiteTrouble.badAddress }
        let known = Dictionary(try await desk.outlets().map { ($0.id, $0) }) { first, _ in first }
        var kept = 0
        for row in 0..<count where "\(rows[2][row])/\(rows[3][row])" != rows[1][row] {
            guard var outlet = known[OutletID(rows[0][row])], let kind = OutletKind(rawValue: rows[2][row]) else { throw SiteTrouble.badAddress }
            outlet.kind = kind
            outlet.reliability = Reliability(rawValue: rows[3][row])
            try await desk.save(outlet)
            kept += 1
        }
        return .seeOther(.kept(kept, asked: FormText.value(of: "q", in: body) ?? ""))
    }
}

extension Link {
    fileprivate static func kept(_ count: Int, asked: String) -> Link {
        let keys: (StaticString, StaticString) = ("q", "kept")
        return .site("settings", query: [(keys.0, asked), (keys.1, String(count))])
    }
}

/// Outlets with their kind and reliability, schedules, models, and where the library lies.
struct SettingsPage {
    let outlets: [Outlet]
    /// The part of a name that was asked for.
    let asked: String
    /// How many rows were just kept.
    let kept: Int?
    let models: [SettingsDesk.ModelState]
    let schedules: [(sheet: TopicSheet, title: String)]
    let place: String
    let notice: String?

    /// Outlets on one page.
    static let most = 200

    func document() -> [UInt8] {
        Page.document(title: "Settings", description: "What is set for the whole library", frame: .site(current: nil, notice: notice)) { html in
            html.element("h1", .class("page"), say: "Settings")
            if let kept {
                html.element("div", .class("said ok"), .role("status")) { html in
                    html.element("p") {
                        $0.element("b", say: kept == 0 ? "Nothing was different." : Phrase("{count} outlets are kept.", ["count": kept]))
                    }
                }
            }
            outletSection(to: &html)
            scheduleSection(to: &html)
            modelSection(to: &html)
            html.element("section") { html in
                html.element("h2", .class("after"), say: "The library")
                html.element("p", .class("meta")) { html in
                    html.say("It is kept in {place}.", ["place": { $0.element("code", text: place) }])
                }
                html.element("p", .class("meta")) { html in
                    if Visitor.current.formToken != nil {
                        html.element("a", .href(.site("account")), say: "Your account, and tokens for programs")
                    } else {
                        html.say(
                            "Nobody has to sign in on this computer. {command} makes the first user.",
                            ["command": { $0.element("code", text: "bigpicture user add NAME --role admin") }])
                    }
                }
            }
        }
    }

    private func outletSection(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-outlets")) { html in
            html.element("h2", .id("h-outlets"), .class("after"), say: "Outlets")
            html.element(
                "p", .class("sub"),
                say: "How sure a statement is depends on who says so. Reliability is your own grade: A is reliable, E is not, F cannot be judged.")
            html.element("form", .action(.site("settings")), .method("get"), .role("search")) { html in
                html.element("div", .class("find")) { html in
                    html.element("label", .class("vh"), .for("q"), say: "Part of an outlet’s name")
                    html.void("input", .id("q"), .name("q"), .type("search"), .value(asked))
                    html.element("button", say: Phrase("Find", context: "button"))
                }
            }
            guard !outlets.isEmpty else {
                return html.element("p", .class("lead"), say: asked.isEmpty ? "Nothing was read yet." : "No outlet has this in its name.")
            }
            if outlets.count > Self.most {
                html.element(
                    "p", .class("meta"), say: "The first {count} of {total}; ask for a part of a name.",
                    ["count": Self.most, "total": outlets.count])
            }
            html.element("form", .action(.site("settings", "outlets")), .method("post"), .accepts("utf-8")) { html in
                html.formToken()
                html.void("input", .type("hidden"), .name("q"), .value(asked))
                html.element("div", .class("tbl"), .role("group"), .labelledBy("h-outlets"), .reachable) {
                    $0.element("table", .class("set")) { table(to: &$0) }
                }
                html.element("p", .class("acts")) { $0.element("button", .class("btn"), say: "Save") }
            }
        }
    }

    private func table(to html: inout HTMLWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                for head in [Phrase("Outlet", context: "heading of a column"), "Kind", "Reliability"] { html.element("th", .scope("col"), say: head) }
            }
        }
        html.element("tbody") { html in
            for outlet in outlets.prefix(Self.most) { html.element("tr") { row(outlet, to: &$0) } }
        }
    }

    private func row(_ outlet: Outlet, to html: inout HTMLWriter) {
        let name = outlet.name.shown(), grade = outlet.reliability?.rawValue ?? ""
        html.element("th", .scope("row")) { html in
            html.text(name)
            html.void("input", .type("hidden"), .name("outlet"), .value(outlet.id.rawValue))
            html.void("input", .type("hidden"), .name("was"), .value("\(outlet.kind.rawValue)/\(grade)"))
        }
        html.element("td") { html in
            html.element("select", .name("kind"), .label(Phrase("Kind of {outlet}", ["outlet": name]))) { html in
                for kind in OutletKind.allCases {
                    option(kind.rawValue, kind == .unknown ? "not known" : kind.phrase, isChosen: kind == outlet.kind, to: &html)
                }
            }
        }
        html.element("td") { html in
            html.element("select", .name("reliability"), .label(Phrase("Reliability of {outlet}", ["outlet": name]))) { html in
                option("", "not graded", isChosen: grade.isEmpty, to: &html)
                for reliability in Reliability.allCases {
                    option(reliability.rawValue, .verbatim(reliability.rawValue), isChosen: reliability == outlet.reliability, to: &html)
                }
            }
        }
    }

    private func option(_ value: String, _ words: Phrase, isChosen: Bool, to html: inout HTMLWriter) {
        html.element("option", [.value(value)] + (isChosen ? [.selected] : [])) { $0.say(words) }
    }

    private func scheduleSection(to html: inout HTMLWriter) {
        guard !schedules.isEmpty else { return }
        html.element("section", .labelledBy("h-schedules")) { html in
            html.element("h2", .id("h-schedules"), .class("after"), say: "Schedules")
            html.element("p", .class("sub"), say: "“bigpicture run” writes the editions that fall due.")
            html.element("ul", .class("news wide")) { html in
                for (sheet, title) in schedules {
                    html.element("li") { html in
                        html.element("b") { $0.element("a", .href(.site("topics", sheet.name, "edit")), text: title.shown()) }
                        let words = TopicPage.schedules.first { $0.0.rawValue == sheet.form?.schedule }?.1
                        html.element("span", say: words ?? "Its file cannot be read.")
                    }
                }
            }
        }
    }

    private func modelSection(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-models")) { html in
            html.element("h2", .id("h-models"), .class("after"), say: "Models")
            html.element("p", .class("sub"), say: "Everything works without any of these. “bigpicture models pull” fetches one.")
            html.element("ul", .class("news wide")) { html in
                for model in models {
                    html.element("li") { html in
                        html.element("b", text: model.name)
                        html.element("span") { html in
                            html.text(model.summary + ".", in: "en")
                            html.text(" ")
                            html.say(model.isInstalled ? "On this machine." : "Not on this machine.")
                        }
                    }
                }
            }
        }
    }
}
