import Domain

/// All pairs of answers within units, compared: what the report is made from.
struct RegionComparisons {
  /// A unit with its answers in the order of the annotators' names.
  struct Unit {
    let answers: [PreparedAnswer]
    let length: Int?
  }

  /// In byte order.
  let labels: [LabelID]
  let units: [Unit]
  /// By unit, then by annotators.
  let all: [RegionComparison]
  let kind: RegionKind
  /// Answers of the other kind, which are left out.
  let otherKind: Int

  /// - Parameter places: Each annotator's place in the order of names, by code.
  init(_ units: [RegionUnit], places: [Int], options: RegionOptions) {
    let answers = units.flatMap(\.answers)
    let spans = answers.count { if case .spans = $0.regions { true } else { false } }
    let kind: RegionKind = 2 * spans >= answers.count ? .spans : .boxes
    let labels = Set(
      answers.filter { RegionKind($0.regions) == kind }.flatMap(\.regions.labels)
    ).sorted()
    let codes = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let prepared = units.map { unit in
      Unit(
        answers: unit.answers.filter { RegionKind($0.regions) == kind }
          .map {
            PreparedAnswer(annotator: places[$0.annotator], regions: $0.regions, codes: codes)
          }
          .sorted { $0.annotator < $1.annotator }, length: unit.length)
    }
    self.labels = labels
    self.kind = kind
    otherKind = kind == .spans ? answers.count - spans : spans
    self.units = prepared
    all = prepared.enumerated().flatMap { index, unit in
      unit.answers.indices.flatMap { first in
        unit.answers.indices.dropFirst(first + 1).map { second in
          unit.answers[first].compared(
            with: unit.answers[second], unit: index, options: options, none: labels.count)
        }
      }
    }
  }

  /// The unit's spans by annotator, of the annotators asked for.
  func continuum(_ unit: Int, of annotators: Set<Int>? = nil) -> SpanContinuum {
    let all = units[unit].answers
    let everybody = SpanContinuum(answers: all.map { Self.spans($0.regions) })
    let end = max(units[unit].length ?? 0, everybody.bounds.upperBound)
    let answers = all.filter { annotators?.contains($0.annotator) ?? true }
    return SpanContinuum(
      bounds: everybody.bounds.lowerBound..<end, answers: answers.map { Self.spans($0.regions) })
  }

  private static func spans(_ regions: Regions) -> [Domain.Span] {
    if case .spans(let spans) = regions { spans } else { [] }
  }
}
