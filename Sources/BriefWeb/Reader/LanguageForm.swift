import BriefModel
import BriefRendering

/// At the foot of every page: in which language its words are, and by which clock. Works without script.
struct LanguageForm {
    let reader: Reader

    func write(to html: inout HTMLWriter) {
        html.element("form", .action(.site("language")), .method("post"), .class("reader")) { html in
            html.formToken()
            html.void("input", .type("hidden"), .name("from"), .value(reader.place))
            html.element("label") { html in
                html.say("Language")
                html.element("select", .name("language")) { html in
                    for language in Language.allCases {
                        option(language.rawValue, language.ownName, isChosen: language == reader.words.language, lang: language.tag, to: &html)
                    }
                }
            }
            html.element("label") { html in
                html.say("Time zone")
                html.element("select", .name("zone")) { html in
                    for zone in zones { option(zone, zone.map { $0 == "_" ? " " : $0 }, isChosen: zone == reader.words.zone.name, to: &html) }
                }
            }
            html.element("button", say: Phrase("Apply", context: "button"))
        }
    }

    private func option(_ value: String, _ name: some Sequence<Character>, isChosen: Bool, lang: String = "", to html: inout HTMLWriter) {
        if isChosen {
            html.element("option", .value(value), .language(lang), .selected, text: String(name))
        } else {
            html.element("option", .value(value), .language(lang), text: String(name))
        }
    }

    /// From west to east; the reader's own wherever it is.
    private var zones: [String] {
        let own = reader.words.zone.name
        return Self.usual.contains(own) ? Self.usual : [own] + Self.usual
    }

    /// One or a few for each clock that many people live by. Others are set by the page's script, from the browser.
    private static let usual = [
        "UTC", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Phoenix", "America/Chicago",
        "America/Mexico_City", "America/Bogota", "America/New_York", "America/Caracas", "America/Halifax", "America/Santiago", "America/St_Johns",
        "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Atlantic/Azores", "Europe/London", "Africa/Lagos", "Europe/Berlin", "Europe/Madrid",
        "Europe/Paris", "Africa/Cairo", "Africa/Johannesburg", "Europe/Athens", "Europe/Kyiv", "Africa/Nairobi", "Europe/Istanbul", "Europe/Moscow",
        "Asia/Tehran", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai",
        "Asia/Singapore", "Asia/Taipei", "Australia/Perth", "Asia/Tokyo", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney",
        "Pacific/Auckland",
    ]
}
