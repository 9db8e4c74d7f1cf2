package import Agreement
import Domain
package import Interchange

/// A report on spans or boxes for scripts: unrounded, and null with a reason where undefined.
package enum RegionJSON {
  package static func json(_ report: RegionReport) -> JSONText {
    var members: [JSONText.Member] = [
      .init("kind", .string(report.kind.rawValue)),
      .init("threshold", .real(report.options.threshold)),
      .init("policy", .string(report.options.policy.rawValue)),
      .init("items", .integer(report.units)),
      .init("compared_items", .integer(report.comparedUnits)),
      .init("annotators", .integer(report.annotators)),
      .init("answers", .integer(report.answers)),
      .init("regions", .integer(report.regions)),
      .init("answers_of_other_kind", .integer(report.answersOfOtherKind)),
      .init("labels", .array(report.labels.map { .string($0.text) })),
    ]
    members += self.members(report.figures)
    members += [
      .init("mean_over_pairs", .object(means(report))),
      .init("by_label", .array(report.byLabel.map { json($0) })),
      .init("label_pairs", .array(report.labelPairs.map { json($0) })),
      .init("by_pair", .array(report.byPair.map { json($0) })),
      .init("pairs_omitted", .integer(report.pairsOmitted)),
      .init("spans", report.spans.map { SpanJSON.json($0) } ?? nil),
    ]
    return .object(members)
  }

  private static func members(_ figures: RegionFigures) -> [JSONText.Member] {
    [
      .init("comparisons", .integer(figures.comparisons)),
      .init("both_empty", .integer(figures.bothEmpty)),
      .init("regions_a", .integer(figures.first)),
      .init("regions_b", .integer(figures.second)),
      .init("matched", .integer(figures.matched)),
      .init("same_label_count", .integer(figures.agreeing)),
      .init("crowded_comparisons", .integer(figures.crowded)),
      .init("found", EstimateJSON.json(figures.found)),
      .init("same_label", EstimateJSON.json(figures.sameLabel)),
      .init("label_kappa", EstimateJSON.json(figures.labelKappa)),
      .init("same_place", EstimateJSON.json(figures.samePlace)),
      .init("found_with_label", EstimateJSON.json(figures.foundWithLabel)),
      .init("quality", EstimateJSON.json(figures.quality)),
    ]
  }

  private static func means(_ report: RegionReport) -> [JSONText.Member] {
    [
      .init("found", json(report.meanFound)),
      .init("same_label", json(report.meanSameLabel)),
      .init("same_place", json(report.meanSamePlace)),
    ]
  }

  static func json(_ mean: PairMean) -> JSONText {
    var members = EstimateJSON.members(mean.estimate)
    members.append(.init("pairs", .integer(mean.pairs)))
    members.append(.init("undefined_pairs", .integer(mean.undefinedPairs)))
    return .object(members)
  }

  private static func json(_ label: RegionLabelReport) -> JSONText {
    var members: [JSONText.Member] = [
      .init("label", .string(label.label.text)), .init("regions", .integer(label.regions)),
      .init("matched", .integer(label.matched)),
      .init("unmatched", .integer(label.unmatched)),
      .init("jaccard", EstimateJSON.json(label.jaccard)),
      .init("f1", EstimateJSON.json(label.f1)),
      .init("same_place", EstimateJSON.json(label.samePlace)),
    ]
    if let alpha = label.unitizedAlpha {
      members.append(.init("unitized_alpha", EstimateJSON.json(alpha)))
    }
    return .object(members)
  }

  /// `b` is null for a region that the other side did not find.
  private static func json(_ cell: RegionLabelCell) -> JSONText {
    [
      "a": .string(cell.first.text), "b": cell.second.map { .string($0.text) } ?? nil,
      "count": .integer(cell.count),
    ]
  }

  private static func json(_ pair: RegionPairReport) -> JSONText {
    var members: [JSONText.Member] = [
      .init("a", .string(pair.first)), .init("b", .string(pair.second)),
      .init("items", .integer(pair.units)),
    ]
    members += self.members(pair.figures)
    var kappa: [JSONText.Member] = [.init("value", EstimateJSON.real(pair.cohenKappa))]
    if pair.cohenKappa == nil { kappa += EstimateJSON.reason(pair.cohenStatus) }
    members.append(.init("cohen_kappa", .object(kappa)))
    if let spans = pair.spans {
      members += SpanJSON.members(spans)
      members.append(.init("muc", SpanJSON.json(pair.muc)))
    }
    if let alpha = pair.unitizedAlpha {
      members.append(.init("unitized_alpha", EstimateJSON.json(alpha.alpha)))
    }
    return .object(members)
  }
}
