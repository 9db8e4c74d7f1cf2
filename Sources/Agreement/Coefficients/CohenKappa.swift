/// Cohen's κ (Cohen 1960) and its weighted form (Cohen 1968), for two annotators.
public enum CohenKappa {
  /// The estimate with both standard errors of Fleiss, Cohen & Everitt (1969). O(labels²).
  public static func estimate(
    _ table: ContingencyTable, weights: AgreementWeights = .identity
  ) -> Estimate {
    guard table.units > 0 else { return Estimate(undefined: .undefinedNoData) }
    let shares = Shares(table, weights)
    let room = 1 - shares.expected
    guard room > 0 else {
      return Estimate(
        undefined: .undefinedNoVariation, observed: shares.observed, expected: shares.expected)
    }
    let value = (shares.observed - shares.expected) / room
    let divisor = Double(table.units) * room * room
    let nullVariance = max(0, shares.nullSpread) / divisor
    return Estimate(
      value: value, observed: shares.observed, expected: shares.expected,
      uncertainty: .variance(max(0, shares.spread(value)) / divisor), units: table.units,
      nullStandardError: nullVariance.squareRoot())
  }

  /// κ alone, or nil where it is undefined: what a list of many pairs needs. O(labels).
  public static func value(_ table: ContingencyTable) -> Double? {
    guard table.units > 0 else { return nil }
    let square = Int128(table.units) * Int128(table.units)
    let chance = expected(table)
    guard chance != square else { return nil }
    return Double(Int128(table.agreeing) * Int128(table.units) - chance)
      / Double(square - chance)
  }

  /// The largest κ that the two marginal distributions allow (Cohen 1960), or nil.
  public static func maximum(_ table: ContingencyTable) -> Double? {
    let square = Int128(table.units) * Int128(table.units)
    let chance = expected(table)
    guard chance != square else { return nil }
    let overlap = zip(table.rows, table.columns).reduce(0) { $0 + min($1.0, $1.1) }
    return Double(Int128(overlap) * Int128(table.units) - chance) / Double(square - chance)
  }

  /// n² p_e.
  private static func expected(_ table: ContingencyTable) -> Int128 {
    zip(table.rows, table.columns).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
  }

  /// The table as shares, with the row and column means of the weights.
  private struct Shares {
    let table: ContingencyTable
    let weights: AgreementWeights
    let observed: Double
    let expected: Double
    /// w̄_k. = Σ_l w_kl p_.l
    let rowMeans: [Double]
    /// w̄_.l = Σ_k w_kl p_k.
    let columnMeans: [Double]

    init(_ table: ContingencyTable, _ weights: AgreementWeights) {
      self.table = table
      self.weights = weights
      let units = Double(table.units)
      let labels = Array(table.rows.indices)
      if weights.isIdentity {
        observed = Double(table.agreeing) / units
        rowMeans = table.columns.map { Double($0) / units }
        columnMeans = table.rows.map { Double($0) / units }
        expected = Double(CohenKappa.expected(table)) / (units * units)
        return
      }
      observed =
        OrderFreeSum.of(table.cells.map { weights($0.row, $0.column) * Double($0.count) }) / units
      rowMeans = labels.map { row in
        OrderFreeSum.of(labels.map { weights(row, $0) * Double(table.columns[$0]) }) / units
      }
      columnMeans = labels.map { column in
        OrderFreeSum.of(labels.map { weights($0, column) * Double(table.rows[$0]) }) / units
      }
      expected = Self.sum(table) { weights($0, $1) } / (units * units)
    }

    /// Σ p_kl [w_kl − (1 − κ)(w̄_k. + w̄_.l)]² − [p_o − 2 (1 − κ) p_e]², as a variance around the
    /// mean that is subtracted.
    func spread(_ value: Double) -> Double {
      let loss = 1 - value
      let mean = observed - 2 * loss * expected
      let sum = OrderFreeSum.of(table.cells.count) { place in
        let cell = table.cells[place]
        let means = rowMeans[cell.row] + columnMeans[cell.column]
        let deviation = weights(cell.row, cell.column) - loss * means - mean
        return Double(cell.count) * deviation * deviation
      }
      return sum / Double(table.units)
    }

    /// Σ p_k. p_.l [w_kl − (w̄_k. + w̄_.l)]² − p_e², likewise around the mean −p_e.
    var nullSpread: Double {
      if let exact = Self.nullSpread(table), weights.isIdentity { return exact }
      let sum = Self.sum(table) { row, column in
        let deviation = weights(row, column) - (rowMeans[row] + columnMeans[column]) + expected
        return deviation * deviation
      }
      return sum / (Double(table.units) * Double(table.units))
    }

    /// p_e + p_e² − Σ p_k. p_.k (p_k. + p_.k), the same without weights, of integers; nil where they
    /// would be too long.
    private static func nullSpread(_ table: ContingencyTable) -> Double? {
      guard table.units < 1 << 31 else { return nil }
      let units = Int128(table.units)
      var chance = Int128(0)
      var skew = Int128(0)
      for (row, column) in zip(table.rows, table.columns) {
        let product = Int128(row) * Int128(column)
        chance += product
        skew += product * Int128(row + column)
      }
      let square = units * units
      return Double(chance * square + chance * chance - units * skew)
        / (Double(square) * Double(square))
    }

    /// Σ of rows × columns × `factor`, over all cells at once: the same whichever annotator comes
    /// first.
    private static func sum(
      _ table: ContingencyTable, _ factor: (Int, Int) -> Double
    ) -> Double {
      let rows = table.rows.indices.filter { table.rows[$0] != 0 }
      let columns = table.columns.indices.filter { table.columns[$0] != 0 }
      func visit(_ body: (Double) -> Void) {
        for row in rows {
          for column in columns {
            body(Double(table.rows[row]) * Double(table.columns[column]) * factor(row, column))
          }
        }
      }
      var largest = 0.0
      visit { largest = max(largest, $0.magnitude) }
      var sum = OrderFreeSum(largestTerm: largest)
      visit { sum.add($0) }
      return sum.value
    }
  }
}
