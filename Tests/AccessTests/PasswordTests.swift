import Testing

@testable import Access

@Suite struct PasswordTests {
    static let cheap = PasswordHash.Cost(rounds: 4)

    @Test func `a password matches its own hash and no other does`() {
        let hash = PasswordHash(of: "correct horse battery", cost: Self.cheap)
        #expect(hash.matches("correct horse battery"))
        for wrong in ["correct horse batter", "Correct horse battery", "correct horse battery ", ""] { #expect(!hash.matches(wrong)) }
    }

    @Test func `two hashes of a password have salts of their own`() {
        let hashes = (0..<4).map { _ in PasswordHash(of: "correct horse battery", cost: Self.cheap).text }
        #expect(Set(hashes).count == 4)
    }

    /// The key as hashlib.scrypt of Python 3 derives it.
    @Test func `a hash written elsewhere with parameters of its own is read`() throws {
        let hash = try #require(
            PasswordHash(text: "$scrypt$ln=10,r=4,p=2$YSBzYWx0IG9mIG91cnM$UTHQtxrhOir2thCN7UzlVRlag6IopSqtTbJGOP+HwCo"))
        #expect(hash.cost == .init(rounds: 10, blockSize: 4, parallelism: 2) && hash.matches("größer als gedacht"))
        #expect(!hash.matches("grösser als gedacht"))
    }

    @Test func `what was typed as letters with marks is the same as in one character`() {
        #expect(PasswordHash(of: "gro\u{308}\u{DF}er als", cost: Self.cheap).matches("gr\u{F6}\u{DF}er als"))
    }

    @Test func `it is kept as text and comes back`() throws {
        let text = PasswordHash(of: "correct horse battery", cost: Self.cheap).text
        #expect(text.hasPrefix("$scrypt$ln=4,r=8,p=1$") && !text.contains("=$"))
        let read = try #require(PasswordHash(text: text))
        #expect(read.matches("correct horse battery") && read.text == text)
    }

    @Test(arguments: [
        "", "$scrypt$", "$argon2id$ln=4,r=8,p=1$YSBzYWx0IG9mIG91cnM$YSBzYWx0IG9mIG91cnM",
        "$scrypt$ln=40,r=8,p=1$YSBzYWx0IG9mIG91cnM$YSBzYWx0IG9mIG91cnM",
        "$scrypt$ln=4,r=8,p=900$YSBzYWx0IG9mIG91cnM$YSBzYWx0IG9mIG91cnM", "$scrypt$ln=4,r=8,p=1$$",
        "$scrypt$ln=4,r=8$YSBzYWx0IG9mIG91cnM$YSBzYWx0IG9mIG91cnM",
    ]) func `what is no hash, or would take all memory, is none`(text: String) { #expect(PasswordHash(text: text) == nil) }

    @Test func `what is kept for good costs what was measured`() {
        #expect(PasswordHash.Cost.usual == .init(rounds: 16, blockSize: 8, parallelism: 1))
    }

    @Test(arguments: [
        ("short", PasswordFault.tooShort), ("eleven char", .tooShort), ("twelve chars", nil), (String(repeating: "ab", count: 200), .tooLong),
        ("annannannann1", .isName), ("aaaaaaaaaaaaaaa", .tooPlain), ("冬の朝に熱いお茶を飲むのが好き", nil),
    ]) func `length is what counts in a password`(password: String, fault: PasswordFault?) {
        #expect(PasswordFault.of(password, for: "ann") == fault)
    }

    @Test func `secrets are of 256 bits, each other, and safe in a header field`() {
        let secrets = (0..<50).map { _ in Secret.made(prefix: "bigpicture_").text }
        #expect(Set(secrets).count == 50)
        for secret in secrets {
            #expect(secret.count == 11 + 43 && secret.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        }
    }

    @Test func `the token of forms follows from the session and fits no other`() {
        let one = Secret.made(), other = Secret.made()
        #expect(one.hasFormToken(one.formToken) && !one.hasFormToken(other.formToken) && !one.hasFormToken("") && !one.hasFormToken(one.text))
        #expect(Secret(one.text).hasFormToken(one.formToken) && !one.formToken.contains(one.text))
    }

    @Test func `the token of forms is written otherwise each time, and is the same for it`() {
        let secret = Secret.made()
        let tokens = (0..<20).map { _ in secret.formToken }
        #expect(Set(tokens).count == 20 && tokens.allSatisfy(secret.hasFormToken))
        for wrong in [String(tokens[0].dropLast()), tokens[0] + "A", String(tokens[0].prefix(43) + tokens[1].suffix(43))] {
            #expect(!secret.hasFormToken(wrong))
        }
    }
}
