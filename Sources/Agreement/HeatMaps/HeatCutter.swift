/// Sorts units into the columns of a heat map as they come: sums by name.
public struct HeatCutter {
  private let labelCount: Int
  private var indexes: [String?: Int] = [:]
  private var names: [String?] = []
  private var sums: [AgreementSums] = []

  /// - Parameter labelCount: One more than the largest label code, where that is known.
  public init(labelCount: Int = 0) {
    self.labelCount = labelCount
  }

  /// Counts a unit in the column of a name; nil for the units that have none. A unit without a rating
  /// counts for nothing.
  public mutating func add(_ unit: Span<UnitRating>, to name: String?) {
    guard !unit.isEmpty else { return }
    if let index = indexes[name] {
      sums[index].add(unit)
      return
    }
    indexes[name] = names.count
    names.append(name)
    var new = AgreementSums(detail: .none)
    new.reserve(annotators: 0, labels: labelCount)
    new.add(unit)
    sums.append(new)
  }

  /// Counts a unit, as `add(_:to:)` of its span.
  public mutating func add(_ unit: [UnitRating], to name: String?) {
    add(unit.span, to: name)
  }

  /// What was sorted so far, by name; the units without one last.
  public var cuts: [HeatCut] {
    zip(names, sums).map { HeatCut(name: $0, sums: $1) }.sorted { one, other in
      switch (one.name, other.name) {
      case (let first?, let second?): first.utf8.lexicographicallyPrecedes(second.utf8)
      case (.some, nil): true
      case (nil, _): false
      }
    }
  }
}
