/// The variance of an estimate, or why it is not known.
enum Uncertainty: Equatable, Sendable {
  case variance(Double)
  case unknown(IntervalStatus)
}
