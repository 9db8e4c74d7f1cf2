internal import Glibc

/// Object keypoint similarity: how near the keypoints of two annotators are, for the size of the
/// object (COCO keypoint evaluation; Lin et al. 2014).
public enum KeypointSimilarity {
  /// A place in the picture, in pixels.
  public struct Point: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The mean over labelled keypoints of exp(−d² / (2 s² k²)), s² the object's area, k = 2σ.
  ///
  /// - Parameters:
  ///   - reference: The keypoints of the reference side, in the order of the skeleton.
  ///   - other: As many keypoints.
  ///   - area: The object's area in square pixels; at 0 a keypoint counts where it is equal.
  ///   - sigmas: The spread of each keypoint, above 0.
  ///   - isLabelled: Which keypoints of the reference are labelled; empty: all.
  /// - Returns: nil where no keypoint is labelled. O(keypoints).
  public static func value(
    _ reference: [Point], _ other: [Point], area: Double, sigmas: [Double],
    isLabelled: [Bool] = []
  ) -> Double? {
    precondition(
      reference.count == other.count && reference.count == sigmas.count,
      "every keypoint has a place on both sides and a spread")
    let labelled = reference.indices.filter { isLabelled.isEmpty || isLabelled[$0] }
    guard !labelled.isEmpty else { return nil }
    let terms = labelled.map { index in
      let across = reference[index].x - other[index].x
      let down = reference[index].y - other[index].y
      let square = across * across + down * down
      guard area > 0 else { return square == 0 ? 1.0 : 0 }
      let spread = 2 * sigmas[index]
      return exp(-square / (2 * area * spread * spread))
    }
    return OrderFreeSum.of(terms) / Double(labelled.count)
  }
}
