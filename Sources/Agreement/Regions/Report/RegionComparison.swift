/// Two annotators' answers in one unit, compared.
struct RegionComparison {
  let unit: Int
  /// The annotators' places in the order of their names, the smaller one first.
  let first: Int
  let second: Int
  let tally: RegionTally
  /// Counts by label pair on paired regions and of regions left over, ∅ being one more than the last
  /// label: the first annotator's label, then the second's.
  let cells: [LabelCell]
  let muc: [MUCCounts]

  struct LabelCell {
    let first: Int
    let second: Int
    /// Intersection over union; 0 with ∅.
    let overlap: Double
  }
}
