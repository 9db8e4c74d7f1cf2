public import Domain

/// Krippendorff's α for unitising, αU: annotators choose where units begin and end (Krippendorff
/// 1995; Krippendorff 2004, ch. 11).
///
/// Per label each annotator's continuum is a row of units and gaps. Distances are squares of
/// lengths, so the figure depends on the unit of measurement: offsets must count the same thing
/// everywhere.
public struct UnitizedAlpha: Equatable, Sendable {
  /// The figure of one label.
  public struct LabelFigure: Equatable, Sendable {
    public let label: LabelID
    /// `observed` is D_oc, `expected` is D_ec.
    public let alpha: Estimate
  }

  /// 1 − Σ D_oc / Σ D_ec.
  public let alpha: Estimate
  /// By label, in byte order.
  public let byLabel: [LabelFigure]

  /// Computes αU over one or more texts, all annotated by the same annotators. Units and gaps do not
  /// reach over the end of a text, so the order of texts plays no part. O(spans · log spans) for two
  /// annotators, times annotators² beyond.
  ///
  /// Overlapping spans of one annotator with one label are one unit. Spans are cut at the bounds.
  ///
  /// - Parameter continua: Each with the same number of annotators, in the same order.
  public init(_ continua: [SpanContinuum]) {
    let annotators = continua.first?.answers.count ?? 0
    precondition(
      continua.allSatisfy { $0.answers.count == annotators },
      "all texts have the same annotators")
    let labels = Set(continua.flatMap(\.answers).joined().map(\.label)).sorted()
    let length = continua.reduce(0) { $0 + $1.bounds.count }
    guard annotators > 1 else {
      let status = labels.isEmpty ? EstimateStatus.undefinedNoData : .undefinedNoPairs
      alpha = Estimate(undefined: status)
      byLabel = labels.map { LabelFigure(label: $0, alpha: Estimate(undefined: status)) }
      return
    }
    let disagreements = labels.map { label in
      UnitizedDisagreement(continua, label: label, annotators: annotators, length: length)
    }
    byLabel = zip(labels, disagreements).map {
      LabelFigure(label: $0, alpha: $1.alpha)
    }
    guard !disagreements.isEmpty else {
      alpha = Estimate(undefined: .undefinedNoData)
      return
    }
    alpha =
      UnitizedDisagreement(
        observed: OrderFreeSum.of(disagreements.map(\.observed)),
        expected: OrderFreeSum.of(disagreements.map(\.expected))
      ).alpha
  }
}
