/// The fields of a form that was sent.
struct Form: Sendable {
    private let fields: [(name: String, value: String)]

    init(_ body: String) { fields = FormText.fields(of: body) }

    /// The first of this name; nil when there is none.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// All of this name, as of boxes that were ticked.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}

extension FormText {
    /// Names and values in their order; what is not UTF-8 is left out.
    static func fields(of encoded: String) -> [(name: String, value: String)] {
        encoded.utf8.split(separator: 0x26).compactMap { pair in
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = parts.first, let name = decoded(key, plusIsSpace: true),
                let value = parts.count > 1 ? decoded(parts[1], plusIsSpace: true) : ""
            else { return nil }
            return (name, value)
        }
    }
}
