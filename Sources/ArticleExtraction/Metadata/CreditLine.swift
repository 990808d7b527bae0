/// Says whose copy a text is: a sentence that names its supplier, an agency in the dateline, an agency as author.
enum CreditLine {
    static func find(authors: [String], paragraphs: [String]) -> String? {
        if let sentence = paragraphs.last(where: { $0.utf8.count <= 200 && suppliers.occur(in: $0) }) { return sentence }
        let mark = paragraphs.first.flatMap(dateline)
        if let mark, isAgency(String(mark.dropFirst().dropLast())) { return mark }
        return authors.first(where: isAgency).map { "By " + $0 } ?? mark
    }

    /// A sentence that names who supplied the text.
    static func namesSupplier(_ text: [UInt8]) -> Bool { text.count <= 200 && suppliers.occur(in: text) }

    /// "WASHINGTON (Reuters) - …": the name in brackets within the first sixty bytes, before a dash, behind capitals.
    private static func dateline(_ paragraph: String) -> String? {
        let head = Array(paragraph.utf8.prefix(80))
        guard let open = head.firstIndex(of: UInt8(ascii: "(")), open > 1, let close = head.firstIndex(of: UInt8(ascii: ")")), close > open + 1,
            close < 70,
            head[..<open].contains(where: { (0x41...0x5A).contains($0) }), !head[..<open].contains(UInt8(ascii: "."))
        else { return nil }
        let after = head[(close + 1)...].drop { $0 == 0x20 }
        let isDash = after.starts(with: "-".utf8) || after.starts(with: "–".utf8) || after.starts(with: "—".utf8)
        return isDash ? String(decoding: head[open...close], as: UTF8.self) : nil
    }

    private static let suppliers = Phrases([
        "report was supplied by", "article was supplied by", "story was supplied by", "supplied by", "first published by", "originally published by",
        "originally published in", "republished from", "reprinted from", "syndicated from", "distributed by", "this story was provided by",
        "this article is from", "with material from", "mit material von", "quelle: dpa", "avec afp", "(avec afp)", "contributed to this report",
        "quelle: afp", "quelle: apa", "quelle: sda", "source: afp", "source: reuters", "source : afp", "con información de efe",
        "con informazioni di ansa",
        "mit agenturmaterial", "agenturen", "bron: anp", "källa: tt", "the associated press.", "reporting by",
    ])

    static func isAgency(_ name: String) -> Bool {
        let words = name.lowercased().split(separator: " ").map(String.init)
        return words.contains(where: agencyWords.contains) || agencies.contains(name.lowercased())
    }

    private static let agencyWords: Set<String> = [
        "wire", "newswire", "wires", "agency", "agencies", "agence", "agentur", "nachrichtenagentur", "通讯社", "新华社",
    ]
    /// News agencies of the world by the names they sign with.
    private static let agencies: Set<String> = [
        "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse", "dpa", "upi", "bloomberg news", "pa media",
        "press association", "xinhua", "tass", "interfax", "kyodo", "kyodo news", "yonhap", "ansa", "efe", "apa", "sda", "keystone-sda", "aap",
        "canadian press", "the canadian press", "ians", "pti", "press trust of india", "ani", "anadolu", "agencia efe", "europa press", "télam",
        "belga", "anp",
        "ritzau", "ntb", "tt", "stt", "pap", "čtk", "ctk", "tasr", "mti", "agerpres", "kna", "epd", "sid", "dapd", "kathpress", "lusa", "askanews",
        "adnkronos", "jiji", "jiji press", "bernama", "antara", "pa", "ria novosti", "ukrinform", "dts", "ots", "pr newswire", "business wire",
        "globenewswire",
        "新华社", "中新社", "共同社", "時事", "연합뉴스",
    ]
}
