import BriefModel
import Testing

@testable import StoryClustering

@Suite("The order of sections")
struct SectionOrderTests {
    private let before = EarlierSections(["Chips", "Ships", "Rules"].map { EarlierSection(title: $0, articles: ["a"]) })

    @Test("those that stayed stand as they stood, whatever weighs most today")
    func kept() {
        #expect(before.order(of: ["Rules", "Chips", "Ships"]) == [1, 2, 0])
        #expect(before.order(of: ["Ships", "Chips"]) == [1, 0])
    }

    @Test("a new one stands where its weight puts it among them")
    func new() {
        #expect(before.order(of: [nil, "Ships", "Chips"]) == [0, 2, 1])
        #expect(before.order(of: ["Chips", nil, "Ships"]) == [0, 1, 2])
        #expect(before.order(of: ["Chips", "Ships", nil]) == [0, 1, 2])
        #expect(before.order(of: [nil, nil, "Chips"]) == [0, 1, 2])
    }

    @Test("without an edition before the order stays")
    func first() { #expect(EarlierSections([]).order(of: [nil, nil, nil]) == [0, 1, 2]) }
}
