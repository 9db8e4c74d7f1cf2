/// How an iterative model of truth is fitted.
public struct TruthOptions: Equatable, Sendable {
  /// A cell of `gold` that holds no label.
  public static let noGold: Int32 = -1

  /// At most so many steps, each an E-step and an M-step.
  public var iterations: Int

  /// Stops when the objective rises by no more than this share of its magnitude; nil takes all
  /// steps.
  public var tolerance: Double?

  /// Votes added to every cell of every confusion matrix (a Dirichlet prior's parameter less one).
  public var smoothing: Double

  /// By unit: the label that is known, or `noGold`; empty where none is. Known labels are held.
  public var gold: [Int32]

  public var detail: PosteriorDetail

  /// For models that start at random.
  public var seed: UInt64

  /// How often such a model starts afresh; the best fit is kept.
  public var restarts: Int

  /// On how many cores; nil for as many as there are. The result does not depend on it.
  public var shards: Int?

  /// Options that suit most data; change what differs.
  public init(
    iterations: Int = 100, tolerance: Double? = 1e-9, smoothing: Double = 0,
    gold: [Int32] = [], detail: PosteriorDetail = .rows,
    seed: UInt64 = 20_261_121, restarts: Int = 10, shards: Int? = nil
  ) {
    self.iterations = iterations
    self.tolerance = tolerance
    self.smoothing = smoothing
    self.gold = gold
    self.detail = detail
    self.seed = seed
    self.restarts = restarts
    self.shards = shards
  }
}
