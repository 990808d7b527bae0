import CCompression

/// Raw bytes as the library keeps them.
enum Deflate {
    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        let capacity = bp_deflate_bound(bytes.count)
        return [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            count = bytes.withUnsafeBufferPointer { bp_deflate($0.baseAddress, $0.count, target.baseAddress, capacity) }
        }
    }

    /// Nil when the bytes are damaged or not of the size that was kept beside them.
    static func expanded(_ bytes: [UInt8], size: Int) -> [UInt8]? {
        guard size >= 0, size <= 1 << 30 else { return nil }
        var isWhole = false
        let expanded = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { target, count in
            isWhole = bytes.withUnsafeBufferPointer { bp_inflate($0.baseAddress, $0.count, target.baseAddress, size) } == 1
            count = isWhole ? size : 0
        }
        return isWhole ? expanded : nil
    }
}
