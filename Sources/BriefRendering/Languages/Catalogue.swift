/// What is said in one language, by the English text: a file of gettext's form (`.po`), which translators have editors for.
struct Catalogue: Sendable {
    struct Key: Sendable, Hashable {
        let english: String
        let context: String?
    }

    private(set) var messages: [Key: Message] = [:]
    /// What could not be read, for tests: broken lines, texts that are not well formed, keys that stand twice.
    private(set) var faults: [String] = []

    init(po bytes: [UInt8]) {
        var entry = Entry()
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                keep(entry)
                entry = Entry()
            } else if !line.hasPrefix("#"), !entry.read(line) {
                faults.append(String(line))
            }
        }
        keep(entry)
    }

    /// With the texts of another as they stand, where this has no form of them.
    private func speaking(_ other: Catalogue) -> Catalogue {
        var catalogue = self
        catalogue.messages.merge(other.messages.keys.compactMap { key in Message(key.english).map { (key, $0) } }) { own, _ in own }
        return catalogue
    }

    private mutating func keep(_ entry: Entry) {
        // The entry without a key is the file's own header.
        guard let english = entry.fields["msgid"], let text = entry.fields["msgstr"], !english.isEmpty, !text.isEmpty else { return }
        let key = Key(english: english, context: entry.fields["msgctxt"])
        guard let message = Message(text), messages.updateValue(message, forKey: key) == nil else { return faults.append(english) }
    }

    /// The lines between two blank ones.
    private struct Entry {
        var fields: [String: String] = [:]
        private var current = ""

        /// False for a line that is none of the form.
        mutating func read(_ line: Substring) -> Bool {
            guard let quote = line.firstIndex(of: "\""), line.last == "\"", let text = Self.unquoted(line[quote...]) else { return false }
            let name = line[..<quote].split(separator: " ").first.map(String.init)
            if let name { current = name }
            fields[current, default: ""] += text
            return !current.isEmpty
        }

        private static func unquoted(_ quoted: Substring) -> String? {
            guard quoted.count >= 2 else { return nil }
            var text = "", isEscaped = false
            for character in quoted.dropFirst().dropLast() {
                switch character {
                case "n" where isEscaped: text.append("\n")
                case "\\" where !isEscaped:
                    isEscaped = true
                    continue
                case "\"" where !isEscaped: return nil
                default: text.append(character)
                }
                isEscaped = false
            }
            return isEscaped ? nil : text
        }
    }
}

extension Catalogue {
    /// Read once, when a page first needs it. The file of English holds only what has a number in it; all else that the others translate is its own
    /// text, taken apart once as theirs is.
    static func of(_ language: Language) -> Catalogue {
        switch language {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .chinese: chinese
        }
    }

    private static let english = Catalogue(po: PackageResources.en_po).speaking(german)
    private static let german = Catalogue(po: PackageResources.de_po)
    private static let french = Catalogue(po: PackageResources.fr_po)
    private static let spanish = Catalogue(po: PackageResources.es_po)
    private static let chinese = Catalogue(po: PackageResources.zh_po)
}
