import Domain
import Testing

@testable import Agreement

/// Random cases against the slow formulas.
@Suite struct RegionRandomTests {
  @Test func `assignments cost least of all permutations`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<200 {
      let rows = Int.random(in: 1...5, using: &random)
      let columns = Int.random(in: rows...6, using: &random)
      let costs = (0..<rows).map { _ in
        (0..<columns).map { _ in Double(Int.random(in: -9...9, using: &random)) }
      }
      let chosen = Assignment.cheapest(costs)
      let total = chosen.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
      #expect(Set(chosen).count == rows)
      #expect(total == PlainRegions.leastCost(costs))
      let whole = Assignment.cheapest(costs.map { $0.map { Int($0) } })
      #expect(whole.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] } == total)
    }
  }

  @Test func `matched overlaps add up to the most there is`() {
    var random = RandomRegions(seed: 6)
    for threshold in [0.1, 0.3, 0.5, 0.75] {
      for _ in 0..<60 {
        let one = random.boxes()
        let other = random.varied(one) + random.boxes()
        let overlaps = one.map { first in other.map { BoxSetDistance.overlap(first, $0) } }
        let match = RegionMatch(.boxes(one), .boxes(other), threshold: threshold)
        let most = PlainRegions.bestSum(overlaps, threshold: threshold)
        #expect((match.overlapSum - most).magnitude < 1e-9)
        let byLabel = RegionMatch(
          .boxes(one), .boxes(other), threshold: threshold, policy: .labelFirst)
        #expect(byLabel.agreeing >= match.agreeing || byLabel.overlapSum <= match.overlapSum)
      }
    }
  }

  @Test func `characters' alpha and F1 as character by character`() {
    var random = RandomRegions(seed: 7)
    for _ in 0..<40 {
      let continua = random.units(4, kind: .spans).map { unit in
        SpanContinuum(
          bounds: 0..<64,
          answers: unit.answers.map {
            if case .spans(let spans) = $0.regions { spans } else { [] }
          })
      }
      let alpha = CharacterAlpha.estimate(continua)
      let plain = PlainRegions.characterAlpha(continua)
      #expect(((alpha.value ?? .nan) - plain).magnitude < 1e-9)
      let one = continua[0].answers[0]
      let other = continua[0].answers[1] + random.spans()
      let characters = [one, other].map { spans in
        Set(spans.flatMap { span in (span.start..<span.end).map { "\($0) \(span.label)" } })
      }
      let hits = SpanHits(one, other)
      #expect(hits.characters.first == characters[0].count)
      #expect(hits.characters.second == characters[1].count)
      #expect(hits.characters.firstHits == characters[0].intersection(characters[1]).count)
      func shares(_ span: Domain.Span, _ others: [Domain.Span], sameLabel: Bool) -> Bool {
        others.contains {
          $0.start < span.end && span.start < $0.end && (!sameLabel || $0.label == span.label)
        }
      }
      #expect(
        hits.overlapping.firstHits == one.count { shares($0, other, sameLabel: true) })
      #expect(
        hits.overlapping.secondHits == other.count { shares($0, one, sameLabel: true) })
      #expect(
        hits.overlappingUnlabelled.secondHits == other.count { shares($0, one, sameLabel: false) })
    }
  }

  @Test func `the best alignment is the best of all, with two annotators and with more`() {
    var random = RandomRegions(seed: 8)
    for round in 0..<60 {
      let annotators = 2 + round % 3
      let truth = Array(random.spans().prefix(annotators == 4 ? 2 : 3))
      let rows = (0..<annotators).map { _ in random.varied(truth) }
      guard rows.contains(where: { !$0.isEmpty }) else { continue }
      let position = Double(1 + round % 3)
      let label = Double(1 + round % 2)
      let empty = round % 4 == 0 ? 2.0 : 1
      let text = GammaText(SpanContinuum(answers: rows), codes: CodedSpan.codes(rows))
      let outcome = text.observed(
        GammaDissimilarity(position: position, label: label, empty: empty), GammaLimit())
      let plain = PlainRegions.leastDisorder(
        rows, position: position, label: label, empty: empty)
      #expect(((outcome?.disorder ?? .nan) - plain).magnitude < 1e-9)
    }
  }

  @Test func `unitised alpha without overlaps counts section by section`() {
    // Two annotators, one label, L = 10: units [1, 9) against [2, 3), [4, 5), [6, 7): DKPro's case.
    let label = LabelID("A")
    func unit(_ start: Int, _ end: Int) -> Domain.Span {
      Domain.Span(start: start, end: end, label: label)
    }
    let continuum = SpanContinuum(
      bounds: 0..<10, answers: [[unit(1, 9)], [unit(2, 3), unit(4, 5), unit(6, 7)]])
    let alpha = UnitizedAlpha([continuum]).alpha
    #expect(((alpha.observed ?? 0) - 0.91).magnitude < 1e-12)
    let moved = SpanContinuum(
      bounds: 100..<110,
      answers: continuum.answers.map { $0.map { unit($0.start + 100, $0.end + 100) } })
    #expect(UnitizedAlpha([moved]).alpha == alpha)
  }
}
