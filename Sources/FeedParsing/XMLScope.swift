/// The names of a document, each held once, and what their prefixes mean at the place being read.
struct XMLScope {
    private(set) var names: [XMLName] = []
    /// As written, each once.
    private(set) var namespaces: [String] = []

    /// A name as written, once for every spelling.
    private struct Spelling {
        let prefix: String
        let local: String
        let term: XMLTerm
        /// For `xmlns` and `xmlns:prefix`.
        let declares: String?
        var element = Resolved()
        var attribute = Resolved()
    }

    /// Holds while the bindings are those of its generation.
    private struct Resolved {
        var generation = -1
        var name: Int32 = -1
        var isDeclared = true
    }

    private var spellings: [Spelling] = []
    private var starts: [Int32] = []
    private var spelled: [UInt8] = []
    private var slots: [Int32] = Array(repeating: -1, count: 256)

    private struct Binding {
        let prefix: String
        let vocabulary: XMLVocabulary
    }

    /// More than any document needs; names beyond it count as undeclared.
    private static let bindingLimit = 512
    private var bindings: [Binding] = []
    private var levels: [(bindings: Int, generation: Int)] = []
    private var generation = 0
    private var lastGeneration = 0

    // MARK: Spellings

    mutating func intern(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int32 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for place in start..<end { hash = (hash ^ UInt64(bytes[place])) &* 1_099_511_628_211 }
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = slots[slot]
            if isSpelled(number, bytes, start, end) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(spellings.count)
        slots[slot] = number
        starts.append(Int32(spelled.count))
        spelled += bytes[start..<end]
        spellings.append(Self.spelling(bytes[start..<end]))
        if spellings.count * 2 > slots.count { grow() }
        return number
    }

    /// Whether a name already held is the one that stands here.
    func isSpelled(_ number: Int32, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let lower = Int(starts[Int(number)])
        let upper = Int(number) + 1 < starts.count ? Int(starts[Int(number) + 1]) : spelled.count
        guard upper - lower == end - start else { return false }
        for offset in 0..<(end - start) where spelled[lower + offset] != bytes[start + offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for number in starts.indices {
            let upper = number + 1 < starts.count ? Int(starts[number + 1]) : spelled.count
            var hash: UInt64 = 14_695_981_039_346_656_037
            for place in Int(starts[number])..<upper { hash = (hash ^ UInt64(spelled[place])) &* 1_099_511_628_211 }
            var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    private static func spelling(_ bytes: ArraySlice<UInt8>) -> Spelling {
        let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        let prefix = colon.map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? ""
        let local = String(decoding: colon.map { bytes[($0 + 1)...] } ?? bytes, as: UTF8.self)
        let declares: String? = prefix == "xmlns" ? local : prefix.isEmpty && local == "xmlns" ? "" : nil
        return Spelling(prefix: prefix, local: local, term: XMLTerm(local: local), declares: declares)
    }

    /// The prefix an attribute of this name declares: empty for `xmlns` itself; nil for any other attribute.
    func declaredPrefix(_ raw: Int32) -> String? { spellings[Int(raw)].declares }

    // MARK: Bindings

    mutating func enter() {
        levels.append((bindings.count, generation))
        lastGeneration += 1
        generation = lastGeneration
    }

    mutating func declare(_ prefix: String, _ namespace: String) {
        guard bindings.count < Self.bindingLimit else { return }
        if namespaces.count < Self.bindingLimit, !namespaces.contains(namespace) { namespaces.append(namespace) }
        let known = XMLVocabulary.of(namespace: namespace)
        // A default namespace nobody knows is the feed's own way of naming what it is.
        let vocabulary = namespace.isEmpty || (prefix.isEmpty && known == .other) ? .none : known
        bindings.append(Binding(prefix: prefix, vocabulary: vocabulary))
    }

    mutating func leave() {
        guard let level = levels.popLast() else { return }
        bindings.removeLast(bindings.count - level.bindings)
        generation = level.generation
    }

    mutating func element(_ raw: Int32) -> (name: Int32, isDeclared: Bool) {
        let held = spellings[Int(raw)].element
        if held.generation == generation { return (held.name, held.isDeclared) }
        let found = resolve(raw, isElement: true)
        spellings[Int(raw)].element = Resolved(generation: generation, name: found.name, isDeclared: found.isDeclared)
        return found
    }

    mutating func attribute(_ raw: Int32) -> (name: Int32, isDeclared: Bool) {
        let held = spellings[Int(raw)].attribute
        if held.generation == generation { return (held.name, held.isDeclared) }
        let found = resolve(raw, isElement: false)
        spellings[Int(raw)].attribute = Resolved(generation: generation, name: found.name, isDeclared: found.isDeclared)
        return found
    }

    private mutating func resolve(_ raw: Int32, isElement: Bool) -> (name: Int32, isDeclared: Bool) {
        let spelling = spellings[Int(raw)]
        var vocabulary = XMLVocabulary.none
        var isDeclared = true
        if spelling.prefix == "xml" {
            vocabulary = .xml
        } else if !spelling.prefix.isEmpty || isElement {
            if let binding = bindings.last(where: { $0.prefix == spelling.prefix }) {
                vocabulary = binding.vocabulary
            } else if !spelling.prefix.isEmpty {
                isDeclared = false
                vocabulary = XMLVocabulary.customary(prefix: spelling.prefix.lowercased()) ?? .other
            }
        }
        names.append(XMLName(vocabulary: vocabulary, term: spelling.term, prefix: spelling.prefix, local: spelling.local))
        return (Int32(names.count - 1), isDeclared)
    }
}
