/// What the pool learns from: forecasts beside what they should have said, ruled items first, then the
/// anchor.
struct PoolLessons: Sendable {
  let classCount: Int

  /// By lesson, member and class: ln q.
  private(set) var logs: [Double] = []

  /// By lesson and class: the weight of saying that.
  private(set) var targets: [Double] = []

  private(set) var hasRuling = false

  var count: Int { targets.count / classCount }

  init(classCount: Int) {
    self.classCount = classCount
  }

  /// A ruled item.
  mutating func append(_ unit: Int, ruled label: Int, _ table: ForecastTable) {
    append(unit, table)
    for other in 0..<classCount { targets.append(other == label ? 1 : 0) }
    hasRuling = true
  }

  /// An item of the anchor, labelled softly as the first weights see it.
  mutating func append(anchor unit: Int, weight: Double, first: [Double], _ table: ForecastTable) {
    append(unit, table)
    let members = ForecastTable.memberCount
    let sums = (0..<classCount).map { label in
      (0..<members).reduce(first[members + label]) {
        $0 + first[$1] * table.log($1, unit, label)
      }
    }
    for share in ForecastPool.shares(sums) { targets.append(weight * share) }
  }

  private mutating func append(_ unit: Int, _ table: ForecastTable) {
    for member in 0..<ForecastTable.memberCount {
      for label in 0..<classCount { logs.append(table.log(member, unit, label)) }
    }
  }
}
