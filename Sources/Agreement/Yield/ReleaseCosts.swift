/// What it costs to release one label where another is true.
public struct ReleaseCosts: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// By the label that is true; nothing where it is the released one.
    case byTruth([Double])
    /// By the label that is true, then the released one.
    case table([[Double]])
  }

  let form: Form

  /// The cost of the tier of the label that is true, whatever was released instead.
  ///
  /// - Parameter costs: By label code, not negative; labels beyond the list cost 1.
  public static func byTruth(_ costs: [Double]) -> ReleaseCosts {
    precondition(costs.allSatisfy { $0 >= 0 && $0.isFinite }, "costs are numbers from 0 upwards")
    return ReleaseCosts(form: .byTruth(costs))
  }

  /// 1 for every wrong label.
  public static let equal = byTruth([])

  /// |y − ŷ|: what is far off costs more, and the median is released.
  ///
  /// - Parameter positions: By label code, where a label stands on the scale.
  public static func distance(_ positions: [Double]) -> ReleaseCosts {
    precondition(positions.allSatisfy(\.isFinite), "labels stand somewhere on the scale")
    return ReleaseCosts(
      form: .table(positions.map { truth in positions.map { ($0 - truth).magnitude } }))
  }

  /// The cost of releasing one label where another is true.
  public func cost(truth: Int, released: Int) -> Double {
    guard truth != released else { return 0 }
    switch form {
    case .byTruth(let costs): return costs.indices.contains(truth) ? costs[truth] : 1
    case .table(let table):
      let isListed = table.indices.contains(truth) && table.indices.contains(released)
      return isListed ? table[truth][released] : 1
    }
  }

  /// Whether the cost depends on the true label alone.
  var isByTruth: Bool {
    if case .byTruth = form { return true }
    return false
  }
}
