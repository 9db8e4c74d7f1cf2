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
      for stratum in sums.strata where stratum.units != 0 && stratum.size >= smallest {
        guard stratum.hasMoments else {
          return patterns.map { .variance(squares($0) / divisor) } ?? .unknown(.tooManyRatings)
        }
        total += squares(stratum)
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
    let count = Int128(stratum.units)
    let agreement = Int128(stratum.agreement)
    let spread = Double(count * Int128(stratum.agreementSquared) - agreement * agreement) / units
    let slope = terms.slope * 2
    let constant = slope * Double(stratum.agreement) / units
    guard terms.gradient != 0 else {
      let mean = Self.rest([constant, terms.offset])
      return slope * slope * spread + units * mean * mean
    }
    let labelled = stratum.labels.indices.filter { stratum.labels[$0].ratings != 0 }
    let centre = OrderFreeSum.of(labelled.map { gradient[$0] }) / Double(max(labelled.count, 1))
    let slopes = gradient.map { $0 - centre }
    let total = OrderFreeSum.of(
      labelled.map { slopes[$0] * Double(stratum.labels[$0].ratings) })
    let projected = terms.gradient * (total / units + centre * Double(stratum.size))
    let mean = Self.rest([constant, terms.offset, -projected])
    let mixed = OrderFreeSum.of(
      labelled.map { label in
        let sums = stratum.labels[label]
        return slopes[label]
          * Double(count * Int128(sums.moment) - agreement * Int128(sums.ratings))
      })
    let own = covariance(stratum, slopes, labelled: labelled, total: total)
    let gross = slope * slope * spread + terms.gradient * terms.gradient * own
    let centred = Self.rest([gross, -2 * slope * terms.gradient * (mixed / units)])
    return max(0, centred) + units * mean * mean
  }

  /// What is left when figures cancel; nothing, if it is no more than their rounding.
  private static func rest(_ parts: [Double]) -> Double {
    let sum = parts.reduce(0, +)
    let largest = parts.reduce(0) { max($0, $1.magnitude) }
    return sum.magnitude > noise * largest ? sum : 0
  }

  /// Σ (c·n_u − mean)² over the units of a stratum.
  private func covariance(
    _ stratum: Stratum, _ gradient: [Double], labelled: [Int], total: Double
  ) -> Double {
    var products: [Double] = []
    products.reserveCapacity(labelled.count * (labelled.count + 1) / 2)
    for label in labelled {
      let sums = stratum.labels[label]
      products.append(
        gradient[label] * gradient[label] * Double(sums.agreement + sums.ratings))
    }
    stratum.pairs.visit { cell in
      products.append(2 * gradient[cell.lower] * gradient[cell.upper] * Double(cell.count))
    }
    return max(0, Self.rest([OrderFreeSum.of(products), -total * total / Double(stratum.units)]))
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
      let deviation = Self.rest([agreeing, terms.offset, -terms.gradient * projected])
      squares.append(Double(pattern.units) * deviation * deviation)
    }
    return OrderFreeSum.of(squares)
  }
}
