/// Who we say we are (RFC 9110, 10.1.5): name and version, where to read about us, and whom to write to.
public struct UserAgent: Hashable, Sendable {
    public static let name = "bigpicture"
    public static let version = "0.1"
    /// The project's page; nil until it has a public one, because an address that is not ours would be no honest answer.
    public static let projectPage: String? = nil

    /// An e-mail address or a page, for a publisher who has a question; nil for none.
    public let contact: String?

    public init(contact: String? = nil) {
        // Only what a comment may hold: a line break would start a field of its own.
        let allowed = contact?.unicodeScalars.filter { (0x21...0x7e).contains($0.value) && $0 != "(" && $0 != ")" && $0 != "\\" && $0 != ";" }
        let tidy = allowed.map { String(String.UnicodeScalarView($0.prefix(200))) }
        self.contact = tidy.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `bigpicture/0.1 (+page; contact)`, as far as they are known.
    var field: String {
        let notes = [Self.projectPage.map { "+" + $0 }, contact].compactMap { $0 }
        return "\(Self.name)/\(Self.version)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }
}
