import Agreement
import Domain
import Foundation
import TestSupport

/// One case of a vector file about regions, with its data as this module's values.
struct RegionVector {
  static let measures = [
    "box_match", "assignment", "oks", "span_f1", "token_f1", "muc_counts", "boundary_similarity",
    "unitized_alpha", "gamma_disorder",
  ]

  let name: String
  let measure: String
  let data: [String: Any]
  let options: [String: Any]
  let expected: [String: Any]
  let tolerance: Double

  /// The cases of a file; nil where the shared fixtures are missing.
  static func cases(_ path: String) throws -> [RegionVector]? {
    guard let bytes = try SharedFixtures.bytes(path) else { return nil }
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let datasets = root?["datasets"] as? [String: [String: Any]] ?? [:]
    return (root?["cases"] as? [[String: Any]] ?? []).compactMap { listed in
      guard let measure = listed["measure"] as? String, measures.contains(measure),
        let name = listed["name"] as? String,
        let data = (listed["data"] as? String).flatMap({ datasets[$0] }),
        let expected = listed["expected"] as? [String: Any],
        let tolerance = listed["tolerance"] as? Double
      else { return nil }
      return RegionVector(
        name: name, measure: measure, data: data,
        options: listed["options"] as? [String: Any] ?? [:], expected: expected,
        tolerance: tolerance)
    }
  }

  func option(_ key: String, _ usual: Double) -> Double {
    (options[key] as? NSNumber)?.doubleValue ?? usual
  }

  func boxes(_ side: String) -> [Box] {
    rows(side).compactMap { parts in
      let numbers = parts.prefix(4).compactMap { ($0 as? NSNumber).flatMap { Number("\($0)") } }
      guard numbers.count == 4 else { return nil }
      return Box(
        x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3],
        label: LabelID("\(parts[4])"))
    }
  }

  func spans(_ side: String) -> [Domain.Span] {
    rows(side).compactMap { parts in
      guard let start = parts[0] as? Int, let end = parts[1] as? Int else { return nil }
      return Domain.Span(start: start, end: end, label: LabelID("\(parts[2])"))
    }
  }

  func points(_ side: String) -> [KeypointSimilarity.Point] {
    (data[side] as? [[Double]] ?? []).map { KeypointSimilarity.Point(x: $0[0], y: $0[1]) }
  }

  /// Units as [annotator, start, length, category].
  var unitized: SpanContinuum {
    let begin = data["begin"] as? Int ?? 0
    let length = data["length"] as? Int ?? 0
    let annotators = data["annotators"] as? [Int] ?? []
    let units = rows("units")
    let answers = annotators.map { annotator in
      units.filter { $0[0] as? Int == annotator }.compactMap { unit -> Domain.Span? in
        guard let start = unit[1] as? Int, let length = unit[2] as? Int else { return nil }
        return Domain.Span(start: start, end: start + length, label: LabelID("\(unit[3])"))
      }
    }
    return SpanContinuum(bounds: begin..<begin + length, answers: answers)
  }

  /// Units as [annotator, start, end, category].
  var continuum: SpanContinuum {
    let units = rows("units")
    let annotators = Set(units.map { "\($0[0])" }).sorted()
    return SpanContinuum(
      answers: annotators.map { annotator in
        units.filter { "\($0[0])" == annotator }.compactMap { unit -> Domain.Span? in
          guard let start = unit[1] as? Int, let end = unit[2] as? Int else { return nil }
          return Domain.Span(start: start, end: end, label: LabelID("\(unit[3])"))
        }
      })
  }

  func rows(_ key: String) -> [[Any]] { data[key] as? [[Any]] ?? [] }
}
