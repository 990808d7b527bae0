public import Inference

/// A secret that says who asks. It goes into one header field and nowhere else: printed or mirrored it shows nothing.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let secret: String

    public var description: String { "(a key)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// - Parameter place: where it comes from, for the error ("ANTHROPIC_API_KEY").
    public init(_ text: String, from place: String) throws(GenerationError) {
        let bytes = text.utf8.drop { $0 <= 0x20 }
        let trimmed = bytes.prefix(bytes.count - bytes.reversed().prefix { $0 <= 0x20 }.count)
        guard !trimmed.isEmpty else { throw .unusableKey(place: place, why: "it holds no key") }
        // A line break would start a header field of its own.
        guard trimmed.count <= Self.longest, trimmed.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .unusableKey(place: place, why: "a key is one line of visible characters; put nothing else there")
        }
        secret = String(decoding: Array(trimmed), as: UTF8.self)
    }

    /// Bytes; the longest in use have some hundreds.
    private static let longest = 4096
}
