import Domain

/// How often two labels are confused before a version of the guideline and since.
public struct PairSince: Hashable, Sendable {
  public let pair: HeatPair
  /// The version that parts before from after.
  public let version: Int

  /// Of the comparisons of both labels, the share between the two, among the units that were last
  /// rated under an earlier version.
  public let before: HeatCell

  /// The same among the units that were last rated under this version or a later one.
  public let after: HeatCell

  /// Whether the difference is larger than 1.96 of its standard errors.
  public var isBeyondNoise: Bool {
    guard let old = before.value, let new = after.value,
      let one = before.estimate.standardError, let other = after.estimate.standardError
    else { return false }
    return (new - old).magnitude
      > Estimate.normalQuantile * (one * one + other * other).squareRoot()
  }

  /// Whether either side has too little behind it to be judged by.
  public var isTooFew: Bool { before.isTooFew || after.isTooFew }

  /// nil where one of the labels is unknown, the two are one, or either side has no such comparison.
  /// O(versions × cells of their sums).
  ///
  /// - Parameters:
  ///   - version: from 1.
  ///   - source: with its cuts by version, as `VersionName` writes them.
  ///   - enough: the comparisons that a side must have to be judged by.
  public init?(
    _ pair: HeatPair, since version: Int, in source: HeatSource,
    enough: Int = HeatMapRequest.usualEnough
  ) {
    guard let first = Self.code(pair.first, source), let second = Self.code(pair.second, source),
      first != second
    else { return nil }
    var early = AgreementSums(detail: .none)
    var late = AgreementSums(detail: .none)
    for cut in source.cuts {
      guard let number = cut.name.flatMap({ VersionName.number($0) }) else { continue }
      if number < version { early.merge(cut.sums) } else { late.merge(cut.sums) }
    }
    let axis = HeatAxis(
      subject: .label, names: [pair.first, pair.second], codes: [first, second], sizes: [0, 0],
      omitted: 0)
    func cell(_ sums: AgreementSums) -> HeatCell {
      LabelHeatTable(
        HeatSource(sums: sums, labels: source.labels), axis, enough: enough, diagonal: .leftOut
      ).cell(0, 1, .specific)
    }
    self.pair = pair
    self.version = version
    before = cell(early)
    after = cell(late)
    guard before.value != nil, after.value != nil else { return nil }
  }

  private static func code(_ name: String, _ source: HeatSource) -> Int? {
    source.labels.firstIndex { $0.utf8.elementsEqual(name.utf8) }
  }
}
