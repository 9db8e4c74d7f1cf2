/// What a model gave every label of every unit, beside the label that the unit was given by people.
public struct ProbabilityTable: Equatable, Sendable {
  /// A row whose probabilities add up to something further from 1 is counted as not normalised.
  public static let tolerance = 0.001

  /// By unit: the code of the given label.
  public let labels: [Int]

  /// One more than the largest label code that may occur.
  public let labelCount: Int

  /// Unit by unit, `labelCount` probabilities each.
  private let probabilities: [Double]

  public var count: Int { labels.count }

  /// A table of rows, one a unit, with a probability for every label in the order of the codes.
  ///
  /// Rows need not add up to 1: a model that answers label by label has rows that do not.
  ///
  /// - Throws: `lengthsDiffer` where there are more or fewer rows than labels, or rows of different
  ///   lengths; `noSuchLabel`; `noProbability`, each with the first row that is wrong.
  public init(labels: [Int], rows: [[Double]]) throws(AgreementError) {
    let width = rows.first?.count ?? 0
    guard labels.count == rows.count, rows.allSatisfy({ $0.count == width }) else {
      throw .lengthsDiffer
    }
    if let row = labels.firstIndex(where: { !(0..<width).contains($0) }) {
      throw .noSuchLabel(row: row)
    }
    if let row = rows.firstIndex(where: { !$0.allSatisfy { $0 >= 0 && $0 <= 1 } }) {
      throw .noProbability(row: row)
    }
    self.labels = labels
    labelCount = width
    probabilities = Array(rows.joined())
  }

  /// One unit's probabilities by label code.
  public subscript(unit: Int) -> ArraySlice<Double> {
    probabilities[unit * labelCount..<(unit + 1) * labelCount]
  }

  /// The probability of one label for one unit.
  public subscript(unit: Int, label: Int) -> Double {
    probabilities[unit * labelCount + label]
  }

  /// The label that the model puts first; the lowest code where several are equally likely.
  public func topLabel(of unit: Int) -> Int {
    var best = 0
    for label in 1..<max(1, labelCount) where self[unit, label] > self[unit, best] {
      best = label
    }
    return best
  }

  /// Units for which the model puts several labels first.
  public var tiedUnits: Int {
    labels.indices.count { unit in
      let best = self[unit, topLabel(of: unit)]
      return self[unit].count { $0 == best } > 1
    }
  }

  /// Units whose probabilities do not add up to 1.
  public var unnormalisedUnits: Int {
    labels.indices.count { (OrderFreeSum.of(Array(self[$0])) - 1).magnitude > Self.tolerance }
  }

  /// The events "the label the model puts first is the given one".
  public var topForecasts: Forecasts {
    let top = labels.indices.map { topLabel(of: $0) }
    return Forecasts(
      checked: top.enumerated().map { self[$0, $1] }, zip(top, labels).map { $0 == $1 })
  }

  /// The events "the given label is this one".
  public func forecasts(of label: Int) -> Forecasts {
    Forecasts(checked: labels.indices.map { self[$0, label] }, labels.map { $0 == label })
  }
}
