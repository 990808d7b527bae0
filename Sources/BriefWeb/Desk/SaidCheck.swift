import BriefRendering

/// What was found in what was typed, for the script: as the page says it.
struct SaidCheck: Encodable {
    struct Fault: Encodable {
        let field: String?
        let message: String
    }

    let faults: [Fault]
    let notes: [String]

    init(_ check: TopicCheck, in words: Words) {
        faults = check.faults.map { Fault(field: $0.field, message: words($0.phrase)) }
        notes = check.notes.map { words($0.phrase) }
    }
}

extension TopicCheck.Fault {
    /// With its remedy.
    var phrase: Phrase {
        switch kind {
        case .noTitle: "Give the topic a title."
        case .longTitle(let most): Phrase("A title has up to {count} characters.", ["count": most])
        case .taken: "There is a topic of this name already; choose another title."
        case .layout: "This file is laid out so that its fields cannot be changed here and all else be left as it is. Edit it as text."
        case .localSource(let name):
            Phrase(
                "“{name}” is a file or folder of the machine that keeps the library. Such sources are put into the topic file there, not from a browser; write an address that starts with https://.",
                ["name": name.shown(upTo: 80)])
        case .localAddresses: "`allow-local` is set in the topic file on the machine that keeps the library, not from a browser."
        case .noSource: "Name at least one source: the address of a feed, a page or a site."
        case .sourceForm: "A source is an address; “feed:”, “page:”, “sitemap:” or “opml:” may stand before it."
        case .notAnAddress(let text):
            Phrase(
                "“{text}” is not an address; it starts with http:// or https:// and has a host, such as https://example.org/feed.xml.",
                ["text": text.shown(upTo: 200)])
        case .length(let least, let most): Phrase("A length is a whole number from {least} to {most}.", ["least": least, "most": most])
        case .file(let words, let line?): Phrase("Line {line}: {words}", ["line": line, "words": words])
        case .file(let words, nil): .verbatim(words)
        }
    }

    /// What is English in every language says so.
    func write(to html: inout HTMLWriter) {
        if case .file = kind { html.say(phrase, in: "en") } else { html.say(phrase) }
    }
}

extension TopicCheck.Note {
    var phrase: Phrase {
        switch self {
        case .losesNotes: "Notes that stand in the file beside what you change will go; a copy of the file as it is will be kept beside it."
        case .isRenamed: "Editions are kept by the title. Those so far stay under the old one, and a new row begins."
        }
    }
}

extension TopicOutline.Fault {
    var phrase: Phrase {
        switch self {
        case .empty: "The list is empty."
        case .isPage: "This is a web page, not a list of feeds (OPML)."
        case .isFeed: "This is a feed, not a list of feeds (OPML). Its address can be written into the topic."
        case .isOther: "This is no list of feeds (OPML)."
        case .namesNone: "This list names no feed."
        case .tooLarge: "This list is too large to be read. Cut it into parts."
        case .broken(let line): Phrase("This list is broken in line {line} and could not be repaired.", ["line": line])
        }
    }
}
