/// A path of this site to go to after something: never an address elsewhere, whatever a link to us says.
struct LocalPath: Hashable, Sendable {
    let text: String

    static let home = LocalPath(trusted: "/")

    private init(trusted text: String) { self.text = text }

    /// What is no plain path of ours becomes the home page.
    init(_ text: String?) { self = text.flatMap { Self.checked($0) } ?? .home }

    /// Where somebody goes on who has signed in: neither to do it again nor out at once.
    static func afterSignIn(_ text: String?) -> LocalPath { text.flatMap { checked($0, without: ["sign-in", "sign-out"]) } ?? .home }

    /// Browsers read `//name` and `/\name` as other sites and take out tabs and line breaks before they look; `..` leads out of what is seen.
    private static func checked(_ text: String, without rooms: Set<Substring> = []) -> LocalPath? {
        guard text.utf8.count <= 4_096, text.hasPrefix("/"), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C }) else { return nil }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        guard let decoded = FormText.decoded(path.utf8), !decoded.hasPrefix("//"), !decoded.contains("\\") else { return nil }
        let segments = decoded.split(separator: "/")
        guard !segments.contains(".."), !segments.contains("."), !rooms.contains(segments.first ?? "") else { return nil }
        return LocalPath(trusted: text)
    }
}
