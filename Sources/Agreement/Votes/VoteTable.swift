/// The ratings of one question, unit by unit: who gave which label, as codes.
///
/// What asks who rated what (truth inference, annotators against the rest, drift) reads this; what
/// can do with counts reads `AgreementSums`. Repeats of one annotator in one unit may be in it.
public struct VoteTable: Equatable, Sendable {
  /// A time that is not known.
  public static let noTime = Int64.min

  /// Where each unit's votes begin; one more entry says where the last one ends.
  public let offsets: [Int]

  /// By vote: the annotator's code, or `UnitRating.unknownAnnotator`.
  public let annotators: [Int32]

  /// By vote: the label's code.
  public let labels: [Int32]

  /// By vote: milliseconds since 1970, or `noTime`; empty where no vote has a time.
  public let times: [Int64]

  /// By vote: milliseconds that the rating took, or −1; empty where no vote says so.
  public let durations: [Int64]

  /// One more than the largest annotator code that may occur.
  public let annotatorCount: Int

  /// One more than the largest label code that may occur.
  public let labelCount: Int

  public var unitCount: Int { offsets.count - 1 }
  public var count: Int { labels.count }

  /// - Precondition: `offsets` ascends from 0 to the number of votes; the columns are as long as
  ///   `labels`, or empty where they may be; codes are below the counts.
  public init(
    offsets: [Int], annotators: [Int32], labels: [Int32], annotatorCount: Int, labelCount: Int,
    times: [Int64] = [], durations: [Int64] = []
  ) {
    precondition(offsets.first == 0 && offsets.last == labels.count, "offsets cover the votes")
    precondition(annotators.count == labels.count, "every vote has an annotator's code")
    precondition(times.isEmpty || times.count == labels.count, "a time a vote, or none at all")
    precondition(
      durations.isEmpty || durations.count == labels.count, "a duration a vote, or none at all")
    self.offsets = offsets
    self.annotators = annotators
    self.labels = labels
    self.annotatorCount = annotatorCount
    self.labelCount = labelCount
    self.times = times
    self.durations = durations
  }

  /// The votes of grouped units. O(votes).
  public init(_ grouped: GroupedUnits) {
    self.init(
      offsets: grouped.offsets, annotators: grouped.ratings.map(\.annotator),
      labels: grouped.ratings.map(\.label), annotatorCount: grouped.annotatorCount,
      labelCount: grouped.labelCount)
  }

  /// The places of one unit's votes.
  public func votes(of unit: Int) -> Range<Int> {
    offsets[unit]..<offsets[unit + 1]
  }
}
