/// How often each annotator gave each label, and what agreement these habits give by chance.
struct AnnotatorHabits {
  /// Chance agreement of two different annotators.
  struct Chance {
    /// p_e: the mean over ordered pairs of annotators of Σ w_kl p_gk p_hl.
    let expected: Double
    /// By annotator, then label l: Σ_k w_kl Σ_h≠g p_hk, how much the others would agree with l.
    let agreement: [[Double]]
    /// By annotator: the mean of `agreement` over the annotator's own labels.
    let means: [Double]
  }

  /// Ratings of annotators who rated, by place.
  let totals: [Int]
  /// p_gk by place, then label.
  let shares: [[Double]]
  let ratings: Int
  /// By annotator's code: the place, or −1.
  private let places: [Int]

  init(_ sums: AgreementSums, labelCount: Int) {
    var counts: [[Int]] = []
    var places: [Int] = []
    sums.annotators.visitRatings { annotator, label, count in
      if annotator >= places.count {
        places.append(contentsOf: repeatElement(-1, count: annotator + 1 - places.count))
      }
      if places[annotator] < 0 {
        places[annotator] = counts.count
        counts.append(Array(repeating: 0, count: labelCount))
      }
      counts[places[annotator]][label] += count
    }
    self.places = places
    let totals = counts.map { $0.reduce(0, +) }
    self.totals = totals
    ratings = totals.reduce(0, +)
    shares = zip(counts, totals).map { counts, total in
      counts.map { Double($0) / Double(total) }
    }
  }

  /// The place of an annotator who rated.
  func place(of annotator: Int) -> Int { places[annotator] }

  /// O(annotators · labels), with weights O(annotators · labels²).
  func chance(_ weights: AgreementWeights) -> Chance {
    let count = shares.count
    let labels = shares.first?.indices ?? 0..<0
    let totals = labels.map { label in OrderFreeSum.of(shares.map { $0[label] }) }
    let agreement = shares.map { own in
      let others = labels.map { max(0, totals[$0] - own[$0]) }
      guard !weights.isIdentity else { return others }
      let used = labels.filter { others[$0] != 0 }
      return labels.map { label in
        totals[label] == 0
          ? 0 : OrderFreeSum.of(used.map { weights.symmetric($0, label) * others[$0] })
      }
    }
    let means = zip(shares, agreement).map { own, agreement in
      OrderFreeSum.of(zip(own, agreement).map { $0 * $1 })
    }
    let pairs = Double(count) * Double(count - 1)
    return Chance(
      expected: OrderFreeSum.of(means) / pairs, agreement: agreement, means: means)
  }
}
