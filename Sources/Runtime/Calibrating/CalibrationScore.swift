import Agreement
package import Domain
import Screen

/// What came of a draw: how well annotators agree on its items under the drafts that it tries.
package struct CalibrationScore: Sendable {
  /// Half the width of an interval that is narrow enough.
  static let halfWidth = 0.1

  /// Position of the draw.
  package let seq: Int
  package let draw: CalibrationDraw
  /// The answers to the draw.
  package let measure: CalibrationMeasure
  /// The ratings that the same items had before.
  package let before: CalibrationMeasure
  /// Answers on items that were ruled or are gold, and how many of them say the same.
  package let known: Int
  package let right: Int
  /// Newest batch with an answer; 0 without one.
  package let batch: Int
  /// The least that is asked of each figure.
  package let target: Number?

  /// Items to draw so that the agreement on each label is known to ± .10; nil where the answers do not
  /// tell.
  package var advisedSize: Int? {
    var size = 0.0
    for label in measure.labels where label.units > 0 {
      guard let error = label.agreement.standardError, error > 0,
        let needed = SampleSize.coefficient(
          halfWidth: Self.halfWidth, pilotUnits: label.units, pilotStandardError: error)
      else { continue }
      size = max(size, Double(needed) * Double(measure.units) / Double(label.units))
    }
    return size > 0 ? Int(size.rounded(.up)) : nil
  }

  /// As it is recorded: figures with three places, as they are shown.
  package var result: CalibrationResult {
    let all = Self.figure(nil, measure.units, measure.agreement)
    let labels = measure.labels.map { Self.figure($0.value.label, $0.units, $0.agreement) }
    return CalibrationResult(
      draw: seq, parts: draw.parts, batch: batch, people: measure.people,
      answers: measure.answers, figures: [all] + labels, target: target)
  }

  private static func figure(
    _ label: LabelID?, _ units: Int, _ estimate: Estimate
  ) -> CalibrationFigure {
    let interval = estimate.interval95
    return CalibrationFigure(
      label: label, units: units, value: estimate.value.flatMap(number),
      low: interval.flatMap { number(max(0, $0.lower)) },
      high: interval.flatMap { number(min(1, $0.upper)) })
  }

  private static func number(_ share: Double) -> Number? {
    Number(Figures.fixed(share, places: 3))
  }
}
