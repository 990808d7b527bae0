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

    /// What stands in the forms of a session: it follows from the secret, and the secret does not follow from it.
    public var formToken: String {
        Self.base64(Array(HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: SymmetricKey(data: Array(text.utf8)))))
    }

    /// Compared in constant time.
    public func hasFormToken(_ token: String) -> Bool { SymmetricKey(data: Array(token.utf8)) == SymmetricKey(data: Array(formToken.utf8)) }

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
