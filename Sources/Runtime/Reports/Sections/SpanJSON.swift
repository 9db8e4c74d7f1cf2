import Agreement
import Interchange

/// What only a report on spans has, for scripts.
enum SpanJSON {
  static func json(_ report: SpanReport) -> JSONText {
    var members = members(report.figures)
    members += [
      .init("mean_over_pairs_exact", RegionJSON.json(report.meanExact)),
      .init("muc", json(report.muc)),
      .init("character_alpha", EstimateJSON.json(report.characterAlpha)),
      .init("unitized_alpha", EstimateJSON.json(report.unitized)),
      .init("mean_over_pairs_unitized_alpha", RegionJSON.json(report.meanUnitizedAlpha)),
      .init("text_lengths_known", .boolean(report.hasLengths)),
      .init("gamma", report.gamma.map { json($0) } ?? nil),
    ]
    return .object(members)
  }

  static func members(_ figures: SpanFigures) -> [JSONText.Member] {
    [
      .init("exact_f1", EstimateJSON.json(figures.exact)),
      .init("exact_unlabelled_f1", EstimateJSON.json(figures.exactUnlabelled)),
      .init("relaxed_f1", EstimateJSON.json(figures.overlapping)),
      .init("relaxed_unlabelled_f1", EstimateJSON.json(figures.overlappingUnlabelled)),
      .init("character_f1", EstimateJSON.json(figures.characters)),
      .init("boundary_similarity", EstimateJSON.json(figures.boundarySimilarity)),
    ]
  }

  static func json(_ counts: [MUCCounts]) -> JSONText {
    .object(
      counts.map { counts in
        .init(
          counts.scheme.rawValue,
          [
            "correct": .integer(counts.correct), "incorrect": .integer(counts.incorrect),
            "partial": .integer(counts.partial), "missed": .integer(counts.missed),
            "spurious": .integer(counts.spurious),
            "precision": EstimateJSON.real(counts.precision),
            "recall": EstimateJSON.real(counts.recall), "f1": .real(counts.f1),
          ])
      })
  }

  private static func json(_ gamma: GammaAgreement) -> JSONText {
    let options = gamma.options
    var members = EstimateJSON.members(gamma.gamma)
    members += [
      .init("gamma_cat", EstimateJSON.json(gamma.gammaCat)),
      .init("sampling_error", EstimateJSON.real(gamma.samplingError)),
      .init("samples", .integer(gamma.samples)),
      .init("seed", .digits(String(options.seed))),
      .init("precision", .real(options.precision)),
      .init("alpha", .real(options.dissimilarity.position)),
      .init("beta", .real(options.dissimilarity.label)),
      .init("delta_empty", .real(options.dissimilarity.empty)),
      .init("texts", .integer(gamma.texts)),
      .init("texts_beyond_limit", .integer(gamma.textsBeyondLimit)),
      .init("texts_not_drawn", .integer(gamma.textsNotDrawn)),
      .init("step_limit", .integer(options.limit.steps)),
      .init("candidate_limit", .integer(options.limit.candidates)),
    ]
    return .object(members)
  }
}
