public import BriefModel

/// Changes as a page: what no longer stands, each story with what is new in it, and what has gone quiet.
struct ChangesPage {
    let changes: Changes
    let frame: PageFrame

    func document() -> [UInt8] {
        Page.document(
            title: Phrase("Changes: {topic}", ["topic": changes.topic]), description: "What changed, with the passages that say so", frame: frame
        ) { html in
            html.element("header", .class("mast")) { html in
                html.element("p", .class("kick"), say: .dotted([.verbatim(changes.topic), "Changes"]))
                html.element("h1", .class("page"), say: changes.heading)
                html.element("p", .class("deck"), say: changes.countLine)
                html.element("p", .class("meta"), say: .sentences([changes.sourceLine, Phrase("As of {day}.", ["day": changes.asOf])]))
            }
            html.element("div", .class("story list")) { html in
                revisions(to: &html)
                section("new", "What is new", changes.stories, to: &html) { write($0, to: &$1) }
                if let line = changes.leftOutLine { html.element("p", .class("meta"), say: line) }
                section("quiet", "Gone quiet", changes.quiet, to: &html) { write($0, to: &$1) }
            }
            html.element("p", .class("why"), say: Changes.method)
        }
    }

    private func section<Item>(
        _ id: String, _ title: Phrase, _ items: [Item], to html: inout HTMLWriter, write: (Item, inout HTMLWriter) -> Void
    ) {
        guard !items.isEmpty else { return }
        html.element("section", .labelledBy("h-\(id)")) { html in
            html.element("h2", .id("h-\(id)"), say: title)
            for item in items { html.element("article", .class("art")) { write(item, &$0) } }
        }
        html.newline()
    }

    /// Laid out as the disputes of a brief: what differs and why, then both passages side by side.
    private func revisions(to html: inout HTMLWriter) {
        guard !changes.revisions.isEmpty else { return }
        html.element("section", .class("wide"), .labelledBy("h-revisions")) { html in
            html.element("h2", .id("h-revisions"), say: "Corrected or disputed")
            html.element("ul", .class("disp")) { html in
                for revision in changes.revisions { html.element("li") { write(revision, to: &$0) } }
            }
        }
        html.newline()
    }

    private func write(_ revision: Changes.Revision, to html: inout HTMLWriter) {
        html.element("h3", .language("en"), .directionOfText, text: revision.whatDiffers.capitalizedFirst)
        html.element("div", .class("disp-l")) { html in
            html.element("p") { html in
                if let label = revision.labelBeforeReason {
                    html.element("b") { html in
                        html.say(label)
                        html.text(" ")
                    }
                }
                html.text(revision.why, in: "en")
            }
        }
        html.element("div", .class("disp-r")) { html in
            let sides = revision.kind.sides
            if let now = revision.now { side(now, label: sides.now, isFollowed: true, to: &html) }
            if let before = revision.before { side(before, label: sides.before, isFollowed: false, to: &html) }
        }
    }

    private func side(_ citation: TopicTimeline.Citation, label: Phrase, isFollowed: Bool, to html: inout HTMLWriter) {
        html.element("div", .class(isFollowed ? "side" : "side no")) { html in
            html.element("p", .class("st")) { html in
                if !isFollowed { Mark.writeOtherwise(to: &html) }
                html.say(label.capitalized)
            }
            citation.write(frame: frame, to: &html)
        }
    }

    private func write(_ story: Changes.Development, to html: inout HTMLWriter) {
        html.element("h3", .directionOfText, text: story.title)
        let facts = [story.lineageInWords, Phrase("{count} outlets", ["count": story.outlets])].compactMap { $0 }
        html.element("p", .class("meta"), say: .dotted(facts))
        html.element("ol", .class("upd")) { html in
            for step in story.shown {
                html.element("li") { html in
                    html.day(step.day)
                    html.element("div") { html in
                        step.citations.first?.write(frame: frame, to: &html)
                        others(step.citations.dropFirst(), to: &html)
                    }
                }
            }
        }
        let more = story.updates.count - story.shown.count
        if more > 0 { html.element("p", .class("meta"), say: "and {count} updates more", ["count": more]) }
    }

    /// Who else told the same, their passages folded away.
    private func others(_ citations: ArraySlice<TopicTimeline.Citation>, to html: inout HTMLWriter) {
        guard !citations.isEmpty else { return }
        html.element("details") { html in
            let names = citations.map { $0.attribution(for: html.words.language) }
            html.element("summary", say: "Also {names}", ["names": Phrase.list(names)])
            for citation in citations { citation.write(frame: frame, to: &html) }
        }
    }

    private func write(_ silence: Changes.Silence, to html: inout HTMLWriter) {
        html.element("h3", .directionOfText, text: silence.title)
        html.element("p", .class("meta"), say: silence.sentence)
        silence.citation?.write(frame: frame, to: &html)
    }
}

extension TopicTimeline.Citation {
    /// As quoted, with who published it when and the way to the original.
    public func write(frame: PageFrame, to html: inout HTMLWriter) {
        html.element("figure", .class("q")) { html in
            html.element("blockquote", .language(language), .directionOfText, text: passage.exact)
            html.element("figcaption") { html in
                html.element("b", say: attribution(for: html.words.language))
                html.comma()
                html.day(day)
                if let page = passage.page {
                    html.comma()
                    html.say("p. {number}", ["number": page])
                }
                html.element("span", .class("at")) { html in
                    if let stored = frame.article.map({ $0(passage) }) {
                        html.comma()
                        html.element("a", .href(stored), .label("Stored text, at this passage"), say: "stored text")
                    }
                    if let original = Link(address: address)?.showing(passage.exact) {
                        html.comma()
                        html.element(
                            "a", .href(original), .outward, .label(Phrase("Original at {outlet}, at this passage", ["outlet": outlet.shown()])),
                            say: Phrase("original", context: "inside a caption"))
                    }
                }
            }
        }
    }
}
