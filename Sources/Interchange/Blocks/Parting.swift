/// How a file is read in several stretches at the same time.
public struct Parting {
  /// Runs a closure for every number below the first argument, possibly several at the same time, and
  /// returns when all have run.
  public let concurrently: (Int, (Int) -> Void) -> Void
  /// How long the stretches of a file of so many bytes are, but for the last; no result depends on
  /// it.
  public let stretch: (_ bytes: Int) -> Int
  /// No more stretches than these; the last one takes what is left.
  public let limit: Int

  public init(
    concurrently: @escaping (Int, (Int) -> Void) -> Void,
    stretch: @escaping (_ bytes: Int) -> Int, limit: Int
  ) {
    self.concurrently = concurrently
    self.stretch = stretch
    self.limit = limit
  }
}
