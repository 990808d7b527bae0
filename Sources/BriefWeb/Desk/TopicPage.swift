import BriefModel
import BriefRendering

/// The form on a topic: new or as it stands, its fields or its whole file. What was typed stays typed, whatever is wrong with it.
struct TopicPage {
    /// The file that is changed; nil for a new topic.
    let name: String?
    let form: TopicForm
    var check = TopicCheck()
    /// Whether somebody asked if it is right.
    var wasChecked = false
    /// The file as somebody else left it meanwhile.
    var meanwhile: TopicSheet?
    /// Keys of the file that the fields do not show.
    var others: [String] = []
    let notice: String?

    func document() -> [UInt8] {
        let title: Phrase = name == nil ? "New topic" : "Edit topic"
        var frame = PageFrame.site(current: .topics, notice: notice)
        frame.checksForms = true
        return Page.document(title: title, description: "What is followed, and where to look", frame: frame) {
            html in
            html.element("h1", .class("page"), say: title)
            html.element("p", .class("sub"), say: "What you want to follow, and which outlets are read for it.")
            if let meanwhile { conflict(meanwhile, to: &html) }
            verdict(to: &html)
            html.element("form", formAttributes) { html in
                html.formToken()
                html.void("input", .type("hidden"), .name("seen"), .value(form.seen))
                if let text = form.text { whole(text, to: &html) } else { fields(to: &html) }
                html.element("p", .class("acts")) { html in
                    html.element("button", .class("btn"), .name("act"), .value("save"), say: "Save")
                    html.element("button", .class("btn quiet"), .name("act"), .value("check"), say: "Check")
                }
                html.element("p", .class("meta"), .id("live-check"), .polite) { _ in }
            }
            ways(to: &html)
        }
    }

    private var formAttributes: [Attribute] {
        let action = name.map { Link.site("topics", $0, "edit") } ?? .site("topics", "new")
        let check = name.map { Link.site("topics", $0, "check") } ?? .site("topics", "check")
        return [.class("paste topic-form"), .action(action), .method("post"), .accepts("utf-8"), .data("data-check", check.text)]
    }

    // MARK: Fields

    private func fields(to html: inout HTMLWriter) {
        line("title", "Title", value: form.title, isRequired: true, hint: nil, to: &html)
        line("question", "Guiding question", value: form.question, hint: "What should its briefs answer? May be left empty.", to: &html)
        lines(
            "sources", "Sources", value: form.sources, rows: 6, isRequired: true,
            hint: "One a line: the address of a feed, a page or a site. To say what it is, put “feed:”, “page:”, “sitemap:” or “opml:” before it.",
            to: &html)
        lines(
            "include", "Words that speak for an article", value: form.include, rows: 3,
            hint: "One word or phrase a line. Without any, the topic is what the sources have in common.", to: &html)
        lines("exclude", "Words that rule an article out", value: form.exclude, rows: 2, hint: nil, to: &html)
        line("series", "Series", value: form.series, hint: "A row of briefs it belongs to. May be left empty.", to: &html)
        line("words", "Length in words", value: form.words, hint: "From 200 to 10,000. Left empty, as many as a ten-minute brief needs.", to: &html)
        group("schedule", "New editions", hint: nil, to: &html) { html, attributes in
            html.element("select", [.id("schedule"), .name("schedule")] + attributes) { html in
                for (schedule, words) in Self.schedules {
                    let isChosen = form.schedule == schedule.rawValue
                    html.element("option", [.value(schedule.rawValue)] + (isChosen ? [.selected] : [])) { $0.say(words) }
                }
                // What stands there by mistake stays to be seen.
                if Schedule(rawValue: form.schedule) == nil {
                    html.element("option", [.value(form.schedule), .selected]) { $0.text(form.schedule) }
                }
            }
        }
        guard !others.isEmpty else { return }
        html.element("p", .class("meta"), say: "The file also sets: {keys}. That stays as it is.", ["keys": others.joined(separator: ", ")])
    }

    static let schedules: [(Schedule, Phrase)] = [
        (.manual, "When I ask for one"), (.hourly, "Every hour"), (.daily, "Every day"), (.weekly, "Every Monday"),
    ]

    private func whole(_ text: String, to html: inout HTMLWriter) {
        group("text", "The topic file", hint: "Lines that start with # are notes.", to: &html) { html, attributes in
            html.element("textarea", [.id("text"), .name("text"), .class("code"), .rows(28)] + attributes) { html in
                // A textarea drops the first line break in it.
                html.text("\n" + text)
            }
        }
    }

    private func line(_ id: StaticString, _ label: Phrase, value: String, isRequired: Bool = false, hint: Phrase?, to html: inout HTMLWriter) {
        group(id, label, hint: hint, to: &html) { html, attributes in
            html.void("input", [.id("\(id)"), .name(id), .type("text"), .value(value)] + attributes + (isRequired ? [.required] : []))
        }
    }

    private func lines(
        _ id: StaticString, _ label: Phrase, value: String, rows: Int, isRequired: Bool = false, hint: Phrase?, to html: inout HTMLWriter
    ) {
        group(id, label, hint: hint, to: &html) { html, attributes in
            html.element("textarea", [.id("\(id)"), .name(id), .rows(rows)] + attributes + (isRequired ? [.required] : [])) { html in
                html.text("\n" + value)
            }
        }
    }

    /// A label, what explains it, the control, and what is wrong with it.
    private func group(
        _ id: StaticString, _ label: Phrase, hint: Phrase?, to html: inout HTMLWriter, control: (inout HTMLWriter, [Attribute]) -> Void
    ) {
        let faults = check.faults.filter { $0.field == "\(id)" }
        html.element("div", .class("field")) { html in
            html.element("label", .for("\(id)"), say: label)
            if let hint { html.element("p", .class("meta"), .id("\(id)-hint"), say: hint) }
            let described = (hint == nil ? [] : ["\(id)-hint"]) + ["\(id)-wrong"]
            control(&html, [.describedBy(described.joined(separator: " "))] + (faults.isEmpty ? [] : [.invalid]))
            html.element("p", .class("wrong"), .id("\(id)-wrong")) { html in
                for (place, fault) in faults.enumerated() {
                    if place > 0 { html.text(" ") }
                    fault.write(to: &html)
                }
            }
        }
    }

    // MARK: What is said of it

    private func verdict(to html: inout HTMLWriter) {
        guard wasChecked else { return }
        html.element("div", .class(check.faults.isEmpty ? "said ok" : "said no"), .role("status")) { html in
            if check.faults.isEmpty {
                html.element("p") { $0.element("b", say: "All good. Save keeps it.") }
            } else {
                html.element("p") {
                    $0.element(
                        "b",
                        say: check.faults.count == 1
                            ? "One thing has to be put right." : Phrase("{count} things have to be put right.", ["count": check.faults.count]))
                }
                html.element("ul") { html in
                    for fault in check.faults {
                        html.element("li") { html in
                            guard let field = fault.field, TopicForm.fields.contains(field) || field == "text" else {
                                return fault.write(to: &html)
                            }
                            html.element("a", .href(.fragment(field))) { fault.write(to: &$0) }
                        }
                    }
                }
            }
            for note in check.notes { html.element("p", say: note.phrase) }
        }
    }

    private func conflict(_ sheet: TopicSheet, to html: inout HTMLWriter) {
        html.element("div", .class("said no"), .role("alert")) { html in
            html.element("p") { html in
                html.element("b", say: "This topic was changed by somebody else since you opened it. Nothing was saved.")
            }
            html.element("p", say: "What you typed stands below. Saving it again replaces what they wrote.")
            html.element("details") { html in
                html.element("summary", say: "The file as it is now")
                html.element("pre", .class("code")) { $0.text(sheet.text) }
            }
        }
    }

    private func ways(to html: inout HTMLWriter) {
        guard let name else {
            html.element("p", .class("meta")) { html in
                html.element("a", .href(.site("import")), say: "Start from a list of feeds (OPML)")
            }
            return
        }
        html.element("ul", .class("meta ways")) { html in
            html.element("li") { html in
                if form.text == nil {
                    html.element("a", .href(.site("topics", name, "edit", query: [(name: "as", value: "text")])), say: "Edit the file as text")
                } else {
                    html.element("a", .href(.site("topics", name, "edit")), say: "Edit its fields")
                }
            }
            html.element("li") { $0.element("a", .href(.site("topics", name)), say: "How its sources do") }
            html.element("li") { $0.element("a", .href(.site("topics", name, "remove")), say: "Remove this topic") }
        }
    }
}
