/// What holds for a whole document while it is read: its bases, languages and how it writes texts.
final class FeedContext: Sendable {
    let document: XMLDocument
    /// Where it came from; nil when nobody knows.
    let address: String?
    /// As the server said.
    let language: String?
    let isAtom: Bool
    /// Atom 1.0 puts inline markup in a `div` that is not part of it.
    let unwrapsMarkup: Bool
    /// Most documents never say `xml:base` or `xml:lang`; then nothing is looked up.
    private let hasBases: Bool
    private let hasLanguages: Bool

    init(document: XMLDocument, address: String?, language: String?, isAtom: Bool = false, unwrapsMarkup: Bool = false) {
        self.document = document
        self.address = address.flatMap { $0.isEmpty ? nil : $0 }
        self.language = language
        self.isAtom = isAtom
        self.unwrapsMarkup = unwrapsMarkup
        hasBases = document.names.contains { $0.vocabulary == .xml && $0.term == .base }
        hasLanguages = document.names.contains { ($0.vocabulary == .xml || $0.vocabulary == .none) && $0.term == .lang }
    }

    /// What relative links in an element are resolved against (W3C XML Base). A base that is no web address counts as not written.
    func base(_ element: XMLDocument.Node) -> String? {
        guard hasBases else { return address }
        var written: [String] = []
        var next: XMLDocument.Node? = element
        while let here = next {
            if let base = document.attribute(here, .xml, .base) { written.append(base) }
            next = document.parent(here)
        }
        return written.reversed().reduce(address) { base, reference in
            let resolved = FeedAddress.withTwoSlashes(FeedAddress.resolve(reference, against: base))
            let isFit = FeedAddress.scheme(resolved).map { AllowedMarkup.schemes.contains($0) } ?? (base == nil)
            return isFit ? resolved : base
        }
    }

    /// `xml:lang` of the element or the nearest one above; an empty one means that nothing is known.
    func language(_ element: XMLDocument.Node, inherited: String?) -> String? {
        guard hasLanguages else { return inherited }
        var next: XMLDocument.Node? = element
        while let here = next {
            if let found = document.attribute(here, .xml, .lang) ?? document.attribute(here, .none, .lang) { return Self.tag(found) }
            next = document.parent(here)
        }
        return inherited
    }

    /// `en_US` is written too.
    static func tag(_ written: String) -> String? {
        PlainText.tidy(written).map { $0.utf8.contains(UInt8(ascii: "_")) ? String($0.map { $0 == "_" ? "-" : $0 }) : $0 }
    }

    func text(_ element: XMLDocument.Node) -> String? { PlainText.trimmed(document.text(element)) }

    /// An address an element names, absolute; nil for one that runs (`javascript:`) instead of leading anywhere.
    func address(_ written: String?, at element: XMLDocument.Node) -> String? {
        guard let written, let trimmed = PlainText.trimmed(written) else { return nil }
        let resolved = FeedAddress.resolve(trimmed, against: base(element))
        if resolved.utf8.starts(with: "http".utf8) { return resolved }
        if let scheme = FeedAddress.scheme(resolved), AllowedMarkup.runningSchemes.contains(scheme) { return nil }
        return resolved
    }
}
