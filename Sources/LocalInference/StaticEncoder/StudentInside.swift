import CStudent
public import Inference

extension StaticEncoder {
    /// The student that is part of the program (`Sources/CStudent/student.bin.md` is its card).
    public static func inside() throws(InferenceError) -> StaticEncoder {
        let bytes = UnsafeRawBufferPointer(start: student_address(), count: student_size())
        return try StaticEncoder(StudentFile(bytes, owner: nil, name: "the student inside", isTrusted: true))
    }
}
