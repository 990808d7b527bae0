import Inference
import LocalInference
import Testing

/// A file of this header and as many bytes of data.
private func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    let header = Array(header.utf8)
    return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header + data
}

private func numbers(_ file: [UInt8], _ tensor: String = "a", shape: [Int] = [2]) throws -> [Float] {
    try file.withUnsafeBytes { try Safetensors($0, name: "test").numbers(tensor, shape: shape) }
}

private func reason(_ file: [UInt8], shape: [Int] = [2]) -> String? {
    do throws(any Error) { _ = try numbers(file, shape: shape) } catch InferenceError.malformed(_, let reason) { return reason } catch {}
    return nil
}

@Suite("Safetensors")
struct SafetensorsTests {
    let one = Array("\u{0}\u{0}".utf8) + [0x80, 0x3F]

    @Test("Numbers of 32 and 16 bits are read, whatever stands beside them")
    func reads() throws {
        let header =
            #" {"__metadata__":{"by \"x\"":"y"}, "b":{"dtype":"I64","shape":[],"data_offsets":[0,8]}, "a":{"shape":[2],"data_offsets":[8,16],"dtype":"F32"}}  "#
        #expect(try numbers(file(header, [UInt8](repeating: 7, count: 8) + one + one)) == [1, 1])
        let half = #"{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}"#
        #expect(try numbers(file(half, [0x00, 0xC0, 0x01, 0x00])) == [-2, 0x1p-24])
        let brain = #"{"a":{"dtype":"BF16","shape":[2,1],"data_offsets":[0,4]}}"#
        #expect(try numbers(file(brain, [0x80, 0x3F, 0x20, 0xC1]), shape: [2, 1]) == [1, -10])
        #expect(try numbers(file(#"{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}"#), shape: [0]) == [])
    }

    @Test(
        "What is wrong with a file is named",
        arguments: [
            ([], "cut short"), ([1, 2, 3], "cut short"),
            ([255, 255, 255, 255, 255, 255, 255, 255, 0], "does not fit"), ([9, 0, 0, 0, 0, 0, 0, 0, 0x7B], "does not fit"),
            (file("{"), "broken"), (file("[]"), "broken"), (file("{}x"), "goes on"), (file(#"{"a"#), "within a string"),
            (file(#"{"a\"#), "within a string"),
            (file("{}"), "has no 'a'"), (file(#"{"a":{"dtype":"F32","shape":[2]}}"#), "lacks"),
            (file(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#), "outside the file"),
            (file(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#), "before it begins"),
            (file(#"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#), "no number"),
            (file(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,99999999999999999999]}}"#), "too large"),
            (file(#"{"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,0]}}"#), "too large"),
            (file(#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, [UInt8](repeating: 0, count: 8)), "does not fit its 8 bytes"),
            (file(#"{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}"#, [UInt8](repeating: 0, count: 8)), "has the shape [1, 2]"),
            (file(#"{"a":{"dtype":"I32","shape":[2],"data_offsets":[0,8]}}"#, [UInt8](repeating: 0, count: 8)), "type I32"),
            (file(#"{"a":{"dtype":"Q9","shape":[2],"data_offsets":[0,8]}}"#, [UInt8](repeating: 0, count: 8)), "unknown type"),
            (file(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, [0, 0, 0xC0, 0x7F, 0, 0, 0, 0]), "none"),
            (file(#"{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}"#, [0, 0, 0, 0]), "more than 8 numbers"),
            (file(#"{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}"#, [0]), "two tensors"),
            (file(#"{"a":{"dtype":"F32","deep":{"deep":{}}}}"#), "unknown field"),
        ] as [([UInt8], String)])
    func faults(_ file: [UInt8], _ expected: String) throws {
        let found = try #require(reason(file))
        #expect(found.contains(expected), "\(found)")
    }

    @Test("No change of bytes and no cut ends in anything but numbers or a named fault")
    func mutations() {
        let whole = file(#"{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, one + one)
        var random = SystemRandomNumberGenerator()
        for length in 0..<whole.count { #expect(reason(Array(whole[..<length])) != nil) }
        for _ in 0..<5000 {
            var changed = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do throws(any Error) { #expect(try numbers(changed).count == 2) } catch { #expect(error is InferenceError) }
        }
    }

    @Test("A file that is not there, empty or a folder is refused")
    func unreadable() {
        for path in ["/no/such/file", "/dev/null", "/"] { #expect(throws: InferenceError.self) { try MappedFile(path: path, limit: 100) } }
    }
}
