/// The variance of a coefficient over units drawn at random (Gwet 2014): the mean square of what
/// each unit adds, v_u − value, where v_u is linear in the unit's agreement a_u and in its label
/// counts: v_u − value = slope_r·a_u − gradient_r·(c·n_u) + offset_r.
struct UnitVariance {
  /// How a unit with a given number of ratings enters.
  struct Terms {
    /// Factor of a_u = Σ w_kl n_k (n_l − [k = l]).
    let slope: Double
    /// Factor of −c·n_u.
    let gradient: Double
    /// What is added, the value already taken off.
    let offset: Double
  }

  /// A difference smaller than this share of its parts is rounding: then the units are alike.
  private static let noise = 1e-13

  let weights: AgreementWeights
  let divisor: VarianceDivisor
  /// c, by label; a constant added to all of it changes nothing but the offset.
  let gradient: [Double]
  /// Units with fewer ratings are left out.
  let smallest: Int
  let terms: (_ size: Int) -> Terms

  /// Σ (v_u − value)² / (n (n − 1)), or / n², over n units.
  func uncertainty(
    _ sums: AgreementSums, patterns: PatternCounts?, units: Int
  ) -> Uncertainty {
    guard units > 1 else { return .unknown(.oneUnit) }
    let divisor = Double(units) * Double(divisor == .units ? units : units - 1)
    if weights.isIdentity {
      var total = 0.0
      // By index: a loop over the strata themselves would copy each.
      for index in sums.strata.indices {
        guard sums.strata[index].units != 0, sums.strata[index].size >= smallest else { continue }
        guard sums.strata[index].hasMoments else {
          return patterns.map { .variance(squares($0) / divisor) } ?? .unknown(.tooManyRatings)
        }
        total += squares(sums.strata[index])
      }
      return .variance(total / divisor)
    }
    guard let patterns else { return .unknown(.needsPatterns) }
    return .variance(squares(patterns) / divisor)
  }

  /// Σ (v_u − value)² in one stratum, from its integers alone, centred so that nothing cancels:
  /// I·Σ(x − x̄)(y − ȳ) is an integer before it meets a real number.
  private func squares(_ stratum: Stratum) -> Double {
    let terms = terms(stratum.size)
    let units = Double(stratum.units)
    let agreement = Int128(stratum.agreement)
    let squared = Int128(stratum.units) * Int128(stratum.agreementSquared)
    let spread = Double(squared - agreement * agreement) / units
    let slope = terms.slope * 2
    let constant = slope * Double(stratum.agreement) / units
    guard terms.gradient != 0 else {
      let mean = Self.rest(constant, terms.offset)
      return slope * slope * spread + units * mean * mean
    }
    let parts = stratum.labels.withUnsafeBufferPointer { labels in
      gradient.withUnsafeBufferPointer { projection($0, labels, stratum) }
    }
    let projected =
      terms.gradient * (parts.total / units + parts.centre * Double(stratum.size))
    let mean = Self.rest(constant, terms.offset, -projected)
    let own = max(0, Self.rest(parts.square, -parts.total * parts.total / units))
    let gross = slope * slope * spread + terms.gradient * terms.gradient * own
    let centred = Self.rest(gross, -2 * slope * terms.gradient * (parts.mixed / units))
    return max(0, centred) + units * mean * mean
  }

  /// Sums over the units of a stratum, with c less its mean over the labels that these show.
  private struct Projection {
    /// The mean of c.
    let centre: Double
    /// Σ c·n_u
    let total: Double
    /// I·Σ a_u c·n_u − Σ a_u Σ c·n_u
    let mixed: Double
    /// Σ (c·n_u)²
    let square: Double
  }

  private func projection(
    _ gradient: UnsafeBufferPointer<Double>, _ labels: UnsafeBufferPointer<Stratum.LabelSums>,
    _ stratum: Stratum
  ) -> Projection {
    let agreement = Int128(stratum.agreement)
    let units = Int128(stratum.units)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * labels.count) { room in
      let slopes = UnsafeMutableBufferPointer(rebasing: room[..<labels.count])
      let terms = UnsafeMutableBufferPointer(rebasing: room[labels.count...])
      var shown = 0
      for label in labels.indices {
        let isShown = labels[label].ratings != 0
        slopes[label] = isShown ? gradient[label] : 0
        if isShown { shown += 1 }
      }
      let centre = OrderFreeSum.of(UnsafeBufferPointer(slopes)) / Double(max(shown, 1))
      for label in labels.indices {
        if labels[label].ratings != 0 { slopes[label] -= centre }
        terms[label] = slopes[label] * Double(labels[label].ratings)
      }
      let total = OrderFreeSum.of(UnsafeBufferPointer(terms))
      for label in labels.indices {
        let spread =
          units * Int128(labels[label].moment) - agreement * Int128(labels[label].ratings)
        terms[label] = slopes[label] * Double(spread)
      }
      let mixed = OrderFreeSum.of(UnsafeBufferPointer(terms))
      return Projection(
        centre: centre, total: total, mixed: mixed,
        square: Self.square(UnsafeBufferPointer(slopes), labels, stratum.pairs, terms))
    }
  }

  /// What is left when figures cancel; nothing, if it is no more than their rounding.
  private static func rest(_ first: Double, _ second: Double, _ third: Double = 0) -> Double {
    let sum = first + second + third
    let largest = max(first.magnitude, max(second.magnitude, third.magnitude))
    return sum.magnitude > noise * largest ? sum : 0
  }

  /// Σ (c·n_u)² over the units of a stratum = Σ_k c_k Σ_l c_l Σ n_k n_l. The inner sum is one of
  /// integers, c in 2⁻⁵² of its largest, so that only one real term a label is left to add.
  private static func square(
    _ slopes: UnsafeBufferPointer<Double>, _ labels: UnsafeBufferPointer<Stratum.LabelSums>,
    _ pairs: LabelPairCounts, _ terms: UnsafeMutableBufferPointer<Double>
  ) -> Double {
    var largest = 0.0
    for slope in slopes { largest = max(largest, slope.magnitude) }
    guard largest > 0 else { return 0 }
    let scale = Double(
      sign: .plus, exponent: min(52 - Int(largest.exponent), 1000), significand: 1)
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: slopes.count) { steps in
      withUnsafeTemporaryAllocation(of: Int128.self, capacity: slopes.count) { sums in
        for label in slopes.indices {
          steps[label] = OrderFreeSum.nearest(slopes[label] * scale)
          sums[label] =
            Int128(steps[label]) &* Int128(labels[label].agreement + labels[label].ratings)
        }
        pairs.addProducts(of: UnsafeBufferPointer(steps), to: sums)
        for label in slopes.indices { terms[label] = slopes[label] * (Double(sums[label]) / scale) }
        return OrderFreeSum.of(UnsafeBufferPointer(terms))
      }
    }
  }

  /// Σ (v_u − value)², pattern by pattern, for any weights.
  private func squares(_ patterns: PatternCounts) -> Double {
    var squares: [Double] = []
    patterns.visit { pattern in
      guard pattern.size >= smallest else { return }
      let terms = terms(pattern.size)
      let agreeing = terms.slope * pattern.agreement(weights)
      let projected = OrderFreeSum.of(
        pattern.labels.map { terms.gradient == 0 ? 0 : gradient[$0.label] * Double($0.count) })
      let deviation = Self.rest(agreeing, terms.offset, -terms.gradient * projected)
      squares.append(Double(pattern.units) * deviation * deviation)
    }
    return OrderFreeSum.of(squares)
  }
}
