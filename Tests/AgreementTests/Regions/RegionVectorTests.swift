import Domain
import Foundation
import Testing

@testable import Agreement

/// A file with the numbers of region cases and figures in it.
struct RegionVectorCount: Sendable {
  let path: String
  let cases: [String: Int]
  let figures: Int
}

@Suite struct RegionVectorTests {
  @Test(arguments: [
    RegionVectorCount(
      path: "vectors/agreement.json",
      cases: [
        "box_match": 6, "oks": 1, "span_f1": 1, "muc_counts": 1, "boundary_similarity": 3,
        "unitized_alpha": 4, "gamma_disorder": 5,
      ], figures: 89),
    RegionVectorCount(
      path: "vectors/random.json",
      cases: [
        "box_match": 16, "assignment": 3, "oks": 4, "span_f1": 8, "token_f1": 8, "muc_counts": 8,
        "boundary_similarity": 4, "unitized_alpha": 4, "gamma_disorder": 3,
      ], figures: 212),
  ])
  func `every figure of the reference vectors comes out`(_ count: RegionVectorCount) throws {
    guard let vectors = try RegionVector.cases(count.path) else { return }
    let cases = Dictionary(grouping: vectors, by: \.measure).mapValues(\.count)
    #expect(cases == count.cases)
    var compared = 0
    for vector in vectors { compared += compare(figures(vector), vector) }
    #expect(compared == count.figures)
  }

  private func figures(_ vector: RegionVector) -> [String: Any?] {
    switch vector.measure {
    case "box_match": return match(vector)
    case "assignment": return ["value": assignment(vector)]
    case "oks": return ["value": oks(vector)]
    case "span_f1":
      let hits = SpanHits(vector.spans("a"), vector.spans("b")).exact
      return ["value": hits.f1, "precision": hits.precision, "recall": hits.recall]
    case "token_f1":
      return ["value": SpanHits(vector.spans("a"), vector.spans("b")).characters.f1]
    case "muc_counts":
      let counts = MUCCounts.all(reference: vector.spans("a"), vector.spans("b"))
      return Dictionary(
        uniqueKeysWithValues: counts.map {
          ($0.scheme.rawValue, [$0.correct, $0.incorrect, $0.partial, $0.missed, $0.spurious])
        })
    case "boundary_similarity":
      let similarity = BoundarySimilarity(
        masses: vector.data["a"] as? [Int] ?? [], vector.data["b"] as? [Int] ?? [],
        window: Int(vector.option("n_t", 2)))
      return ["value": similarity.value]
    case "unitized_alpha": return unitized(vector)
    default: return ["value": disorder(vector)]
    }
  }

  private func compare(_ ours: [String: Any?], _ vector: RegionVector) -> Int {
    for (key, wanted) in vector.expected {
      let own = ours[key] ?? nil
      switch wanted {
      case let text as String: #expect(own as? String == text, "\(vector.name) \(key)")
      case is NSNull: #expect(own == nil, "\(vector.name) \(key)")
      case let list as [Double]:
        let values = (own as? [Double]) ?? (own as? [Int])?.map(Double.init) ?? []
        #expect(values.count == list.count, "\(vector.name) \(key)")
        for (value, wanted) in zip(values, list) {
          #expect((value - wanted).magnitude <= vector.tolerance, "\(vector.name) \(key)")
        }
      case let number as NSNumber:
        let value = (own as? Double) ?? (own as? Int).map(Double.init) ?? .infinity
        #expect(
          (value - number.doubleValue).magnitude <= vector.tolerance,
          "\(vector.name) \(key): \(value) is not \(number)")
      default: Issue.record("\(vector.name) \(key): nothing compared")
      }
    }
    return vector.expected.count
  }

  /// The files write 0 for the mean overlap of no pair; here it is undefined.
  private func match(_ vector: RegionVector) -> [String: Any?] {
    let match = RegionMatch(
      .boxes(vector.boxes("a")), .boxes(vector.boxes("b")),
      threshold: vector.option("threshold", 0.5),
      policy: MatchingPolicy(rawValue: vector.options["strategy"] as? String ?? "")
        ?? .shapeFirst)
    #expect((match.meanOverlap == nil) == match.pairs.isEmpty)
    return [
      "matches": match.agreeing, "mismatches": match.disagreeing,
      "unmatched_a": match.unmatchedFirst, "unmatched_b": match.unmatchedSecond,
      "ious": match.overlaps, "sum_iou": match.overlapSum, "mean_iou": match.meanOverlap ?? 0,
    ]
  }

  private func assignment(_ vector: RegionVector) -> Double {
    var costs = vector.data["cost"] as? [[Double]] ?? []
    let sign = vector.options["maximize"] as? Bool == true ? -1.0 : 1
    if costs.count > costs[0].count {
      costs = costs[0].indices.map { column in costs.map { $0[column] } }
    }
    let columns = Assignment.cheapest(costs.map { $0.map { sign * $0 } })
    #expect(Set(columns).count == costs.count)
    return columns.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
  }

  private func oks(_ vector: RegionVector) -> Double? {
    KeypointSimilarity.value(
      vector.points("a"), vector.points("b"),
      area: (vector.data["area"] as? NSNumber)?.doubleValue ?? 0,
      sigmas: vector.data["sigmas"] as? [Double] ?? [],
      isLabelled: (vector.data["visibility"] as? [Int] ?? []).map { $0 > 0 })
  }

  private func unitized(_ vector: RegionVector) -> [String: Any?] {
    let figure = UnitizedAlpha([vector.unitized])
    var figures: [String: Any?] = [
      "value": figure.alpha.value, "status": figure.alpha.status.rawValue,
    ]
    for label in figure.byLabel {
      figures["alpha_\(label.label)"] = label.alpha.value
      figures["observed_\(label.label)"] = label.alpha.observed
      figures["expected_\(label.label)"] = label.alpha.expected
    }
    return figures
  }

  private func disorder(_ vector: RegionVector) -> Double? {
    let continuum = vector.continuum
    let text = GammaText(continuum, codes: CodedSpan.codes(continuum.answers))
    let dissimilarity = GammaDissimilarity(
      position: vector.option("alpha", 1), label: vector.option("beta", 1),
      empty: vector.option("delta_empty", 1))
    return text.observed(dissimilarity, GammaLimit())?.disorder
  }
}
