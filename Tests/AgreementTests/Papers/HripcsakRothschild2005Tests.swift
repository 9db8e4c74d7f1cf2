import Agreement
import Domain
import Testing

/// G. Hripcsak & A. Rothschild (2005), Agreement, the F-Measure, and Reliability in Information
/// Retrieval, JAMIA 12:296: pairwise F is 2a / (2a + b + c), and κ approaches it as the count of true
/// negatives grows.
@Suite struct HripcsakRothschild2005Tests {
  @Test func `F is the limit of kappa with ever more negatives`() {
    func spans(_ starts: Range<Int>) -> [Domain.Span] {
      starts.map { Domain.Span(start: 10 * $0, end: 10 * $0 + 4, label: LabelID("x")) }
    }
    // a = 30 in common, b = 10 and c = 20 on one side only.
    let hits = SpanHits(spans(0..<40), spans(10..<60)).exact
    #expect(hits.f1 == 60.0 / 90)
    var last = -1.0
    for negatives in [0, 100, 10_000, 100_000_000] {
      let table = ContingencyTable(counts: [[30, 10], [20, negatives]])
      let kappa = CohenKappa.value(table) ?? .nan
      #expect(kappa > last && kappa < hits.f1)
      last = kappa
    }
    #expect((last - hits.f1).magnitude < 1e-5)
  }
}
