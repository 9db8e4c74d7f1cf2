/// The Page–Hinkley test (Page 1954; Hinkley 1971) for a change of the mean of a series, up or down.
///
/// m = fading · m + x − running mean ∓ delta; an alarm where m is more than the threshold above its
/// least value, or as far below its greatest. After an alarm everything starts anew.
public struct PageHinkley: Equatable, Sendable {
  /// Changes smaller than this are tolerated.
  public let delta: Double
  public let threshold: Double
  /// No alarm before so many values.
  public let smallest: Int
  /// What is kept of the sum at each step; 1: everything.
  public let fading: Double

  private var count = 0
  private var mean = 0.0
  private var rising = 0.0
  private var falling = 0.0
  private var least = Double.infinity
  private var greatest = -Double.infinity

  public init(
    delta: Double = 0.005, threshold: Double = 50, smallest: Int = 30, fading: Double = 0.9999
  ) {
    self.delta = delta
    self.threshold = threshold
    self.smallest = smallest
    self.fading = fading
  }

  /// Takes in one value. Returns the direction of an alarm.
  public mutating func add(_ value: Double) -> ChangeSignal? {
    count += 1
    mean += (value - mean) / Double(count)
    rising = fading * rising + value - mean - delta
    falling = fading * falling + value - mean + delta
    least = min(least, rising)
    greatest = max(greatest, falling)
    guard count >= smallest else { return nil }
    let signal: ChangeSignal? =
      rising - least > threshold
      ? .increase : greatest - falling > threshold ? .decrease : nil
    if signal != nil {
      self = PageHinkley(
        delta: delta, threshold: threshold, smallest: smallest, fading: fading)
    }
    return signal
  }
}
