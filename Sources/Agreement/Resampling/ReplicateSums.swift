/// The sums of one resample, laid out once for each thread and filled again and again.
struct ReplicateSums {
  /// The sums of one label over all strata.
  struct LabelSums {
    /// Ratings in pairable units.
    var pairable = 0
    /// Σ n (n − 1) over pairable units.
    var agreement = 0
    /// Σ n (r − 1) over pairable units.
    var possible = 0
    /// Σ n (r − n) / (r − 1).
    var coincidences = 0.0
    /// Σ 2 n (r − n) / (r (r − 1)).
    var disagreement = 0.0
    /// Σ n / r over all units, later divided by their number.
    var share = 0.0
    /// The same over units with two ratings.
    var twoShare = 0.0
  }

  let model: PatternModel
  private let terms: [[Double]]
  /// Σ over units of each of the terms.
  private(set) var totals: [Double]
  /// How often each two labels meet, while units are left out; else empty.
  private(set) var coincidences: [Double] = []
  /// Units by pattern.
  private(set) var draws: [UInt32]
  /// Units by place.
  private(set) var placeUnits: [Int]
  private(set) var labels: [LabelSums]
  /// Ratings, and Σ n (n − 1), by stratum.
  private(set) var stratumRatings: [Int]
  private(set) var stratumAgreement: [Int]
  private(set) var units = 0
  private(set) var pairableUnits = 0
  private(set) var pairableRatings = 0
  private(set) var unitsOfTwo = 0
  /// Labels among the pairable ratings.
  private(set) var pairableLabels = 0
  private(set) var labelsOfTwo = 0

  /// - Parameter terms: What one unit of each pattern adds to a real sum.
  init(_ model: PatternModel, terms: [[Double]]) {
    self.model = model
    self.terms = terms
    totals = Array(repeating: 0, count: terms.count)
    draws = model.units.map { UInt32($0) }
    placeUnits = Array(repeating: 0, count: model.placeCounts.count)
    labels = Array(repeating: LabelSums(), count: model.codes.count)
    stratumRatings = Array(repeating: 0, count: model.sizes.count)
    stratumAgreement = stratumRatings
  }

  /// Draws a resample and sums it up.
  mutating func resample(_ sampler: MultinomialSampler, _ stream: inout ResamplingStream) {
    draws.withUnsafeMutableBufferPointer { sampler.draw(into: $0, &stream) }
    sumUp()
  }

  /// Sums up all units once: the data themselves.
  mutating func takeAll() {
    for (pattern, units) in model.units.enumerated() { draws[pattern] = UInt32(units) }
    sumUp()
  }

  /// Leaves out one unit of one pattern after the other, and calls `body` with the sums of the rest.
  ///
  /// - Parameter countsPairs: Whether `coincidences` is filled. O(labels²) memory.
  mutating func leaveOutEach(
    countsPairs: Bool, _ body: (_ pattern: Int, _ sums: borrowing ReplicateSums) -> Void
  ) {
    takeAll()
    let model = model
    let whole = totals
    if countsPairs { coincidences = model.coincidences() }
    let allPairs = coincidences
    model.visit { pattern, places, size in
      draws[pattern] -= 1
      for place in places { placeUnits[Int(place)] -= 1 }
      for index in terms.indices { totals[index] = whole[index] - terms[index][pattern] }
      if countsPairs {
        model.visitPairs(places, size) { coincidences[$0] -= $1 }
      }
      gather()
      body(pattern, self)
      draws[pattern] += 1
      for place in places { placeUnits[Int(place)] += 1 }
      if countsPairs {
        model.visitPairs(places, size) { cell, _ in coincidences[cell] = allPairs[cell] }
      }
    }
    coincidences = []
  }

  private mutating func sumUp() {
    scatter()
    gather()
    for index in terms.indices { totals[index] = total(terms[index]) }
  }

  /// Σ over patterns of their draws times `terms`, in four lanes: always the same four.
  private func total(_ terms: [Double]) -> Double {
    draws.withUnsafeBufferPointer { draws in
      terms.withUnsafeBufferPointer { terms in
        var lanes = SIMD4<Double>()
        let whole = draws.count / 4 * 4
        for index in stride(from: 0, to: whole, by: 4) {
          let times = SIMD4(
            Double(draws[index]), Double(draws[index + 1]), Double(draws[index + 2]),
            Double(draws[index + 3]))
          lanes +=
            times
            * SIMD4(terms[index], terms[index + 1], terms[index + 2], terms[index + 3])
        }
        var sum = lanes.sum()
        for index in whole..<draws.count { sum += Double(draws[index]) * terms[index] }
        return sum
      }
    }
  }

  private mutating func scatter() {
    let model = model
    placeUnits.withUnsafeMutableBufferPointer { sums in
      sums.update(repeating: 0)
      guard let sums = sums.baseAddress else { return }
      model.slots.withUnsafeBufferPointer { slots in
        draws.withUnsafeBufferPointer { draws in
          guard let slots = slots.baseAddress, let draws = draws.baseAddress else { return }
          for group in model.groups {
            Self.scatter(group, draws: draws, slots: slots + group.firstSlot, into: sums)
          }
        }
      }
    }
  }

  private static func scatter(
    _ group: PatternModel.Group, draws: UnsafePointer<UInt32>, slots: UnsafePointer<Int32>,
    into sums: UnsafeMutablePointer<Int>
  ) {
    var slot = slots
    for pattern in group.patterns {
      let times = Int(truncatingIfNeeded: draws[pattern])
      for label in 0..<group.labels {
        sums[Int(truncatingIfNeeded: slot[label])] &+= times
      }
      slot += group.labels
    }
  }

  private mutating func gather() {
    clear()
    for cell in model.cells {
      var ratings = 0
      var agreement = 0
      for place in cell.places {
        let count = model.placeCounts[place]
        ratings += count * placeUnits[place]
        agreement += count * (count - 1) * placeUnits[place]
      }
      guard ratings != 0 else { continue }
      add(cell, ratings: ratings, agreement: agreement)
    }
    for (stratum, size) in model.sizes.enumerated() {
      let count = stratumRatings[stratum] / size
      units += count
      if size > 1 {
        pairableUnits += count
        pairableRatings += stratumRatings[stratum]
      }
      if size == 2 { unitsOfTwo = count }
    }
    for label in labels.indices {
      if labels[label].pairable != 0 { pairableLabels += 1 }
      if labels[label].twoShare != 0 { labelsOfTwo += 1 }
      labels[label].share /= Double(units)
      labels[label].twoShare /= Double(unitsOfTwo)
    }
  }

  private mutating func clear() {
    for label in labels.indices { labels[label] = LabelSums() }
    for stratum in stratumRatings.indices {
      stratumRatings[stratum] = 0
      stratumAgreement[stratum] = 0
    }
    units = 0
    pairableUnits = 0
    pairableRatings = 0
    unitsOfTwo = 0
    pairableLabels = 0
    labelsOfTwo = 0
  }

  private mutating func add(_ cell: PatternModel.Cell, ratings: Int, agreement: Int) {
    let size = model.sizes[cell.stratum]
    stratumRatings[cell.stratum] += ratings
    stratumAgreement[cell.stratum] += agreement
    let share = Double(ratings) / Double(size)
    labels[cell.label].share += share
    guard size > 1 else { return }
    let possible = (size - 1) * ratings
    let against = Double(possible - agreement)
    labels[cell.label].pairable += ratings
    labels[cell.label].agreement += agreement
    labels[cell.label].possible += possible
    labels[cell.label].coincidences += against / Double(size - 1)
    labels[cell.label].disagreement += 2 * against / (Double(size) * Double(size - 1))
    if size == 2 { labels[cell.label].twoShare += share }
  }
}
