/// What further rulings would bring: the expected accuracy of the release against their number.
///
/// It assumes that rulings follow the queue as it stands and teach nothing; that each makes its unit
/// right; and that the models' chance of a wrong label is right up to one factor for all units, known
/// as well as the rulings so far tell it: observed errors of the forecasts beside expected ones, with a
/// prior of as much as `priorErrors` errors at a factor of 1. The band holds that factor's uncertainty
/// and chance. Ruled units are not like the rest, so it is a plan and no measurement: only an audit
/// measures.
public struct ReleaseForecast: Hashable, Sendable {
  /// A place on the curve.
  public struct Point: Hashable, Sendable {
    /// Further rulings.
    public let rulings: Int
    /// The expected share of right labels in the release.
    public let accuracy: Double
    /// Where 95 % of what may be would lie.
    public let band: Interval
  }

  /// What the factor rests on before any ruling.
  static let priorErrors = 4.0

  /// Units with a label in the release.
  public let units: Int
  /// Those of them that wait.
  public let waiting: Int

  /// How many times as many errors the forecasts made as they said they would, drawn to 1.
  public let factor: Double
  private let factorError: Double

  /// Σ e and Σ e (1 − e) of what is left after so many rulings.
  private let errors: [Double]
  private let variances: [Double]

  /// - Parameters:
  ///   - wrong: The chance of a wrong label of each waiting unit, in the order of the queue.
  ///   - ruled: Units with a ruled label.
  ///   - expected: Σ of the chances that ruled units' forecasts were wrong.
  ///   - observed: How many of these forecasts were.
  public init(wrong: [Double], ruled: Int, expected: Double, observed: Int) {
    waiting = wrong.count
    units = wrong.count + ruled
    factor = (Double(observed) + Self.priorErrors) / (expected + Self.priorErrors)
    factorError =
      (Double(observed) + Self.priorErrors).squareRoot() / (expected + Self.priorErrors)
    var errors = Array(repeating: 0.0, count: wrong.count + 1)
    var variances = errors
    for place in wrong.indices.reversed() {
      errors[place] = errors[place + 1] + wrong[place]
      variances[place] = variances[place + 1] + wrong[place] * (1 - wrong[place])
    }
    self.errors = errors
    self.variances = variances
  }

  /// The curve after so many further rulings; nil where nothing is released. More rulings than units
  /// that wait are as many as wait.
  public func point(after rulings: Int) -> Point? {
    guard units > 0 else { return nil }
    let place = min(max(0, rulings), waiting)
    let left = Double(waiting - place)
    let expected = min(left, factor * errors[place])
    let spread =
      (factor * variances[place] + factorError * factorError * errors[place] * errors[place])
      .squareRoot()
    let reach = Estimate.normalQuantile * spread
    func accuracy(_ errors: Double) -> Double {
      1 - min(left, max(0, errors)) / Double(units)
    }
    return Point(
      rulings: place, accuracy: accuracy(expected),
      band: Interval(lower: accuracy(expected + reach), upper: accuracy(expected - reach)))
  }

  /// What so many further rulings are worth: the expected growth of the accuracy.
  public func worth(of rulings: Int) -> Double {
    guard let now = point(after: 0), let then = point(after: rulings) else { return 0 }
    return then.accuracy - now.accuracy
  }

  /// The fewest further rulings after which the expected accuracy reaches a bound; nil where nothing
  /// is released. O(log units).
  public func rulings(toReach bound: Double) -> Int? {
    guard units > 0, bound <= 1 else { return nil }
    var low = 0
    var high = waiting
    while low < high {
      let middle = (low + high) / 2
      if (point(after: middle)?.accuracy ?? 1) >= bound { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// What a forecast rests on; that of several questions is their sum.
public struct ForecastEvidence: Hashable, Sendable {
  /// A unit that waits.
  struct Waiting: Hashable {
    let gain: Double
    let tie: UInt64
    /// The chance that its label is wrong.
    let wrong: Double
  }

  /// In no order.
  private(set) var waiting: [Waiting] = []
  /// Units with a ruled label.
  private(set) var ruled = 0
  /// Σ of the chances that ruled units' forecasts were wrong, and how many were.
  private(set) var expected = 0.0
  private(set) var observed = 0

  public init() {}

  mutating func add(_ unit: Waiting) {
    waiting.append(unit)
  }

  mutating func add(ruled wrong: Double, isObserved: Bool) {
    ruled += 1
    expected += wrong
    if isObserved { observed += 1 }
  }

  public mutating func add(_ other: ForecastEvidence) {
    waiting += other.waiting
    ruled += other.ruled
    expected += other.expected
    observed += other.observed
  }
}

extension ReleaseForecast {
  /// O(units log units).
  public init(_ evidence: ForecastEvidence) {
    let ordered = evidence.waiting.sorted { ($1.gain, $0.tie) < ($0.gain, $1.tie) }
    self.init(
      wrong: ordered.map(\.wrong), ruled: evidence.ruled, expected: evidence.expected,
      observed: evidence.observed)
  }
}

extension AnnotatorModel {
  /// What further rulings would bring, along the queue as it stands. O(units log units).
  ///
  /// - Parameter isReleased: Which units are in the release.
  public func releaseForecast(where isReleased: (Int) -> Bool = { _ in true }) -> ReleaseForecast {
    ReleaseForecast(forecastEvidence(where: isReleased))
  }

  /// What such a forecast rests on; units without a vote have no label to be right. O(units).
  public func forecastEvidence(where isReleased: (Int) -> Bool = { _ in true }) -> ForecastEvidence
  {
    var evidence = ForecastEvidence()
    for unit in 0..<unitCount
    where standings.isWaiting(unit) && votes.size(of: unit) > 0 && isReleased(unit) {
      evidence.add(
        ForecastEvidence.Waiting(
          gain: releases.gain(unit), tie: ties[unit], wrong: releases.wrong(unit)))
    }
    for unit in standings.ruled.map(Int.init) where isReleased(unit) {
      let forecast = forecast(of: unit)
      evidence.add(
        ruled: forecast.wrong, isObserved: standings.label(of: unit) != forecast.label)
    }
    return evidence
  }
}
