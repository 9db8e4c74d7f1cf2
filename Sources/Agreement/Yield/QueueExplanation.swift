/// Why a unit stands where it stands in the queue, in numbers that add up.
///
/// The logarithm of how much likelier the released label is than the next one is the sum of what each
/// vote adds and of the rest. Labels and annotators are given by their codes.
public struct QueueExplanation: Hashable, Sendable {
  /// One vote's part.
  public struct VoteWeight: Hashable, Sendable {
    /// The annotator's code, or `UnitRating.unknownAnnotator`.
    public let annotator: Int32
    public let label: Int32

    /// How often the annotator gives the voted label where it is true, by the model, this unit left
    /// out: "right 9 times in 10 on cyclist".
    public let rate: Double

    /// Units, this one left out, that the annotator rated, where the voted label is ruled or all but
    /// certain: what the rate rests on. Where there are few, it is mostly what all annotators do.
    public let evidence: Int

    /// How often the annotator gives the voted label where the released one is true, and where the
    /// next one is.
    public let underReleased: Double
    public let underRival: Double

    /// What the vote adds to `total`.
    public let weight: Double

    /// "×2.4 for cyclist": how many times likelier the vote makes the released label.
    public var factor: Double { PortableExponential.of(weight) }
  }

  /// What would be released.
  public let label: Int32
  /// The next likely label; nil where there is only one.
  public let rival: Int32?

  /// The chance that the released label is wrong, and what the plain shares of the votes say of that.
  public let wrong: Double
  public let votesWrong: Double
  /// What a wrong label costs here: the expected loss where the released label is wrong.
  public let cost: Double
  /// The expected loss, by which the queue is ordered.
  public let gain: Double

  /// In the order of the votes.
  public let votes: [VoteWeight]

  /// What labels do in general, the share of the votes, and how hard the item is: one line.
  public let rest: Double

  /// e to the `rest`.
  public var restFactor: Double { PortableExponential.of(rest) }

  /// ln p(label) / p(rival).
  public var total: Double { votes.reduce(0) { $0 + $1.weight } + rest }

  /// Whether the votes' weights count yet; where not, each is 0.
  public let trust: ModelTrust
}
