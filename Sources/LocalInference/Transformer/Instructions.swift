import CVectorKernels

/// The kind of instructions the kernels use. Each does what the others do, within rounding.
public enum Instructions: Sendable, CaseIterable {
    case portable, avx2, avx512

    /// The best kind that this processor has.
    public static let best: Instructions =
        switch Int(vk_best_instructions()) {
        case vk_avx512_vnni: .avx512
        case vk_avx2: .avx2
        default: .portable
        }

    /// Whether this processor has it.
    public var isAvailable: Bool { code <= Self.best.code }

    var code: Int32 {
        switch self {
        case .portable: Int32(vk_portable)
        case .avx2: Int32(vk_avx2)
        case .avx512: Int32(vk_avx512_vnni)
        }
    }
}
