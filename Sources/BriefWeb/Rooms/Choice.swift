import BriefRendering

extension HTMLWriter {
    /// One of several values, each beside a radio button, as a field of a form.
    mutating func choice(_ name: StaticString, _ title: Phrase, _ values: [(String, Phrase)], chosen: String) {
        element("fieldset") { html in
            html.element("legend", say: title)
            html.element("ul") { html in
                for (value, label) in values {
                    html.element("li") { html in
                        html.element("label") { html in
                            if value == chosen {
                                html.void("input", .type("radio"), .name(name), .value(value), .checked)
                            } else {
                                html.void("input", .type("radio"), .name(name), .value(value))
                            }
                            html.text(" ")
                            html.say(label)
                        }
                    }
                }
            }
        }
    }
}
