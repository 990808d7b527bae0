/// The line above every printed page. Browsers take its words from the stylesheet only, so one is written for the document at hand.
enum RunningHead {
    /// - Parameter title: clipped to what fits beside a marking.
    static func style(_ title: String) -> [UInt8] {
        Array("@page { @top-left { content: \"\(quoted(title.clipped(to: 80)))\"; } }".utf8)
    }

    /// As a CSS string: all but letters and digits by their code points (CSS Syntax 3, section 4.3.7), so that no title ends it.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar == " " || (scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil))
            return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }.joined()
    }
}
