extension AnnotatorPairCounts {
  /// Every two annotators with a common unit, by their codes, with the margins of their table.
  /// O(cells).
  func visitMargins(_ body: (_ first: Int, _ second: Int, _ margins: PairMarginSums) -> Void) {
    var margins = PairMarginSums()
    visitTables { pair in
      pair.sum(into: &margins)
      if margins.units != 0 { body(pair.first, pair.second, margins) }
    }
  }
}
