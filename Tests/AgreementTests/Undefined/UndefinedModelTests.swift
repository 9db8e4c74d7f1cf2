import Agreement
import Domain
import Testing

/// Calibration, label errors, preferences and regions on next to nothing.
@Suite struct UndefinedModelTests {
  private static func expectSound(
    _ report: Any, _ name: String, mayBeInfinite: Set<String> = []
  ) {
    let walk = FigureWalk(report, mayBeInfinite: mayBeInfinite)
    #expect(walk.problems.isEmpty, "\(name): \(walk.problems.prefix(3))")
  }

  @Test func `what is no probability is refused`() {
    for bad in [Double.nan, -0.1, 1.1, .infinity] {
      #expect(throws: AgreementError.noProbability(row: 1)) {
        try ProbabilityTable(labels: [0, 1], rows: [[0.5, 0.5], [bad, 0.5]])
      }
      #expect(throws: AgreementError.noProbability(row: 1)) {
        try Forecasts(confidences: [0.5, bad], outcomes: [true, false])
      }
    }
  }

  private static let tables: [(labels: [Int], rows: [[Double]])] = [
    ([], []), ([0], [[1]]), ([0], [[0]]), ([0, 0, 0], [[1, 0], [1, 0], [1, 0]]),
    ([1], [[0.5, 0.5]]), ([0, 1], [[0, 1], [1, 0]]), ([0, 1], [[0, 0], [0, 0]]),
    ([0, 1, 0], [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]]), ([1, 1], [[0.2, 0.8], [0.3, 0.7]]),
    ([2, 2], [[1, 1, 1], [0.1, 0.1, 0.1]]),
  ]

  @Test func `calibration and label errors`() throws {
    for (labels, rows) in Self.tables {
      let table = try ProbabilityTable(labels: labels, rows: rows)
      for bins in [1, 2, 15] {
        let report = CalibrationReport(table, bins: bins)
        Self.expectSound(report, "\(labels) \(rows)")
        #expect((report.errors.l1.value == nil) == labels.isEmpty)
        Self.expectSound(
          CalibrationReport(table.topForecasts, bins: bins), "\(labels) \(rows)")
      }
      for ranking in LabelSuspect.Ranking.allCases {
        Self.expectSound(LabelErrorReport(table, ranking: ranking), "\(labels) \(rows)")
      }
    }
  }

  @Test func `perfect forecasts lose exactly nothing`() throws {
    let forecasts = try Forecasts(confidences: [1, 0, 1], outcomes: [true, false, true])
    let report = CalibrationReport(forecasts)
    #expect(report.logLoss.value == 0 && report.logLoss.value?.sign == .plus)
    #expect(report.brier.value == 0 && report.errors.l1.value == 0)
    #expect(report.errors.l1.intervalStatus == .collapsed)
    let wrong = try Forecasts(confidences: [1, 0], outcomes: [true, true])
    #expect(CalibrationReport(wrong).logLoss.status == .infinite)
  }

  @Test func `a model beside people`() {
    for given in UndefinedCases.all {
      let votes = given.votes()
      let count = votes.unitCount
      let answers: [([Int32], [Double])] = [
        (Array(repeating: ModelVotes.none, count: count), []),
        (Array(repeating: 0, count: count), Array(repeating: .nan, count: count)),
        ((0..<count).map { Int32($0 % 3) }, (0..<count).map { Double($0 % 2) }),
        (Array(repeating: 9, count: count), Array(repeating: 0.5, count: count)),
      ]
      for (labels, confidences) in answers {
        let report = ModelVoteReport(
          ModelVotes(people: votes, labels: labels, confidences: confidences))
        Self.expectSound(report, "\(given)")
      }
    }
  }

  private static let preferences: [[PreferenceUnit]] = {
    func unit(_ first: Int32, _ second: Int32, _ choices: [PreferenceChoice]) -> PreferenceUnit {
      PreferenceUnit(
        first: first, second: second, prompt: 0, pair: 0,
        votes: choices.enumerated().map { PreferenceVote(annotator: Int32($0), $1) })
    }
    var random = SeededRandom(seed: 12)
    let choices: [PreferenceChoice] = [.first, .second, .tie, .neither]
    var cases: [[PreferenceUnit]] = [
      [], [unit(0, 1, [])], [unit(0, 1, [.first])], [unit(0, 1, [.tie, .tie])],
      [unit(0, 1, [.neither])], [unit(-1, -1, [.first, .second])], [unit(0, 0, [.first])],
      [unit(0, 1, [.first, .second])], [unit(0, 1, [.first]), unit(1, 0, [.first])],
      [unit(0, 1, [.first]), unit(1, 2, [.first]), unit(2, 0, [.first])],
    ]
    for _ in 0..<120 {
      cases.append(
        (0..<Int.random(in: 1...7, using: &random)).map { _ in
          let first = Int32.random(in: 0..<3, using: &random)
          let votes = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            choices[Int.random(in: 0..<4, using: &random)]
          }
          return unit(first, (first + 1) % 3, votes)
        })
    }
    return cases
  }()

  @Test(arguments: TieHandling.allCases)
  func `preferences, whatever ties mean`(ties: TieHandling) {
    for units in Self.preferences {
      for pseudoCount in [0, 0.5] {
        let report = PreferenceReport(
          units, systems: ["one", "two", "three"], annotators: ["Ada", "Bo", "Cy"], ties: ties,
          pseudoCount: pseudoCount)
        Self.expectSound(report, "\(units)", mayBeInfinite: ["upper"])
        #expect(report.strengthStatus == .defined || report.strengthStatus.explanation != nil)
      }
    }
  }

  private static func regions(_ spans: [[(Int, Int, String)]?]) -> RegionUnit {
    RegionUnit(
      answers: spans.enumerated().compactMap { annotator, spans in
        spans.map { spans in
          RegionUnit.Answer(
            annotator: annotator,
            regions: .spans(spans.map { Span(start: $0.0, end: $0.1, label: LabelID($0.2)) }))
        }
      }, length: nil)
  }

  @Test func `spans of nobody, of one, of nothing, of no length`() {
    let cases: [[RegionUnit]] = [
      [], [Self.regions([nil, nil])], [Self.regions([[], nil])], [Self.regions([[], []])],
      [Self.regions([[(0, 5, "a")], nil]), Self.regions([nil, [(0, 5, "a")]])],
      [Self.regions([[(0, 5, "a")], []])], [Self.regions([[(0, 5, "a")], [(0, 5, "a")]])],
      [Self.regions([[(0, 5, "a")], [(0, 5, "b")]])],
      [Self.regions([[(3, 3, "a")], [(3, 3, "a")]])],
      [Self.regions([[(0, 5, "a")], [(7, 9, "a")]]), Self.regions([[], []])],
      [Self.regions([[(0, 4, "e\u{301}")], [(0, 4, "\u{E9}")], []])],
      [Self.regions([[(0, 1 << 40, "a")], [(5, 1 << 41, "a")]])],
    ]
    for units in cases {
      let report = RegionReport(units, annotators: ["Ada", "Bo", "Cy"])
      Self.expectSound(report, "\(units)")
    }
    let alike = RegionReport(cases[10], annotators: ["Ada", "Bo", "Cy"])
    #expect(alike.labels.count == 2 && alike.figures.agreeing == 0)
  }

  @Test func `boxes of nobody, of one, of nothing, without an area`() throws {
    func box(_ x: Int, _ size: Int, _ label: String) throws -> Box {
      func number(_ value: Int) throws -> Number { try #require(Number("\(value)")) }
      return Box(
        x: try number(x), y: try number(0), width: try number(size), height: try number(size),
        label: LabelID(label))
    }
    let cases: [[[Box]?]] = [
      [nil, nil], [[], nil], [[], []], [[try box(0, 4, "a")], []],
      [[try box(0, 0, "a")], [try box(0, 0, "a")]], [[try box(0, 4, "a")], [try box(9, 4, "a")]],
      [[try box(0, 4, "a")], [try box(1, 4, "b")]],
      [[try box(0, 1_000_000_000, "a")], [try box(1, 1_000_000_000, "a")]],
    ]
    for answers in cases {
      let unit = RegionUnit(
        answers: answers.enumerated().compactMap { annotator, boxes in
          boxes.map { RegionUnit.Answer(annotator: annotator, regions: .boxes($0)) }
        })
      for units in [[unit], [unit, unit]] {
        Self.expectSound(RegionReport(units, annotators: ["Ada", "Bo"]), "\(answers)")
      }
    }
  }
}
