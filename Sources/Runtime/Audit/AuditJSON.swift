package import Domain
package import Interchange
import Store
import Workbench

/// Audits for scripts; numbers are not rounded.
package enum AuditJSON {
  /// Without what would be released: who rules on the units may read this.
  package static func drawn(_ audit: RecordedAudit) -> JSONText {
    .object(draw(audit))
  }

  package static func json(_ report: AuditReport?) -> JSONText {
    guard let report else {
      return .object([
        .init("draw", nil), .init("reason", "nothing_drawn"),
        .init("explanation", "nobody drew an audit"),
      ])
    }
    let standing = report.standing
    let words = AuditWords(standing)
    return .object([
      .init(
        "draw",
        .object(
          draw(report.progress.audit) + [
            .init("earlier", .array(report.progress.earlier.map { .integer($0) }))
          ])),
      .init("ruled", .integer(standing.ruled)), .init("right", .integer(standing.right)),
      .init("waiting", .integer(standing.missing)),
      .init("complete", .boolean(standing.isComplete)), .init("accuracy", accuracy(standing)),
      .init("by_label", .array(report.labels.map(json))),
      .init("wrong", .array(report.wrong.map(json))),
      .init(
        "since",
        .object([
          .init("rulings", .integer(standing.rulingsSince)),
          .init("batches", .integer(standing.batchesSince)),
        ])), .init("sentence", .string(words.sentences.joined(separator: " "))),
    ])
  }

  package static func json(_ advice: AuditAdvice) -> JSONText {
    .object([
      .init("bound", .real(advice.bound)), .init("expected", .real(advice.expected)),
      .init("ruled", .integer(advice.ruled)), .init("open", .integer(advice.open)),
      .init("size", advice.size.map { .integer($0) } ?? nil),
      .init("size_without_error", advice.least.map { .integer($0) } ?? nil),
    ])
  }

  private static func draw(_ audit: RecordedAudit) -> [JSONText.Member] {
    let draw = audit.draw
    return [
      .init("seq", .integer(audit.seq)), .init("by", .string(audit.by.text)),
      .init("at", .string(audit.at.text)), .init("seed", .digits(String(draw.seed))),
      .init("size", .integer(draw.size)), .init("floor", .integer(draw.floor)),
      .init("drawn", .integer(draw.drawn.count)), .init("ruled_before", .integer(draw.ruled)),
      .init("open", .integer(draw.open)), .init("batch", .integer(draw.batch)),
      .init("guideline", .integer(draw.guideline)),
      .init(
        "units",
        .array(
          draw.drawn.map {
            .object([
              .init("item", .string($0.unit.item.text)),
              .init("question", .string($0.unit.question.text)),
            ])
          })),
    ]
  }

  private static func accuracy(_ standing: AuditStanding) -> JSONText {
    guard let accuracy = standing.accuracy else {
      return .object([
        .init("value", nil), .init("ci95", nil), .init("lower95", nil),
        .init("reason", "nothing_ruled"),
        .init("explanation", "no unit of the draw's beginning is ruled"),
      ])
    }
    return .object([
      .init("value", .real(accuracy)),
      .init("ci95", .array([.real(standing.low), .real(standing.high)])),
      .init("lower95", .real(standing.least)),
    ])
  }

  private static func json(_ label: AuditReport.Label) -> JSONText {
    .object([
      .init("label", .string(label.label.text)), .init("open", .integer(label.open)),
      .init("drawn", .integer(label.drawn)), .init("ruled", .integer(label.ruled)),
      .init("right", .integer(label.right)), .init("value", ValueJSON.real(label.share)),
      .init("ci95", label.limits.map { .array([.real($0.low), .real($0.high)]) } ?? nil),
    ])
  }

  private static func json(_ unit: AuditedUnit) -> JSONText {
    .object([
      .init("item", .string(unit.label.unit.item.text)),
      .init("question", .string(unit.label.unit.question.text)),
      .init("released", ValueJSON.json(unit.label.value)),
      .init("source", .string(unit.label.source.rawValue)),
      .init("p", unit.label.probability.map { .digits($0.source) } ?? nil),
      .init("standing", ValueJSON.json(unit.standing)),
    ])
  }
}
