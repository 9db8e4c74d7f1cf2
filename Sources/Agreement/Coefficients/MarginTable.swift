/// What Cohen's κ needs of a table of two: how many pairs agree, and the product of the margins, as
/// integers that stay exact when single pairs are taken out.
struct MarginTable: Sendable {
  private(set) var total = 0
  private(set) var agreeing = 0
  private(set) var rows: [Int]
  private(set) var columns: [Int]
  /// Σ_k row_k · column_k.
  private(set) var product = Int128(0)

  init(labelCount: Int) {
    rows = Array(repeating: 0, count: labelCount)
    columns = rows
  }

  init(_ table: ContingencyTable) {
    rows = table.rows
    columns = table.columns
    total = table.units
    agreeing = table.agreeing
    close()
  }

  init(_ margins: PairMarginSums) {
    rows = margins.rows
    columns = margins.columns
    total = margins.units
    agreeing = margins.agreeing
    product = margins.chance
  }

  /// Counts pairs; `close` is due after the last.
  mutating func add(row: Int, column: Int, count: Int = 1) {
    total += count
    rows[row] += count
    columns[column] += count
    if row == column { agreeing += count }
  }

  /// Computes the product of the margins. O(labels).
  mutating func close() {
    product = zip(rows, columns).reduce(0) { $0 + Int128($1.0) * Int128($1.1) }
  }

  /// p_o of at least one pair.
  var observed: Double { Double(agreeing) / Double(total) }

  /// p_e of at least one pair.
  var expected: Double { Double(product) / (Double(total) * Double(total)) }

  /// Cohen's κ, or nil where it is undefined.
  var kappa: Double? { Self.kappa(total: total, agreeing: agreeing, product: product) }

  /// κ without one pair. O(1).
  func kappa(withoutRow row: Int, column: Int) -> Double? {
    let isEqual = row == column
    let less = Int128(columns[row]) + Int128(rows[column]) - (isEqual ? 1 : 0)
    return Self.kappa(
      total: total - 1, agreeing: agreeing - (isEqual ? 1 : 0), product: product - less)
  }

  /// κ without all pairs of one row's label with several columns' labels. O(distinct columns).
  func kappa(withoutRow row: Int, columns others: [(label: Int, count: Int)]) -> Double? {
    let pairs = others.reduce(0) { $0 + $1.count }
    var agreed = 0
    var less = Int128(pairs) * Int128(columns[row])
    for other in others {
      less += Int128(other.count) * Int128(rows[other.label])
      guard other.label == row else { continue }
      less -= Int128(pairs) * Int128(other.count)
      agreed = other.count
    }
    return Self.kappa(
      total: total - pairs, agreeing: agreeing - agreed, product: product - less)
  }

  /// Cohen's κ from the counts, or nil where it is undefined.
  static func kappa(total: Int, agreeing: Int, product: Int128) -> Double? {
    let square = Int128(total) * Int128(total)
    guard square != product else { return nil }
    return Double(Int128(agreeing) * Int128(total) - product) / Double(square - product)
  }
}
