/// One row of a reliability table: events of similar confidence.
public struct ReliabilityBin: Equatable, Sendable {
  /// Fewer events than these show nothing.
  public static let enough = 10

  /// The confidences that fall into the bin: above `lower`, up to `upper`. Bins of equal width have
  /// the borders they were made with, others the smallest and largest confidence in them.
  public let lower: Double
  public let upper: Double

  public let count: Int

  /// Events that happened.
  public let hits: Int

  /// The sum of the confidences.
  let total: Double

  /// nil in an empty bin.
  public var meanConfidence: Double? { count == 0 ? nil : total / Double(count) }

  /// The share of events that happened, with Wilson's interval.
  public var frequency: Estimate { .share(hits, of: count) }

  /// Frequency less mean confidence: below 0 where the forecaster is too sure; nil in an empty bin.
  public var gap: Double? {
    count == 0 ? nil : (Double(hits) - total) / Double(count)
  }

  public var isTooFew: Bool { count < Self.enough }
}
