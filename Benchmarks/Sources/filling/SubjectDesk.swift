import Rounds

/// What made-up articles say of a few subjects: who said what of how many, so that there is something to extract, to compare and to dispute.
struct SubjectDesk {
    private let subjects: [String]
    private let percent: Int
    private let names: [String]
    private var chance = Chance(seed: 11)

    private static let first = ["Arden", "Brook", "Calder", "Denholm", "Elway", "Farrow", "Garnet", "Hallam", "Ingram", "Jessop", "Kestrel", "Lorne"]
    private static let last = ["Institute", "Ministry", "Systems", "Agency", "Dynamics", "Council", "Group", "Laboratory", "Command", "Foundry"]
    private static let verbs = ["said", "announced", "reported", "estimated", "warned"]
    private static let deeds = ["ordered", "delivered", "tested", "withdrew", "approved", "cancelled", "built", "sold"]
    private static let things = ["systems", "chips", "drones", "contracts", "engineers", "servers", "trials", "licences"]
    private static let places = ["Norway", "Japan", "Texas", "Poland", "Chile", "Kenya", "Canada", "Korea"]

    init(subjects: [String], percent: Int) {
        self.subjects = subjects
        self.percent = percent
        names = Self.first.flatMap { first in Self.last.map { first + " " + $0 } }
    }

    /// Words that stand only where a subject is told: those of the subjects, and names, of which a real library's would make anything belong to its topic.
    func isOwn(_ word: String) -> Bool {
        word.first?.isUppercase == true || subjects.contains { $0.lowercased().split(separator: " ").contains { word.hasPrefix($0) } }
    }

    /// Headline and first paragraphs of an article by its number; nil for one that speaks of something else.
    mutating func told(in number: Int) -> (title: String, paragraphs: [String])? {
        // Spread evenly, so that each hundred articles in a row holds as many.
        guard number * 37 % 100 < percent else { return nil }
        let (subject, other) = (subject(), subject())
        let title = "\(name()) \(pick(Self.deeds)) \(2 + chance.below(90)) \(pick(Self.things)) for \(subject)"
        return (title, [sentence(on: subject) + " " + sentence(on: other), sentence(on: subject) + " " + sentence(on: other)])
    }

    private mutating func sentence(on subject: String) -> String {
        let deed = "\(name()) had \(pick(Self.deeds)) \(2 + chance.below(900)) \(pick(Self.things)) for \(subject) in \(pick(Self.places))"
        return chance.below(3) == 0 ? deed.prefix(1).uppercased() + deed.dropFirst() + "." : "\(name()) \(pick(Self.verbs)) that \(deed)."
    }

    private mutating func subject() -> String { pick(subjects) }

    /// By Zipf's law: a few are named all the time.
    private mutating func name() -> String { names[chance.rank(of: names.count) - 1] }

    private mutating func pick(_ words: [String]) -> String { words[chance.below(words.count)] }
}
