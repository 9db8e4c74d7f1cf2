import Agreement
import Domain
import Testing

/// K. Krippendorff (1995), On the Reliability of Unitizing Continuous Data, Sociological Methodology
/// 25:47: the continua A to D of page 57 and their observed disagreements.
@Suite struct Krippendorff1995Tests {
  @Test(arguments: [
    ("A", [(2, 8), (14, 6)], [(4, 4), (15, 2)], 0.03125),
    ("B", [(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)], 2.26736),
    (
      "C", [(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)],
      0.02778
    ),
  ])
  func `observed disagreements as printed`(
    name: String, first: [(Int, Int)], second: [(Int, Int)], printed: Double
  ) {
    func spans(_ units: [(Int, Int)]) -> [Domain.Span] {
      units.map { Domain.Span(start: $0.0, end: $0.0 + $0.1, label: LabelID(name)) }
    }
    let continuum = SpanContinuum(bounds: 0..<24, answers: [spans(first), spans(second)])
    let observed = UnitizedAlpha([continuum]).alpha.observed ?? .infinity
    #expect((observed - printed).magnitude < 0.000_006)
  }
}
