import Agreement
import Testing

/// What further rulings are worth, as far as the models can tell.
@Suite struct ReleaseForecastTests {
  @Test func `the curve counts the expected errors that are left`() throws {
    let forecast = ReleaseForecast(
      wrong: [0.5, 0.3, 0.2, 0.0], ruled: 6, expected: 0, observed: 0)
    #expect(forecast.factor == 1)
    #expect(try #require(forecast.point(after: 0)).accuracy == 0.9)
    #expect((try #require(forecast.point(after: 1)).accuracy - 0.95).magnitude < 1e-12)
    #expect((forecast.worth(of: 2) - 0.08).magnitude < 1e-12)
    #expect(try #require(forecast.point(after: 99)).accuracy == 1)
    #expect(forecast.rulings(toReach: 0.94) == 1)
    #expect(forecast.rulings(toReach: 0.9) == 0)
    #expect(forecast.rulings(toReach: 1) == 3)
    for rulings in 0...4 {
      let point = try #require(forecast.point(after: rulings))
      #expect(point.band.lower <= point.accuracy && point.accuracy <= point.band.upper)
      #expect(point.band.lower >= 0 && point.band.upper <= 1)
    }
  }

  @Test func `forecasts that failed more often than they said make it more careful`() throws {
    let wrong = Array(repeating: 0.1, count: 100)
    let kept = ReleaseForecast(wrong: wrong, ruled: 40, expected: 10, observed: 10)
    let broken = ReleaseForecast(wrong: wrong, ruled: 40, expected: 10, observed: 20)
    #expect(kept.factor == 1 && broken.factor > 1.5)
    let one = try #require(kept.point(after: 0))
    let other = try #require(broken.point(after: 0))
    #expect(other.accuracy < one.accuracy && other.band.lower < one.band.lower)
    let unknown = ReleaseForecast(wrong: wrong, ruled: 0, expected: 0, observed: 0)
    let width = { (point: ReleaseForecast.Point) in point.band.upper - point.band.lower }
    let wide = try #require(unknown.point(after: 0))
    // Per unit, as more of them are known to be right in the other.
    #expect(width(wide) * 100 > width(one) * 140)
  }

  @Test func `what comes true lies in the band, nine times in ten`() throws {
    var inside = 0
    var all = 0
    for seed in 1...12 {
      let votes = MadeVotes(
        seed: UInt64(seed), units: 150, annotators: 10, labels: 3, votesPerUnit: 3...5,
        accuracies: 0.4...0.95)
      var model = AnnotatorModelTests.model(votes)
      model.set(model.top(20).map { UnitRuling(unit: $0, standing: .ruled(votes.truth[$0])) })
      let forecast = model.releaseForecast()
      #expect(forecast.units == 150 && forecast.waiting == 130)
      var done = 0
      for further in [0, 20, 40] {
        let taken = model.top(further - done)
        model.set(taken.map { UnitRuling(unit: $0, standing: .ruled(votes.truth[$0])) })
        done = further
        let right = votes.units.indices.count { model.released($0)?.label == votes.truth[$0] }
        let band = try #require(forecast.point(after: further)).band
        all += 1
        if (band.lower...band.upper).contains(Double(right) / 150) { inside += 1 }
      }
    }
    #expect(inside * 10 >= all * 9, "\(inside) of \(all)")
  }
}
