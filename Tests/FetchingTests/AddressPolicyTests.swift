import Testing

@testable import Fetching

@Suite("Which hosts a public source may lead to")
struct AddressPolicyTests {
    @Test(
        "numbers of this machine, its network, and nobody's are refused in every spelling",
        arguments: [
            "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.0.0.1.", "0.0.0.0", "0", "10.1.2.3",
            "172.16.0.1", "172.31.255.255", "192.168.0.1", "3232235521", "100.64.0.1", "100.127.255.255", "169.254.169.254", "192.0.0.8",
            "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
            "[::1]", "::1", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::10.0.0.1]", "[2002:0a00:0001::]",
            "[fe80::1]",
            "[fe80::1%25eth0]", "[fec0::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[2001:db8::1]", "[2001::1]", "[100::1]",
        ])
    func refusedNumbers(host: String) { #expect(!AddressPolicy.publicOnly.allows(host: host)) }

    @Test(
        "public numbers are allowed",
        arguments: [
            "8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "[2606:4700:4700::1111]", "[2001:4860:4860::8888]", "[::ffff:8.8.8.8]",
            "[64:ff9b::8.8.8.8]",
        ])
    func allowedNumbers(host: String) { #expect(AddressPolicy.publicOnly.allows(host: host)) }

    @Test(
        "names that never leave this network are refused",
        arguments: ["localhost", "LocalHost", "localhost.", "news.localhost", "printer.local", "wiki.internal", "intranet", "router.home.arpa", "."])
    func refusedNames(host: String) { #expect(!AddressPolicy.publicOnly.allows(host: host)) }

    @Test(
        "other names pass, to be judged by what they resolve to",
        arguments: ["example.org", "localhost.example.org", "127.0.0.1.example.org", "1.2.3.4.5"])
    func otherNames(host: String) { #expect(AddressPolicy.publicOnly.allows(host: host)) }

    @Test("a topic that allows local addresses may read them", arguments: ["127.0.0.1", "localhost", "[::1]", "192.168.0.1"])
    func local(host: String) { #expect(AddressPolicy.anywhere.allows(host: host)) }

    @Test(
        "an IPv6 address is read in every form of RFC 4291",
        arguments: [
            ("1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004 as UInt64, 0x0005_0006_0007_0008 as UInt64), ("1::8", 0x0001_0000_0000_0000, 8), ("::", 0, 0),
            ("1::", 0x0001_0000_0000_0000, 0), ("::1.2.3.4", 0, 0x0102_0304),
        ])
    func versionSix(text: String, high: UInt64, low: UInt64) { #expect(IPAddress(literal: text) == .v6(high: high, low: low)) }

    @Test(
        "what only looks like a number is a name",
        arguments: ["1:2", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", "1:", "256.1.1.1", "08.8.8.8", "1..2", ""])
    func notNumbers(text: String) { #expect(IPAddress(literal: text) == nil) }
}
