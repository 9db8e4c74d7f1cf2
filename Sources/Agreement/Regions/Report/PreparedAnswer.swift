import Domain

/// An answer made ready for comparing.
struct PreparedAnswer {
  let annotator: Int
  let regions: Regions
  let sheet: RegionSheet
  /// Empty for boxes.
  let spans: [CodedSpan]

  init(annotator: Int, regions: Regions, codes: [LabelID: Int]) {
    let regions = regions.ordered()
    self.annotator = annotator
    self.regions = regions
    sheet = RegionSheet(regions, codes: codes)
    spans = if case .spans(let list) = regions { CodedSpan.coded(list, codes) } else { [] }
  }

  private var borders: Set<Int> { Set(spans.flatMap { [$0.start, $0.end] }) }

  /// Compares two answers in a unit.
  ///
  /// - Parameter none: The code of ∅.
  func compared(
    with other: PreparedAnswer, unit: Int, options: RegionOptions, none: Int
  ) -> RegionComparison {
    let match = RegionMatch(
      sheet, other.sheet, threshold: options.threshold, policy: options.policy)
    var tally = RegionTally(match, sheet, other.sheet)
    var muc: [MUCCounts] = []
    if case .spans = regions {
      let borders = BoundarySimilarity(borders: borders, other.borders)
      tally.count(SpanHits(coded: spans, other.spans), boundary: borders.value)
      muc = MUCCounts.all(reference: spans, other.spans)
    }
    return RegionComparison(
      unit: unit, first: annotator, second: other.annotator, tally: tally,
      cells: cells(match, other, none: none), muc: muc)
  }

  private func cells(
    _ match: RegionMatch, _ other: PreparedAnswer, none: Int
  ) -> [RegionComparison.LabelCell] {
    let firsts = Set(match.pairs.map(\.first))
    let seconds = Set(match.pairs.map(\.second))
    let paired = match.pairs.map {
      RegionComparison.LabelCell(
        first: sheet.labels[$0.first], second: other.sheet.labels[$0.second],
        overlap: $0.overlap)
    }
    let missed = sheet.labels.indices.filter { !firsts.contains($0) }.map {
      RegionComparison.LabelCell(first: sheet.labels[$0], second: none, overlap: 0)
    }
    let added = other.sheet.labels.indices.filter { !seconds.contains($0) }.map {
      RegionComparison.LabelCell(first: none, second: other.sheet.labels[$0], overlap: 0)
    }
    return paired + missed + added
  }
}
