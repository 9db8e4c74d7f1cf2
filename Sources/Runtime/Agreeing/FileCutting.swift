import Glibc
import Interchange

/// How a file is cut so that several threads can read it.
package struct FileCutting: Sendable {
  /// No more threads than these, and no more stretches.
  package var threads: Int
  /// Bytes of a stretch; nil: the file is cut evenly, where that is worth it.
  package var stretch: Int?

  /// Bytes that are worth a thread.
  private static let worthwhile = 1 << 20
  /// Bytes of a rating, roughly.
  private static let ratingLength = 16

  /// One thread a processor, but for small files.
  package init(
    threads: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), stretch: Int? = nil
  ) {
    self.threads = threads
    self.stretch = stretch
  }

  /// How many threads count so many ratings.
  func workers(for ratings: Int) -> Int {
    let worthwhile = (stretch ?? Self.worthwhile) / Self.ratingLength
    return max(1, min(threads, ratings / max(1, worthwhile)))
  }

  var parting: Parting {
    Parting(
      concurrently: { Parallel.run($0, $1) },
      stretch: { stretch ?? max(Self.worthwhile, ($0 + threads - 1) / threads) }, limit: threads)
  }
}
