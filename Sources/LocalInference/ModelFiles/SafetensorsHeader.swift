import Inference

/// The header of a safetensors file: a JSON object of tensors, each `{"dtype": …, "shape": […], "data_offsets": [from, to]}`, and
/// `__metadata__`, an object of strings, which is skipped. Read by a scanner of just this grammar, so that nothing nests without bound.
struct SafetensorsHeader {
    private let file: String
    private let json: UnsafeRawBufferPointer
    private var at = 0

    static let mostTensors = 65_536, mostAxes = 8

    private init(_ json: UnsafeRawBufferPointer, file: String) {
        self.json = json
        self.file = file
    }

    /// The tensors, their offsets counted from the header's end.
    static func tensors(_ json: UnsafeRawBufferPointer, file: String) throws(InferenceError) -> [String: Safetensors.Tensor] {
        var header = SafetensorsHeader(json, file: file)
        var tensors: [String: Safetensors.Tensor] = [:]
        try header.object { header, name throws(InferenceError) in
            if name == "__metadata__" {
                try header.object { header, _ throws(InferenceError) in _ = try header.string() }
                return
            }
            guard tensors.count < mostTensors else { throw header.fault("it has more than \(mostTensors) tensors") }
            guard tensors.updateValue(try header.tensor(name), forKey: name) == nil else { throw header.fault("two tensors are named '\(name)'") }
        }
        header.skipSpace()
        guard header.at == json.count else { throw header.fault("its header goes on after the end") }
        return tensors
    }

    private mutating func tensor(_ name: String) throws(InferenceError) -> Safetensors.Tensor {
        var type: String?
        var shape: [Int]?
        var offsets: [Int]?
        try object { header, key throws(InferenceError) in
            switch key {
            case "dtype": type = try header.string()
            case "shape": shape = try header.numbers()
            case "data_offsets": offsets = try header.numbers()
            default: throw header.fault("'\(name)' has an unknown field")
            }
        }
        guard let type, let shape, let offsets, offsets.count == 2 else { throw fault("'\(name)' lacks its type, shape or place") }
        guard offsets[0] <= offsets[1] else { throw fault("'\(name)' ends before it begins") }
        return Safetensors.Tensor(type: type, shape: shape, place: offsets[0]..<offsets[1])
    }

    // MARK: JSON

    private func fault(_ reason: String) -> InferenceError { .malformed(file: file, reason: reason) }

    private mutating func skipSpace() {
        while at < json.count, [0x20, 0x09, 0x0A, 0x0D].contains(json[at]) { at += 1 }
    }

    /// Whether this is next; steps over it then.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < json.count, json[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(InferenceError) {
        guard take(UInt8(ascii: character)) else { throw fault("its header is broken at byte \(at): no '\(character)'") }
    }

    private mutating func object(_ member: (inout Self, String) throws(InferenceError) -> Void) throws(InferenceError) {
        try expect("{")
        if take(UInt8(ascii: "}")) { return }
        repeat {
            let key = try string()
            try expect(":")
            try member(&self, key)
        } while take(UInt8(ascii: ","))
        try expect("}")
    }

    private mutating func numbers() throws(InferenceError) -> [Int] {
        var numbers: [Int] = []
        try expect("[")
        if take(UInt8(ascii: "]")) { return numbers }
        repeat {
            guard numbers.count < Self.mostAxes else { throw fault("a list has more than \(Self.mostAxes) numbers") }
            numbers.append(try number())
        } while take(UInt8(ascii: ","))
        try expect("]")
        return numbers
    }

    private mutating func number() throws(InferenceError) -> Int {
        skipSpace()
        let from = at
        var value = 0
        while at < json.count, json[at] >= 0x30, json[at] <= 0x39 {
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, beyond) = product.addingReportingOverflow(Int(json[at] - 0x30))
            guard !over, !beyond else { throw fault("a number of its header is too large") }
            value = sum
            at += 1
        }
        guard at > from else { throw fault("its header is broken at byte \(at): no number") }
        return value
    }

    /// A string. Escapes stay as they are written: no name of a tensor has any.
    private mutating func string() throws(InferenceError) -> String {
        try expect("\"")
        let from = at
        while at < json.count, json[at] != 0x22 { at += json[at] == 0x5C ? 2 : 1 }
        guard at < json.count else { throw fault("its header ends within a string") }
        defer { at += 1 }
        return String(decoding: json[from..<at], as: UTF8.self)
    }
}
