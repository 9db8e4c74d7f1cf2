extension AnnotatorModel {
  public var unitCount: Int { votes.unitCount }

  /// Units that wait for a ruling: open ones, and those whose ruling is in doubt.
  public var waiting: Int { standings.waiting }

  /// How many units have a ruled label.
  public var ruledCount: Int { standings.ruled.count }

  public func standing(of unit: Int) -> UnitStanding { standings[unit] }

  /// Whether a label is one of those that votes or rulings use; a ruling with another is a fit anew.
  public func hasClass(_ label: Int32) -> Bool {
    votes.classByLabel.indices.contains(Int(label)) && votes.classByLabel[Int(label)] >= 0
  }

  /// Whether a unit waits for a ruling.
  public func isWaiting(_ unit: Int) -> Bool { standings.isWaiting(unit) }

  /// The expected loss of releasing without a ruling, to 2⁻²⁰: 0.8 of it by the pool, 0.2 by the plain
  /// shares of the votes. 0 for a unit that does not wait.
  public func gain(of unit: Int) -> Double {
    standings.isWaiting(unit) ? releases.gain(unit) : 0
  }

  /// The chance that the label that would be released is wrong, to 2⁻²⁰. 0 for a unit that does not
  /// wait.
  public func wrong(of unit: Int) -> Double {
    standings.isWaiting(unit) ? releases.wrong(unit) : 0
  }

  /// The same for a unit as if nobody had ruled on it: what its votes say under the models that never
  /// saw its ruling.
  public func forecast(of unit: Int) -> UnitForecast {
    UnitForecast(
      label: votes.classes[releases.released(unit)], wrong: releases.wrong(unit),
      gain: releases.gain(unit))
  }

  /// The pool's probability of each label, by its code; 0 for labels that nobody used. Of a ruled unit
  /// it is what was forecast without the ruling.
  public func probabilities(of unit: Int) -> [Double] {
    var probabilities = Array(
      repeating: 0.0, count: max(labelCount, Int(votes.classes.last ?? 0) + 1))
    for (number, share) in pool.probabilities(unit, table).enumerated() {
      probabilities[Int(votes.classes[number])] = share
    }
    return probabilities
  }

  /// What is released of a unit as things stand; nil where it was ruled to have no label.
  public func released(_ unit: Int) -> ReleasedLabel? {
    if let label = standings.label(of: unit) {
      return ReleasedLabel(label: label, probability: 1, source: .ruling)
    }
    guard standings.isWaiting(unit) else { return nil }
    let number = releases.released(unit)
    let counts = votes.counts(of: unit)
    let leads =
      counts[number] > 0
      && counts.indices.allSatisfy { $0 == number || counts[$0] < counts[number] }
    let source: ReleasedLabel.Source = counts.reduce(0, +) == 1 ? .single : .majority
    return ReleasedLabel(
      label: votes.classes[number], probability: 1 - releases.wrong(unit),
      source: leads ? source : .model)
  }

  /// The units that wait whose ruling is worth most, best first. O(units + n log n).
  ///
  /// - Parameter isEligible: Whom routing, or the limit on screen, lets through.
  public func top(_ count: Int, where isEligible: (Int) -> Bool = { _ in true }) -> [Int] {
    var best = BestUnits(count: count)
    let lanes = ForecastTable.lanes
    for (block, gains) in releases.gainBlocks.enumerated() where any(gains .>= best.least) {
      for unit in block * lanes..<min(votes.unitCount, (block + 1) * lanes) {
        let candidate = BestUnits.Candidate(
          gain: gains[unit % lanes], tie: ties[unit], unit: unit)
        if best.wants(candidate), standings.isWaiting(unit), isEligible(unit) {
          best.insert(candidate)
        }
      }
    }
    return best.units
  }

  /// A waiting unit's place among those that wait, from 1; nil for one that does not wait. O(units).
  public func rank(of unit: Int, where isEligible: (Int) -> Bool = { _ in true }) -> Int? {
    guard standings.isWaiting(unit) else { return nil }
    let own = BestUnits.Candidate(gain: releases.gain(unit), tie: ties[unit], unit: unit)
    var ahead = 0
    for other in 0..<votes.unitCount {
      let candidate = BestUnits.Candidate(
        gain: releases.gain(other), tie: ties[other], unit: other)
      if candidate.precedes(own), standings.isWaiting(other), isEligible(other) { ahead += 1 }
    }
    return ahead + 1
  }

  /// The mean probability of the labels that would be released of the units that wait: what the model
  /// claims, which is no measurement; nil where none waits.
  public var claimedAccuracy: Double? {
    let waiting = (0..<votes.unitCount).filter { standings.isWaiting($0) }
    guard !waiting.isEmpty else { return nil }
    return 1 - waiting.reduce(0) { $0 + releases.wrong($1) } / Double(waiting.count)
  }
}
