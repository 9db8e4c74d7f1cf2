/// What κ of two annotators depends on besides their agreement (Byrt, Bishop & Carlin 1993).
public struct KappaCircumstances: Equatable, Sendable {
  /// The largest κ that the two margins allow (Cohen 1960), or nil.
  public let maximum: Double?

  /// Half the sum of the differences of both annotators' label shares: 0 where both use the labels
  /// equally often. With two labels it is Byrt's |b − c| / n.
  public let biasIndex: Double

  /// Of two labels: how much more often both gave one than both gave the other, |a − d| / n. Nil
  /// for more labels.
  public let prevalenceIndex: Double?

  /// κ if both labels were equally frequent and nobody biased: 2 p_o − 1, with q labels
  /// (q p_o − 1) / (q − 1). Nil for a single label.
  public let pabak: Double?

  /// Reads the table; nil without a unit. O(cells).
  ///
  /// - Parameter labelCount: The number of declared labels; those seen count at least.
  public init?(_ table: ContingencyTable, labelCount: Int) {
    guard table.units > 0 else { return nil }
    let units = Double(table.units)
    let labels = max(labelCount, table.labelCount)
    maximum = CohenKappa.maximum(table)
    let differences = zip(table.rows, table.columns).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
    biasIndex = Double(differences) / (2 * units)
    let diagonal = (0..<2).map { label in
      table.cells.first { $0.row == label && $0.column == label }?.count ?? 0
    }
    prevalenceIndex =
      labels == 2 ? Double((diagonal[0] - diagonal[1]).magnitude) / units : nil
    let observed = Double(table.agreeing) / units
    pabak =
      labels > 1 ? (Double(labels) * observed - 1) / Double(labels - 1) : nil
  }
}
