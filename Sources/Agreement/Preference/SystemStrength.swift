/// One system's place among those it was compared with.
public struct SystemStrength: Equatable, Sendable {
  public let system: String

  /// Bradley and Terry's β, in log odds around the mean of all systems.
  public let strength: Estimate

  public let wins: Int
  public let ties: Int
  public let losses: Int

  /// The mean over all other systems of the share by which it beats each, ties half; of those it met.
  public let meanWinShare: Double?
}
