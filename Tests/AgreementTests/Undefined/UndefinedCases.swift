import Agreement

/// Ratings that leave figures undefined, by what is odd about them; and random small ones.
enum UndefinedCases {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let units: [[UnitRating]]
    var labels = ["yes", "no", "maybe"]
    var annotators = ["Ada", "Bo", "Cy"]

    init(_ description: String, _ units: [[(Int32, Int32)]]) {
      self.description = description
      self.units = units.map { $0.map { UnitRating(annotator: $0.0, label: $0.1) } }
    }

    init(_ description: String, _ random: RandomRatings) {
      self.description = description
      units = random.units
      labels = (0..<random.labelCount).map { "\($0 + 1)" }
      annotators = (0..<50).map { "annotator \($0)" }
    }

    func labelled(_ labels: [String]) -> Case {
      var copy = self
      copy.labels = labels
      return copy
    }

    var sums: AgreementSums { RandomRatings.sums(units) }
    var patterns: PatternCounts { RandomRatings.patterns(units) }

    /// - Parameter times: By unit and place in it; nil leaves all without a time.
    func votes(times: ((Int, Int) -> Int64)? = nil) -> VoteTable {
      var offsets = [0]
      for unit in units { offsets.append((offsets.last ?? 0) + unit.count) }
      let all = Array(units.joined())
      let given = units.enumerated().flatMap { unit, ratings in
        ratings.indices.map { place in times?(unit, place) ?? VoteTable.noTime }
      }
      return VoteTable(
        offsets: offsets, annotators: all.map(\.annotator), labels: all.map(\.label),
        annotatorCount: annotators.count, labelCount: labels.count,
        times: times == nil ? [] : given)
    }
  }

  private static let two: [[(Int32, Int32)]] = [[(0, 0), (1, 1)], [(0, 1), (1, 1)]]

  static let named: [Case] = [
    Case("no unit", []), Case("all abstain", [[], [], []]), Case("one rating", [[(0, 0)]]),
    Case("one unit, one label", [[(0, 0), (1, 0)]]),
    Case("one unit, two labels", [[(0, 0), (1, 1)]]),
    Case("one unit, three annotators", [[(0, 0), (1, 1), (2, 1)]]),
    Case("one label", Array(repeating: [(0, 2), (1, 2), (2, 2)], count: 5)),
    Case("one annotator", [[(0, 0)], [(0, 1)], [(0, 0)], [(0, 2)]]),
    Case("two without a common unit", [[(0, 0)], [(1, 1)], [(0, 1)], [(1, 1)]]),
    Case("each constant, but different", Array(repeating: [(0, 0), (1, 1)], count: 6)),
    Case("complete agreement", [[(0, 0), (1, 0)], [(0, 1), (1, 1)], [(0, 2), (1, 2)]]),
    Case("variation hangs on one unit", [[(0, 0), (1, 0)], [(0, 0), (1, 0)], [(0, 0), (1, 1)]]),
    Case("nobody known", [[(-1, 0), (-1, 1)], [(-1, 1), (-1, 1)]]),
    Case("an annotator twice in a unit", [[(0, 0), (0, 1)], [(0, 1), (0, 1)]]),
    Case(
      "variation in single ratings only",
      [[(0, 0), (1, 0)], [(0, 0), (2, 0)], [(1, 1)], [(2, 2)]]),
    Case("labels that only look alike", two).labelled(["caf\u{E9}", "cafe\u{301}", "other"]),
    Case("numbers written in two ways", two).labelled(["1", "1.0", "1.00"]),
    Case("negative numbers", two).labelled(["-1", "1", "0"]),
    Case("nothing but nought", two).labelled(["0", "0.0", "00"]),
    Case("enormous numbers", two).labelled(["1" + String(repeating: "0", count: 30), "-1", "5"]),
    Case("names that are empty", two).labelled(["", " ", "\u{0}"]),
  ]

  static let random: [Case] = (0..<90).map { seed in
    Case("seed \(seed)", RandomRatings(seed: UInt64(seed) + 7_000, largestUnitCount: 1 + seed % 6))
  }

  static let all = named + random
}
