/// The attributes our pages use. None of them can carry script or style, and addresses come as `Link`.
public enum Attribute: Sendable {
    case id(String)
    case `class`(String)
    case href(Link)
    /// Opens apart from the page, which neither side can then reach.
    case outward
    case lang(String)
    /// `lang`, where it is another than that of the page.
    case language(String)
    /// `dir="auto"`: the text itself says which way it runs.
    case directionOfText
    case datetime(String)
    case scope(StaticString)
    case role(StaticString)
    /// `tabindex="0"`: can be reached by the keyboard, to be scrolled.
    case reachable
    /// `aria-label`: what is spoken.
    case label(Phrase)
    case labelledBy(String)
    /// `aria-hidden`: drawn only.
    case unspoken
    /// `aria-current="page"`.
    case currentPage
    case action(Link)
    case method(StaticString)
    case accepts(StaticString)
    case `for`(String)
    case name(StaticString)
    /// The name of a field that somebody sent us.
    case fieldName(String)
    case type(StaticString)
    case value(String)
    case rows(Int)
    case maxLength(Int)
    case minLength(Int)
    case min(Int)
    case max(Int)
    case autocomplete(StaticString)
    /// Opens beside the page, which stays.
    case newPage
    case required
    case checked
    case selected
    case placeholder(Phrase)
    /// `aria-describedby`.
    case describedBy(String)
    /// `aria-invalid`: what stands there has to be put right.
    case invalid
    /// `aria-live="polite"`: what comes in here later is spoken when nothing else is.
    case polite
    case enctype(StaticString)
    /// What a field for files takes, by ending.
    case accept(StaticString)
    /// `data-…`: a value for our own script.
    case data(StaticString, String)
    case content(String)
    case charset
    case httpEquiv(StaticString)
    case start(Int)
    /// Geometry of inline SVG: `d`, `cx`, `viewBox`, … never an address or a handler.
    case svg(StaticString, String)
    /// `href` of `<use>`: a sign defined in the same page.
    case sign(String)

    var name: StaticString {
        switch self {
        case .id: "id"
        case .class: "class"
        case .href, .sign: "href"
        case .outward: "rel"
        case .lang, .language: "lang"
        case .directionOfText: "dir"
        case .datetime: "datetime"
        case .scope: "scope"
        case .role: "role"
        case .label: "aria-label"
        case .labelledBy: "aria-labelledby"
        case .unspoken: "aria-hidden"
        case .currentPage: "aria-current"
        case .action: "action"
        case .method: "method"
        case .accepts: "accept-charset"
        case .for: "for"
        case .name, .fieldName: "name"
        case .type: "type"
        case .value: "value"
        case .rows: "rows"
        case .maxLength: "maxlength"
        case .minLength: "minlength"
        case .min: "min"
        case .max: "max"
        case .autocomplete: "autocomplete"
        case .newPage: "target"
        case .required: "required"
        case .checked: "checked"
        case .selected: "selected"
        case .placeholder: "placeholder"
        case .describedBy: "aria-describedby"
        case .invalid: "aria-invalid"
        case .polite: "aria-live"
        case .enctype: "enctype"
        case .accept: "accept"
        case .data(let name, _): name
        case .content: "content"
        case .charset: "charset"
        case .reachable: "tabindex"
        case .httpEquiv: "http-equiv"
        case .start: "start"
        case .svg(let name, _): name
        }
    }

    /// What the page says anyway is not said again.
    func isImplied(in language: Language) -> Bool {
        guard case .language(let tag) = self else { return false }
        return !language.isForeign(tag)
    }

    /// Nil for an attribute that only stands there.
    func value(in words: Words) -> String? {
        switch self {
        case .id(let value), .class(let value), .lang(let value), .language(let value), .datetime(let value), .labelledBy(let value),
            .for(let value), .value(let value), .fieldName(let value), .content(let value), .svg(_, let value), .describedBy(let value),
            .data(_, let value):
            value
        case .label(let phrase), .placeholder(let phrase): words(phrase)
        case .scope(let value), .role(let value), .method(let value), .accepts(let value), .name(let value), .type(let value), .httpEquiv(let value),
            .enctype(let value), .accept(let value), .autocomplete(let value):
            value.description
        case .href(let link), .action(let link): link.text
        case .outward: "noopener noreferrer"
        case .directionOfText: "auto"
        case .unspoken, .invalid: "true"
        case .polite: "polite"
        case .currentPage: "page"
        case .newPage: "_blank"
        case .rows(let number), .maxLength(let number), .minLength(let number), .min(let number), .max(let number), .start(let number): String(number)
        case .required, .checked, .selected: nil
        case .charset: "utf-8"
        case .reachable: "0"
        case .sign(let id): "#" + id
        }
    }
}

extension Attribute {
    /// `aria-label` in words that are nobody's to translate.
    @_disfavoredOverload public static func label(_ text: String) -> Attribute { .label(.verbatim(text)) }

    @_disfavoredOverload public static func placeholder(_ text: String) -> Attribute { .placeholder(.verbatim(text)) }
}
