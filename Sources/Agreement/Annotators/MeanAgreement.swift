/// How one annotator's ratings agree with those of others in the same units, over some of the
/// ratings: a part of the day, a week, a half.
public struct MeanAgreement: Equatable, Sendable {
  /// Ratings in units that others rated too.
  public let ratings: Int

  /// The mean over these of the share of the others who gave the same label, with an interval from
  /// the spread between ratings.
  public let agreement: Estimate

  /// Gathers the shares of single ratings.
  struct Sum {
    private(set) var shares: [Double] = []

    mutating func add(_ share: Double) {
      shares.append(share)
    }
  }

  init(_ sum: Sum) {
    ratings = sum.shares.count
    guard ratings > 0 else {
      agreement = Estimate(undefined: .undefinedNoPairs)
      return
    }
    let count = Double(ratings)
    let mean = OrderFreeSum.of(sum.shares) / count
    guard ratings > 1 else {
      agreement = Estimate(
        value: mean, observed: nil, expected: nil, uncertainty: .variance(0), units: 1)
      return
    }
    let squares = OrderFreeSum.of(sum.shares.map { ($0 - mean) * ($0 - mean) })
    agreement = Estimate(
      value: mean, observed: nil, expected: nil,
      uncertainty: .variance(squares / (count * (count - 1))), units: ratings)
  }

  /// (later − earlier) by the standard error of the difference; nil where either has none, or
  /// neither varies.
  static func z(_ earlier: MeanAgreement, _ later: MeanAgreement) -> Double? {
    guard let first = earlier.agreement.value, let second = later.agreement.value,
      let one = earlier.agreement.standardError, let other = later.agreement.standardError
    else { return nil }
    let error = (one * one + other * other).squareRoot()
    return error > 0 ? (second - first) / error : nil
  }
}
