/// Turns sentences into vectors whose angle tells how near their meanings are.
public protocol SentenceEncoder: Sendable {
    /// Which model this is: vectors of different models are never compared.
    var identity: EncoderIdentity { get }
    /// Numbers a vector has.
    var dimensions: Int { get }
    /// One vector a text, in their order, each of length 1; all zeros for a text in which the model knows no word.
    func encode(_ texts: [String]) throws(InferenceError) -> [[Float]]
}

/// A model by name and by the hash of its files.
public struct EncoderIdentity: Hashable, Sendable {
    public let name: String
    /// SHA-256 of the weights, hexadecimal.
    public let hash: String
    /// The languages in which it tells what a text means, as BCP 47 primary tags; empty where nobody said.
    public let languages: [String]

    public init(name: String, hash: String, languages: [String] = []) {
        self.name = name
        self.hash = hash
        self.languages = languages
    }
}

/// Why a model cannot be used.
public enum InferenceError: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(file: String, reason: String)
    /// The file is not what it should be: cut short, sizes that do not fit, numbers that are none.
    case malformed(file: String, reason: String)
    /// The file is another than the one that is pinned.
    case mismatch(file: String, expected: String, found: String)
    /// The model is not installed.
    case missing(model: String)
}

extension InferenceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        case .malformed(let file, let reason): "\(file) is no usable model: \(reason)"
        case .mismatch(let file, let expected, let found): "\(file) is not the file that is pinned: its SHA-256 is \(found), not \(expected)"
        case .missing(let model): "the model '\(model)' is not installed"
        }
    }
}
