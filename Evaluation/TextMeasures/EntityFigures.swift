import BriefModel
public import Figures
import Foundation
import TextAnalysis

/// Named entities against texts marked by hand: a name counts when its bytes and its kind are right, a link when it leads to whom it stands for.
public struct EntityFigures {
    private static let kinds: [Name.Kind] = [.person, .organisation, .place, .product]

    private var right: [Name.Kind: Int] = [:]
    private var found: [Name.Kind: Int] = [:]
    private var wanted: [Name.Kind: Int] = [:]
    private var links = (right: 0, missed: 0, wrong: 0)
    private let show: (String) -> Void

    /// - Parameters:
    ///   - data: a file of marked texts.
    ///   - show: gets a line for every name and link that misses.
    public static func figures(data: String, show: (String) -> Void) throws -> [Figure] {
        let file = try String(contentsOfFile: data, encoding: .utf8)
        return withoutActuallyEscaping(show) { show in
            var figures = EntityFigures(show: show)
            for text in MarkedText.all(in: file) { figures.read(text) }
            return figures.all
        }
    }

    private init(show: @escaping (String) -> Void) { self.show = show }

    private var all: [Figure] {
        var figures: [Figure] = []
        for kind in Self.kinds {
            figures += Self.scores(kind.rawValue, right[kind, default: 0], found[kind, default: 0], wanted[kind, default: 0])
        }
        figures += Self.scores("all", right.values.reduce(0, +), found.values.reduce(0, +), wanted.values.reduce(0, +))
        figures.append(Figure("links.right", Double(links.right)))
        figures.append(Figure("links.missed", Double(links.missed)))
        figures.append(Figure("links.wrong", Double(links.wrong)))
        return figures
    }

    private static func scores(_ name: String, _ right: Int, _ found: Int, _ wanted: Int) -> [Figure] {
        [
            Figure("\(name).precision", share: right, of: found), Figure("\(name).recall", share: right, of: wanted),
            Figure("\(name).f1", share: 2 * right, of: found + wanted),
        ]
    }

    private mutating func read(_ marked: MarkedText) {
        let entities = EntityFinder().entities(in: TextAnalyzer().sentences(in: marked.text))
        compareNames(entities, marked)
        compareLinks(entities, marked)
    }

    private mutating func compareNames(_ entities: [Entity], _ marked: MarkedText) {
        var unmet = marked.marks.filter { $0.kind != nil }
        for mark in unmet { if let kind = mark.kind.flatMap(Name.Kind.init(rawValue:)) { wanted[kind, default: 0] += 1 } }
        for entity in entities {
            for mention in entity.mentions where mention.form == .name {
                if Self.kinds.contains(entity.kind) { found[entity.kind, default: 0] += 1 }
                if let met = unmet.firstIndex(where: { $0.range == mention.range && $0.kind == entity.kind.rawValue }) {
                    right[entity.kind, default: 0] += 1
                    unmet.remove(at: met)
                } else if Self.kinds.contains(entity.kind) || marked.marks.contains(where: { $0.range.overlaps(mention.range) }) {
                    show("found  [\(mention.text)|\(entity.kind.rawValue)] in: \(marked.text.prefix(60))")
                }
            }
        }
        for mark in unmet { show("wanted [\(mark.text)|\(mark.kind ?? "")] in: \(marked.text.prefix(60))") }
    }

    /// Where an entity has mentions of two bodies, those that are not of the first are wrong; so is a description where none stands for anybody.
    private mutating func compareLinks(_ entities: [Entity], _ marked: MarkedText) {
        var met: Set<MarkedText.Mark> = []
        for entity in entities {
            let pairs = entity.mentions.map { mention in (mention, marked.marks.first { Self.isSame($0.range, mention.range) }) }
            guard let meant = pairs.lazy.compactMap({ $0.0.form == .name ? $0.1?.entity : nil }).first else { continue }
            for (mention, mark) in pairs {
                if let mark, Self.isOne(mark.entity, meant) || Self.isOne(mark.text, meant) {
                    if mark.isLink { met.insert(mark) }
                } else if mention.form == .description || mark != nil {
                    links.wrong += 1
                    show("wrong  \(mention.text) → \(entity.name) in: \(marked.text.prefix(60))")
                }
            }
            // The name itself has to be among them: another short form alone leads nowhere.
            let names = Set(pairs.compactMap { $0.1?.text })
            met = met.filter { $0.entity != meant || names.contains($0.entity) || $0.kind == nil }
        }
        links.right += met.count
        for mark in marked.marks where mark.isLink && !met.contains(mark) {
            links.missed += 1
            show("missed \(mark.text) → \(mark.entity) in: \(marked.text.prefix(60))")
        }
    }

    /// A dateline's capitals are no other name.
    private static func isOne(_ name: String, _ other: String) -> Bool { name.lowercased() == other.lowercased() }

    /// With or without the article before it.
    private static func isSame(_ mark: Range<Int>, _ mention: Range<Int>) -> Bool {
        mark.upperBound == mention.upperBound && mark.overlaps(mention)
    }
}
