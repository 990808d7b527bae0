import BriefModel
import Testing

@testable import Access

@Suite struct WaitTests {
    private static func at(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: 1_000_000 + seconds) }
    private static let rule = Waits.Rule(free: 3, longest: 60)

    @Test func `the first failures cost nothing, and each later one twice as long, up to a limit`() {
        var waits = Waits()
        var seen: [Int64] = []
        for _ in 0..<10 {
            waits.failed("ann", at: Self.at(0), Self.rule)
            seen.append(waits.wait("ann", at: Self.at(0)))
        }
        #expect(seen == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60])
        #expect(waits.wait("ann", at: Self.at(59)) == 1 && waits.wait("ann", at: Self.at(60)) == 0 && waits.wait("bob", at: Self.at(0)) == 0)
    }

    @Test func `a thousand failures lock nobody out for longer`() {
        var waits = Waits()
        for _ in 0..<1_000 { waits.failed("ann", at: Self.at(0), Self.rule) }
        #expect(waits.wait("ann", at: Self.at(0)) == 60)
    }

    @Test func `an hour without failure forgets all, and so does success`() {
        var waits = Waits()
        for _ in 0..<9 { waits.failed("ann", at: Self.at(0), Self.rule) }
        waits.failed("ann", at: Self.at(3_601), Self.rule)
        #expect(waits.wait("ann", at: Self.at(3_601)) == 0)
        for _ in 0..<9 { waits.failed("bob", at: Self.at(0), Self.rule) }
        waits.forget("bob")
        #expect(waits.wait("bob", at: Self.at(0)) == 0)
    }

    @Test func `memory is bounded, and whoever failed most is remembered`() {
        var waits = Waits(most: 100)
        for _ in 0..<9 { waits.failed("ann", at: Self.at(0), Self.rule) }
        for number in 0..<5_000 { waits.failed("x\(number)", at: Self.at(1), Self.rule) }
        #expect(waits.count <= 100 && waits.wait("ann", at: Self.at(1)) > 0)
    }
}

@Suite struct AllowanceTests {
    private static func at(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: 1_000_000 + seconds) }

    @Test func `so many may be asked at once, and so many come back in a minute`() {
        let allowance = Allowance(atOnce: 3, aMinute: 60)
        #expect((0..<4).map { _ in allowance.spend("a", at: Self.at(0)) } == [nil, nil, nil, 1])
        #expect(allowance.spend("b", at: Self.at(0)) == nil)
        #expect((0..<3).map { _ in allowance.spend("a", at: Self.at(2)) } == [nil, nil, 1])
        #expect((0..<4).map { _ in allowance.spend("a", at: Self.at(999)) } == [nil, nil, nil, 1])
    }

    @Test func `a slow allowance fills too when it is asked often`() {
        let allowance = Allowance(atOnce: 1, aMinute: 6)
        var allowed = 0
        for second in 0..<61 where allowance.spend("a", at: Self.at(Int64(second))) == nil { allowed += 1 }
        #expect(allowed == 7)
    }

    @Test func `a flood of askers is held in bounded memory and shares one allowance`() {
        let allowance = Allowance(atOnce: 2, aMinute: 1, most: 50)
        let answers = (0..<1_000).map { allowance.spend("a\($0)", at: Self.at(0)) }
        #expect(allowance.askers <= 51 && answers.count { $0 == nil } == 52)
        #expect(allowance.spend("later", at: Self.at(600)) == nil, "what has filled up is forgotten")
    }
}

@Suite struct ClientAddressTests {
    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"), ("::1", "::1"),
    ]) func `an address counts as one household`(text: String, shown: String) { #expect(ClientAddress(text)?.description == shown) }

    @Test(arguments: ["", "localhost", "192.0.2.7:80", "1.2.3", "[::1]", "unknown", "192.0.2.7, 10.0.0.1"]) func `what is no address is none`(
        text: String
    ) {
        #expect(ClientAddress(text) == nil)
    }

    @Test(arguments: ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"]) func `this machine is known by any of its addresses`(text: String) {
        #expect(ClientAddress(text)?.isLoopback == true)
    }

    @Test(arguments: ["0.0.0.0", "10.0.0.1", "::", "2001:db8::1"]) func `others are not this machine`(text: String) {
        #expect(ClientAddress(text)?.isLoopback == false)
    }
}
