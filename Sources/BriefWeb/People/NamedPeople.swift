public import BriefModel

/// People and bodies of a topic by the names that articles give them, to be found in what a brief says.
public struct NamedPeople: Sendable {
    /// Somebody who is named in a text.
    struct Person: Hashable, Sendable {
        let key: String
        let name: String
    }

    /// By the first byte of a name, the longest names first.
    private let names: [UInt8: [(bytes: [UInt8], person: Person)]]

    /// More than these are not led to from one statement.
    private static let most = 4

    /// - Parameter profiles: a name that several of them go by leads to none of them.
    public init(_ profiles: [Profile]) {
        var people: [String: Set<Person>] = [:]
        for profile in profiles {
            let person = Person(key: profile.key, name: profile.name)
            for name in [profile.name] + profile.aliases where name.count > 1 { people[name, default: []].insert(person) }
        }
        var names: [UInt8: [(bytes: [UInt8], person: Person)]] = [:]
        for (name, found) in people {
            guard found.count == 1, let person = found.first, let first = name.utf8.first else { continue }
            names[first, default: []].append((Array(name.utf8), person))
        }
        self.names = names.mapValues { $0.sorted { ($1.bytes.count, $0.person.key) < ($0.bytes.count, $1.person.key) } }
    }

    /// Whom a text names, each once, in its order. A name inside a longer one that is known too is no name there.
    func named(in text: String) -> [Person] {
        let bytes = Array(text.utf8)
        var found: [Person] = [], place = 0
        while place < bytes.count, found.count < Self.most {
            let isStart = place == 0 || !Self.isInWord(bytes[place - 1])
            guard isStart, let name = names[bytes[place]]?.first(where: { Self.stands($0.bytes, in: bytes, at: place) }) else {
                place += 1
                continue
            }
            if !found.contains(name.person) { found.append(name.person) }
            place += name.bytes.count
        }
        return found
    }

    private static func stands(_ name: [UInt8], in bytes: [UInt8], at place: Int) -> Bool {
        let end = place + name.count
        guard end <= bytes.count, bytes[place..<end].elementsEqual(name) else { return false }
        return end == bytes.count || !isInWord(bytes[end])
    }

    /// Letters and digits of ASCII. Of other scripts it is not known where a word ends, and many write none apart.
    private static func isInWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
