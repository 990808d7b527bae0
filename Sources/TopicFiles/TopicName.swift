/// The name a title goes by in a file name or an address.
public enum TopicName {
    /// Lower-case words of letters and digits joined by hyphens: "Chips & export rules" is `chips-export-rules`.
    public static func slug(_ title: String) -> String {
        var slug = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug.append("-")
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug.isEmpty ? "topic" : slug
    }
}
