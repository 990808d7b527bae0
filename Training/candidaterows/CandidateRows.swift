import ArticleExtraction
import Foundation

/// Every candidate for title, authors and day of the pages named on standard input, one JSON line a page: the rows `train-metadata`
/// learns from. Input: a path a line. `candidaterows signs` prints the names of the signs instead.
@main
struct CandidateRows {
    private struct Line: Encodable {
        let path: String
        let candidates: [Candidate]
    }

    private struct Candidate: Encodable {
        let field, value: String
        let signs: UInt64
    }

    static func main() throws {
        if CommandLine.arguments.dropFirst().first == "signs" {
            for field in MetadataCandidate.Field.allCases {
                print(field.rawValue, MetadataCandidate.signNames(of: field).joined(separator: " "))
            }
            return
        }
        let encoder = JSONEncoder()
        while let path = readLine() {
            guard let page = try? Data(contentsOf: URL(filePath: path)) else { continue }
            let found = ArticleExtractor().candidates(page: Array(page), charset: nil, address: "")
            let line = Line(path: path, candidates: found.map { Candidate(field: $0.field.rawValue, value: $0.value, signs: $0.signs) })
            print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }
}
