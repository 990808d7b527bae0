import Inference
import LocalInference
import Testing

@Suite("A student's file")
struct StudentFileTests {
    @Test("What is written is read", arguments: StudentQuantisation.allCases)
    func roundTrip(_ quantisation: StudentQuantisation) throws {
        let file = try StudentFile(SmallStudent.bytes(quantisation), name: "small")
        #expect(file.dimensions == SmallStudent.dimensions && file.rows == 8 && file.quantisation == quantisation)
        #expect(file.hash.count == 64)
        #expect(SmallStudent.bytes(quantisation) == SmallStudent.bytes(quantisation))
    }

    @Test("A file cut short anywhere is refused by name", arguments: StudentQuantisation.allCases)
    func cutShort(_ quantisation: StudentQuantisation) {
        let bytes = SmallStudent.bytes(quantisation)
        for length in 0..<bytes.count {
            #expect(throws: InferenceError.self) { try StudentFile(Array(bytes[..<length]), name: "short") }
        }
    }

    @Test("A changed byte anywhere is refused or changes nothing that is read")
    func changedBytes() {
        let bytes = SmallStudent.bytes(.int4)
        for at in bytes.indices {
            var changed = bytes
            changed[at] ^= 0x81
            #expect(throws: InferenceError.self) { try StudentFile(changed, name: "changed") }
        }
    }

    @Test("Sizes that are too large, overflow or do not fit are refused", arguments: [12, 16, 20, 24, 28])
    func hostileSizes(_ offset: Int) {
        for number: UInt32 in [0, 1, 63, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFC0, 0xFFFF_FFFF] {
            var bytes = SmallStudent.bytes(.int8)
            // The high half of the vocabulary's size is zero in a good file.
            if offset == 28, number == 0 { continue }
            for i in 0..<4 { bytes[offset + i] = UInt8(truncatingIfNeeded: number >> UInt32(8 * i)) }
            #expect(throws: InferenceError.self) { try StudentFile(bytes, name: "hostile") }
        }
    }

    @Test("A scale that is no number is refused even under a right hash", arguments: [Float.nan, .infinity, -1, 1e30, 1e15])
    func badScales(_ scale: Float) {
        var table = SmallStudent.table
        table[5 * SmallStudent.dimensions] = scale
        let bytes = StudentFile.bytes(
            table: table.map { $0.isFinite ? $0 : .greatestFiniteMagnitude }, dimensions: SmallStudent.dimensions,
            vocabulary: SmallStudent.vocabulary, quantisation: .int8)
        if scale == -1 {
            #expect(throws: Never.self) { try StudentFile(bytes, name: "good") }
        } else {
            #expect(throws: InferenceError.self) { try StudentFile(bytes, name: "scales") }
        }
    }

    @Test("A row so small that its squares are nothing is refused")
    func smallScale() {
        var table = SmallStudent.table
        for i in 0..<SmallStudent.dimensions { table[5 * SmallStudent.dimensions + i] *= 1e-30 }
        let bytes = StudentFile.bytes(
            table: table, dimensions: SmallStudent.dimensions, vocabulary: SmallStudent.vocabulary, quantisation: .int8)
        #expect(throws: InferenceError.self) { try StudentFile(bytes, name: "small") }
    }

    @Test("A vocabulary that has not a token a row is refused")
    func otherVocabulary() throws {
        let bytes = StudentFile.bytes(
            table: SmallStudent.table, dimensions: SmallStudent.dimensions, vocabulary: Array("[UNK]\n[CLS]\n[SEP]\n".utf8), quantisation: .int8)
        let file = try StudentFile(bytes, name: "other")
        #expect(throws: InferenceError.self) { try StaticEncoder(file) }
    }

    @Test("Whatever stands under a right hash is refused or gives vectors of length 1 or none", arguments: StudentQuantisation.allCases)
    func anyContent(_ quantisation: StudentQuantisation) {
        var random = Numbers(seed: 17)
        let good = SmallStudent.bytes(quantisation)
        var read = 0
        for _ in 0..<400 {
            var bytes = good
            for _ in 0...random.whole() % 6 {
                let at = Int(random.whole() % UInt64(bytes.count))
                // Now and then a whole number of the header or a scale.
                for i in at..<min(bytes.count, at + 1 + Int(random.whole() % 4)) { bytes[i] = UInt8(truncatingIfNeeded: random.whole()) }
            }
            guard let file = try? StudentFile(StudentFile.sealed(bytes), name: "changed"), let encoder = try? StaticEncoder(file) else { continue }
            read += 1
            let square = encoder.vectors(["Ports closed, open"]).reduce(0) { $0 + $1 * $1 }
            #expect(square == 0 || abs(square - 1) < 1e-3)
        }
        #expect(read > 100)
    }

    @Test("A path where nothing is says so")
    func noFile() {
        #expect(throws: InferenceError.self) { try StudentFile(path: "/nowhere/student.bin") }
    }
}
