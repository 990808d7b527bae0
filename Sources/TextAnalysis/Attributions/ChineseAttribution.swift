import BriefModel

/// X称, X表示, 据X报道: the clause before the verb is the source.
struct ChineseAttribution {
    let line: TokenLine
    let quoted: [Range<Int>]
    let memory: SpeakerMemory

    private static let verbs = ["表示", "指出", "认为", "宣布", "透露", "报道", "强调", "说", "称"]
    private static let offices = [
        "分析员", "分析师", "发言人", "总裁", "教授", "部长", "主席", "研究员", "专家", "首席执行官", "董事长", "总统", "总理", "国务卿", "律师", "工程师", "创始人", "负责人",
    ]
    private static let unnamed = ["人士", "消息", "媒体", "官员", "专家", "分析师"]
    private static let boundaries: Set<UInt32> = [0xFF0C, 0x3002, 0xFF1A, 0xFF1B, 0x2C, 0x3A, 0x201D]

    /// Words that only begin like a verb of saying.
    private static let compounds = ["说法", "说明", "说服", "称号", "称为", "称呼", "认为是"]
    private static let denials = ["未", "没有", "不"]

    func attribution() -> Attribution? {
        let text = line.text
        var clause = line.range.lowerBound
        var index = line.range.lowerBound
        while index < line.range.upperBound {
            if let quotation = quoted.first(where: { $0.lowerBound == index && $0.count > 24 }) {
                index = quotation.upperBound
                clause = index
                continue
            }
            let (value, length) = text.scalar(at: index)
            if Self.boundaries.contains(value) { clause = index + length }
            if index > clause, let verb = Self.verbs.first(where: { starts(with: $0, at: index) }),
                !Self.compounds.contains(where: { starts(with: $0, at: index) }), let source = source(clause..<index)
            {
                let cue = index..<(index + verb.utf8.count)
                let rest = text.trimmed(cue.upperBound..<line.range.upperBound)
                return Attribution(
                    source: source, cue: verb, cueRange: cue, isAnonymous: Self.unnamed.contains { source.hasSuffix($0) },
                    content: rest.isEmpty ? [] : [rest])
            }
            index += length
        }
        return nil
    }

    private func starts(with word: String, at index: Int) -> Bool {
        index + word.utf8.count <= line.range.upperBound && line.text.bytes[index..<(index + word.utf8.count)].elementsEqual(word.utf8)
    }

    /// Without a date, a leading 据, an office or what the person belongs to.
    private func source(_ range: Range<Int>) -> String? {
        var source = line.text.string(range)
        for prefix in ["但据", "据", "但", "而"] where source.hasPrefix(prefix) {
            source.removeFirst(prefix.count)
            break
        }
        if let pronoun = ["他", "她", "其"].first(where: { source == $0 || source == $0 + "们" }) { return memory.person ?? pronoun }
        if let office = Self.offices.first(where: { source.contains($0) }), let start = lastIndex(after: office, in: source), start < source.endIndex
        {
            source = String(source[start...])
        }
        for mention in ChineseDates(line: line, day: CalendarDay(daysSince1970: 0)).dates()
        where mention.range.overlaps(range) && mention.range.lowerBound > range.lowerBound {
            source = line.text.string(range.lowerBound..<mention.range.lowerBound)
        }
        let length = source.unicodeScalars.count
        if Self.denials.contains(where: { source.contains($0) }) { return nil }
        return length >= 2 && length <= 16 ? source : nil
    }

    private func lastIndex(after word: String, in text: String) -> String.Index? {
        var index = text.startIndex
        var found: String.Index?
        while index < text.endIndex {
            if text[index...].hasPrefix(word) { found = text.index(index, offsetBy: word.count) }
            index = text.index(after: index)
        }
        return found
    }
}
