import Agreement
import Testing

/// Who stands alone, and what they said beside what others said: counted slowly, unit by unit.
struct StandingAloneTests {
  private static let units: [[Int32]] = [
    [0, 0, 1], [1, 0, 0], [0, 1, 1], [0, 1], [0, 1, 2], [0, 0, 0], [0, 0, 1, 1], [2, 2, 2, 0],
    [1],
  ]

  /// The annotator's code is the place in the unit.
  private static var votes: VoteTable {
    var offsets = [0]
    var annotators: [Int32] = []
    var labels: [Int32] = []
    for unit in units {
      for (annotator, label) in unit.enumerated() {
        annotators.append(Int32(annotator))
        labels.append(label)
      }
      offsets.append(labels.count)
    }
    return VoteTable(
      offsets: offsets, annotators: annotators, labels: labels, annotatorCount: 4, labelCount: 3)
  }

  @Test func `alone is one against two or more who agree`() {
    let ruled: [Int32] = [
      1, 0, AnnotatorEvidence.noneOfThese, -1, -1, -1, 0, AnnotatorEvidence.unknown, -1,
    ]
    let all = StandingAlone.all(Self.votes, ruled: ruled)
    #expect(all.map(\.units) == [2, 0, 1, 1])
    #expect(all.map(\.ruled) == [2, 0, 1, 0])
    #expect(all.map(\.right) == [0, 0, 1, 0])
    #expect(StandingAlone.all(Self.votes).map(\.ruled) == [0, 0, 0, 0])
  }

  @Test func `a cell is the units in which somebody else said the label`() throws {
    let all = LabelsBesideOthers.all(Self.votes)
    for annotator in 0..<4 {
      var expected: [[Int32]: Int] = [:]
      for unit in Self.units where unit.indices.contains(annotator) {
        var others = unit
        let own = others.remove(at: annotator)
        for label in Set(others) { expected[[label, own], default: 0] += 1 }
      }
      let counted = Dictionary(
        uniqueKeysWithValues: all[annotator].cells.map {
          ([Int32($0.others), Int32($0.given)], $0.units)
        })
      #expect(counted == expected)
      #expect(LabelsBesideOthers.one(annotator, Self.votes) == all[annotator])
    }
    let most = try #require(all[0].differences.first)
    #expect(most.others == 1 && most.given == 0 && most.units == 5)
  }
}
