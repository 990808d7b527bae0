import Crypto
import Foundation

/// A secret of 256 bits made by chance, as text that goes into a cookie or a header field. Only its hash is kept.
public struct Secret: Hashable, Sendable {
    public let text: String

    /// The prefix of tokens, by which one that got into a file of somebody's program is found.
    static let tokenPrefix = "bigpicture_"

    static func made(prefix: String = "") -> Secret { Secret(prefix + base64(bytes(32))) }

    public init(_ text: String) { self.text = text }

    /// What it is kept and found by. A plain hash will do: nobody guesses 256 bits.
    public var key: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// What stands in the forms of a session: it follows from the secret, and the secret does not follow from it. It is written otherwise each time, so
    /// that its length in a packed page tells nobody what it is.
    public var formToken: String {
        let mask = Self.bytes(32)
        return Self.base64(mask + zip(mask, proof).map { $0 ^ $1 })
    }

    /// Compared in constant time.
    public func hasFormToken(_ token: String) -> Bool {
        guard token.utf8.count == 86 else { return false }
        let text = token.replacing("-", with: "+").replacing("_", with: "/") + "=="
        guard let bytes = Data(base64Encoded: text).map(Array.init), bytes.count == 64 else { return false }
        return SymmetricKey(data: zip(bytes[..<32], bytes[32...]).map { $0 ^ $1 }) == SymmetricKey(data: proof)
    }

    private var proof: [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: Array(text.utf8)))) }

    static func bytes(_ count: Int) -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }

    /// Short enough to be typed; no secret.
    static func identifier() -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes(5).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
