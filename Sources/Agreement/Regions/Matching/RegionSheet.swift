import Domain

/// The regions of one annotator in one unit, made ready for comparing: labels as codes, boxes as
/// outlines.
struct RegionSheet {
  private enum Shapes {
    case spans([Domain.Span])
    case boxes([BoxOutline])
  }

  let labels: [Int]
  private let shapes: Shapes
  private let extents: [RegionSweep.Extent]

  init(_ regions: Regions, codes: [LabelID: Int]) {
    labels = regions.labels.map { codes[$0] ?? -1 }
    switch regions {
    case .spans(let spans):
      shapes = .spans(spans)
      extents = spans.map {
        RegionSweep.Extent(start: Double($0.start), end: Double($0.end))
      }
    case .boxes(let boxes):
      let outlines = boxes.map { BoxOutline($0) }
      shapes = .boxes(outlines)
      extents = outlines.map(\.horizontal)
    }
  }

  var count: Int { labels.count }

  /// The pairs of regions that overlap by at least `threshold`.
  func candidates(with other: RegionSheet, threshold: Double) -> [RegionPair] {
    RegionSweep.overlapping(extents, other.extents) { index, otherIndex in
      let overlap = overlap(index, other, otherIndex)
      return overlap >= threshold ? overlap : nil
    }.map { pair in
      RegionPair(
        first: pair.first, second: pair.second, overlap: pair.overlap,
        isSameLabel: labels[pair.first] == other.labels[pair.second])
    }
  }

  private func overlap(_ index: Int, _ other: RegionSheet, _ otherIndex: Int) -> Double {
    switch (shapes, other.shapes) {
    case (.spans(let one), .spans(let two)):
      SpanSetDistance.overlap(one[index], two[otherIndex])
    case (.boxes(let one), .boxes(let two)):
      BoxSetDistance.overlap(one[index], two[otherIndex])
    case (.spans, .boxes), (.boxes, .spans): 0
    }
  }
}
