#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

func logistic(_ x: Float) -> Float { Float(1 / (1 + exp(-Double(x)))) }

/// Logarithm of the sum of the exponentials.
func logOfSum(_ numbers: some Collection<Float>) -> Float {
    let largest = numbers.max() ?? 0
    return largest + Float(log(numbers.reduce(0.0) { $0 + exp(Double($1 - largest)) }))
}

func softmax(_ numbers: some Collection<Float>) -> [Float] {
    let whole = logOfSum(numbers)
    return numbers.map { Float(exp(Double($0 - whole))) }
}
