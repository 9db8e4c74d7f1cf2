internal import Domain

/// How right a release is, measured: units drawn at random among those that nobody ruled on, ruled
/// blind to what would have been released.
///
/// Rulings from the top of the queue say nothing about the rest, and the models' own mean probability
/// is a claim. The limits are exact for draws without putting back: whatever the number of right units
/// is, the interval holds it at least as often as it says.
public struct ReleaseAudit: Hashable, Sendable {
  /// Ruled before the draw.
  public let ruled: Int
  /// M: not ruled before the draw.
  public let open: Int
  /// n: drawn among these, and ruled.
  public let drawn: Int
  /// k: drawn ones of which the ruling says what would have been released. A ruling that there is no
  /// label is none of them.
  public let right: Int

  /// A comparison of chances that misses equality by less is equality, taken so that the limits are
  /// the wider ones.
  private static let rounding = 1e-7

  /// Nil unless the drawn ones are among the open ones, and the right ones among the drawn.
  public init?(ruled: Int, open: Int, drawn: Int, right: Int) {
    guard ruled >= 0, open >= 0, (0...open).contains(drawn), (0...drawn).contains(right) else {
      return nil
    }
    self.ruled = ruled
    self.open = open
    self.drawn = drawn
    self.right = right
  }

  /// The expected share of right labels in the release, the drawn ones right now because they are
  /// ruled: (ruled + n + (M − n) k / n) / (ruled + M); nil where nothing was drawn of something.
  public var accuracy: Double? {
    guard open > 0 else { return ruled > 0 ? 1 : nil }
    guard drawn > 0 else { return nil }
    let rest = Double(open - drawn) * Double(right) / Double(drawn)
    return (Double(ruled + drawn) + rest) / Double(ruled + open)
  }

  /// Two-sided limits of the accuracy, or nil where nothing is released.
  public func limits(confidence: Double = 0.95) -> Interval? {
    guard ruled + open > 0 else { return nil }
    let tail = (1 - confidence) / 2
    return Interval(
      lower: accuracy(ofRight: fewestRight(tail: tail)),
      upper: accuracy(ofRight: mostRight(tail: tail)))
  }

  /// The one-sided lower limit, for a gate; nil where nothing is released.
  public func lowerLimit(confidence: Double = 0.95) -> Double? {
    ruled + open > 0 ? accuracy(ofRight: fewestRight(tail: 1 - confidence)) : nil
  }

  /// T_low: the fewest right units among the open ones, before the draw, with which k or more right
  /// draws have a chance above `tail`. O(n log M), a few terms each as a rule.
  public func fewestRight(tail: Double) -> Int {
    Self.fewest(open: open, drawn: drawn, right: right, tail: tail)
  }

  /// T_high: the most with which k or fewer right draws have a chance above `tail`. O(n log M).
  public func mostRight(tail: Double) -> Int {
    // The same of the wrong ones: so many at least are wrong.
    open - Self.fewest(open: open, drawn: drawn, right: drawn - right, tail: tail)
  }

  private static func fewest(open: Int, drawn: Int, right: Int, tail: Double) -> Int {
    let least = tail * (1 - rounding)
    var low = right
    var high = open - (drawn - right)
    while low < high {
      let middle = (low + high) / 2
      let lot = Hypergeometric(lot: open, right: middle, drawn: drawn)
      if lot.isChance(from: right, above: least) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// The accuracy where so many of the open ones were right before the draw.
  private func accuracy(ofRight count: Int) -> Double {
    Double(ruled + drawn - right + count) / Double(ruled + open)
  }
}

extension ReleaseAudit {
  /// How many units to draw so that the one-sided lower limit is likely to reach a bound; nil where no
  /// draw would, however large. O(n log² M).
  ///
  /// As draws go up and down by whole units, a slightly smaller one may do, too.
  ///
  /// - Parameters:
  ///   - bound: The accuracy that is to be shown.
  ///   - share: The share of right labels that is expected among the open units; 1 for the least that
  ///     can do, where no draw is wrong.
  public static func size(
    toShow bound: Double, ruled: Int, open: Int, expecting share: Double = 1,
    confidence: Double = 0.95
  ) -> Int? {
    guard ruled >= 0, open >= 0, (0...1).contains(share), bound <= 1 else { return nil }
    func reaches(_ size: Int) -> Bool {
      let right = Int((Double(size) * share + 1e-9).rounded(.down))
      let audit = ReleaseAudit(ruled: ruled, open: open, drawn: size, right: right)
      return (audit?.lowerLimit(confidence: confidence) ?? 1) >= bound
    }
    if reaches(0) { return 0 }
    var low = 0
    var high = 1
    while high < open, !reaches(high) {
      low = high
      high = min(open, high * 2)
    }
    guard high <= open, reaches(high) else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// Draws units at random, by a seed and by their keys, so that neither the order of the import nor
  /// what else is in the list matters. Every beginning of the draw is a draw, so an audit that is
  /// broken off counts as far as it went.
  ///
  /// - Parameters:
  ///   - units: Those that are open.
  ///   - keys: By unit, as `AnnotatorModel.key` makes them.
  public static func draw(_ count: Int, of units: [Int], keys: [UInt64], seed: UInt64) -> [Int] {
    let salt = SeededOrder.hash("audit", String(seed))
    let drawn = units.map { unit in
      var order = SeededOrder(seed: keys[unit] ^ salt)
      return (order.next(), unit)
    }
    return drawn.sorted { $0 < $1 }.prefix(max(0, count)).map(\.1)
  }
}
