import BriefModel
import TextAnalysis

extension LiveStrands {
    func write(to writer: inout StateWriter) {
        writer.write(made)
        writer.write(placed)
        writer.write(strands) { $1.write(to: &$0) }
        writer.write(facts) { writer, facts in
            writer.write(facts.number)
            writer.write(facts.story)
            writer.write(facts.lastGrown)
        }
        writer.write(free) { $0.write($1) }
        index.write(to: &writer)
        stories.write(to: &writer)
    }

    mutating func read(_ reader: inout StateReader) throws(StoryStateError) {
        made = try reader.int()
        placed = try reader.int()
        strands = try reader.list { (reader) throws(StoryStateError) in try Strand(&reader) }
        facts = try reader.list { (reader) throws(StoryStateError) in
            Facts(number: try reader.int(), story: try reader.int(), lastGrown: try reader.int())
        }
        free = try reader.list { (reader) throws(StoryStateError) in try reader.int() }
        index = try StrandIndex(&reader, strands: strands.count)
        stories = try LiveStories(&reader, strands: strands.count)
        let isLive = facts.map { $0.lastGrown >= 0 }
        guard facts.count == strands.count, free.allSatisfy({ strands.indices.contains($0) && !isLive[$0] }),
            free.count == isLive.count(where: { !$0 }), facts.allSatisfy({ $0.lastGrown < 0 || stories.holds($0.story) })
        else { throw .damaged }
    }
}

extension StrandIndex {
    func write(to writer: inout StateWriter) {
        writer.write(listOf) { $0.write($1) }
        writer.write(lists) { $0.write($1) }
        writer.write(free)
    }

    init(_ reader: inout StateReader, strands: Int) throws(StoryStateError) {
        listOf = try reader.map(vacant: -1) { (reader) throws(StoryStateError) in try reader.int32() }
        lists = try reader.list { (reader) throws(StoryStateError) in try reader.int32s() }
        free = try reader.int32s()
        scores = [Float](repeating: 0, count: strands)
        let all = Int32(lists.count)
        var known = true
        listOf.forEach { _, list in if list < 0 || list >= all { known = false } }
        guard known, free.allSatisfy({ $0 >= 0 && $0 < all }), lists.allSatisfy({ $0.allSatisfy { $0 >= 0 && $0 < Int32(strands) } }) else {
            throw .damaged
        }
    }
}

extension LiveStories {
    func write(to writer: inout StateWriter) {
        writer.write(made)
        writer.write(counts) { $0.write($1) }
        writer.write(entries) { writer, entry in
            writer.write(entry == nil ? 0 : 1)
            guard let entry else { return }
            writer.write(entry.id.rawValue)
            writer.write(entry.number)
            writer.write(entry.openings) { $0.write($1) }
            writer.write(entry.strands) { $0.write($1) }
            writer.write(entry.sums == nil ? 0 : 1)
            entry.sums?.write(to: &writer)
        }
        writer.write(free) { $0.write($1) }
    }

    init(_ reader: inout StateReader, strands: Int) throws(StoryStateError) {
        self.init()
        made = try reader.int()
        counts = try reader.list { (reader) throws(StoryStateError) in try reader.int() }
        entries = try reader.list { (reader) throws(StoryStateError) -> Entry? in
            guard try reader.int() == 1 else { return nil }
            return Entry(
                id: StoryID(try reader.string()), number: try reader.int(),
                openings: try reader.list { (reader) throws(StoryStateError) in try reader.int() },
                strands: try reader.list { (reader) throws(StoryStateError) in try reader.int() },
                sums: try reader.int() == 1 ? try Strand(&reader) : nil)
        }
        free = try reader.list { (reader) throws(StoryStateError) in try reader.int() }
        for (place, entry) in entries.enumerated() { if let entry { slotOf[entry.id] = place } }
        let held = entries.compactMap { $0 }
        guard counts.count == entries.count, free.allSatisfy({ entries.indices.contains($0) && entries[$0] == nil }),
            held.allSatisfy({ !$0.strands.isEmpty && $0.strands.allSatisfy { $0 >= 0 && $0 < strands } })
        else { throw .damaged }
    }
}

extension ArticleReader {
    func write(to writer: inout StateWriter) {
        compounds.write(to: &writer)
        index.write(to: &writer)
    }

    mutating func read(_ reader: inout StateReader) throws(StoryStateError) {
        compounds = try Compounds(&reader)
        index = try TermIndex(&reader)
    }
}

extension Compounds {
    func write(to writer: inout StateWriter) { writer.write(counts) { $0.write($1) } }

    init(_ reader: inout StateReader) throws(StoryStateError) {
        counts = try reader.map(vacant: 0) { (reader) throws(StoryStateError) in try reader.int32() }
    }
}

extension TermIndex {
    func write(to writer: inout StateWriter) {
        writer.write(articles)
        writer.write(outlets.sorted { $0.value < $1.value }.map(\.key)) { $0.write($1) }
        writer.write(uses) { writer, use in
            writer.write(use.articles)
            writer.write(use.soleOutlet)
        }
    }

    init(_ reader: inout StateReader) throws(StoryStateError) {
        articles = try reader.int()
        for name in try reader.list({ (reader) throws(StoryStateError) in try reader.string() }) { outlets[name] = Int32(outlets.count) }
        uses = try reader.map(vacant: Use(articles: 0, soleOutlet: -1)) { (reader) throws(StoryStateError) in
            Use(articles: try reader.int32(), soleOutlet: try reader.int32())
        }
    }
}
