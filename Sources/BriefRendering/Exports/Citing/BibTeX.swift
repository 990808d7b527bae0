import BriefModel

extension SourceCatalogue {
    /// BibTeX: entries of the kind `online`, which biblatex knows and older styles take for `misc`. What stands between entries is a comment by its rules,
    /// so the marking is at the head and at the foot. Authors are those of the byline, whole: which of its words is a family name is not guessed. Where there is
    /// none, none is made up of the outlet's name.
    func bibTeX() -> [UInt8] {
        var text = comment
        for entry in entries {
            let source = entry.source
            var fields = [
                ("title", "{\(Self.escaped(source.title))}"), ("organization", "{\(Self.escaped(source.outlet.name))}"),
                ("date", "\(source.day)"), ("year", "\(source.day.year)"), ("month", "\(source.day.month)"),
                ("langid", Self.escaped(LanguageNames.name(source.language).lowercased())),
            ]
            if !source.authors.isEmpty {
                fields.insert(("author", source.authors.map { "{\(Self.escaped($0))}" }.joined(separator: " and ")), at: 0)
            }
            if let address = entry.address { fields.append(("url", Self.address(address))) }
            text += "@online{\(entry.key),\n" + fields.map { "  \($0.0) = {\($0.1)},\n" }.joined() + "}\n\n"
        }
        return Array((text + comment).utf8)
    }

    private var comment: String { marking.map { "\($0.label). \($0.rule)\n\n" } ?? "" }

    /// Signs that TeX or BibTeX would take for something else. Braces are spelt, because BibTeX counts them even behind a backslash.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&", "%", "$", "#", "_": result += "\\\(character)"
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "\n", "\t", "\r": result += " "
            case _ where character.value < 0x20 || character.value == 0x7F: break
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// Addresses are taken letter by letter; only what would end the field is written as RFC 3986 allows.
    private static func address(_ address: String) -> String {
        String(address.flatMap { ["{": "%7B", "}": "%7D", "\\": "%5C"][$0].map(Array.init) ?? [$0] })
    }
}
