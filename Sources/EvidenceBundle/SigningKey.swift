import Crypto
import FoundationEssentials

/// The key a library signs its bundles with (Ed25519, RFC 8032), written and read as other programs do (PKCS #8 and SubjectPublicKeyInfo in PEM, RFC 8410).
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// A new one, from the system's generator.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// Nil for anything `pem` does not write.
    public init?(pem: String) {
        guard let seed = PEM.bytes(of: pem, label: Self.label, after: Self.prefix) else { return nil }
        do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch { return nil }
    }

    /// To be kept where only its owner can read it.
    public var pem: String { PEM.text(Self.prefix + Array(key.rawRepresentation), label: Self.label) }

    public var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

    /// 64 bytes.
    func signature(of bytes: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: bytes)) }

    private static let label = "PRIVATE KEY"
    private static let prefix: [UInt8] = [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]
}

/// What a signature is checked with. Anybody may have it.
public struct VerifyingKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// Nil for anything that is not an Ed25519 key.
    public init?(pem: String) {
        guard let bytes = PEM.bytes(of: pem, label: Self.label, after: Self.prefix) else { return nil }
        do { key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes) } catch { return nil }
    }

    public var pem: String { PEM.text(Self.prefix + Array(key.rawRepresentation), label: Self.label) }

    /// SHA-256 of the key in hexadecimal, by which two people compare keys.
    public var fingerprint: String { Hash.sha256(Array(key.rawRepresentation)) }

    func isSigned(_ bytes: [UInt8], by signature: [UInt8]) -> Bool { key.isValidSignature(signature, for: bytes) }

    private static let label = "PUBLIC KEY"
    private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
}

/// Textual encoding of keys (RFC 7468), as far as 32 bytes need it.
private enum PEM {
    static func text(_ bytes: [UInt8], label: String) -> String {
        "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
    }

    static func bytes(of text: String, label: String, after prefix: [UInt8]) -> [UInt8]? {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        guard lines.count >= 3, lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----",
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined()), data.count == prefix.count + 32, data.starts(with: prefix)
        else { return nil }
        return Array(data.dropFirst(prefix.count))
    }
}

enum Hash {
    /// In hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
