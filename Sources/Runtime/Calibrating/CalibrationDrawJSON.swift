import Agreement
package import Domain
package import Interchange
package import Store

/// Calibrations for scripts.
package enum CalibrationDrawJSON {
  package static func list(_ calibrations: [RecordedCalibration]) -> JSONText {
    .array(
      calibrations.map { recorded in
        let common: [JSONText.Member] = [
          .init("seq", .integer(recorded.seq)),
          .init("step", .string(recorded.step.step.rawValue)),
          .init("by", .string(recorded.by.text)), .init("at", .string(recorded.at.text)),
        ]
        return .object(common + members(recorded.step))
      })
  }

  package static func drawn(_ recorded: RecordedDraw, to path: String?) -> JSONText {
    .object(
      [.init("seq", .integer(recorded.seq))] + members(.draw(recorded.draw)) + [
        .init("round", .string(CalibrationDraw.round(of: recorded.seq))),
        .init("out", ValueJSON.text(path)),
      ])
  }

  /// - Parameter recorded: the event that keeps it; nil where none does.
  package static func score(_ score: CalibrationScore, recorded: Event?) -> JSONText {
    let result = score.result
    return .object([
      .init("draw", .integer(score.seq)), .init("parts", parts(score.draw.parts)),
      .init("target", score.target.map { .digits($0.source) } ?? nil),
      .init("reached", score.target.map { .boolean(result.reaches($0)) } ?? nil),
      .init("measured", json(score.measure)), .init("before", json(score.before)),
      .init("known", .integer(score.known)), .init("right", .integer(score.right)),
      .init("advised_size", score.advisedSize.map { .integer($0) } ?? nil),
      .init("seq", recorded.map { .integer($0.seq) } ?? nil),
    ])
  }

  private static func json(_ measure: CalibrationMeasure) -> JSONText {
    .object([
      .init("annotators", .integer(measure.people)), .init("answers", .integer(measure.answers)),
      .init("items", .integer(measure.units)),
      .init("percent_agreement", EstimateJSON.json(measure.agreement)),
      .init("krippendorff_alpha", measure.alpha.map { EstimateJSON.json($0) } ?? nil),
      .init(
        "by_label",
        .array(
          measure.labels.map { label in
            .object([
              .init("label", .string(label.value.name)), .init("items", .integer(label.units)),
              .init("specific_agreement", EstimateJSON.json(label.agreement)),
            ])
          })),
    ])
  }

  private static func members(_ step: Calibration) -> [JSONText.Member] {
    switch step {
    case .draw(let draw):
      [
        .init("question", .string(draw.question.text)), .init("size", .integer(draw.size)),
        .init("seed", .digits(String(draw.seed))), .init("floor", .integer(draw.floor)),
        .init("contested", .integer(draw.hard)), .init("parts", parts(draw.parts)),
        .init("items", .array(draw.items.map { .string($0.text) })),
      ]
    case .result(let result):
      [
        .init("draw", .integer(result.draw)), .init("parts", parts(result.parts)),
        .init("annotators", .integer(result.people)), .init("answers", .integer(result.answers)),
        .init("figures", .array(result.figures.map { figure($0) })),
        .init("target", result.target.map { .digits($0.source) } ?? nil),
      ]
    }
  }

  private static func figure(_ figure: CalibrationFigure) -> JSONText {
    func digits(_ number: Number?) -> JSONText { number.map { .digits($0.source) } ?? nil }
    return .object([
      .init("label", ValueJSON.text(figure.label?.text)), .init("items", .integer(figure.units)),
      .init("value", digits(figure.value)), .init("low", digits(figure.low)),
      .init("high", digits(figure.high)),
    ])
  }

  private static func parts(_ parts: [TriedPart]) -> JSONText {
    .array(
      parts.map { .object([.init("part", .string($0.part.key)), .init("seq", .integer($0.seq))]) })
  }
}
