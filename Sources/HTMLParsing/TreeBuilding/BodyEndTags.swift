// End tags within the body.
extension TreeBuilder {
    mutating func inBodyEndTag(_ token: Token) -> Step {
        let tag = tokenizer.tag.tag
        switch tag {
        case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption, .figure,
            .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search, .section, .select, .summary, .ul:
            if open.has(tag) {
                open.closeImplied()
                open.pop(through: tag)
            }
        case .p:
            if !open.has(.p, in: .button) { insertElement(.p) }
            closeParagraph()
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
            if !adopt(tag) { closeAnyOther() }
        case .li:
            if open.has(.li, in: .listItem) {
                open.closeImplied(except: .li)
                open.pop(through: .li)
            }
        case .dd, .dt:
            if open.has(tag) {
                open.closeImplied(except: tag)
                open.pop(through: tag)
            }
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if open.has(where: { $0.tag.isHeading }) {
                open.closeImplied()
                while open.count > 1, !open.pop().tag.isHeading {}
            }
        case .body, .html:
            guard open.has(.body) else { return .done }
            mode = .afterBody
            if tag == .html { return .again }
        case .form: closeForm()
        case .template: return inHead(token)
        case .applet, .marquee, .object:
            if open.has(tag) {
                open.closeImplied()
                open.pop(through: tag)
                formatting.clearToMarker()
            }
        case .br:
            reopenFormatting()
            insertElement(.br)
            open.pop()
            mayBeFrameset = false
        default: closeAnyOther()
        }
        return .done
    }

    /// "Any other end tag": the nearest of the name, unless a special element stands between.
    private mutating func closeAnyOther() {
        let name = tokenizer.tag.name
        var place = open.count - 1
        while place >= open.bottom {
            let element = open[place]
            if element.name == name, element.kind == .html {
                open.closeImplied(except: element.tag)
                open.cut(to: min(place, open.count))
                return
            }
            if isSpecial(element) { return }
            place -= 1
        }
    }

    private mutating func closeForm() {
        if open.contains(.template) {
            if open.has(.form) {
                open.closeImplied()
                open.pop(through: .form)
            }
            return
        }
        let node = form
        form = GrowingTree.none
        guard node != GrowingTree.none, open.has(where: { $0.node == node }) else { return }
        open.closeImplied()
        if let place = open.place(of: node) { open.remove(at: place) }
    }
}
