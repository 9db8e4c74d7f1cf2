import Agreement
package import Interchange

/// A plan for scripts.
package enum PlanJSON {
  package static func json(_ plan: ValidationPlan, labels: [String] = []) -> JSONText {
    [
      "confidence": .real(0.95), "half_width": .real(plan.halfWidth),
      "population": plan.population.map { .integer($0) } ?? .null,
      "share_items": count(plan.share), "alpha_items": count(plan.alpha),
      "largest_defect_share": .real(plan.largestDefectShare),
      "zero_defect_items": count(plan.withoutDefect),
      "sequential": plan.sequential.map { json($0) } ?? .null,
      "batch": plan.batch.map { json($0, labels) } ?? .null,
    ]
  }

  private static func count(_ items: Int?) -> JSONText {
    guard let items else {
      return .object([
        .init("value", nil), .init("reason", "not_known"),
        .init(
          "explanation",
          "What was asked for makes no sense, or no standard error is at hand to go by."),
      ])
    }
    return ["value": .integer(items)]
  }

  private static func json(_ test: SequentialTest) -> JSONText {
    [
      "good_share": .real(test.goodShare), "bad_share": .real(test.badShare),
      "false_alarm": .real(test.falseAlarm), "miss": .real(test.miss),
      "fewest_items": .integer(test.fewestUnits),
    ]
  }

  private static func json(_ batch: ValidationBatch, _ labels: [String]) -> JSONText {
    [
      "items": .integer(batch.size),
      "labels": .array(
        batch.available.indices.map { label in
          [
            "label": .string(labels.indices.contains(label) ? labels[label] : String(label)),
            "available": .integer(batch.available[label]),
            "check": .integer(batch.drawn[label]),
            "weight": EstimateJSON.real(batch.weights[label]),
          ]
        }),
    ]
  }
}
