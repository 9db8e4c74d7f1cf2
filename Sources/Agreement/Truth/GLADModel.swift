internal import Glibc

/// Abilities, eases, and the posteriors they give.
///
/// Parameters and votes are shared out to cores; no sum depends on how.
struct GLADModel {
  /// Units that are worth a core of their own.
  private static let unitsPerShard = 1024

  private let rows: VoteRows
  private let votes: AnnotatorVotes
  private let gold: [Int32]
  private let shards: Int

  /// By vote: the posterior probability that it is right.
  private var rightness: [Double]

  private(set) var abilities: [Double]

  /// By unit: b.
  private var eases: [Double]

  /// By unit: eᵇ.
  private var factors: [Double]

  /// All labels are taken for equally frequent.
  var priors: [Double] {
    Array(repeating: 1 / Double(max(1, rows.labelCount)), count: rows.labelCount)
  }

  init(_ rows: VoteRows, gold: [Int32], shards: Int?) {
    self.rows = rows
    self.gold = gold
    self.shards = max(1, min(shards ?? CoreShare.cores, rows.unitCount / Self.unitsPerShard))
    votes = AnnotatorVotes(rows)
    rightness = Array(repeating: 0, count: rows.rows.count)
    abilities = Array(repeating: 1, count: rows.annotatorCount)
    eases = Array(repeating: 1, count: rows.unitCount)
    factors = Array(repeating: exp(1), count: rows.unitCount)
  }

  /// The logarithm of the priors' density, less its constant.
  var density: Double {
    let most = GLADClimb.density(-GLADClimb.limit).magnitude
    var sum = GridSum(largestTerm: most, count: abilities.count + rows.unitCount)
    for ability in abilities { sum.add(GLADClimb.density(ability)) }
    for unit in 0..<rows.unitCount where rows.offsets[unit] < rows.offsets[unit + 1] {
      sum.add(GLADClimb.density(eases[unit]))
    }
    return sum.value
  }

  /// The E-step; returns ln P(votes).
  ///
  /// - Parameter output: Where to write the posteriors, or nil to leave it.
  mutating func expect(output: PosteriorOutput? = nil) -> Double {
    let largest = Double(rows.largestUnit + 1) * GLADUnit.largestLog
    let blank = GridSum(largestTerm: largest, count: rows.unitCount)
    let model = self
    var sums = Array(repeating: blank, count: shards)
    rightness.withUnsafeMutableBufferPointer { rightness in
      sums.withUnsafeMutableBufferPointer { sums in
        CoreShare.each(shards) { shard in
          sums[shard] = model.expect(shard, blank, rightness: rightness, output: output)
        }
      }
    }
    return sums.reduce(into: blank) { $0.add($1) }.value
  }

  private func expect(
    _ shard: Int, _ blank: GridSum, rightness: UnsafeMutableBufferPointer<Double>,
    output: PosteriorOutput?
  ) -> GridSum {
    var sum = blank
    let grid = FixedPoint(rows)
    var unit = GLADUnit(rows)
    for index in units(of: shard) {
      let votes = rows.offsets[index]..<rows.offsets[index + 1]
      let known = gold.isEmpty ? TruthOptions.noGold : gold[index]
      guard !votes.isEmpty || known >= 0 else {
        output?.writeUnrated(index, labels: rows.labelCount)
        continue
      }
      unit.clear()
      for vote in votes {
        unit.add(
          label: label(vote), x: abilities[Int(self.votes.annotators[vote])] * factors[index])
      }
      sum.add(unit.normalise(known: known))
      for vote in votes { rightness[vote] = unit.posterior(label(vote)) }
      if let output { unit.write(to: output, index: index, grid: grid) }
    }
    return sum
  }

  /// The M-step: one step uphill for each ability, then for each ease.
  mutating func maximise() {
    let model = self
    abilities.withUnsafeMutableBufferPointer { abilities in
      CoreShare.each(shards) { model.climbAbilities($0, abilities) }
    }
    let fitted = self
    eases.withUnsafeMutableBufferPointer { eases in
      factors.withUnsafeMutableBufferPointer { factors in
        CoreShare.each(shards) { fitted.climbEases($0, eases, factors) }
      }
    }
  }

  private func climbAbilities(_ shard: Int, _ abilities: UnsafeMutableBufferPointer<Double>) {
    var climb = GLADClimb(.ability)
    for annotator in votes.annotators(of: shard, among: shards) {
      let own = votes.starts[annotator]..<votes.starts[annotator + 1]
      guard !own.isEmpty else { continue }
      climb.terms.removeAll(keepingCapacity: true)
      for place in own {
        climb.terms.append(
          .init(
            factor: factors[Int(votes.units[place])],
            rightness: rightness[Int(votes.votes[place])]))
      }
      abilities[annotator] = climb.step(from: abilities[annotator])
    }
  }

  private func climbEases(
    _ shard: Int, _ eases: UnsafeMutableBufferPointer<Double>,
    _ factors: UnsafeMutableBufferPointer<Double>
  ) {
    var climb = GLADClimb(.ease)
    for unit in units(of: shard) {
      let own = rows.offsets[unit]..<rows.offsets[unit + 1]
      guard !own.isEmpty else { continue }
      climb.terms.removeAll(keepingCapacity: true)
      for vote in own {
        climb.terms.append(
          .init(factor: abilities[Int(votes.annotators[vote])], rightness: rightness[vote]))
      }
      eases[unit] = climb.step(from: eases[unit])
      factors[unit] = exp(eases[unit])
    }
  }

  private func units(of shard: Int) -> Range<Int> {
    rows.unitCount * shard / shards..<rows.unitCount * (shard + 1) / shards
  }

  private func label(_ vote: Int) -> Int { Int(rows.rowLabels[Int(rows.rows[vote])]) }
}
