#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

func logarithm(_ value: Double) -> Double { log(value) }

/// The odds of this logarithm as a probability.
func logistic(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
