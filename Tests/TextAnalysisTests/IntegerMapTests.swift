import Testing
import TextAnalysis

@Suite("Integer maps")
struct IntegerMapTests {
    @Test("whatever is set, changed and removed, it holds what a dictionary holds")
    func likeADictionary() {
        var map = IntegerMap<Int32, Int>(vacant: 0)
        var dictionary: [Int32: Int] = [:]
        var seed: UInt64 = 11
        for step in 0..<50_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let key = Int32(truncatingIfNeeded: seed >> 40) % 600
            if seed >> 62 == 0 {
                map.remove(key)
                dictionary[key] = nil
            } else {
                map[key] += step
                dictionary[key, default: 0] += step
            }
        }
        #expect(map.count == dictionary.count)
        #expect(map.sortedKeys == dictionary.keys.sorted())
        #expect(dictionary.allSatisfy { map[$0.key] == $0.value })
        #expect((-600..<600).allSatisfy { map.contains($0) == (dictionary[$0] != nil) })
    }

    @Test("what is not there has the vacant value, and asking does not put it there")
    func vacant() {
        let map = IntegerMap<Int32, Int>(vacant: -1)
        #expect(map[7] == -1)
        #expect(map.count == 0)
    }
}
