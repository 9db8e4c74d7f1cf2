import Agreement
import Interchange

/// A χ² test for scripts; an infinite statistic is null with its reason.
enum ChiSquareJSON {
  static func json(_ test: ChiSquareTest) -> JSONText {
    var members: [JSONText.Member] = [
      .init("chi_square", test.statistic.isFinite ? .real(test.statistic) : .null)
    ]
    if !test.statistic.isFinite { members += EstimateJSON.reason(.infinite) }
    members += [
      .init("degrees_of_freedom", .integer(test.degreesOfFreedom)),
      .init("p", .real(test.probability)),
    ]
    return .object(members)
  }
}
