/// A χ² statistic with its degrees of freedom and the probability of a larger one by chance.
public struct ChiSquareTest: Equatable, Sendable {
  public let statistic: Double
  public let degreesOfFreedom: Int
  public let probability: Double

  /// - Precondition: At least one degree of freedom; a statistic from 0 upwards, which may be
  ///   infinite.
  public init(statistic: Double, degreesOfFreedom: Int) {
    precondition(degreesOfFreedom > 0 && statistic >= 0, "χ² has a degree of freedom")
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    probability = IncompleteGamma.upper(Double(degreesOfFreedom) / 2, statistic / 2)
  }
}
