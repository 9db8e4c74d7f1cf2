/// Why a unit stands where it stands in the queue, by the models of annotators, in numbers that add up:
/// the logarithm of how much likelier the released value is than the next one is the sum of what each
/// vote adds and of the rest.
///
/// To be shown only to those who may see the votes.
public struct QueueReason: Hashable, Sendable {
  /// What would be released, and the next likely value; nil where there is only one.
  public let released: Value
  public let rival: Value?

  /// The chance that the released value is wrong, and what the plain shares of the votes say of that.
  public let wrong: Double
  public let votesWrong: Double
  /// The expected cost where the released value is wrong.
  public let cost: Double
  /// The expected loss, by which the queue is ordered.
  public let gain: Double

  /// In the order of the votes.
  public let votes: [Vote]
  /// What values do in general, the share of the votes, and how hard the unit is.
  public let rest: Double
  /// e to the `rest`.
  public let restFactor: Double

  /// How many times likelier the released value is than the next one.
  public var factor: Double { votes.reduce(restFactor) { $0 * $1.factor } }

  /// Whether the models have a say yet.
  public let learning: QueueLearning

  /// One vote's part.
  public struct Vote: Hashable, Sendable {
    /// nil where nobody knows whose it is.
    public let annotator: AnnotatorID?
    public let value: Value
    /// How often the annotator gives this value where it is true, this unit left out.
    public let rate: Double
    /// Units that the rate rests on: rated by the annotator, this value ruled or all but certain.
    public let evidence: Int
    /// What the vote adds to ln p(released) − ln p(rival).
    public let weight: Double
    /// How many times likelier the vote makes the released value: e to the `weight`.
    public let factor: Double

    public init(
      annotator: AnnotatorID?, value: Value, rate: Double, evidence: Int, weight: Double,
      factor: Double
    ) {
      self.annotator = annotator
      self.value = value
      self.rate = rate
      self.evidence = evidence
      self.weight = weight
      self.factor = factor
    }
  }

  public init(
    released: Value, rival: Value?, wrong: Double, votesWrong: Double, cost: Double, gain: Double,
    votes: [Vote], rest: Double, restFactor: Double, learning: QueueLearning
  ) {
    self.released = released
    self.rival = rival
    self.wrong = wrong
    self.votesWrong = votesWrong
    self.cost = cost
    self.gain = gain
    self.votes = votes
    self.rest = rest
    self.restFactor = restFactor
    self.learning = learning
  }
}
