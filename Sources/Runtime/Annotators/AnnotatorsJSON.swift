import Agreement
import Domain
package import Interchange

/// `annotators --json`: a contract. Numbers are not rounded; what is undefined is null with its reason.
package enum AnnotatorsJSON {
  package static func json(_ report: AnnotatorReport) -> JSONText {
    .object(
      head(report) + [
        .init("order", .string("kappa_with_the_rest")),
        .init("enough_units", .integer(AnnotatorAgainstRest.enoughUnits)),
        .init("rows", .array(report.standings.map { .object(row($0, report)) })),
        .init(
          "diagnostics",
          [
            "rows_refused": .integer(report.rowsRefused), "count": .integer(report.diagnostics),
            "gold_of_unknown_labels": .integer(report.unknownGold),
          ]),
      ])
  }

  static func head(_ report: AnnotatorReport) -> [JSONText.Member] {
    let votes = report.votes
    return [
      .init("source", .string(votes.source)), .init("question", .string(votes.question.text)),
      .init("annotators", .integer(report.standings.count)),
      .init("items", .integer(votes.ratedUnits)), .init("ratings", .integer(votes.table.count)),
      .init("labels", .array(votes.labels.map { .string($0) })),
      .init("gold_items", .integer(votes.gold.count { $0 >= 0 })),
      .init("ruled_items", .integer(votes.verdicts.count { $0 != nil })),
      .init("model", model(report)), .init("repeats", AgreementJSON.json(votes.repeatCounts)),
    ]
  }

  private static func model(_ report: AnnotatorReport) -> JSONText {
    guard let truth = report.truth else {
      return [
        "name": nil, "reason": .string(report.modelStatus?.rawValue ?? "no_model"),
        "explanation": .string(report.modelProblem ?? "No model was asked for."),
      ]
    }
    return [
      "name": .string(TruthFit.name(of: truth.model)), "iterations": .integer(truth.iterations),
      "converged": .boolean(truth.hasConverged),
      "log_likelihood": ValueJSON.real(truth.logLikelihoods.last),
      "log_likelihoods": .array(truth.logLikelihoods.map { .real($0) }),
      "seed": truth.seed.map { .digits(String($0)) } ?? nil,
      "expected_accuracy": ValueJSON.real(truth.expectedAccuracy),
      "tied_items": .integer(truth.tiedUnits),
      "gold_accuracy": report.inferredAccuracy.map { EstimateJSON.json($0) } ?? nil,
      "majority_gold_accuracy": report.majorityAccuracy.map { EstimateJSON.json($0) } ?? nil,
    ]
  }

  static func row(_ standing: AnnotatorStanding, _ report: AnnotatorReport) -> [JSONText.Member] {
    [
      .init("annotator", .string(report.name(of: standing))),
      .init("ratings", .integer(standing.ratings)),
      .init("declined", .integer(standing.abstentions)),
    ] + rest(standing.rest) + [
      .init("gold", reference(standing.gold)), .init("rulings", reference(standing.rulings)),
      .init(
        "self_consistency",
        EstimateJSON.json(
          standing.selfConsistency, [.init("pairs", .integer(standing.repeats))])),
      .init("model", model(standing, report)), .init("seconds", pace(standing.pace)),
      .init("trend", trend(standing.trend)),
      .init("habits", .array(standing.habits.map { habit($0, report) })),
    ]
  }

  private static func rest(_ rest: AnnotatorAgainstRest?) -> [JSONText.Member] {
    let none = EstimateJSON.missing("no_ratings", "The annotator declined throughout.")
    return [
      .init("shared_items", .integer(rest?.sharedUnits ?? 0)),
      .init("pairs", .integer(rest?.pairs ?? 0)),
      .init("enough", .boolean(rest?.isEnough ?? false)),
      .init("agreement", rest.map { EstimateJSON.json($0.agreement) } ?? none),
      .init("kappa", rest.map { EstimateJSON.json($0.kappa) } ?? none),
      .init(
        "plurality_agreement",
        rest.map {
          EstimateJSON.json($0.pluralityAgreement, [.init("tied_items", .integer($0.tiedUnits))])
        } ?? none),
      .init("alpha_difference", rest.map { EstimateJSON.json($0.alphaDifference) } ?? none),
    ]
  }

  static func reference(_ table: ReferenceTable?) -> JSONText {
    guard let table else { return nil }
    return [
      "items": .integer(table.table.units + table.rejected),
      "none_right": .integer(table.rejected), "enough": .boolean(table.isEnough),
      "accuracy": EstimateJSON.json(table.accuracy),
      "overruled": EstimateJSON.json(table.overruled),
    ]
  }

  private static func model(_ standing: AnnotatorStanding, _ report: AnnotatorReport) -> JSONText {
    guard let profile = report.profile(of: standing) else { return nil }
    return [
      "competence": ValueJSON.real(profile.competence),
      "spammer_score": profile.informativeness.map { EstimateJSON.json($0) }
        ?? EstimateJSON.missing("no_ratings", "The annotator declined throughout."),
      "agreement_with_inferred": reference(standing.inferred),
    ]
  }

  private static func pace(_ pace: RatingPace) -> JSONText {
    let seconds = { (milliseconds: Double?) in ValueJSON.real(milliseconds.map { $0 / 1000 }) }
    return [
      "ratings": .integer(pace.ratings), "median": seconds(pace.median),
      "lower_quartile": seconds(pace.lowerQuartile), "upper_quartile": seconds(pace.upperQuartile),
    ]
  }

  private static func trend(_ trend: StandingTrend) -> JSONText {
    let seconds = { (milliseconds: Double?) in ValueJSON.real(milliseconds.map { $0 / 1000 }) }
    return [
      "direction": .string(trend.direction.rawValue),
      "reading": .string(AnnotatorRemarks.trend(trend)), "z": ValueJSON.real(trend.z),
      "earlier": mean(trend.earlier, [.init("median_seconds", seconds(trend.earlierPace))]),
      "later": mean(trend.later, [.init("median_seconds", seconds(trend.laterPace))]),
      "windows": .array(
        trend.windows.map { window in
          mean(
            window.figures,
            [
              .init("from", .string(Instant(milliseconds: window.start).text)),
              .init("before", .string(Instant(milliseconds: window.end).text)),
              .init("enough", .boolean(window.isEnough)),
            ])
        }),
    ]
  }

  static func mean(_ figures: MeanAgreement, _ more: [JSONText.Member]) -> JSONText {
    .object(
      more + [
        .init("ratings", .integer(figures.ratings)),
        .init("agreement", EstimateJSON.json(figures.agreement)),
      ])
  }

  private static func habit(_ habit: LabelHabit, _ report: AnnotatorReport) -> JSONText {
    [
      "label": .string(report.votes.labels[habit.label]), "items": .integer(habit.units),
      "own": .real(habit.own), "others": .real(habit.others),
      "difference": EstimateJSON.json(habit.difference), "z": ValueJSON.real(habit.z),
      "stands_out": .boolean(habit.standsOut),
    ]
  }
}
