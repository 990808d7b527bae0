import CContentCoding

/// Takes a content coding (RFC 9110, 8.4) off a body as it arrives. Whatever a server packs into it, no more comes out than the limit
/// and one buffer, and nothing is read beyond the end of what was packed.
public final class ContentDecoder {
    public enum Problem: Error, Hashable, Sendable {
        /// Not what it says it is, or cut off.
        case damaged
        case tooLarge
    }

    public enum Coding: Hashable, Sendable, CaseIterable {
        case gzip, deflate, brotli

        /// What we ask for.
        public static let accepted = "gzip, deflate, br"

        /// Nil for one that was not asked for. `identity` and an empty field are for the caller.
        public init?(name: String) {
            switch name {
            case "gzip", "x-gzip": self = .gzip
            case "deflate": self = .deflate
            case "br": self = .brotli
            default: return nil
            }
        }
    }

    private let coding: Coding
    private var decoder: OpaquePointer?
    /// The first bytes of a `deflate` body, until they tell zlib's format from the bare one that some servers send.
    private var head: [UInt8] = []
    private var isDone = false
    /// Something that is no further member stood after the end; nothing is read from there on.
    private var isOver = false
    private var hasBegun = false
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    public init(_ coding: Coding) { self.coding = coding }

    deinit { if let decoder { bp_decoder_free(decoder) } }

    /// Appends what the bytes hold.
    /// - Parameter limit: of the whole body, in bytes.
    public func decode(_ bytes: UnsafeRawBufferPointer, into body: inout [UInt8], limit: Int) throws(Problem) {
        guard !bytes.isEmpty else { return }
        hasBegun = true
        guard coding == .deflate, decoder == nil else { return try unpack(bytes, into: &body, limit: limit) }
        head += bytes
        guard head.count >= 2 else { return }
        let held = head
        head = []
        var result: Result<Void, Problem> = .success(())
        held.withUnsafeBytes { held in
            do throws(Problem) { try unpack(held, into: &body, limit: limit, first: held) } catch { result = .failure(error) }
        }
        try result.get()
    }

    /// - Throws: `.damaged` when the end is missing. No body at all is none, packed or not.
    public func finish() throws(Problem) { if hasBegun, !isDone { throw .damaged } }

    private func unpack(
        _ bytes: UnsafeRawBufferPointer, into body: inout [UInt8], limit: Int, first: UnsafeRawBufferPointer? = nil
    ) throws(Problem) {
        let decoder = try started(with: first)
        var rest = bytes.bindMemory(to: UInt8.self)[...]
        while !rest.isEmpty || !isDone {
            if isDone {
                // A gzip body may have further members; anything else after its end is let lie, as browsers do.
                isOver = isOver || coding != .gzip || rest.first != 0x1f
                guard !isOver else { return }
                bp_decoder_restart(decoder)
                isDone = false
            }
            var used = 0
            var written = 0
            let outcome = buffer.withUnsafeMutableBufferPointer { buffer in
                bp_decoder_step(
                    decoder, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count, &used, buffer.baseAddress, buffer.count, &written)
            }
            guard body.count + written <= limit else { throw .tooLarge }
            body.append(contentsOf: buffer[..<written])
            rest = rest.dropFirst(used)
            switch Int(outcome) {
            case bp_decoding_damaged: throw .damaged
            case bp_decoding_done: isDone = true
            case bp_decoding_wants_room: continue
            default: if rest.isEmpty || (used == 0 && written == 0) { return }
            }
        }
    }

    private func started(with first: UnsafeRawBufferPointer?) throws(Problem) -> OpaquePointer {
        if let decoder { return decoder }
        let kind =
            switch coding {
            case .gzip: bp_coding_gzip
            case .brotli: bp_coding_brotli
            case .deflate: first.map(Self.isZlib) == true ? bp_coding_zlib : bp_coding_raw_deflate
            }
        guard let made = bp_decoder_make(Int32(kind)) else { throw .damaged }
        decoder = made
        return made
    }

    /// RFC 1950, 2.2: method 8, and the first two bytes a multiple of 31.
    private static func isZlib(_ head: UnsafeRawBufferPointer) -> Bool {
        head.count >= 2 && head[0] & 0x0f == 8 && (Int(head[0]) << 8 | Int(head[1])) % 31 == 0
    }
}
