import Agreement
import Testing

@Suite struct ModelVoteTests {
  /// Units by three people each, and a model.
  private static func votes(
    _ rows: [[Int32]], _ model: [Int32], confidences: [Double] = []
  ) -> ModelVotes {
    let width = rows.first?.count ?? 0
    let table = VoteTable(
      offsets: (0...rows.count).map { $0 * width },
      annotators: rows.flatMap { $0.indices.map { Int32($0) } }, labels: rows.flatMap(\.self),
      annotatorCount: width, labelCount: 3)
    return ModelVotes(people: table, labels: model, confidences: confidences)
  }

  @Test func `a model beside three people, by hand`() throws {
    let report = ModelVoteReport(
      Self.votes(
        [[0, 0, 1], [1, 1, 1], [0, 1, 2], [2, 2, 0], [0, 0, 0]], [0, 1, 2, 0, -1],
        confidences: [0.9, 0.8, 0.7, 0.6, .nan]))
    #expect(report.units == 4 && report.commonUnits == 4 && report.tiedUnits == 1)
    #expect(report.accuracy.value == 2 / 3.0)
    #expect(report.confusion.cells.map(\.count) == [1, 1, 1])
    #expect(report.people.map(\.units) == [4, 4, 4])
    #expect(report.people.map(\.agreement.value) == [0.5, 0.5, 0.75])
    // With people 2/3, 1, 1/3, 1/3; among themselves 1/3, 1, 0, 1/3.
    let test = report.substitute
    let difference = test.difference.value ?? .nan
    #expect((difference - 1 / 6.0).magnitude < 1e-15)
    #expect(test.verdict == .alike && test.winningRate == nil && test.mayReplace == nil)
    let calibration = try #require(report.calibration)
    #expect(calibration.units == 3)
    #expect(((calibration.meanConfidence ?? .nan) - 2.3 / 3).magnitude < 1e-15)
  }

  @Test func `a copy of the majority passes for one more annotator, noise does not`() throws {
    var random = SeededRandom(seed: 2025)
    var rows: [[Int32]] = []
    var good: [Int32] = []
    var bad: [Int32] = []
    for _ in 0..<400 {
      let truth = Int32.random(in: 0..<3, using: &random)
      rows.append(
        (0..<4).map { _ in
          Int.random(in: 0..<10, using: &random) < 7
            ? truth : Int32.random(in: 0..<3, using: &random)
        })
      good.append(truth)
      bad.append(Int32.random(in: 0..<3, using: &random))
    }
    let better = ModelVoteReport(Self.votes(rows, good)).substitute
    let worse = ModelVoteReport(Self.votes(rows, bad)).substitute
    #expect(better.verdict == .above && better.mayReplace == true && better.winningRate == 1)
    #expect(worse.verdict == .below && worse.mayReplace == false && worse.winningRate == 0)
  }

  @Test func `the alternative annotator test against its plain formula`() throws {
    var random = SeededRandom(seed: 35)
    for _ in 0..<20 {
      let rows = (0..<40).map { _ in
        (0..<3).map { _ in Int32.random(in: 0..<2, using: &random) }
      }
      let model = rows.map { _ in Int32.random(in: 0..<2, using: &random) }
      let test = ModelVoteReport(Self.votes(rows, model)).substitute
      for (person, place) in test.places.enumerated() {
        var differences: [Double] = []
        var wins = 0.0
        for (row, label) in zip(rows, model) {
          let others = row.indices.filter { $0 != person }
          let ours = others.count { row[$0] == label }
          let theirs = others.count { row[$0] == row[person] }
          wins += ours >= theirs ? 1 : 0
          differences.append((theirs >= ours ? 1 : 0) - (ours >= theirs ? 1 : 0))
        }
        let mean = differences.reduce(0, +) / 40
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(place.modelShare == wins / 40)
        #expect(((place.difference.value ?? .nan) - mean).magnitude < 1e-15)
        let error = (squares / (40 * 39)).squareRoot()
        #expect(((place.difference.standardError ?? .nan) - error).magnitude < 1e-12)
      }
    }
  }

  @Test func `nobody in common is no figure`() {
    let report = ModelVoteReport(Self.votes([[0, 1, 2]], [-1]))
    #expect(report.units == 0 && report.accuracy.status == .undefinedNoData)
    #expect(report.substitute.difference.value == nil && report.calibration == nil)
  }

  @Test func `where everybody agrees the model is like the others`() {
    let rows = (0..<50).map { Array(repeating: Int32($0 % 3), count: 3) }
    let test = ModelVoteReport(Self.votes(rows, rows.map { $0[0] })).substitute
    #expect(test.difference.value == 0 && test.verdict == .alike)
    #expect(test.advantage == 1 && test.mayReplace == true)
  }
}
