import ContentCoding
import PackedTexts
import Testing

@Suite("Taking a content coding off")
struct ContentDecoderTests {
    /// - Parameter piece: bytes a chunk, as the network hands them over.
    private func decode(
        _ coding: ContentDecoder.Coding, _ bytes: [UInt8], piece: Int = .max, limit: Int = 10_000
    ) throws(ContentDecoder.Problem) -> [UInt8] {
        let decoder = ContentDecoder(coding)
        var body: [UInt8] = []
        var rest = bytes[...]
        var failure: ContentDecoder.Problem?
        while !rest.isEmpty, failure == nil {
            Array(rest.prefix(piece)).withUnsafeBytes { chunk in
                do throws(ContentDecoder.Problem) { try decoder.decode(chunk, into: &body, limit: limit) } catch { failure = error }
            }
            rest = rest.dropFirst(piece)
        }
        if let failure { throw failure }
        try decoder.finish()
        return body
    }

    @Test("each coding gives back the text, in one piece or byte by byte", arguments: Packed.all, [1, 2, 7, .max])
    func roundTrip(packed: Packed, piece: Int) throws {
        #expect(try decode(packed.coding, packed.bytes, piece: piece) == Array(Packed.text.utf8))
    }

    @Test("what is cut off anywhere is damaged, not short", arguments: Packed.all)
    func cut(packed: Packed) {
        for length in 1..<(packed.bytes.count - (packed.isChecked ? 0 : 1)) {
            #expect(throws: ContentDecoder.Problem.damaged) { try decode(packed.coding, Array(packed.bytes.prefix(length))) }
        }
    }

    @Test("no body at all is none", arguments: ContentDecoder.Coding.allCases)
    func empty(coding: ContentDecoder.Coding) throws { #expect(try decode(coding, []) == []) }

    @Test("what unfolds beyond the limit stops there", arguments: [(ContentDecoder.Coding.gzip, Packed.gzipZeros), (.brotli, Packed.brotliZeros)])
    func bomb(coding: ContentDecoder.Coding, bytes: [UInt8]) throws {
        #expect(throws: ContentDecoder.Problem.tooLarge) { try decode(coding, bytes, limit: 999_999) }
        #expect(try decode(coding, bytes, limit: 1_000_000).count == 1_000_000)
    }

    @Test("a gzip of several members is one text, and what follows its end is let lie")
    func members() throws {
        let gzip = Packed.gzip.bytes
        #expect(try decode(.gzip, gzip + gzip) == Array((Packed.text + Packed.text).utf8))
        #expect(try decode(.gzip, gzip + [0, 0, 0, 0]) == Array(Packed.text.utf8))
        #expect(try decode(.brotli, Packed.brotli.bytes + Array("<!-- served by -->".utf8)) == Array(Packed.text.utf8))
    }

    @Test("what follows the end is let lie however it arrives", arguments: [1, 3, .max])
    func afterTheEnd(piece: Int) throws {
        let gzip = Packed.gzip.bytes
        #expect(try decode(.gzip, gzip + [0] + gzip, piece: piece) == Array(Packed.text.utf8))
    }

    @Test("no bytes make it fail otherwise than by saying so")
    func mutations() {
        var seed: UInt64 = 1
        func next() -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33)
        }
        for packed in Packed.all {
            for _ in 0..<500 {
                var bytes = packed.bytes
                for _ in 0...(next() % 3) { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
                let body = try? decode(packed.coding, bytes, piece: 1 + next() % 20)
                #expect((body?.count ?? 0) <= 10_000)
            }
        }
    }
}
