import Domain
import Testing

@testable import Agreement

/// What must hold whatever the data.
@Suite struct RegionLawTests {
  private let names = ["Ada", "Ben", "Cy", "Dora"]
  private let quick = RegionOptions(
    gamma: GammaOptions(precision: 0.2, limit: GammaLimit(samples: 40, texts: 6)))

  @Test(arguments: RegionKind.allCases)
  func `the order of units, answers, regions and codes changes nothing`(_ kind: RegionKind) {
    var random = RandomRegions(seed: 21)
    let units = random.units(12, kind: kind)
    let report = RegionReport(units, annotators: names, options: quick)
    // Codes 0, 1, 2, 3 become 2, 0, 3, 1.
    let codes = [2, 0, 3, 1]
    let renamed = [names[1], names[3], names[0], names[2]]
    let mixed = random.shuffled(units).map { unit in
      RegionUnit(
        answers: random.shuffled(unit.answers).map { answer in
          switch answer.regions {
          case .spans(let spans):
            RegionUnit.Answer(
              annotator: codes[answer.annotator], regions: .spans(random.shuffled(spans)))
          case .boxes(let boxes):
            RegionUnit.Answer(
              annotator: codes[answer.annotator], regions: .boxes(random.shuffled(boxes)))
          }
        }, length: unit.length)
    }
    let other = RegionReport(mixed, annotators: renamed, options: quick)
    #expect(other.figures == report.figures)
    #expect(other.byLabel == report.byLabel)
    #expect(other.labelPairs == report.labelPairs)
    #expect(other.byPair == report.byPair)
    #expect(other == report)
  }

  @Test(arguments: RegionKind.allCases)
  func `identical answers agree completely on all three questions`(_ kind: RegionKind) {
    var random = RandomRegions(seed: 22)
    let units = random.units(8, kind: kind).map { unit in
      RegionUnit(
        answers: (0..<3).map {
          RegionUnit.Answer(annotator: $0, regions: unit.answers[0].regions)
        }, length: unit.length)
    }
    let report = RegionReport(units, annotators: names, options: quick)
    let figures = report.figures
    for estimate in [
      figures.found, figures.sameLabel, figures.labelKappa, figures.samePlace,
      figures.foundWithLabel, figures.quality,
    ] {
      #expect(estimate.value == 1)
      #expect(estimate.intervalStatus == .collapsed)
    }
    for label in report.byLabel { #expect(label.jaccard.value == 1) }
    #expect(report.labelPairs.allSatisfy { $0.first == $0.second })
    guard kind == .spans else { return }
    let spans = report.spans
    #expect(spans?.figures.exact.value == 1)
    #expect(spans?.figures.boundarySimilarity.value == 1)
    #expect(spans?.characterAlpha.value == 1)
    #expect(spans?.unitized.value == 1)
    #expect(spans?.gamma?.gamma.value == 1)
    #expect(spans?.gamma?.gammaCat.value == 1)
    #expect(spans?.muc.allSatisfy { $0.f1 == 1 } == true)
  }

  @Test func `swapping sides swaps precision and recall and keeps F1`() {
    var random = RandomRegions(seed: 23)
    for _ in 0..<50 {
      let one = random.spans()
      let other = random.varied(one)
      let hits = SpanHits(one, other)
      let swapped = SpanHits(other, one)
      #expect(hits.exact.precision == swapped.exact.recall)
      #expect(hits.overlapping.f1 == swapped.overlapping.f1)
      #expect(hits.characters.f1 == swapped.characters.f1)
      let match = RegionMatch(.spans(one), .spans(other))
      let mirrored = RegionMatch(.spans(other), .spans(one))
      #expect(match.f1 == mirrored.f1)
      #expect(match.overlapSum == mirrored.overlapSum)
      #expect(match.agreeing == mirrored.agreeing)
      let starts = Set(one.map(\.start))
      let others = Set(other.map(\.start))
      #expect(
        BoundarySimilarity(borders: starts, others).value
          == BoundarySimilarity(borders: others, starts).value)
    }
  }

  @Test func `shape and label policies differ where CVAT and Datumaro do`() {
    func box(_ x: Int, _ label: String) -> Box {
      Box(
        x: Number(x), y: Number(0), width: Number(10), height: Number(10), label: LabelID(label))
    }
    let one = Regions.boxes([box(0, "red"), box(2, "blue")])
    let other = Regions.boxes([box(0, "blue"), box(2, "red")])
    #expect(RegionMatch(one, other, policy: .shapeFirst).agreeing == 0)
    #expect(RegionMatch(one, other, policy: .labelFirst).agreeing == 2)
    let twice = Regions.boxes([box(0, "red"), box(0, "blue")])
    let again = Regions.boxes([box(0, "blue"), box(0, "red")])
    #expect(RegionMatch(twice, again, policy: .shapeFirst).agreeing == 2)
  }

  @Test func `scaling and moving boxes changes no figure`() {
    var random = RandomRegions(seed: 24)
    for _ in 0..<30 {
      let one = random.boxes()
      let other = random.varied(one)
      func moved(_ boxes: [Box]) -> Regions {
        .boxes(
          boxes.map {
            Box(
              x: Number(8 * Int($0.x.double) + 1000), y: Number(8 * Int($0.y.double) - 64),
              width: Number(8 * Int($0.width.double)), height: Number(8 * Int($0.height.double)),
              label: $0.label)
          })
      }
      let match = RegionMatch(.boxes(one), .boxes(other))
      #expect(RegionMatch(moved(one), moved(other)).pairs == match.pairs)
    }
  }

  @Test func `what is undefined says why`() {
    let lone = RegionUnit(answers: [.init(annotator: 0, regions: .spans([]))])
    let none = RegionReport([lone], annotators: names, options: quick)
    #expect(none.figures.found.status == .undefinedNoPairs)
    #expect(none.meanFound.estimate.status == .undefinedNoPairs)
    let empty = RegionUnit(
      answers: (0..<2).map { .init(annotator: $0, regions: .spans([])) }, length: 30)
    let report = RegionReport([empty], annotators: names, options: quick)
    #expect(report.figures.found.value == 1)
    #expect(report.figures.found.intervalStatus == .oneUnit)
    #expect(report.figures.samePlace.status == .undefinedNoMatches)
    #expect(report.figures.sameLabel.status == .undefinedNoMatches)
    #expect(report.spans?.characterAlpha.status == .undefinedNoVariation)
    #expect(report.spans?.unitized.status == .undefinedNoData)
    #expect(report.spans?.gamma?.gamma.status == .undefinedNoData)
    #expect(RegionReport([], annotators: []).figures.found.status == .undefinedNoPairs)
  }
}
