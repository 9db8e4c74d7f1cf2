package import Agreement
package import Domain
package import Store

/// Gold, and how annotators stand by it.
package struct GoldReport: Sendable {
  /// One unit that is gold.
  package struct Entry: Sendable {
    package let gold: GoldUnit
    /// Answers that say what gold says, of all that were given.
    package let passed: Int
    package let asked: Int
    /// What people say most that gold does not; nil where nobody does.
    package let rival: Value?
    /// Why the gold itself may be wrong; nil where nothing speaks for that.
    package let suspicion: GoldSuspicion?
  }

  /// One annotator beside gold.
  package struct Person: Sendable {
    package let annotator: AnnotatorID
    package let passed: Int
    package let asked: Int
    /// How many of the answers were given unseen, to gold among other items.
    package let seeded: Int
    /// Units on which they declined to answer.
    package let declined: Int
    /// What was right and what they said, most frequent first.
    package let confusions: [Confusion]

    /// With Wilson's interval.
    package var rate: Estimate { Estimate.share(passed, of: asked) }
  }

  package struct Confusion: Hashable, Sendable {
    package let right: Value
    package let said: Value
    package let count: Int
  }

  /// Which answers are held against gold.
  package enum Extent: String, Sendable, CaseIterable {
    /// What each annotator said last: unseen where they were tried, else in the ordinary course.
    case all
    /// Only what was said unseen.
    case seeded
  }

  package let extent: Extent
  /// In byte order of items and questions.
  package let entries: [Entry]
  /// The lowest rate first, then by name.
  package let people: [Person]
  /// Units whose gold says no value that an answer could equal.
  package let unmeasured: Int

  /// - Parameter answers: by unit, in the order of batches and files.
  package init(
    _ units: [GoldUnit], answers: [UnitID: [TrialAnswer]], extent: Extent = .all
  ) {
    self.extent = extent
    var tallies: [AnnotatorID: Tally] = [:]
    var counts: [GoldSuspicion.Count] = []
    var rivals: [Value?] = []
    for gold in units {
      var asked = 0
      var passed = 0
      var said: [Value: Int] = [:]
      let counted = gold.measure == nil ? [] : Self.counted(answers[gold.unit] ?? [], extent)
      for answer in counted {
        guard let annotator = answer.annotator, let right = gold.measure else { continue }
        let isRight = answer.value == right
        tallies[annotator, default: Tally()].add(answer, right: right)
        guard answer.value != .abstained else { continue }
        asked += 1
        if isRight { passed += 1 } else { said[answer.value, default: 0] += 1 }
      }
      counts.append(GoldSuspicion.Count(asked: asked, failed: asked - passed))
      rivals.append(Self.most(said))
    }
    let suspicions = Dictionary(
      uniqueKeysWithValues: GoldSuspicion.all(counts).map { ($0.item, $0) })
    entries = units.enumerated().map { index, gold in
      Entry(
        gold: gold, passed: counts[index].asked - counts[index].failed,
        asked: counts[index].asked, rival: rivals[index], suspicion: suspicions[index])
    }
    unmeasured = units.count { $0.measure == nil }
    people = tallies.map { $1.person($0) }.sorted {
      let (one, other) = ($0.rate.value ?? 2, $1.rate.value ?? 2)
      return one == other ? $0.annotator < $1.annotator : one < other
    }
  }

  /// One answer an annotator: the last one given unseen, else the rating that counts. What was said to
  /// try a draft of the guideline says nothing of who knows the version in force.
  private static func counted(_ answers: [TrialAnswer], _ extent: Extent) -> [TrialAnswer] {
    var chosen: [AnnotatorID: TrialAnswer] = [:]
    for answer in answers {
      guard let annotator = answer.annotator, !answer.isOfCalibration else { continue }
      if !answer.isTrial, extent == .seeded || chosen[annotator]?.isTrial == true { continue }
      chosen[annotator] = answer
    }
    return chosen.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The most frequent, of equals the first by its canonical form.
  private static func most(_ said: [Value: Int]) -> Value? {
    said.max { one, other in
      one.value == other.value
        ? other.key.order.lexicographicallyPrecedes(one.key.order) : one.value < other.value
    }?.key
  }

  private struct Tally {
    private var passed = 0
    private var asked = 0
    private var seeded = 0
    private var declined = 0
    private var pairs: [Pair: Int] = [:]

    private struct Pair: Hashable {
      let right: Value
      let said: Value
    }

    mutating func add(_ answer: TrialAnswer, right: Value) {
      guard answer.value != .abstained else {
        declined += 1
        return
      }
      asked += 1
      if answer.isTrial { seeded += 1 }
      if answer.value == right {
        passed += 1
      } else {
        pairs[Pair(right: right, said: answer.value), default: 0] += 1
      }
    }

    func person(_ annotator: AnnotatorID) -> Person {
      let confusions = pairs.map { Confusion(right: $0.right, said: $0.said, count: $1) }
      return Person(
        annotator: annotator, passed: passed, asked: asked, seeded: seeded, declined: declined,
        confusions: confusions.sorted { one, other in
          if one.count != other.count { return one.count > other.count }
          let (a, b) = (one.right.order + one.said.order, other.right.order + other.said.order)
          return a.lexicographicallyPrecedes(b)
        })
    }
  }
}

extension GoldReport.Person {
  /// How a rate stands by a mark that was set.
  package enum Verdict: String, Sendable, CaseIterable {
    case passes
    /// At or above the mark, but the interval reaches below it.
    case passesSoFar = "passes_so_far"
    /// Below the mark, but the interval reaches it.
    case belowSoFar = "below_so_far"
    /// Below the mark, with the whole interval.
    case needsCalibration = "needs_calibration"
  }

  /// nil without an answer.
  package func verdict(at mark: Double) -> Verdict? {
    guard let value = rate.value, let interval = rate.interval95 else { return nil }
    if value >= mark { return interval.lower >= mark ? .passes : .passesSoFar }
    return interval.upper < mark ? .needsCalibration : .belowSoFar
  }
}

extension GoldUnit {
  /// The value that answers are held against; nil where there is none, and for regions, which hardly
  /// two people draw alike.
  package var measure: Value? {
    switch outcome.value {
    case .label, .labels, .number, .ranking, .text: outcome.value
    case .spans, .boxes, .abstained, nil: nil
    }
  }
}

extension TrialAnswer {
  var isTrial: Bool { round != nil }

  /// Whether it tried a draft of the guideline.
  var isOfCalibration: Bool {
    round?.utf8.starts(with: CalibrationDraw.roundPrefix.utf8) ?? false
  }
}

extension Value {
  /// What puts values in an order.
  fileprivate var order: [UInt8] { Canonical.bytes(canonical) }
}
