import BriefModel
import BriefRendering
import Foundation
import Hummingbird

/// Who a page is made for, as far as that changes its words: language, zone, and where on the site they are.
///
/// It is the same for all that one request makes, so it goes along with the task that answers it rather than through every page.
struct Reader: Sendable {
    let words: Words
    /// Path and query of what was asked for, to come back to.
    var place = "/"

    @TaskLocal static var current = Reader(words: .english)

    /// Their choice, else what their browser asks for, else English and UTC.
    init(_ request: Request) {
        let cookies = request.cookies
        let chosen = cookies[Self.languageCookie].flatMap { Language(rawValue: $0.value) }
        let language = chosen ?? AcceptedLanguages(request.headers[values: .acceptLanguage].joined(separator: ",")).best ?? .english
        words = Words(language, zone: cookies[Self.zoneCookie].flatMap { Zone(named: $0.value) } ?? .utc)
        place = request.method == .get ? request.uri.string : request.uri.path
    }

    init(words: Words) { self.words = words }

    static let languageCookie = "language"
    /// Set by the page's script too, from the browser's own zone.
    static let zoneCookie = "zone"
}

/// Makes every page for its reader.
struct ReadersLanguage: RouterMiddleware {
    typealias Context = SiteContext

    @concurrent func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        try await Reader.$current.withValue(Reader(request)) { try await next(request, context) }
    }
}

/// `Accept-Language` (RFC 9110, section 12.5.4): what a browser asks for, weighed.
struct AcceptedLanguages {
    /// The first of the greatest weight among those we have; nil for none.
    let best: Language?

    /// More entries than this are not read.
    private static let most = 32

    init(_ field: String) {
        var best: (language: Language, weight: Double)?
        for entry in field.split(separator: ",", maxSplits: Self.most).prefix(Self.most) {
            let parts = entry.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let tag = parts.first, let language = Language.allCases.first(where: { $0.isLanguage(of: tag) }) else { continue }
            let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        self.best = best?.language
    }
}

extension Zone {
    private static let known = Set(TimeZone.knownTimeZoneIdentifiers + ["UTC"])

    /// Nil for a name that the time zone database does not have.
    init?(named name: String) {
        guard Self.known.contains(name), let zone = TimeZone(identifier: name) else { return nil }
        self.init(name: name) { zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0.secondsSince1970))) }
    }
}
