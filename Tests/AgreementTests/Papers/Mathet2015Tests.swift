import Domain
import Testing

@testable import Agreement

/// Y. Mathet, A. Widlöcher & J.-P. Métivier (2015), The Unified and Holistic Method Gamma (γ) for
/// Inter-Annotator Agreement Measure and Alignment, Computational Linguistics 41:437.
@Suite struct Mathet2015Tests {
  private func unit(_ start: Int, _ end: Int, _ label: Int) -> CodedSpan {
    CodedSpan(start: start, end: end, label: label)
  }

  @Test func `the dissimilarity of position does not depend on scale or place`() {
    let measure = GammaDissimilarity()
    let near = measure.positional(unit(0, 10, 0), unit(1, 12, 0))
    #expect(near == (3.0 / 21) * (3.0 / 21))
    #expect(measure.positional(unit(500, 600, 0), unit(510, 620, 0)) == near)
    #expect(measure.positional(unit(1, 12, 0), unit(0, 10, 0)) == near)
    #expect(measure.positional(unit(0, 10, 0), unit(10, 20, 0)) == 1)
    #expect(measure.between(unit(0, 10, 0), unit(0, 10, 1)) == 1)
    #expect(measure.between(unit(0, 10, 0), unit(0, 10, 0)) == 0)
  }

  /// The example of three annotators that the implementations by Mathet and by Titeux & Riad agree on:
  /// best disorder .96, γ between .44 and .47.
  @Test func `three annotators, random texts by moving rows`() {
    func spans(_ units: [(Int, Int, String)]) -> [Domain.Span] {
      units.map { Domain.Span(start: $0.0, end: $0.1, label: LabelID($0.2)) }
    }
    let continuum = SpanContinuum(
      bounds: 2..<60,
      answers: [
        spans([
          (2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7"),
        ]),
        spans([(2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")]),
        spans([
          (2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6"),
        ]),
      ])
    let options = GammaOptions(
      dissimilarity: GammaDissimilarity(position: 3, label: 1), precision: 0.01, seed: 1)
    let gamma = GammaAgreement([continuum], options: options)
    #expect(((gamma.gamma.observed ?? 0) - 0.96).magnitude < 0.001)
    #expect((gamma.gamma.value ?? 0) > 0.42 && (gamma.gamma.value ?? 1) < 0.49)
  }
}
