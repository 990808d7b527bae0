/// Letters of scripts without spaces, each made a word of its own, so that what looks for words finds any run of them.
public enum UnspacedLetters {
    /// Stands between two such letters that a sign parts: no word that anybody looks for (a character of private use, which indexes take for a letter).
    private static let parting: Character = "\u{E000}"

    /// A text whose words, such letters among them, are parted by spaces. Nil where it has no such letter.
    public static func spaced(_ text: String) -> String? {
        guard mayHave(text) else { return nil }
        var spaced = ""
        var isFound = false, isAfter = false
        for letter in text {
            if letter.isUnspacedLetter {
                if !isAfter { spaced.append(" ") }
                spaced.append(letter)
                spaced.append(" ")
                (isFound, isAfter) = (true, true)
            } else {
                if isAfter, !letter.isWhitespace, !letter.isLetter, !letter.isNumber {
                    spaced.append(parting)
                    spaced.append(" ")
                }
                spaced.append(letter)
                isAfter = false
            }
        }
        return isFound ? spaced : nil
    }

    /// Most texts have none, which a look at their bytes shows.
    private static func mayHave(_ text: String) -> Bool {
        var isNext = false
        for byte in text.utf8 {
            if byte >= 0xE3 || isNext && byte >= 0xBA { return true }
            isNext = byte == 0xE2
        }
        return false
    }
}
