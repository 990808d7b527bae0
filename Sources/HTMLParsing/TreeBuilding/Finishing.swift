extension GrowingTree {
    /// The nodes below `top`, numbered in document order. Elements deeper than `depth` stand beside each other.
    consuming func document(
        below top: Node, depth limit: Int, encoding: String, wasCut: Bool, elementNames: NameTable, attributeNames: NameTable
    ) -> HTMLDocument {
        var output: [HTMLDocument.Record] = []
        output.reserveCapacity(records.count)
        output.append(.init(kind: .root, tag: .other, space: .html, name: 0, parent: -1, end: 1, lower: 0, upper: 0))
        // The new numbers of the node's ancestors, as far as they count.
        var above: [Int32] = [0]
        var depth = 1
        var node = self[top].firstChild
        while node != Self.none {
            let record = records[Int(node)]
            if record.continues, let last = output.indices.last, output[last].kind == .text {
                join(record, to: &output[last])
            } else {
                let number = Int32(output.count)
                output.append(
                    .init(
                        kind: record.kind, tag: record.tag, space: record.space, name: record.name, parent: above[above.count - 1],
                        end: number + 1, lower: record.lower, upper: record.upper))
            }
            if record.firstChild != Self.none {
                if depth < limit { above.append(Int32(output.count - 1)) }
                depth += 1
                node = record.firstChild
                continue
            }
            var last = node
            while records[Int(last)].next == Self.none {
                depth -= 1
                if depth == 0 { break }
                if depth < limit { output[Int(above.removeLast())].end = Int32(output.count) }
                last = records[Int(last)].parent
            }
            node = depth == 0 ? Self.none : records[Int(last)].next
        }
        output[0].end = Int32(output.count)
        return HTMLDocument(
            bytes: bytes, encoding: encoding, wasCut: wasCut, records: output, attributes: Array(attributes.all),
            names: elementNames.strings,
            attributeNames: attributeNames.strings)
    }

    /// Pieces that do not follow each other in the bytes are copied to their end.
    private mutating func join(_ piece: Record, to text: inout HTMLDocument.Record) {
        if text.upper != piece.lower {
            if Int(text.upper) != bytes.count {
                let start = bytes.count
                bytes += Array(bytes[Int(text.lower)..<Int(text.upper)])
                text.lower = UInt32(truncatingIfNeeded: start)
            }
            bytes += Array(bytes[Int(piece.lower)..<Int(piece.upper)])
            text.upper = UInt32(truncatingIfNeeded: bytes.count)
        } else {
            text.upper = piece.upper
        }
    }
}
