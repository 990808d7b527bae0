import HTMLParsing

extension HTMLDocument {
    /// A page or fragment in one line: `body(p("One " b("two")))`. Without `html`, `head` and `body` where `whole` is false.
    init(_ markup: String, in context: String? = nil, _ space: HTMLNamespace = .html) {
        self.init(whole: Array(markup.utf8), in: context.map { ($0, space) })
    }

    var outline: String { list(children(0)) }

    /// What is in the body.
    var bodyOutline: String { first(.body).map { list(children($0)) } ?? outline }

    private func list(_ nodes: Children) -> String { nodes.map(written).joined(separator: " ") }

    private func written(_ node: Node) -> String {
        switch kind(node) {
        case .text: return "\"\(data(node))\""
        case .comment: return "<!\(data(node))>"
        case .instruction: return "<\(data(node))>"
        case .doctype: return "<!doctype \(data(node))>"
        case .root, .element:
            let prefix = namespace(node) == .svg ? "svg:" : namespace(node) == .mathML ? "math:" : ""
            let attributes = attributeList(node).map { "\($0.name)=\($0.value)" }
            let inner = list(children(node))
            return prefix + name(node) + (attributes.isEmpty ? "" : "[\(attributes.joined(separator: " "))]") + (inner.isEmpty ? "" : "(\(inner))")
        }
    }
}
