import Inference

extension Safetensors {
    /// A tensor of two axes in signed bytes with a scale a row: as it is kept (`I8`, its scales in a tensor of the same name with `.scale` behind),
    /// or from floating-point numbers by the nearest of 255 levels.
    /// - Throws: as `numbers`; and where a scale is below nothing.
    func quantisedRows(_ tensor: String, shape: [Int]) throws(InferenceError) -> QuantisedRows {
        let (count, width) = (shape[0], shape[1])
        guard try self.tensor(tensor, shape: shape).type != "I8" else {
            let scales = try numbers("\(tensor).scale", shape: [count])
            guard scales.allSatisfy({ $0 >= 0 }) else { throw .malformed(file: name, reason: "a scale of '\(tensor)' is below nothing") }
            return QuantisedRows(values: try bytes(tensor, type: "I8", shape: shape).map { Int8(bitPattern: $0) }, scales: scales)
        }
        var rows = QuantisedRows()
        rows.values.reserveCapacity(count * width)
        // A few thousand at a time, so that the table never stands in memory twice.
        for from in stride(from: 0, to: count, by: 4096) {
            let some = try numbers(tensor, shape: shape, rows: from..<min(count, from + 4096))
            for at in stride(from: 0, to: some.count, by: width) { rows.append(QuantisedRow(Array(some[at..<at + width]))) }
            release()
        }
        return rows
    }

    /// A tensor of bytes as they lie in the file.
    func bytes(_ tensor: String, type: String, shape: [Int?]) throws(InferenceError) -> UnsafeRawBufferPointer {
        let found = try self.tensor(tensor, shape: shape)
        guard found.type == type else { throw .malformed(file: name, reason: "'\(tensor)' is of type \(found.type), not \(type)") }
        return UnsafeRawBufferPointer(rebasing: data[found.place])
    }
}
