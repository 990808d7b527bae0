import BriefModel
import FoundationEssentials
import Testing

@testable import BriefRendering

@Suite("What publishers ask") struct UsageWishTests {
    private static let wishes = UsageWishes(
        directives: [.noarchive], longestSnippet: 160, reservesMining: true, miningPolicy: "https://a.example/terms",
        licences: ["https://creativecommons.org/licenses/by/4.0/"])

    @Test("stands with its source in every form, and only there") func shown() throws {
        let plain = try SampleBrief.make(), asking = try SampleBrief.make(wishes: Self.wishes)
        let forms: [(Brief) -> [UInt8]] = [{ render($0, as: .html) }, { render($0, as: .markdown) }, { render($0, as: .json) }, { wordDocument($0) }]
        for form in forms {
            #expect(!String(decoding: form(plain), as: UTF8.self).contains("Text and data mining is reserved"))
            let text = String(decoding: form(asking), as: UTF8.self)
            #expect(text.contains("Text and data mining is reserved") && text.contains("Quotations up to 160 characters"))
            #expect(text.contains("creativecommons.org"))
        }
    }
}
