import CEntailment
public import Inference

extension AlignmentReader {
    /// The reader that is part of the program (`Sources/CEntailment/entailment.safetensors.md` is its card).
    public static func inside(threads: Int? = nil, instructions: Instructions = .best) throws(InferenceError) -> AlignmentReader {
        let bytes = UnsafeRawBufferPointer(start: entailment_address(), count: entailment_size())
        let name = "the reader inside"
        return try AlignmentReader(try Safetensors(bytes, name: name), bytes: bytes, name: name, threads: threads, instructions: instructions)
    }
}
