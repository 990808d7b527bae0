import BriefModel
import HTMLParsing

/// One value that was weighed, with its signs: what the weights are learned from.
package struct MetadataCandidate: Sendable {
    package enum Field: String, Sendable, CaseIterable { case title, author, date }

    package let field: Field
    /// A title, names joined by "; ", or a day in ISO 8601.
    package let value: String
    package let signs: UInt64
    package let probability: Double

    /// The names of a field's signs, by their bits.
    package static func signNames(of field: Field) -> [String] {
        switch field {
        case .title: TitleSign.allCases.map { "\($0)" }
        case .author: AuthorSign.allCases.map { "\($0)" }
        case .date: DateSign.allCases.map { "\($0)" }
        }
    }
}

extension ArticleExtractor {
    /// All candidates of a page, for learning and for seeing why a value was chosen. Empty when the page cannot be read.
    package func candidates(page bytes: [UInt8], charset: String?, address: String) -> [MetadataCandidate] {
        guard let document = try? HTMLDocument(parsing: bytes, charset: charset) else { return [] }
        let map = PageMap(document)
        let page = PageMetadata(map, root: MainText.root(map), address: WebAddress(address), latest: nil)
        let titles = zip(page.headline.candidates, page.headline.probabilities).map {
            MetadataCandidate(field: .title, value: $0.text, signs: $0.signs.bits, probability: $1)
        }
        let authors = zip(page.authors.candidates, page.authors.probabilities).map {
            MetadataCandidate(field: .author, value: $0.names.joined(separator: "; "), signs: $0.signs.bits, probability: $1)
        }
        let days = zip(page.dates.candidates, page.dates.probabilities).map {
            MetadataCandidate(field: .date, value: $0.day.description, signs: $0.signs.bits, probability: $1)
        }
        return titles + authors + days
    }
}
