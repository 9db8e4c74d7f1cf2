/// A model of how annotators confuse labels: for each latent class t and annotator w the chance of
/// each label, C_w[t, ·], drawn to what all annotators do by as much as the votes themselves ask for.
///
/// A vote is judged by its annotator's matrix without the item it stands on (the zero-order collapsed
/// update of Asuncion et al. 2009), so what is said of a ruled item is an honest forecast of its
/// ruling. Sums go over units and annotators in one fixed order and logarithms are `Portable…`, so
/// neither threads nor machines change a bit.
struct ConfusionMember: Sendable {
  /// ρ: how much of an item's difficulty its votes share.
  static let sharedDifficulty = 0.1

  /// Strengths that are tried.
  static let strengths = [2.0, 4, 8, 16, 32, 64, 128]

  /// A share of a matrix is never less, before its row is divided.
  static let least = 1e-9

  let form: MemberForm
  let classCount: Int

  /// T: the latent classes, those of one kind after those of the other.
  let width: Int

  /// By unit and latent class: ln q, where Σ q = 1.
  var logs: [Double]

  /// By unit and latent class: what stands of the unit in `counts`, ω q.
  var weights: [Double]

  /// N, by row of the votes and latent class.
  var counts: [Double] = []

  /// Σ_l N_w[t, l], by annotator and latent class.
  var totals: [Double] = []

  /// G, by latent class and label: each row a distribution.
  private(set) var pooled: [Double] = []

  /// ln π by latent class.
  private(set) var priors: [Double] = []

  /// s: how many votes G counts for.
  private(set) var strength = 4.0

  /// Starts from the shares of the votes.
  init(_ votes: YieldVotes, form: MemberForm) {
    self.form = form
    classCount = votes.classCount
    width = classCount * form.kinds
    logs = Array(repeating: 0, count: votes.unitCount * width)
    weights = logs
    var starts = logs
    let classCount = classCount
    let width = width
    votes.forEachUnit { unit, counts in
      let size = Double(votes.size(of: unit))
      let largest = Double(counts.max() ?? 0)
      let hard = MemberForm.hardness(largestShare: size > 0 ? largest / size : 0)
      for (label, count) in counts.enumerated() {
        let share = VoteMember.share(votes: Double(count), size: size, classCount: classCount)
        let place = unit * width + label
        starts[place] = form.kinds == 1 ? share : share * (1 - hard)
        if form.kinds == 2 { starts[place + classCount] = share * hard }
      }
    }
    weights = starts
    for place in starts.indices { logs[place] = PortableLogarithm.natural(starts[place]) }
  }

  /// τ: the weight of one of `size` votes on an item.
  static func tempering(_ size: Int) -> Double {
    1 / (1 + Double(max(0, size - 1)) * sharedDifficulty)
  }

  /// What stands of a unit in the sums under a standing.
  ///
  /// A ruling fixes the class and not the kind: its mass is split among the kinds in proportion.
  func weight(of unit: Int, _ standing: UnitStanding, _ votes: YieldVotes) -> [Double] {
    var weight = Array(repeating: 0.0, count: width)
    let start = unit * width
    switch standing {
    case .open:
      for t in 0..<width { weight[t] = PortableExponential.of(logs[start + t]) }
    case .ruled(let label):
      let ruled = Int(votes.classByLabel[Int(label)])
      var sum = 0.0
      for t in stride(from: ruled, to: width, by: classCount) {
        weight[t] = PortableExponential.of(logs[start + t]) + 1e-12
        sum += weight[t]
      }
      for t in stride(from: ruled, to: width, by: classCount) {
        weight[t] *= form.rulingWeight / sum
      }
    case .outside, .doubted: break
    }
    return weight
  }
}

extension ConfusionMember {
  /// The sums from the weights, then G, π and s from the sums. O(votes × T).
  ///
  /// - Parameter standings: Of units that are not open; all others weigh what the last look found.
  mutating func gather(_ votes: YieldVotes, _ standings: StandingList) {
    for unit in standings.closed {
      let weight = weight(of: unit, standings[unit], votes)
      for t in 0..<width { weights[unit * width + t] = weight[t] }
    }
    sumUp(votes)
    pool(votes)
    strength = bestStrength(votes)
  }

  private mutating func sumUp(_ votes: YieldVotes) {
    counts = rowCounts(votes)
    var totals = Array(repeating: 0.0, count: votes.rows.annotatorCount * width)
    for row in 0..<votes.rows.rowCount {
      let place = Int(votes.rowAnnotators[row]) * width
      for t in 0..<width { totals[place + t] += counts[row * width + t] }
    }
    self.totals = totals
    var masses = Array(repeating: 1.0, count: width)
    for start in stride(from: 0, to: weights.count, by: width) {
      for t in 0..<width { masses[t] += weights[start + t] }
    }
    let whole = masses.reduce(0, +)
    priors = masses.map { PortableLogarithm.natural($0 / whole) }
  }

  private func rowCounts(_ votes: YieldVotes) -> [Double] {
    let width = width
    let sheet = votes.rows
    let rows = sheet.rows.span
    let offsets = sheet.offsets.span
    let shares = weights.span
    var counts = Array(repeating: 0.0, count: sheet.rowCount * width)
    var sums = counts.mutableSpan
    for unit in 0..<sheet.unitCount {
      let start = unit * width
      for vote in offsets[unit]..<offsets[unit + 1] {
        let place = Int(rows[vote]) * width
        for t in 0..<width { sums[place + t] += shares[start + t] }
      }
    }
    return counts
  }

  /// G: what all annotators do, with K votes on a class that somebody made up.
  private mutating func pool(_ votes: YieldVotes) {
    let labels = classCount
    var pooled = Array(repeating: 0.0, count: width * labels)
    for t in 0..<width {
      let diagonal = form.priorDiagonals[t / labels]
      let beside = (1 - diagonal) / Double(max(1, labels - 1))
      for label in 0..<labels {
        pooled[t * labels + label] = Double(labels) * (t % labels == label ? diagonal : beside)
      }
    }
    for row in 0..<votes.rows.rowCount {
      let label = Int(votes.rows.rowLabels[row])
      for t in 0..<width { pooled[t * labels + label] += counts[row * width + t] }
    }
    for t in 0..<width {
      let sum = pooled[t * labels..<(t + 1) * labels].reduce(0, +)
      for label in 0..<labels { pooled[t * labels + label] /= sum }
    }
    self.pooled = pooled
  }

  /// The strength under which the sums are most likely: a Dirichlet-multinomial for each annotator and
  /// latent class. Of equally good ones the smallest.
  private func bestStrength(_ votes: YieldVotes) -> Double {
    var best = Self.strengths[0]
    var most = -Double.infinity
    for candidate in Self.strengths {
      var likelihood = 0.0
      for row in 0..<votes.rows.rowCount {
        let label = Int(votes.rows.rowLabels[row])
        for t in 0..<width {
          likelihood += PortableLogarithm.rising(
            candidate * pooled[t * classCount + label], counts[row * width + t])
        }
      }
      for total in totals { likelihood -= PortableLogarithm.rising(candidate, total) }
      if likelihood > most {
        most = likelihood
        best = candidate
      }
    }
    return best
  }
}
