import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914), with a salt of its own and its parameters beside it, so that they can grow without anybody's password
/// being asked anew.
public struct PasswordHash: Sendable {
    /// What it costs: 128 × 2^`rounds` × `blockSize` bytes of memory, and time in proportion.
    public struct Cost: Hashable, Sendable {
        /// As a power of two.
        public var rounds: Int
        public var blockSize: Int
        public var parallelism: Int

        public init(rounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 64 MiB; `Documentation/Decisions` says what was measured.
        public static let usual = Cost(rounds: 16)

        /// What a file may ask for; more would let a damaged one take all memory.
        var isBearable: Bool { (4...20).contains(rounds) && (1...16).contains(blockSize) && (1...4).contains(parallelism) }
    }

    public let cost: Cost
    private let salt: [UInt8]
    private let key: SymmetricKey

    public init(of password: String, cost: Cost = .usual) {
        self.cost = cost
        salt = Secret.bytes(16)
        key = Self.key(of: password, salt: salt, cost: cost, length: 32)
    }

    public func matches(_ password: String) -> Bool {
        // Keys are compared in constant time.
        Self.key(of: password, salt: salt, cost: cost, length: key.bitCount / 8) == key
    }

    /// One that no password is known for, and that takes as long to compare.
    static func decoy(_ cost: Cost) -> PasswordHash { PasswordHash(cost: cost, salt: Secret.bytes(16), key: SymmetricKey(size: .bits256)) }

    private init(cost: Cost, salt: [UInt8], key: SymmetricKey) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    private static func key(of password: String, salt: [UInt8], cost: Cost, length: Int) -> SymmetricKey {
        // RFC 8265: composed, so that the same password typed on another keyboard has the same bytes. Nothing matches what cannot be derived,
        // and nothing can be from an empty password.
        let typed = Array(password.precomposedStringWithCanonicalMapping.utf8)
        guard !typed.isEmpty, cost.isBearable, !salt.isEmpty, length > 0,
            let key = try? KDF.Scrypt.deriveKey(
                from: typed, salt: salt, outputByteCount: length, rounds: 1 << cost.rounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
        else { return SymmetricKey(size: .bits256) }
        return key
    }
}

// MARK: As text, in the form of the Password Hashing Competition
extension PasswordHash {
    public var text: String {
        let hash = key.withUnsafeBytes { Self.base64(Array($0)) }
        return "$scrypt$ln=\(cost.rounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(Self.base64(salt))$\(hash)"
    }

    /// Nil for what is no hash, and for one of parameters that nobody would choose.
    public init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = zip(["ln=", "r=", "p="], parts[2].split(separator: ",")).compactMap { name, part in
            part.hasPrefix(name) ? Int(part.dropFirst(name.count)) : nil
        }
        guard numbers.count == 3, let salt = Self.bytes(base64: parts[3]), let key = Self.bytes(base64: parts[4]) else { return nil }
        let cost = Cost(rounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
        guard cost.isBearable, (8...64).contains(salt.count), (16...64).contains(key.count) else { return nil }
        self.init(cost: cost, salt: salt, key: SymmetricKey(data: key))
    }

    private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString().replacing("=", with: "") }

    private static func bytes(base64 text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}

/// Why a password is not taken.
public enum PasswordFault: Hashable, Sendable, CustomStringConvertible {
    case tooShort, tooLong, isName, tooPlain

    public static let shortest = 12, longest = 256

    /// Nil for one that is good enough. Length is what counts; no signs are asked for (NIST SP 800-63B).
    public static func of(_ password: String, for user: String) -> PasswordFault? {
        if password.count < shortest { return .tooShort }
        if password.count > longest || password.utf8.count > 4 * longest { return .tooLong }
        if password.lowercased().replacing(user.lowercased(), with: "").count < 4 { return .isName }
        return Set(password).count < 5 ? .tooPlain : nil
    }

    public var description: String {
        switch self {
        case .tooShort: "A password has at least \(Self.shortest) characters; a few words in a row are good."
        case .tooLong: "A password has at most \(Self.longest) characters."
        case .isName: "The password is hardly more than the name."
        case .tooPlain: "The password repeats a few characters; use more different ones."
        }
    }
}
