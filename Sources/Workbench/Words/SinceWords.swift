package import Agreement
import Screen

/// What a version changed, in figures.
package enum SinceWords {
  /// `.31 → .12`.
  package static func figures(_ pair: PairSince) -> String {
    [pair.before, pair.after].map { Figures.share($0.value ?? 0) }.joined(separator: " → ")
  }
}
