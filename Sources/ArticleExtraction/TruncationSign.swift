import BriefModel

/// Tells the beginning of an article from all of it, by what stands at its end. Boxes for newsletters stand there too: only words that
/// make reading on depend on something count, and only after a text short enough to be a beginning.
enum TruncationSign {
    /// Bytes of text. Longer ones are taken for the whole; metered pages show their box below a full article too.
    private static let longestBeginning = 2500
    /// Of a beginning that nothing else tells than a link or an ellipsis, which summaries and essays have too.
    private static let longestTeaser = 1500
    /// Lines after the text that may ask to subscribe.
    private static let linesAfter = 24

    static func sign(_ page: PageReading, kept: [PageBlock]) -> ExtractedArticle.Truncation? {
        let length = kept.reduce(0) { $0 + $1.text.count }
        guard length <= longestBeginning, let last = kept.last else { return nil }
        let survey = page.metadata.survey
        let lines = survey.lines
        // The last line of the text may itself be the sign.
        let end = lines.firstIndex { $0.node >= last.node } ?? lines.count
        let after = lines[end...].prefix(linesAfter).filter { $0.zone != .comments && $0.length <= 300 }
        if after.contains(where: { walls.occur(in: $0.text) }) { return .paywall }
        if page.metadata.data.main?.isFree == false, length <= longestTeaser { return .paywall }
        guard length <= longestTeaser else { return nil }
        if after.prefix(3).contains(where: leadsOn) { return .continuation }
        return breaksOff(last.text) ? .ellipsis : nil
    }

    /// What the end of a text alone says.
    static func atEnd(of blocks: [ExtractedArticle.Block]) -> ExtractedArticle.Truncation? {
        blocks.last.map { breaksOff(Array($0.text.utf8.suffix(12))) } == true ? .ellipsis : nil
    }

    /// "…", "...", "[…]", "(...)".
    private static func breaksOff(_ text: [UInt8]) -> Bool {
        let end = Array(text.suffix(12)).reversed().drop { " ])>".utf8.contains($0) }
        return end.starts(with: "...".utf8) || end.starts(with: "…".utf8.reversed())
    }

    /// A line that is nothing but a link of that kind.
    private static func leadsOn(_ line: PageLine) -> Bool {
        guard line.length <= 60, line.linkLength * 2 > line.length else { return false }
        return onward.contains(line.string.trimmingMarks.lowercased())
    }

    private static let onward: Set<String> = [
        "read more", "read the full article", "read full article", "read the full story", "read full story", "read the whole story", "read the rest",
        "continue reading", "keep reading", "full story", "full article", "view full article", "weiterlesen", "mehr lesen", "zum artikel",
        "ganzen artikel lesen", "zum ganzen artikel", "lire la suite", "lire l'article", "lire l’article", "seguir leyendo", "leer más",
        "continuar leyendo", "leer artículo completo", "leggi tutto", "continua a leggere", "continua", "leia mais", "ler mais", "continue lendo",
        "continuar a ler", "lees meer", "lees verder", "verder lezen", "läs mer", "läs vidare", "les mer", "læs mere", "lue lisää", "czytaj dalej",
        "czytaj więcej", "číst dále", "devamını oku", "читать далее", "читать дальше", "читать полностью", "続きを読む", "全文を読む", "阅读全文",
        "閱讀全文", "查看全文", "更多", "더 보기", "전문 보기", "اقرأ المزيد",
    ]

    private static let walls = Phrases([
        "subscribe to read", "subscribe to continue", "subscribe now to read", "subscribe to keep reading", "subscribe to unlock",
        "to continue reading",
        "to read the full", "to read the rest", "to read this article", "to read this story", "to keep reading", "log in to read", "sign in to read",
        "log in to continue", "sign in to continue", "register to read", "register to continue", "article is for subscribers",
        "content is for subscribers", "story is for subscribers", "is for subscribers only", "for subscribers only", "exclusive to subscribers",
        "exclusively for subscribers", "only available to subscribers", "unlock this article", "unlock this story", "story is for members",
        "post is for paid", "post is for paying", "limit of free articles", "reached your article limit",
        "um weiterzulesen", "jetzt weiterlesen", "weiterlesen mit", "artikel weiterlesen", "artikel freischalten", "um den ganzen artikel",
        "um den vollständigen artikel", "nur für abonnent", "exklusiv für abonnent", "artikel ist für abonnent", "und weiterlesen",
        "réservé aux abonnés", "réservée aux abonnés", "pour lire la suite", "de cet article à lire", "abonnez-vous pour lire",
        "connectez-vous pour lire", "la suite est réservée",
        "para seguir leyendo", "para continuar leyendo", "para suscriptores", "para leer el artículo completo", "suscríbete para leer",
        "per continuare a leggere", "riservato agli abbonati", "abbonati per leggere", "per leggere l'articolo completo",
        "exclusivo para assinantes", "para continuar lendo", "para continuar a ler", "assine para ler", "só para assinantes", "para subscritores",
        "om verder te lezen", "alleen voor abonnees", "exclusief voor abonnees", "om dit artikel te lezen", "lees verder met",
        "för att läsa vidare", "för att läsa hela", "för att fortsätta läsa", "for å lese hele", "for å lese videre", "for at læse videre",
        "kun for abonnenter", "endast för prenumeranter", "lukeaksesi", "aby czytać dalej", "dla prenumeratorów", "tylko dla subskrybentów",
        "devamını okumak için", "abonelere özel", "чтобы продолжить чтение", "Чтобы продолжить чтение", "только для подписчиков",
        "доступно только подписчикам", "Доступно только подписчикам",
        "続きを読むには", "続きをお読みいただくには", "会員限定", "有料会員", "この記事は有料", "订阅后阅读", "订阅以继续", "登录后阅读", "付费阅读", "訂閱後閱讀",
        "會員專屬", "登入後閱讀", "구독자 전용", "유료회원 전용", "계속 읽으려면",
    ])
}
