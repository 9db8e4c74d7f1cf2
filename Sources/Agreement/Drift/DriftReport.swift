import Glibc

/// Whether agreement has changed over time: window by window, between neighbours, over all, and
/// with alarms.
public struct DriftReport: Equatable, Sendable {
  /// A window with fewer pairable units is not judged unless said otherwise.
  public static let defaultSmallest = 30

  /// The difference between a window and the last one before it that could be judged.
  public struct Change: Equatable, Sendable {
    /// The earlier window's number.
    public let since: Int
    public let difference: Double
    /// (a − b) / √(se_a² + se_b²); nil where both standard errors are zero.
    public let z: Double?
    /// Two-sided, from the normal distribution.
    public let probability: Double?
  }

  /// A standard error below this is rounding: all units of the window are alike.
  private static let negligible = 1e-9

  /// One window.
  public struct Window: Equatable, Sendable {
    public let number: Int
    /// Milliseconds since 1970, or nil where windows are numbered.
    public let start: Int64?
    public let units: Int
    public let pairableUnits: Int
    /// Raw agreement; undefined with too few units.
    public let agreement: Estimate
    /// Krippendorff's α; undefined with too few units.
    public let alpha: Estimate
    /// The change of α.
    public let change: Change?
    /// Directions in which the cumulative sum of α passed its limit here.
    public let alarms: [ChangeSignal]
  }

  public let scheme: WindowScheme
  public let smallest: Int
  public let windows: [Window]
  /// Units without a time.
  public let untimed: Int
  /// Whether the windows' α are alike: Σ ((α_w − ᾱ) / se_w)², ᾱ weighted by 1 / se² (Fleiss, Levin
  /// & Paik 2003, section 18.1). Nil with fewer than two windows that have a standard error;
  /// windows whose units are all alike have none, and stay out.
  public let homogeneity: ChiSquareTest?
  /// Windows that entered it.
  public let comparedWindows: Int
  /// ᾱ over these.
  public let pooled: Double?
  /// Windows that were compared with an earlier one.
  public var comparedChanges: Int { windows.count { $0.change?.probability != nil } }
  /// Slack and limit of the cumulative sum, in standard errors.
  public let slack: Double
  public let limit: Double

  /// - Parameters:
  ///   - smallest: Pairable units that a window needs to be judged.
  ///   - slack: Half of the shift to find, in standard errors of a window.
  ///   - limit: Where the alarm is given, in standard errors.
  public init(
    _ windows: AgreementWindows, metric: AlphaMetric = .nominal,
    smallest: Int = DriftReport.defaultSmallest, slack: Double = 0.5, limit: Double = 5
  ) {
    let rows = windows.windows.map { Row($0, metric: metric, smallest: smallest) }
    let judged = rows.filter { ($0.alpha.standardError ?? 0) > Self.negligible }
    let pooled = Self.pooled(judged)
    self.scheme = windows.scheme
    self.smallest = smallest
    untimed = windows.untimed
    comparedWindows = judged.count
    self.pooled = pooled
    self.slack = slack
    self.limit = limit
    homogeneity = pooled.flatMap { Self.homogeneity(judged, around: $0) }
    var chart = Chart(slack: slack, limit: limit)
    var last: Row?
    self.windows = rows.map { row in
      let alarms = chart.add(row.alpha)
      let change = last.flatMap { row.change(since: $0) }
      if row.alpha.value != nil { last = row }
      return Window(
        number: row.number, start: windows.scheme.start(of: row.number), units: row.units,
        pairableUnits: row.pairableUnits, agreement: row.agreement, alpha: row.alpha,
        change: change, alarms: alarms)
    }
  }

  /// A cumulative sum that starts by itself (Hawkins 1987): a window is compared with the mean of those
  /// since the last alarm, never with later ones, so that what comes after cannot make the past look
  /// good or bad. After an alarm both start anew.
  private struct Chart {
    private var sum: CumulativeSum
    private var weight = 0.0
    private var weighted = 0.0

    init(slack: Double, limit: Double) {
      sum = CumulativeSum(target: 0, slack: slack, limit: limit)
    }

    mutating func add(_ alpha: Estimate) -> [ChangeSignal] {
      guard let value = alpha.value, let error = alpha.standardError, error > negligible else {
        return []
      }
      var alarms: [ChangeSignal] = []
      if weight > 0 {
        let spread = (error * error + 1 / weight).squareRoot()
        alarms = sum.add((value - weighted / weight) / spread)
      }
      if !alarms.isEmpty {
        sum.reset()
        (weight, weighted) = (0, 0)
      }
      weight += 1 / (error * error)
      weighted += value / (error * error)
      return alarms
    }
  }

  /// The windows in which the cumulative sum passed its limit.
  public var alarmed: [Window] { windows.filter { !$0.alarms.isEmpty } }

  private static func pooled(_ rows: [Row]) -> Double? {
    guard !rows.isEmpty else { return nil }
    let weights = rows.map { 1 / (($0.alpha.standardError ?? 1) * ($0.alpha.standardError ?? 1)) }
    let products = zip(rows, weights).map { ($0.alpha.value ?? 0) * $1 }
    return OrderFreeSum.of(products) / OrderFreeSum.of(weights)
  }

  private static func homogeneity(_ rows: [Row], around pooled: Double) -> ChiSquareTest? {
    guard rows.count > 1 else { return nil }
    let terms = rows.map { row in
      let z = ((row.alpha.value ?? pooled) - pooled) / (row.alpha.standardError ?? 1)
      return z * z
    }
    return ChiSquareTest(
      statistic: OrderFreeSum.of(terms), degreesOfFreedom: rows.count - 1)
  }

  /// What one window shows by itself.
  private struct Row {
    let number: Int
    let units: Int
    let pairableUnits: Int
    let agreement: Estimate
    let alpha: Estimate

    init(_ window: AgreementWindows.Window, metric: AlphaMetric, smallest: Int) {
      let marginals = UnitMarginals(window.sums, labelCount: 0)
      number = window.number
      units = marginals.units
      pairableUnits = marginals.pairableUnits
      guard pairableUnits >= max(1, smallest) else {
        let status = marginals.obstacle ?? .undefinedTooFewUnits
        agreement = Estimate(undefined: status)
        alpha = Estimate(undefined: status)
        return
      }
      agreement = PercentAgreement.estimate(window.sums)
      alpha = KrippendorffAlpha.estimate(
        window.sums, metric: metric, patterns: window.patterns)
    }

    func change(since earlier: Row) -> Change? {
      guard let value = alpha.value, let before = earlier.alpha.value,
        let error = alpha.standardError, let other = earlier.alpha.standardError
      else { return nil }
      let spread = (error * error + other * other).squareRoot()
      let z = spread > DriftReport.negligible ? (value - before) / spread : nil
      return Change(
        since: earlier.number, difference: value - before, z: z,
        probability: z.map { erfc($0.magnitude / 2.0.squareRoot()) })
    }
  }
}
