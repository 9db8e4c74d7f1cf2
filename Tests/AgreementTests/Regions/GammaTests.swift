import Domain
import Testing

@testable import Agreement

@Suite struct GammaTests {
  private func span(_ start: Int, _ end: Int, _ label: String) -> Domain.Span {
    Domain.Span(start: start, end: end, label: LabelID(label))
  }

  private var crowd: SpanContinuum {
    SpanContinuum(
      answers: (0..<6).map { annotator in
        (0..<12).map { span($0 + annotator % 3, $0 + 8, "abc".map { String($0) }[$0 % 3]) }
      })
  }

  @Test func `the same seed gives the same figure, and the samples are counted`() {
    var random = RandomRegions(seed: 31)
    let truth = random.spans()
    let continuum = SpanContinuum(
      bounds: 0..<64, answers: (0..<3).map { _ in random.varied(truth) })
    let first = GammaAgreement([continuum], options: GammaOptions(seed: 4))
    #expect(first == GammaAgreement([continuum], options: GammaOptions(seed: 4)))
    #expect(first.samples >= 30)
    #expect(first.samplingError != nil)
    #expect(first.gamma.intervalStatus == .sampling)
    let other = GammaAgreement([continuum], options: GammaOptions(seed: 5))
    #expect(other.gamma.observed == first.gamma.observed)
    #expect(other.gamma.expected != first.gamma.expected)
    let apart = ((other.gamma.value ?? 0) - (first.gamma.value ?? 0)).magnitude
    #expect(apart < 6 * (first.samplingError ?? 0))
    let exact = GammaAgreement([continuum], options: GammaOptions(precision: 0.005, seed: 4))
    #expect(exact.samples > first.samples)
    #expect((exact.samplingError ?? 1) < (first.samplingError ?? 0))
  }

  @Test func `what is beyond the limits is undefined and counted`() {
    let limit = GammaLimit(candidates: 50, steps: 10)
    let gamma = GammaAgreement([crowd], options: GammaOptions(limit: limit))
    #expect(gamma.gamma.status == .undefinedBeyondLimit)
    #expect(gamma.textsBeyondLimit == 1)
    #expect(gamma.texts == 0)
    #expect(gamma.samplingError == nil)
  }

  @Test func `chance alone gives about nothing`() {
    var random = RandomRegions(seed: 33)
    let continua = (0..<40).map { _ in
      SpanContinuum(bounds: 0..<60, answers: [random.spans(), random.spans()])
    }
    let gamma = GammaAgreement(continua, options: GammaOptions(precision: 0.05))
    #expect((gamma.gamma.value ?? 1).magnitude < 0.15)
    #expect(gamma.gamma.intervalStatus == .jackknife)
  }

  @Test func `texts beyond the number allowed are drawn, whatever their order`() {
    var random = RandomRegions(seed: 34)
    let continua = (0..<10).map { _ in
      SpanContinuum(bounds: 0..<60, answers: [random.spans(), random.spans()])
    }
    let options = GammaOptions(precision: 0.2, limit: GammaLimit(texts: 4))
    let gamma = GammaAgreement(continua, options: options)
    #expect(gamma.texts == 4)
    #expect(gamma.textsNotDrawn == 6)
    #expect(GammaAgreement(random.shuffled(continua), options: options).gamma == gamma.gamma)
  }
}
