/// Enough German morphology to tell a common noun from a name.
enum GermanNouns {
    static let determiners = Stopwords.set(
        """
        der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur beim ins ans sein seine seinen seiner ihr ihre ihren ihrer
        diese dieser dieses diesen jede jeder jedes viele mehrere einige alle zwei drei vier funf sechs
        """)

    static func looksLikeNoun(_ folded: String) -> Bool {
        ["ung", "ungen", "heit", "keit", "heiten", "keiten", "schaft", "tion", "tionen", "ismus", "tat", "nis", "ling", "enz", "anz", "ment"].contains
        {
            folded.hasSuffix($0) && folded.utf8.count > $0.utf8.count + 2
        }
    }
}
