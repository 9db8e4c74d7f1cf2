/// The integer sums over all units that have the same number of ratings.
struct Stratum: Sendable {
  /// Beyond this many ratings in a unit the squared sums are not kept: they could pass 2⁶³.
  static let momentLimit = 2048

  /// The sums of one label. With n the label's ratings in a unit, and h the agreeing pairs of
  /// ratings in that unit, each sum runs over the units.
  struct LabelSums: Sendable, Equatable {
    /// Σ n
    var ratings = 0
    /// Σ n(n−1)
    var agreement = 0
    /// Σ h·n
    var moment = 0

    /// Counts a unit in which the label has `count` ratings.
    mutating func add(_ count: Int, agreeing: Int, times: Int) {
      ratings += times * count
      agreement += times * count * (count - 1)
      moment += times * agreeing * count
    }
  }

  /// Ratings per unit, r.
  let size: Int

  /// Number of units, I_r.
  var units = 0

  /// Σ h, h = unordered pairs of equal ratings within a unit.
  var agreement = 0

  /// Σ h².
  var agreementSquared = 0

  /// By label code.
  var labels: [LabelSums] = []

  /// Σ n_k·n_l of different labels.
  var pairs = LabelPairCounts()

  init(size: Int) {
    self.size = size
  }

  /// True where the squared sums are kept.
  var hasMoments: Bool { size <= Self.momentLimit }

  /// Makes room for labels below `count`.
  mutating func reserve(labels count: Int) {
    guard count > labels.count else { return }
    labels.append(contentsOf: repeatElement(LabelSums(), count: count - labels.count))
    pairs.reserve(labels: count)
  }

  /// Counts one unit `times` times; a negative number takes it away. O(d²), d labels in the unit.
  mutating func add(_ unit: borrowing UnitHistogram, times: Int) {
    reserve(labels: unit.counts.count)
    var doubled = 0
    for label in unit.labels {
      let count = unit.counts[label]
      doubled += count * (count - 1)
    }
    let agreeing = doubled / 2
    units += times
    agreement += times * agreeing
    if hasMoments { agreementSquared += times * agreeing * agreeing }
    let moment = hasMoments ? agreeing : 0
    for position in unit.labels.indices {
      let label = unit.labels[position]
      let count = unit.counts[label]
      labels[label].add(count, agreeing: moment, times: times)
      for earlier in 0..<position {
        let other = unit.labels[earlier]
        pairs.add(times * count * unit.counts[other], other, label)
      }
    }
  }

  /// Adds another stratum of the same size. O(cells).
  mutating func merge(_ other: borrowing Stratum) {
    precondition(other.size == size, "only strata of the same size merge")
    reserve(labels: other.labels.count)
    units += other.units
    agreement += other.agreement
    agreementSquared += other.agreementSquared
    for label in other.labels.indices {
      labels[label].ratings += other.labels[label].ratings
      labels[label].agreement += other.labels[label].agreement
      labels[label].moment += other.labels[label].moment
    }
    other.pairs.visit { pairs.add($0.count, $0.lower, $0.upper) }
  }
}
