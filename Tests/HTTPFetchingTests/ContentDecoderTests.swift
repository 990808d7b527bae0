import Testing

@testable import HTTPFetching

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

    @Test("no body at all is none", arguments: [ContentDecoder.Coding.gzip, .deflate, .brotli])
    func empty(coding: ContentDecoder.Coding) throws { #expect(try decode(coding, []) == []) }

    @Test("what unfolds beyond the limit stops there", arguments: [(ContentDecoder.Coding.gzip, Gzip.zeros), (.brotli, Packed.brotliZeros)])
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

/// One text, packed by zlib 1.2.13 and brotli 1.0.9.
struct Packed: Sendable, CustomTestStringConvertible {
    let coding: ContentDecoder.Coding
    let bytes: [UInt8]
    /// Whether its last bytes are a checksum, without which nothing is whole.
    let isChecked: Bool

    var testDescription: String { "\(coding), \(bytes.count) bytes" }

    static let text = "Neun Delegationen unterzeichneten das Abkommen."
    static let all = [gzip, zlib, rawDeflate, brotli]

    static let gzip = Packed(
        coding: .gzip,
        bytes: [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03] + rawDeflate.bytes + [0x21, 0x2d, 0xed, 0xac, 0x2f, 0, 0, 0], isChecked: true)
    static let zlib = Packed(coding: .deflate, bytes: [0x78, 0xda] + rawDeflate.bytes + [0xae, 0xa9, 0x11, 0xd1], isChecked: true)
    static let rawDeflate = Packed(
        coding: .deflate,
        bytes: [
            0xf3, 0x4b, 0x2d, 0xcd, 0x53, 0x70, 0x49, 0xcd, 0x49, 0x4d, 0x4f, 0x2c, 0xc9, 0xcc, 0xcf, 0x4b, 0xcd, 0x53, 0x28, 0xcd, 0x2b, 0x49, 0x2d,
            0xaa, 0x4a, 0xcd, 0x4c, 0xce, 0xc8, 0x4b, 0x2d, 0x01, 0xf2, 0x53, 0x12, 0x8b, 0x15, 0x1c, 0x93, 0xb2, 0xf3, 0x73, 0x73, 0x53, 0xf3, 0xf4,
            0x00,
        ], isChecked: false)
    static let brotli = Packed(
        coding: .brotli,
        bytes: [
            0x1b, 0x2e, 0x00, 0xf8, 0xc5, 0xf2, 0x96, 0xea, 0x87, 0x24, 0x74, 0x9b, 0x2c, 0xf4, 0xc7, 0x0d, 0xc3, 0xd9, 0x78, 0x45, 0x09, 0x94, 0x51,
            0x0c, 0xb0, 0x11, 0x8f, 0x12, 0x30, 0x51, 0xd5, 0xfa, 0x26, 0x28, 0x8f, 0x86, 0xf3, 0xd1, 0x73, 0x23, 0xcc, 0x45, 0xaf, 0xf8, 0x34, 0xf6,
            0x5a, 0xa0, 0x03,
        ], isChecked: false)
    /// A million zero bytes.
    static let brotliZeros: [UInt8] = [0x5b, 0x3f, 0x42, 0x8f, 0x7f, 0x02, 0x20, 0x1e, 0x0b, 0x04, 0xf2, 0x73, 0x1e, 0x00]
}
