import Testing

@testable import BriefWeb

@Suite("The site under its public name") struct PublicNameTests {
    private func admits(_ authority: String, _ path: String) -> Bool {
        let guardian = SiteGuard(hosts: BriefSite.loopbackHosts, hubHost: "reader.example", access: nil, notice: nil)
        return guardian.admits(authority: authority, path: path)
    }

    @Test("hubs reach their door, and nobody anything else") func door() {
        #expect(admits("reader.example", "/hub/abc"))
        #expect(!admits("reader.example", "/"))
        #expect(!admits("reader.example:443", "/sources"))
        #expect(!admits("other.example", "/hub/abc"))
        #expect(admits("localhost:8738", "/sources"))
    }
}
