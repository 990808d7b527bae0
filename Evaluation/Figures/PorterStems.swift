import CStemmer

/// Stems by Porter's first algorithm, as ROUGE takes them: of words of more than three letters; others stay as they are.
public final class PorterStems {
    private let stemmer = cstemmer_new("porter")

    public init() {}

    deinit { cstemmer_delete(stemmer) }

    public func stem(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        var word = word
        return word.withUTF8 { bytes in
            var result: UnsafePointer<UInt8>?
            let length = cstemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count), &result)
            guard length > 0, let result else { return String(decoding: bytes, as: UTF8.self) }
            return String(decoding: UnsafeBufferPointer(start: result, count: Int(length)), as: UTF8.self)
        }
    }
}
